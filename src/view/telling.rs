//! The facts that two sentences themselves tell in different ways, in the order of the left one.

use super::class::is_disputed;
use super::reading::Reading;
use crate::align::link::SentenceId;
use crate::facts::Verdict;
use crate::mentions::MentionKind;

/// A fact that both sentences tell, not in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// What it is about.
    pub kind: MentionKind,
    /// Whether the two can't both be the whole truth.
    pub differs: bool,
    /// The words of each sentence, left first.
    pub texts: [String; 2],
}

impl Reading {
    /// What two sentences of different articles tell differently, the left one first. Cost: that of their word
    /// alignment the first time.
    pub fn tellings(&self, left: SentenceId, right: SentenceId) -> Vec<Telling> {
        let detail = self.detail(left, right);
        let told =
            detail.facts.iter().filter(|f| matches!(f.verdict, Verdict::Differ | Verdict::ToldDifferently));
        let telling = told.filter_map(|fact| {
            let (here, there) = if left < right { (fact.a?, fact.b?) } else { (fact.b?, fact.a?) };
            let texts = [here.of(self.text(left.article)), there.of(self.text(right.article))];
            let differs = is_disputed(fact.verdict);
            Some(Telling { kind: fact.kind, differs, texts: texts.map(str::to_owned) })
        });
        telling.collect()
    }
}
