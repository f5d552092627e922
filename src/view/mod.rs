//! What a reader sees, as plain data in the reader's words. The only place that knows left and right.
//!
//! [`Reading`] is a comparison at one sensitivity; its methods build what each view shows. Nothing here touches a
//! screen, so everything is tested as data.

pub mod choice;
pub mod class;
pub mod columns;
pub mod input;
pub mod keep;
pub mod label;
pub mod pair;
pub mod reading;
pub mod rows;
pub mod run;
pub mod search;
mod stretch;
pub mod strip;
pub mod telling;

pub use crate::align::link::SentenceId;
pub use crate::compare::Comparison;
pub use crate::mentions::MentionKind;
pub use crate::notice::Notice;
pub use choice::{Choice, Theme, ViewKind};
pub use class::{Class, ClassSet, Mark};
pub use columns::{BlockView, ColumnView, ColumnsView, LinkView, SentenceView, Shape, Told};
pub use input::Draft;
pub use keep::Keep;
pub use label::Label;
pub use pair::{Cell, FactView, PairView, Why};
pub use reading::Reading;
pub use rows::{Row, RowsView};
pub use run::Run;
pub use search::{Hit, SearchView, marked};
pub use strip::{Lane, StripCell, StripView};
pub use telling::Telling;
