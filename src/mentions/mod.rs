//! Names, numbers, dates and quotations: the parts of a sentence that a reader checks first; and documents, which
//! are articles with their sentences, tokens and mentions.
//!
//! In doubt this module finds nothing: a word that only looks like a name or a figure would later look like a fact.

mod amount;
mod counted;
mod date;
mod document;
mod find;
mod find_dates;
mod find_names;
mod find_numbers;
mod find_quotes;
mod mention;
mod phrases;
mod words;

pub use amount::{Bound, Currency, Number, Unit};
pub use date::{Date, DayPart, Period, Relative};
pub use document::Document;
pub use mention::{Mention, MentionKind, MentionValue, Name, Quote};
