//! What only differences leaves out: runs of sentences that tell the same on both sides.

use crate::ui::state::{Direction, Side, Ui};
use crate::view::{Choice, Class, ColumnView, ColumnsView, SentenceView};

/// A run of sentences behind one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fold {
    /// Index of its first sentence.
    pub(super) start: u32,
    /// Index of the sentence after it.
    pub(super) end: u32,
    /// Whether the reader opened it.
    pub(super) open: bool,
}

impl Fold {
    /// Whether it holds a sentence.
    pub(super) fn holds(self, sentence: u32) -> bool {
        (self.start..self.end).contains(&sentence)
    }
}

/// The folds of a column, in order; none unless only differences are wanted.
pub(super) fn folds(column: &ColumnView, choice: &Choice, ui: &Ui) -> Vec<Fold> {
    let mut folds: Vec<Fold> = Vec::new();
    if !choice.only_differences {
        return folds;
    }
    for sentence in column.sentences().filter(|s| is_shared(s, choice)) {
        let at = sentence.id.sentence;
        let open = ui.all_open || ui.opened.contains(&sentence.id);
        match folds.last_mut().filter(|f| f.end == at) {
            Some(fold) => {
                fold.end += 1;
                fold.open |= open;
            }
            None => folds.push(Fold { start: at, end: at + 1, open }),
        }
    }
    folds
}

/// Whether a sentence is told on the other side too, without a difference that the legend shows.
fn is_shared(sentence: &SentenceView, choice: &Choice) -> bool {
    let differs = !sentence.facts.is_empty() && choice.shows(Class::Fact);
    let same = sentence.class == Class::Same || !choice.shows(sentence.class);
    sentence.class.is_linked() && same && !differs
}

/// The sentence before or after the one that the reader is at; what is folded away is passed over.
pub(in crate::ui) fn beside(
    columns: &ColumnsView,
    choice: &Choice,
    ui: &Ui,
    direction: Direction,
) -> Option<u32> {
    let column = if ui.side == Side::Left { &columns.left } else { &columns.right };
    let folds = folds(column, choice, ui);
    let mut at = ui.target();
    loop {
        at = match direction {
            Direction::Forward => at.checked_add(1).filter(|at| *at < column.label.sentences)?,
            Direction::Back => at.checked_sub(1)?,
        };
        if !folds.iter().any(|f| !f.open && f.holds(at)) {
            return Some(at);
        }
    }
}
