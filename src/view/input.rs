//! What a reader gives to be compared.

pub use crate::text::InputError;
pub use crate::text::read::problem_of;

/// An article that the reader is typing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
pub struct Draft {
    /// What it is called.
    pub outlet: String,
    /// Its text.
    pub text: String,
}
