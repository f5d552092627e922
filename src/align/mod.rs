//! Which sentences tell the same thing: candidates, scores, selection, groups.
//!
//! In doubt this module draws no link: a drawn link claims that two newsrooms say the same thing.

pub mod candidates;
pub mod confirm;
pub mod context;
pub mod feature_table;
pub mod features;
pub mod group;
pub mod items;
pub mod link;
pub mod model;
pub mod overlap;
pub mod parallel;
pub mod prepared;
pub mod profile;
pub mod score;
pub mod select;
pub mod sets;
pub mod term_classes;
pub mod thresholds;
pub mod weighed;

pub use group::Group;
pub use link::{Candidate, Link, Relation, Score, SentenceId};
pub use select::Selection;
