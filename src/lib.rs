//! Shows how different articles tell the same event.
//!
//! ```
//! use diptych::{Article, Options, Sensitivity, compare};
//!
//! let articles = [
//!     Article::from_text(
//!         "The ferry ran aground in fog on Tuesday. All 112 people on board were brought ashore.",
//!     ),
//!     Article::from_text("All 114 people were brought ashore. On Tuesday the ferry ran aground in fog."),
//! ];
//! let comparison = compare(&articles, &Options::default());
//! let selection = comparison.at(Sensitivity::DEFAULT);
//! for link in &selection.links {
//!     println!("sentence {} and {}: {:?}", link.a.sentence, link.b.sentence, link.relation);
//! }
//! // sentence 0 and 1: Reworded
//! // sentence 1 and 0: Reworded
//! # let links: Vec<_> = selection.links.iter().map(|l| (l.a.sentence, l.b.sentence, l.relation)).collect();
//! # let reworded = diptych::align::link::Relation::Reworded;
//! # assert_eq!(links, [(0, 1, reworded), (1, 0, reworded)]);
//! ```
//!
//! [`compare()`] takes any number of articles and gives a [`Comparison`]: the articles split into sentences, the
//! sentence pairs of different articles that may tell the same thing, each with a score, and remarks.
//! [`Comparison::at`] draws the line between linked and not linked, as strictly as the reader wants.
//!
//! Any input gives an answer, the same one natively and in WebAssembly; only reading a file or a story can fail. Work after
//! reading is bounded by [`Options::work_limit`]. Offsets inside this crate count bytes, those in reports UTF-16 units.
//!
//! # Features
//!
//! | feature | brings |
//! |---|---|
//! | none | the comparison, without yew, wasm-bindgen and serde |
//! | `serde` | reading and writing the types as data, and the report `diptych/1` |
//! | `cli` (default) | the command line: JSON, text, and HTML that needs no script |
//! | `page`, `web` | the page, and its edge towards JavaScript; built by `cargo xtask build` |

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

// The examples in the documents run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../ARCHITECTURE.md")]
struct Architecture;
