//! Shows how different articles tell the same event.
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use diptych::{Article, Options, Relation, Sensitivity, compare};
//!
//! let articles = [
//!     Article::from_text(
//!         "The ferry ran aground in fog on Tuesday. All 112 people on board were brought ashore.",
//!     ),
//!     Article::from_text("All 114 people were brought ashore. On Tuesday the ferry ran aground in fog."),
//! ];
//! let comparison = compare(&articles, &Options::default());
//! let report = comparison.report(Sensitivity::DEFAULT);
//!
//! // The first sentence of each article is linked with the second of the other.
//! let links: Vec<_> = report.links.iter().map(|link| (link.a, link.b, link.relation)).collect();
//! assert_eq!(links, [([0, 0], [1, 1], Relation::Reworded), ([0, 1], [1, 0], Relation::Reworded)]);
//! # }
//! ```
//!
//! [`compare()`] takes any number of articles and gives a [`Comparison`]: the articles split into sentences, the
//! sentence pairs of different articles that may tell the same thing, each with a score, and remarks.
//! `Comparison::report` tells which of them are linked, as strictly as the reader wants, and compares their words.
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
//! | `input` | the reading of files in any encoding |
//! | `cli` (default) | the command line: JSON, text, and HTML that needs no script |
//! | `page`, `web` | the page, and its edge towards JavaScript; built by `cargo xtask build` |

// The rooms are open to the crate's own programs, tests and benchmarks; what they hold may change with any version.
#[doc(hidden)]
pub mod align;
mod chain;
#[doc(hidden)]
pub mod compare;
#[doc(hidden)]
pub mod diff;
#[doc(hidden)]
pub mod export;
#[doc(hidden)]
pub mod facts;
#[cfg(feature = "input")]
#[doc(hidden)]
pub mod input;
#[doc(hidden)]
pub mod language;
#[doc(hidden)]
pub mod mentions;
#[doc(hidden)]
pub mod notice;
#[doc(hidden)]
pub mod options;
#[doc(hidden)]
pub mod order;
#[doc(hidden)]
pub mod span;
#[doc(hidden)]
pub mod text;
#[cfg(feature = "ui")]
#[doc(hidden)]
pub mod ui;
mod unicode;
#[doc(hidden)]
pub mod view;
#[cfg(feature = "web")]
#[doc(hidden)]
pub mod web;
#[doc(hidden)]
pub mod work;

#[cfg(test)]
#[path = "../tests/support/property.rs"]
mod property;

#[doc(inline)]
pub use align::link::Relation;
#[doc(inline)]
pub use compare::{Comparison, compare};
#[doc(inline)]
pub use diff::EditClass;
#[cfg(feature = "serde")]
#[doc(inline)]
pub use export::json::{
    ArticleReport, FactReport, Generator, GroupReport, LinkReport, NoticeReport, Report, SentenceReport,
    Stats, WeakReport, WordsReport,
};
#[doc(inline)]
pub use facts::Verdict;
#[doc(hidden)]
pub use mentions::Document;
#[doc(inline)]
pub use mentions::MentionKind;
#[doc(hidden)]
pub use notice::Notice;
#[doc(inline)]
pub use options::{Options, Sensitivity};
#[doc(inline)]
pub use span::Span;
#[doc(inline)]
pub use text::{Article, Block, BlockKind, SentenceKind};

// The examples in the documents run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../ARCHITECTURE.md")]
struct Architecture;
