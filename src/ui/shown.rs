//! What is computed from the comparison and the reader's choices, each part only when what it rests on changes.

use super::state::{Panel, Stop, Ui, stops};
use crate::order;
use crate::view::{
    Choice, ColumnsView, Comparison, Label, PairView, Reading, RowsView, SearchView, SentenceId, StripView,
    ViewKind,
};
use std::rc::Rc;

/// More columns than this don't fit a page; the two chosen articles are shown then.
const MOST_COLUMNS: usize = 6;

/// At most so many sentences of all articles together are drawn: engines lay out a few thousand a second, and nobody
/// can scroll while they do.
const MOST_DRAWN: u32 = 12_000;

/// Everything that the views show.
#[derive(Default)]
pub(super) struct Shown {
    comparison: Option<Rc<Comparison>>,
    /// The comparison at the sensitivity that it begins with; it knows the articles and decides which two are shown.
    base: Option<Rc<Reading>>,
    pub(super) choice: Rc<Choice>,
    pub(super) reading: Option<Rc<Reading>>,
    pub(super) labels: Rc<Vec<Label>>,
    /// The two articles that are shown, left first.
    pub(super) pair: Option<[u32; 2]>,
    pub(super) columns: Option<Rc<ColumnsView>>,
    pub(super) raised: Option<Rc<PairView>>,
    /// The sentences that tell what the raised pair tells.
    pub(super) group: Rc<Vec<SentenceId>>,
    pub(super) stops: Rc<Vec<Stop>>,
    /// What the open search found, with what was searched for.
    pub(super) found: Rc<SearchView>,
    query: String,
    pub(super) strip: Option<Rc<StripView>>,
    /// The table, and whether it is one for a narrow page.
    pub(super) rows: Option<(Rc<RowsView>, bool)>,
}

impl Shown {
    /// Brings everything that `view` needs up to date; `narrow` is whether there is room for one column only.
    pub(super) fn refresh(
        &mut self,
        comparison: Option<&Rc<Comparison>>,
        choice: &Choice,
        ui: &Ui,
        view: ViewKind,
        narrow: bool,
    ) {
        let other_story = self.comparison.as_ref().map(Rc::as_ptr) != comparison.map(Rc::as_ptr);
        if other_story {
            self.comparison = comparison.cloned();
            let sensitivity = Choice::default().sensitivity;
            let reading =
                |c: &Rc<Comparison>| Rc::new(Reading::of_first(Rc::clone(c), sensitivity, MOST_DRAWN));
            self.base = comparison.map(reading);
            self.labels = Rc::new(self.base.as_ref().map(|b| b.labels().to_vec()).unwrap_or_default());
        }
        let other_line = other_story || self.choice.sensitivity != choice.sensitivity;
        if other_line {
            self.reading = self.base.as_ref().map(|b| Rc::new(b.at(choice.sensitivity)));
            (self.columns, self.raised, self.strip, self.rows) = (None, None, None, None);
        }
        let other_choice = *self.choice != *choice;
        if other_choice {
            self.choice = Rc::new(choice.clone());
        }
        let pair = self.base.as_ref().and_then(|b| b.pair_shown(choice.pair));
        if self.pair != pair {
            self.pair = pair;
            (self.columns, self.rows) = (None, None);
        }
        let (Some(reading), Some(pair)) = (self.reading.clone(), pair) else {
            (self.raised, self.stops, self.found) = (None, Rc::default(), Rc::default());
            return;
        };
        if self.columns.is_none() || other_choice {
            if self.columns.is_none() {
                self.columns = reading.columns(pair[0], pair[1]).map(Rc::new);
            }
            self.stops = Rc::new(self.columns.as_ref().map(|c| stops(c, choice)).unwrap_or_default());
        }
        self.raise(&reading, ui.pointed, pair);
        self.search(&reading, if ui.panel == Some(Panel::Search) { &ui.query } else { "" }, other_line);
        match view {
            ViewKind::Rows if self.rows.as_ref().is_none_or(|(_, n)| *n != narrow) => {
                self.rows = Some((Rc::new(table(&reading, pair, narrow)), narrow));
            }
            ViewKind::Columns if self.strip.is_none() => self.strip = Some(Rc::new(reading.strip())),
            _ => {}
        }
    }

    /// Raises the pair that is kept, else the one that is pointed at, where both its articles are shown.
    fn raise(&mut self, reading: &Reading, pointed: Option<[SentenceId; 2]>, shown: [u32; 2]) {
        let fits = |p: &[SentenceId; 2]| p.map(|id| id.article) == shown;
        let wanted = self.choice.selected.filter(fits).or(pointed.filter(fits));
        if self.raised.as_ref().map(|p| p.ids) == wanted {
            return;
        }
        self.raised = wanted.and_then(|[left, right]| reading.pair(left, right).map(Rc::new));
        let ids = self.raised.as_ref().map(|p| p.ids);
        self.group = Rc::new(ids.map(|[left, right]| reading.group_of(left, right)).unwrap_or_default());
    }

    fn search(&mut self, reading: &Reading, query: &str, again: bool) {
        if again || self.query != query {
            query.clone_into(&mut self.query);
            self.found = Rc::new(reading.search(query));
        }
    }

    /// Where the reader is among the differences: at the sentence that has the focus, else at what was chosen last.
    pub(super) fn place(&self, ui: &Ui) -> Option<usize> {
        let chosen = self.stops.iter().position(|stop| match stop {
            Stop::Pair(pair, _) => self.choice.selected == Some(*pair),
            Stop::Alone(id, _) => ui.visited == Some(*id),
        });
        let Some((side, sentence)) = ui.focused else { return chosen };
        let here = |stop: &Stop| stop.on(side) == Some(sentence);
        chosen.filter(|&at| self.stops.get(at).is_some_and(here)).or(self.stops.iter().position(here))
    }

    /// Which of the sentences found the reader is at.
    pub(super) fn hit(&self, ui: &Ui) -> Option<usize> {
        self.found.hits.iter().position(|hit| Some(hit.id) == ui.visited)
    }
}

/// The table of all articles, or of the two chosen ones where no more fit; the left one comes first.
fn table(reading: &Reading, pair: [u32; 2], narrow: bool) -> RowsView {
    let mut articles = pair.to_vec();
    if !narrow && reading.labels().len() <= MOST_COLUMNS {
        articles.extend(reading.labels().iter().map(|l| l.article).filter(|a| !pair.contains(a)));
        order::sort(&mut articles);
    }
    reading.rows(&articles)
}
