//! The comparison in forms that leave the program.

#[cfg(feature = "serde")]
pub mod json;
