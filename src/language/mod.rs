//! All that is known of single languages: one file of data each, and what reads them.
//!
//! In doubt a word is an ordinary one: what the data do not name is treated alike in every language.

mod guess;
mod languages;
pub(crate) mod rules;
pub(crate) mod stem;
pub(crate) mod table;
pub(crate) mod thesaurus;
pub(crate) mod vocabulary;

pub use languages::{Language, primary};
pub(crate) use rules::Rules;
pub(crate) use vocabulary::Vocabulary;
