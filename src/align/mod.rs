//! Which sentences tell the same thing: candidates, scores, selection, groups.
//!
//! In doubt this module draws no link: a drawn link claims that two newsrooms say the same thing.

pub mod candidates;
pub(crate) mod confirm;
pub mod context;
pub(crate) mod feature_table;
pub mod features;
pub mod group;
pub(crate) mod items;
pub mod link;
pub mod model;
pub(crate) mod overlap;
pub mod parallel;
pub mod prepared;
pub(crate) mod profile;
pub mod score;
pub mod select;
pub(crate) mod sets;
pub(crate) mod term_classes;
pub mod thresholds;
pub(crate) mod weighed;

pub use group::Group;
pub use link::{Candidate, Link, Relation, Score, SentenceId};
pub use select::Selection;
