//! The comparison in forms that leave the program.

#[cfg(feature = "cli")]
mod articles;
#[cfg(feature = "cli")]
mod digest;
#[cfg(feature = "cli")]
pub mod html;
#[cfg(feature = "serde")]
pub mod json;
pub mod text;
