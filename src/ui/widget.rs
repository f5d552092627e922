//! The state of the widget, and what changes it.
//!
//! An act changes the state at once, so that the next one finds it so, however much is still to be drawn.

use super::UiEvent;
use super::keys::act_for;
use super::props::AppProps;
use super::shown::Shown;
use super::stage::{beside, best_pair};
use super::state::{Act, Breadth, Panel, Side, Stop, Ui, choose, in_lane, near, step};
use crate::view::{Choice, Comparison, SentenceId, ViewKind};
use std::rc::Rc;
use yew::Callback;

/// The state of the widget, and the views that follow from it.
#[derive(Default)]
pub(super) struct Widget {
    comparison: Option<Rc<Comparison>>,
    /// Told of what concerns the world outside.
    pub(super) owner: Callback<UiEvent>,
    choice: Choice,
    /// How many choices the owner was told of.
    told: u32,
    /// On paper the rows stand for every view, as they alone keep what is linked together.
    printing: bool,
    pub(super) ui: Rc<Ui>,
    pub(super) shown: Shown,
}

/// What has to follow an act.
#[derive(Default)]
pub(super) struct Effect {
    /// Whether something else is to be drawn now.
    pub(super) redraw: bool,
    /// The reader's choices, if they changed: the owner is told of them.
    pub(super) choice: Option<Choice>,
}

impl Widget {
    /// Takes what the owner gives. Choices that it gave before it had heard of the reader's last one are out of date.
    pub(super) fn take(&mut self, props: &AppProps) {
        self.comparison.clone_from(&props.comparison);
        self.owner = props.on_event.clone();
        if props.answered == self.told {
            self.choice = props.choice.clone();
        }
        self.refresh();
    }

    /// Does `act`.
    pub(super) fn act(&mut self, act: Act) -> Effect {
        let Some(act) = self.resolved(act) else { return Effect::default() };
        let choice = choose(&self.choice, &self.ui, self.shown.pair, &act);
        let ui = self.ui.after(act);
        let redraw = *self.ui != ui || choice.is_some();
        if redraw {
            self.ui = Rc::new(ui);
            if let Some(choice) = &choice {
                self.choice = choice.clone();
                self.told += 1;
            }
            self.refresh();
        }
        Effect { redraw, choice }
    }

    /// The page is printed from now on, or no longer.
    pub(super) fn print(&mut self, printing: bool) {
        self.printing = printing;
        self.refresh();
    }

    /// What the reader chose.
    pub(super) fn choice(&self) -> &Choice {
        &self.choice
    }

    /// The reader's own choice of a view, else what fits.
    pub(super) fn view(&self) -> ViewKind {
        let fitting = if self.narrow() { ViewKind::Interleaved } else { ViewKind::Columns };
        if self.printing { ViewKind::Rows } else { self.choice.view.unwrap_or(fitting) }
    }

    /// What a single key does now.
    pub(super) fn act_for(&self, key: &str) -> Option<Act> {
        let articles = u32::try_from(self.shown.labels.len()).unwrap_or(u32::MAX);
        act_for(key, &self.choice, &self.ui, self.view(), articles)
    }

    /// The index of the item of the open list that the reader is at: of the sentences found, or of the differences.
    pub(super) fn listed(&self) -> Option<usize> {
        if self.ui.panel == Some(Panel::Search) {
            self.shown.hit(&self.ui)
        } else {
            self.shown.place(&self.ui)
        }
    }

    fn narrow(&self) -> bool {
        self.ui.breadth == Breadth::Narrow
    }

    fn refresh(&mut self) {
        let (view, narrow) = (self.view(), self.narrow());
        self.shown.refresh(self.comparison.as_ref(), &self.choice, &self.ui, view, narrow);
    }

    /// What an act means for what is shown now.
    fn resolved(&self, act: Act) -> Option<Act> {
        let stops = &self.shown.stops;
        let columns = || self.shown.columns.as_ref();
        Some(match act {
            Act::Step(direction) => {
                let at = self.shown.place(&self.ui);
                let nearby = self.ui.focused.filter(|_| at.is_none()).and_then(|f| near(stops, f, direction));
                match stops.get(nearby.or(step(stops.len(), at, direction))?)? {
                    Stop::Pair(pair, _) => Act::Select(*pair, Side::Left),
                    Stop::Alone(id, side) => Act::Visit(*id, *side),
                }
            }
            Act::Hit(direction) => {
                let hits = &self.shown.found.hits;
                self.find(hits.get(step(hits.len(), self.shown.hit(&self.ui), direction)?)?.id)
            }
            Act::Find(id) => self.find(id),
            Act::Revealed(side, sentence) => {
                Act::Unfold(SentenceId { article: self.shown.pair?[side.index()], sentence })
            }
            Act::Sentence(direction) => {
                let sentence = beside(columns()?, &self.choice, &self.ui, direction)?;
                Act::Move(sentence, best_pair(columns()?, self.ui.side, sentence))
            }
            Act::Enter(side, sentence) => {
                let (side, sentence) = self.ui.focused.unwrap_or((side, sentence));
                Act::Select(best_pair(columns()?, side, sentence)?, side)
            }
            Act::Lane(step) => {
                let length =
                    |article: u32| self.shown.labels.get(article as usize).map_or(0, |l| l.sentences);
                let (side, sentence) = in_lane(&self.ui, step, self.shown.pair?.map(length));
                Act::Goto(side, sentence)
            }
            act => act,
        })
    }

    /// Goes to a sentence in the column that shows its article, else in the one that the reader is in.
    fn find(&self, id: SentenceId) -> Act {
        match self.shown.pair {
            Some([left, _]) if left == id.article => Act::Found(id, Side::Left),
            Some([_, right]) if right == id.article => Act::Found(id, Side::Right),
            _ => Act::Found(id, self.ui.side),
        }
    }
}
