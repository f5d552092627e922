//! What the components remember, and what changes it. Pure: no markup, no browser.

use crate::view::{Choice, Class, ColumnsView, SentenceId, ViewKind};

/// One of the two columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Side {
    /// The left column.
    #[default]
    Left,
    /// The right column.
    Right,
}

impl Side {
    /// Index in a pair, left first.
    pub(crate) fn index(self) -> usize {
        self as usize
    }

    /// The other side.
    #[must_use]
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// A short name for style sheets and string tables.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// How much room the widget has; its own width decides, never the window's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Breadth {
    /// Under 680 px: one column.
    Narrow,
    /// Under 1180 px: the strip lies above the columns.
    Middle,
    /// Everything side by side.
    #[default]
    Wide,
}

impl Breadth {
    /// The breadth of a width in CSS pixels.
    pub(crate) fn of(width: f64) -> Self {
        if width < 680.0 {
            Self::Narrow
        } else if width < 1180.0 {
            Self::Middle
        } else {
            Self::Wide
        }
    }
}

/// What may stand over or beside the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Panel {
    /// Keys, marks, and what a link means.
    Help,
    /// The reader's own articles.
    Input,
    /// All differences as a list.
    List,
    /// Search in all articles.
    Search,
    /// Keep and share.
    Share,
}

/// A pair of sentences, left first.
pub(crate) type Pair = [SentenceId; 2];

/// What a reader does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Act {
    /// Points at a pair, or away from it.
    Raise(Option<Pair>),
    /// Keeps a pair raised; the column of `Side` stays, the other is leveled with it.
    Select(Pair, Side),
    /// Keeps the pair of the sentence that the reader is at: the one that they moved to last, else this one of a column.
    Enter(Side, u32),
    /// Visits a sentence that has no counterpart.
    Visit(SentenceId, Side),
    /// Levels the kept pair once more.
    Level,
    /// Back: closes what is open, then lets go of the pair.
    Back,
    /// Shows an article in a column.
    Pick(Side, u32),
    /// Exchanges the columns.
    Swap,
    /// Chooses a view.
    View(ViewKind),
    /// Chooses the next of light, dark, and as the page is.
    Theme,
    /// Moves the line between linked and not linked.
    Sensitivity(u16),
    /// Switches a class on or off.
    Toggle(Class),
    /// Switches the reading of what stands only here on or off.
    OnlyHere,
    /// Switches folding on or off.
    OnlyDifferences,
    /// Switches scrolling together on or off.
    Lock,
    /// Switches single keys on or off.
    Keys,
    /// Opens a panel, or closes it when it is open.
    Open(Panel),
    /// Closes the open panel.
    Close,
    /// Goes to the next difference, or the previous one.
    Step(Direction),
    /// Goes to the next sentence of the focused column, or the previous one; folded ones are passed over.
    Sentence(Direction),
    /// Goes to a sentence of the focused column, which may have a pair to raise.
    Move(u32, Option<Pair>),
    /// The focus came to a sentence of a column, which may have a pair to raise.
    Focus(Side, u32, Option<Pair>),
    /// A place of a column was asked for in the strip.
    Goto(Side, u32),
    /// Goes along the strip, or across it.
    Lane(LaneStep),
    /// The widget changed its width.
    Breadth(Breadth),
    /// Searches.
    Query(String),
    /// Goes to the next sentence that a search found, or the previous one.
    Hit(Direction),
    /// Goes to a sentence of any article, which is shown first where it is not. The focus stays.
    Find(SentenceId),
    /// The same with the column in which it is to be shown.
    Found(SentenceId, Side),
    /// Opens the fold that a sentence lies in.
    Unfold(SentenceId),
    /// The browser's own search found something in the fold of a sentence.
    Revealed(Side, u32),
    /// Closes the fold of these sentences.
    Fold(SentenceId, u32),
    /// Opens every fold.
    UnfoldAll,
}

/// A step in the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LaneStep {
    /// So many sentences towards the end.
    Forward(u32),
    /// So many sentences towards the start.
    Back(u32),
    /// To the first sentence.
    First,
    /// To the last sentence.
    Last,
    /// To the other article that is shown.
    Across,
}

/// How the columns are to scroll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Scroll {
    /// Both sentences of the kept pair at one height.
    #[default]
    Level,
    /// Back to where the columns stood before.
    Return,
    /// The sentence that the reader moved to into view.
    Show,
    /// The sentence that the reader is at a third below the upper edge.
    Place,
}

/// Forward or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// Towards the end.
    Forward,
    /// Towards the start.
    Back,
}

/// What passes with the page; what is worth keeping is in [`Choice`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ui {
    /// The pair pointed at.
    pub pointed: Option<Pair>,
    /// Room.
    pub breadth: Breadth,
    /// The open panel.
    pub panel: Option<Panel>,
    /// The column that has, or last had, the focus.
    pub side: Side,
    /// How the columns were asked to scroll last. What was asked before and is not done yet counts no more.
    pub scroll: Scroll,
    /// How often they were asked to scroll.
    pub scrolls: u32,
    /// How often the focus was asked to go where the reader is.
    pub focuses: u32,
    /// For each column the sentence at which the Tab key stops.
    pub stops: [u32; 2],
    /// The sentence visited last that has no counterpart.
    pub visited: Option<SentenceId>,
    /// What is searched for.
    pub query: String,
    /// The sentence that has the focus, while no pair was chosen after it.
    pub focused: Option<(Side, u32)>,
    /// Sentences whose folds are open.
    pub opened: Vec<SentenceId>,
    /// Whether every fold is open.
    pub all_open: bool,
}

impl Ui {
    /// The sentence at which the focused column stands.
    pub(crate) fn target(&self) -> u32 {
        self.stops[self.side.index()]
    }

    fn stop_at(&mut self, side: Side, sentence: u32) {
        self.side = side;
        self.stops[side.index()] = sentence;
        self.focused = Some((side, sentence));
    }

    fn scroll(&mut self, scroll: Scroll) {
        self.scroll = scroll;
        self.scrolls += 1;
    }

    fn forget(&mut self) {
        self.pointed = None;
        self.visited = None;
        self.focused = None;
    }

    /// What passes after `act`.
    #[must_use]
    pub(crate) fn after(&self, act: Act) -> Self {
        let mut next = self.clone();
        match act {
            Act::Raise(pair) => next.pointed = pair,
            Act::Select(pair, side) => {
                next.stop_at(Side::Left, pair[0].sentence);
                next.stop_at(Side::Right, pair[1].sentence);
                next.side = side;
                next.scroll(Scroll::Level);
                next.opened.extend(pair);
                next.forget();
            }
            Act::Visit(id, side) => {
                next.stop_at(side, id.sentence);
                next.scroll(Scroll::Show);
                next.focuses += 1;
                next.visited = Some(id);
                next.opened.push(id);
                next.pointed = None;
            }
            Act::Level => next.scroll(Scroll::Level),
            Act::Back if next.panel.is_some() => next.panel = None,
            Act::Back => {
                next.scroll(Scroll::Return);
                next.forget();
            }
            Act::Open(panel) => next.panel = if next.panel == Some(panel) { None } else { Some(panel) },
            Act::Close => next.panel = None,
            Act::Focus(side, sentence, pair) => {
                next.stop_at(side, sentence);
                next.pointed = pair;
            }
            Act::Goto(side, sentence) => {
                next.stop_at(side, sentence);
                next.scroll(Scroll::Place);
                next.visited = None;
            }
            Act::Found(id, side) => {
                next.stop_at(side, id.sentence);
                next.scroll(Scroll::Place);
                next.visited = Some(id);
                next.opened.push(id);
                next.pointed = None;
            }
            Act::Unfold(id) => next.opened.push(id),
            Act::Fold(first, end) => {
                let folded = |id: &SentenceId| {
                    id.article == first.article && (first.sentence..end).contains(&id.sentence)
                };
                next.opened.retain(|id| !folded(id));
                next.all_open = false;
            }
            Act::UnfoldAll => next.all_open = true,
            Act::OnlyDifferences => {
                next.opened.clear();
                next.all_open = false;
            }
            Act::Move(sentence, pair) => {
                next.stop_at(self.side, sentence);
                next.pointed = pair;
                next.visited = None;
                next.scroll(Scroll::Show);
                next.focuses += 1;
            }
            Act::Breadth(breadth) => next.breadth = breadth,
            Act::Query(query) => next.query = query,
            Act::Pick(side, _) => {
                next.stop_at(side, 0);
                next.forget();
            }
            Act::Swap => {
                next.stops.reverse();
                next.forget();
            }
            _ => {}
        }
        next
    }
}

/// The reader's choices after `act`, where it changes any. `shown` is the pair of articles on screen.
pub(crate) fn choose(choice: &Choice, ui: &Ui, shown: Option<[u32; 2]>, act: &Act) -> Option<Choice> {
    let mut next = choice.clone();
    match act {
        Act::Select(pair, _) => next.selected = Some(*pair),
        Act::Visit(..) => next.selected = None,
        Act::Found(id, side) if shown?[side.index()] != id.article => {
            return choose(choice, ui, shown, &Act::Pick(*side, id.article));
        }
        Act::Back if ui.panel.is_none() => next.selected = None,
        Act::Pick(side, article) => {
            let mut pair = shown?;
            let before = pair[side.index()];
            pair[side.index()] = *article;
            if pair[0] == pair[1] {
                pair[side.other().index()] = before;
            }
            next.pair = pair.map(Some);
            next.selected = None;
        }
        Act::Swap => {
            next.pair = shown.map_or(choice.pair, |[left, right]| [Some(right), Some(left)]);
            next.selected = choice.selected.map(|[left, right]| [right, left]);
        }
        Act::View(view) => next.view = Some(*view),
        Act::Theme => next.theme = choice.theme.next(),
        Act::Sensitivity(value) => next.sensitivity = *value,
        Act::Toggle(Class::Unsure) => next.weak = !choice.weak,
        Act::Toggle(class) => next.hidden = choice.hidden.toggled(*class),
        Act::OnlyHere => next.only_here = !choice.only_here,
        Act::OnlyDifferences => next.only_differences = !choice.only_differences,
        Act::Lock => next.locked = !choice.locked,
        Act::Keys => next.keys = !choice.keys,
        _ => return None,
    }
    (next != *choice).then_some(next)
}

/// A difference that next and previous stop at: a pair, or a sentence that stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// A linked pair that is not the same throughout.
    Pair(Pair, Class),
    /// A sentence that stands only here.
    Alone(SentenceId, Side),
}

impl Stop {
    /// Its sentence in a column.
    pub(crate) fn on(self, side: Side) -> Option<u32> {
        match self {
            Self::Pair(pair, _) => Some(pair[side.index()].sentence),
            Self::Alone(id, own) => (own == side).then_some(id.sentence),
        }
    }

    /// The class that it counts under.
    pub(crate) fn class(self) -> Class {
        match self {
            Self::Pair(_, class) => class,
            Self::Alone(..) => Class::Only,
        }
    }
}

/// Every difference of the shown classes, in the order of the left column, then what only the right one has.
pub(crate) fn stops(columns: &ColumnsView, choice: &Choice) -> Vec<Stop> {
    let id = |article, sentence| SentenceId { article, sentence };
    let (left, right) = (columns.left.label.article, columns.right.label.article);
    let mut stops = Vec::new();
    for sentence in columns.left.sentences() {
        if sentence.class == Class::Only && choice.shows(Class::Only) {
            stops.push(Stop::Alone(sentence.id, Side::Left));
        }
        for link in columns.links_of(sentence.id.sentence) {
            let differs = link.differs && choice.shows(Class::Fact);
            if differs || (link.class != Class::Same && choice.shows(link.class)) {
                stops.push(Stop::Pair([id(left, link.left), id(right, link.right)], link.class));
            }
        }
    }
    if choice.shows(Class::Only) {
        let alone = columns.right.sentences().filter(|s| s.class == Class::Only);
        stops.extend(alone.map(|s| Stop::Alone(s.id, Side::Right)));
    }
    stops
}

/// Where a step in the strip leads: along the lane of the article that the reader is in, or across to the other one.
/// `lengths` are how many sentences the two have.
pub(crate) fn in_lane(ui: &Ui, step: LaneStep, lengths: [u32; 2]) -> (Side, u32) {
    let at = ui.target();
    let last = lengths[ui.side.index()].saturating_sub(1);
    let to = match step {
        LaneStep::Forward(by) => at.saturating_add(by),
        LaneStep::Back(by) => at.saturating_sub(by),
        LaneStep::First => 0,
        LaneStep::Last => last,
        LaneStep::Across => return (ui.side.other(), ui.stops[ui.side.other().index()]),
    };
    (ui.side, to.min(last))
}

/// The stop before or after a sentence that is none.
pub(crate) fn near(stops: &[Stop], (side, sentence): (Side, u32), direction: Direction) -> Option<usize> {
    let place = |s: &Stop| s.on(side);
    match direction {
        Direction::Forward => stops.iter().position(|s| place(s).is_some_and(|n| n > sentence)),
        Direction::Back => stops.iter().rposition(|s| place(s).is_some_and(|n| n < sentence)),
    }
}

/// The place before or after one of `count`; round again at the end.
pub(crate) fn step(count: usize, at: Option<usize>, direction: Direction) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (at, direction) {
        (None, Direction::Forward) => 0,
        (None, Direction::Back) => last,
        (Some(at), Direction::Forward) if at >= last => 0,
        (Some(at), Direction::Forward) => at + 1,
        (Some(at), Direction::Back) => at.checked_sub(1).unwrap_or(last),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_along_the_lane_and_across_to_the_other_article() {
        let ui = Ui { stops: [3, 7], ..Ui::default() };
        let go = |step| in_lane(&ui, step, [5, 9]);
        assert_eq!(go(LaneStep::Forward(1)), (Side::Left, 4));
        assert_eq!(go(LaneStep::Forward(5)), (Side::Left, 4));
        assert_eq!(go(LaneStep::Back(1)), (Side::Left, 2));
        assert_eq!(go(LaneStep::Across), (Side::Right, 7));
        assert_eq!(go(LaneStep::First), (Side::Left, 0));
    }
}
