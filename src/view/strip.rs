//! The whole story at a glance: one lane an article, one cell a sentence.

use super::class::Class;
use super::label::Label;
use super::reading::Reading;
use crate::align::link::SentenceId;
use crate::order;

/// All articles as lanes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripView {
    /// One lane an article, in order.
    pub lanes: Vec<Lane>,
}

/// One article in the strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// What the article is called.
    pub label: Label,
    /// One cell a sentence.
    pub cells: Vec<StripCell>,
}

/// One sentence in the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StripCell {
    /// Its length in characters.
    pub length: u32,
    /// Its class against all other articles.
    pub class: Class,
    /// Whether a number, name, date or quotation in it differs.
    pub differs: bool,
}

impl Reading {
    /// The strip. Cost: the facts of every link, the first time; linear in the text after that.
    pub fn strip(&self) -> StripView {
        let cell = |id: SentenceId| StripCell {
            length: u32::try_from(self.sentence_text(id).chars().count()).unwrap_or(u32::MAX),
            class: self.class_of(id, |_| true),
            differs: !self.disputes(id, |_| true).is_empty(),
        };
        let lane = |label: &Label| Lane {
            label: label.clone(),
            cells: self.sentences(label.article).map(cell).collect(),
        };
        StripView { lanes: self.labels().iter().map(lane).collect() }
    }

    /// The sentences that tell what either of two sentences tells, both included, in order.
    pub fn group_of(&self, left: SentenceId, right: SentenceId) -> Vec<SentenceId> {
        let linked = |id| self.links_of(id).map(move |l| super::reading::other_end(l, id));
        let mut members: Vec<SentenceId> = linked(left).chain(linked(right)).chain([left, right]).collect();
        order::sort(&mut members);
        members.dedup();
        members
    }
}
