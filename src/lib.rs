//! Shows how different articles tell the same event.
//!
//! [`compare()`] takes any number of articles and gives a [`Comparison`]: the articles split into sentences, the
//! sentence pairs of different articles that may tell the same thing, each with a score, and remarks.
//! [`Comparison::at`] draws the line between linked and not linked, as strictly as the reader wants.
//!
//! The core is total and deterministic: any input gives an answer, the same one natively and in WebAssembly.
//! `ARCHITECTURE.md` describes the stages and who may import what.

pub mod align;
mod chain;
pub mod compare;
pub mod diff;
pub mod export;
pub mod facts;
pub mod language;
pub mod mentions;
pub mod notice;
pub mod options;
pub mod order;
pub mod span;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
mod unicode;
pub mod view;
#[cfg(feature = "web")]
pub mod web;
pub mod work;

#[cfg(test)]
#[path = "../tests/support/property.rs"]
mod property;

pub use compare::{Comparison, compare};
pub use mentions::Document;
pub use notice::Notice;
pub use options::{Options, Sensitivity};
pub use span::Span;
pub use text::Article;
