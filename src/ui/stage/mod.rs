//! Two columns, the gutter with the ribbons between them, and what happens when a reader points at a sentence.

mod column;
mod fold;
mod hand;
pub(super) mod ribbons;
mod sentence;
mod sync;

use super::browser::has_selection;
use super::context::Context;
use super::markup::{El, tag};
use super::picker::{meta, picker};
use super::state::{Act, Pair, Scroll, Side, Ui};
use super::strip::Frames;
use crate::view::{Choice, Class, ColumnsView, Label, LinkView, PairView, Run, SearchView, SentenceId};
use column::column;
pub(super) use fold::beside;
use hand::{Scene, Stagehand};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Component, Event, Html, KeyboardEvent, NodeRef, PointerEvent, Properties};

/// More articles than this have no dots in the margin; there is no room.
pub(super) const MOST_DOTS: usize = 8;

/// What the stage shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) cx: Context,
    pub(super) columns: Rc<ColumnsView>,
    pub(super) labels: Rc<Vec<Label>>,
    pub(super) pair: Option<Rc<PairView>>,
    pub(super) choice: Rc<Choice>,
    pub(super) ui: Rc<Ui>,
    /// Where the strip shows what is in view.
    pub(super) frames: Frames,
    pub(super) found: Rc<SearchView>,
}

/// The stage. The stagehand moves what is on it and ends with it.
pub(super) struct Stage {
    panes: [NodeRef; 2],
    gutter: NodeRef,
    svg: NodeRef,
    hand: Option<Stagehand>,
    scene: Rc<Scene>,
    /// How often the columns had been asked to scroll, and the focus to move, when that was done last.
    done: Option<[u32; 2]>,
    /// Whether the focus moves by itself, which is no act of the reader's.
    focusing: Rc<Cell<bool>>,
}

impl Component for Stage {
    type Message = ();
    type Properties = Props;

    fn create(ctx: &yew::Context<Self>) -> Self {
        Self {
            panes: Default::default(),
            gutter: NodeRef::default(),
            svg: NodeRef::default(),
            hand: None,
            scene: Rc::new(scene(ctx.props())),
            done: None,
            focusing: Rc::default(),
        }
    }

    fn changed(&mut self, ctx: &yew::Context<Self>, _: &Props) -> bool {
        let scene = scene(ctx.props());
        if *self.scene != scene {
            self.scene = Rc::new(scene);
        }
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let props = ctx.props();
        let cx = &props.cx;
        let locked = props.choice.locked;
        let middle = tag("div").class("ch ch-g").with(cx.icon_button("swap", cx.t("swap"), Act::Swap)).with(
            cx.icon_button(if locked { "lock" } else { "unlock" }, cx.t("lock"), Act::Lock)
                .state("aria-pressed", locked),
        );
        let names = [&props.columns.left, &props.columns.right].map(|c| cx.strings.outlet(&c.label));
        let raised = props.pair.as_ref().map(|p| [0, 1].map(|side| Rc::new(p.runs[side].clone())));
        let pane = |side: Side| self.pane(props, side, &names, raised.as_ref());
        tag("div")
            .class("cols")
            .with(head(props, Side::Left, &names[1]))
            .with(middle)
            .with(head(props, Side::Right, &names[0]))
            .with(pane(Side::Left))
            .with(self.gutter(props))
            .with(pane(Side::Right))
            .into()
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, _: bool) {
        let props = ctx.props();
        if self.hand.is_none() {
            self.hand = self.stagehand(props);
        }
        let Some(hand) = &self.hand else { return };
        hand.show(&self.scene);
        let (ui, selected) = (&props.ui, props.choice.selected);
        let before = self.done.replace([ui.scrolls, ui.focuses]);
        let [scrolls, focuses] = before.unwrap_or_default();
        // A link to a kept pair, or another view, leads to a first drawing.
        let scroll = if before.is_none() && selected.is_some() { Scroll::Level } else { ui.scroll };
        if before.is_none() || scrolls != ui.scrolls {
            match (scroll, selected) {
                (Scroll::Level, Some(pair)) => hand.level(pair, ui.side),
                (Scroll::Level, None) => {}
                (Scroll::Return, _) => hand.go_home(),
                (Scroll::Show, _) => hand.visit(ui.target(), ui.side),
                (Scroll::Place, _) => hand.scroll_to(ui.target(), ui.side),
            }
        }
        if focuses != ui.focuses {
            self.focusing.set(true);
            hand.focus(ui.target(), ui.side);
            self.focusing.set(false);
        }
    }
}

impl Stage {
    fn pane(&self, props: &Props, side: Side, names: &[String; 2], raised: Option<&[Rc<Vec<Run>>; 2]>) -> El {
        let shown = column::Shown {
            columns: &props.columns,
            side,
            pair: props.pair.as_deref(),
            raised,
            choice: &props.choice,
            other: &names[side.other().index()],
            name: &names[side.index()],
            ui: &props.ui,
            found: &props.found,
        };
        let pane = tag("div").class("pane").class_of("pane-", side.key()).node(&self.panes[side.index()]);
        let pane = pointers(pane, &props.cx.act, &props.columns, side, &self.focusing);
        tag("div").class("panes").with(pane.with(dots_head(&props.labels)).with(column(&props.cx, &shown)))
    }

    fn gutter(&self, props: &Props) -> El {
        let gutter = tag("div").class("gut").node(&self.gutter).hidden_from_aria();
        let gutter = gutter_pointers(gutter, &props.cx.act, &props.columns, &props.choice);
        gutter.with(hatch()).with(tag("svg").class("rib").node(&self.svg))
    }

    /// A stagehand for the elements on stage.
    fn stagehand(&self, props: &Props) -> Option<Stagehand> {
        let (frames, act) = (props.frames.clone(), props.cx.act.clone());
        let pane = |side: usize| self.panes[side].cast::<HtmlElement>();
        let told = Box::new(move |extents: &_, frame: &_| frames.show(extents, frame));
        let found = Box::new(move |side, sentence| act.emit(Act::Revealed(side, sentence)));
        Stagehand::new([pane(0)?, pane(1)?], self.gutter.cast()?, &self.svg.cast()?, told, found)
    }
}

/// What stands over a column.
fn head(props: &Props, side: Side, other: &str) -> El {
    let cx = &props.cx;
    let column = if side == Side::Left { &props.columns.left } else { &props.columns.right };
    let name = cx.strings.part("pick", side.key());
    tag("div")
        .class("ch")
        .part("column-heading")
        .class_of("ch-", side.key())
        .with(picker(cx, side, &props.labels, column.label.article, name))
        .with(meta(cx, column, other))
}

/// The pattern of what is partly shared.
fn hatch() -> El {
    let pattern = tag("pattern")
        .attr("id", "dp-hatch")
        .attr("width", "6")
        .attr("height", "6")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .with(tag("path").attr("d", "M0 0V6").class("hatch"));
    tag("svg").class("defs").attr("width", "0").attr("height", "0").with(pattern)
}

/// The letters over the dots in the margin.
fn dots_head(labels: &[Label]) -> Option<El> {
    let letter = |label: &Label| tag("span").with(label.letter.as_str());
    let head = || tag("div").class("th").hidden_from_aria().with(tag("div").each(labels, letter));
    (labels.len() <= MOST_DOTS).then(head)
}

fn scene(props: &Props) -> Scene {
    let (columns, choice) = (&props.columns, &props.choice);
    let raised = props.pair.as_ref().map(|p| p.ids);
    let shown = |class: Class| (class == Class::Unsure || choice.shows(class)).then_some(class);
    let classes = [&columns.left, &columns.right].map(|c| c.sentences().map(|s| shown(s.class)).collect());
    Scene { links: drawn_links(columns, choice), classes, raised, locked: choice.locked }
}

/// The links that the gutter shows, in the order that their elements are numbered in.
fn drawn_links(columns: &ColumnsView, choice: &Choice) -> Vec<LinkView> {
    let shown = columns.links.iter().filter(|l| choice.shows(l.class));
    let weak = columns.weak.iter().filter(|_| choice.weak);
    weak.chain(shown).copied().collect()
}

/// What happens where a reader points in a pane. Only a pointer that moves raises what is under it: text that scrolls
/// under a resting one raises nothing.
fn pointers(
    pane: El,
    act: &Callback<Act>,
    columns: &Rc<ColumnsView>,
    side: Side,
    focusing: &Rc<Cell<bool>>,
) -> El {
    let columns = Rc::clone(columns);
    let at: At<Pointed> = Rc::new(move |event| {
        let sentence = event.target().and_then(|t| number_at(&t, "[data-s]", "data-s"));
        (sentence, sentence.and_then(|s| best_pair(&columns, side, s)))
    });
    let hears = |kind, pane: El, run: fn(&Event, Pointed, Side) -> Option<Act>| {
        let (at, act) = (Rc::clone(&at), act.clone());
        pane.on(kind, move |event| {
            if let Some(what) = run(&event, at(&event), side) {
                act.emit(what);
            }
        })
    };
    let pane = hears(ListenerKind::onpointermove, pane, |event, (_, pair), _| {
        let event: &PointerEvent = event.unchecked_ref();
        let points = event.buttons() == 0 && event.pointer_type() != "touch" && !has_selection();
        points.then_some(Act::Raise(pair))
    });
    let pane = hears(ListenerKind::onpointerleave, pane, |_, _, _| Some(Act::Raise(None)));
    let pane = hears(ListenerKind::onclick, pane, |_, (_, pair), side| {
        let what = pair.map_or(Act::Raise(None), |pair| Act::Select(pair, side));
        (!has_selection()).then_some(what)
    });
    let pane = hears(ListenerKind::onkeydown, pane, |event, (sentence, _), side| {
        let key: &KeyboardEvent = event.unchecked_ref();
        let sentence = sentence.filter(|_| key.key() == "Enter")?;
        event.prevent_default();
        Some(Act::Enter(side, sentence))
    });
    let (focusing, act) = (Rc::clone(focusing), act.clone());
    pane.on(ListenerKind::onfocusin, move |event| {
        let (sentence, pair) = at(&event);
        if let Some(sentence) = sentence.filter(|_| !focusing.get()) {
            act.emit(Act::Focus(side, sentence, pair));
        }
    })
}

/// A sentence of a pane, and the pair that it can be raised with.
type Pointed = (Option<u32>, Option<Pair>);
/// What an event is about.
type At<T> = Rc<dyn Fn(&Event) -> T>;

/// What happens where a reader points in the gutter.
fn gutter_pointers(gutter: El, act: &Callback<Act>, columns: &Rc<ColumnsView>, choice: &Rc<Choice>) -> El {
    let (columns, choice) = (Rc::clone(columns), Rc::clone(choice));
    let at: At<Option<Pair>> = Rc::new(move |event| {
        let link = number_at(&event.target()?, "[data-link]", "data-link")?;
        drawn_links(&columns, &choice).get(link as usize).map(|l| ids(&columns, l))
    });
    let (clicked, raise, leave, select) = (Rc::clone(&at), act.clone(), act.clone(), act.clone());
    gutter
        .on(ListenerKind::onpointerover, move |event| raise.emit(Act::Raise(at(&event))))
        .on(ListenerKind::onpointerleave, move |_| leave.emit(Act::Raise(None)))
        .on(ListenerKind::onclick, move |event| {
            if let Some(pair) = clicked(&event) {
                select.emit(Act::Select(pair, Side::Left));
            }
        })
}

/// The number in `attribute` of the element at or around `target` that matches `selector`.
pub(super) fn number_at(target: &EventTarget, selector: &str, attribute: &str) -> Option<u32> {
    let element: &Element = target.dyn_ref()?;
    element.closest(selector).ok()??.get_attribute(attribute)?.parse().ok()
}

/// The surest pair of a sentence.
pub(super) fn best_pair(columns: &ColumnsView, side: Side, sentence: u32) -> Option<Pair> {
    let column = if side == Side::Left { &columns.left } else { &columns.right };
    let view = column.sentences().nth(sentence as usize)?;
    let other = *view.counterparts.first()?;
    Some(if side == Side::Left { [view.id, other] } else { [other, view.id] })
}

fn ids(columns: &ColumnsView, link: &LinkView) -> Pair {
    let id = |article, sentence| SentenceId { article, sentence };
    [id(columns.left.label.article, link.left), id(columns.right.label.article, link.right)]
}

/// A length in whole pixels.
#[expect(clippy::cast_possible_truncation, reason = "pixels; a cast from float saturates")]
pub(super) fn whole(value: f64) -> i32 {
    value.round() as i32
}
