//! The comparison in forms that leave the program.

#[cfg(feature = "cli")]
pub mod html;
#[cfg(feature = "serde")]
pub mod json;
pub mod text;
