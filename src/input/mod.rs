//! From files to articles: what they are encoded in, and what stands in them.
//!
//! The page reads the same files by the same rules in JavaScript (`www/input`), where the browser brings the decoders.
//! Cases that both have to pass stand in `tests/cases/files`.

pub mod decode;

use crate::text::read::problem_of;
use crate::text::{Article, InputError};

impl Article {
    /// Reads a text file in any encoding that [`decode::decode`] knows.
    ///
    /// # Errors
    /// [`InputError`], when it is not the text of an article.
    #[doc(hidden)]
    pub fn read(bytes: &[u8]) -> Result<Self, InputError> {
        let text = decode::decode(bytes)?.text;
        problem_of(&text).map_or_else(|| Ok(Self::from_text(text)), Err)
    }
}
