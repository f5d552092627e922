//! What several test files share.
#![allow(dead_code, reason = "each test file uses another part of it")]
#![allow(
    unreachable_pub,
    reason = "a test file is a crate of its own: nothing in it can be reached from outside"
)]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

pub mod articles;
pub mod cases;
pub mod generated;
pub mod invariants;
pub mod lcs;
pub mod links;
#[cfg(feature = "cli")]
pub mod offsets;
pub mod property;
pub mod strange;
