//! Two columns, the gutter with the ribbons between them, and what happens when a reader points at a sentence.

mod column;
mod fold;
mod hand;
pub(super) mod ribbons;
mod sentence;
mod sync;

use super::browser::has_selection;
use super::context::{Context, on, use_words_and_acts};
use super::icons::icon;
use super::picker::{meta, picker};
use super::state::{Act, Pair, Side, Ui};
use super::strip::Frames;
use crate::view::{Choice, Class, ColumnsView, Label, LinkView, PairView, SearchView, SentenceId};
use column::Column;
pub(super) use fold::beside;
use hand::{Scene, Stagehand};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};
use yew::prelude::*;

/// What the stage shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) columns: Rc<ColumnsView>,
    pub(super) labels: Rc<Vec<Label>>,
    pub(super) pair: Option<Rc<PairView>>,
    pub(super) choice: Rc<Choice>,
    pub(super) ui: Rc<Ui>,
    /// Where the strip shows what is in view.
    pub(super) frames: Frames,
    pub(super) found: Rc<SearchView>,
}

/// The stage.
#[component]
pub(super) fn Stage(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let panes = [use_node_ref(), use_node_ref()];
    let (gutter, svg) = (use_node_ref(), use_node_ref());
    let hand = use_mut_ref(|| None::<Stagehand>);
    use_stagehand(props, &panes, &gutter, &svg, &hand, &act);
    let names =
        [&props.columns.left, &props.columns.right].map(|c| AttrValue::from(strings.outlet(&c.label)));
    let cx = Context { strings: Rc::clone(&strings), act: act.clone() };
    let head = |side: Side| {
        let column = if side == Side::Left { &props.columns.left } else { &props.columns.right };
        html! {
            <div class={["ch ch-", side.key()].concat()}>
                {picker(&cx, side, &props.labels, column.label.article, strings.part("pick", side.key()))}
                {meta(&cx, column, &names[side.other().index()])}
            </div>
        }
    };
    let pane = |side: Side| {
        let pointer = pointers(&act, &props.columns, side);
        html! {
            <div class={["pane pane-", side.key()].concat()} ref={panes[side.index()].clone()}
                onpointermove={pointer.over} onpointerleave={pointer.leave} onclick={pointer.click} onfocusin={pointer.focus} onkeydown={pointer.key}>
                {dots_head(&props.labels)}
                <Column columns={Rc::clone(&props.columns)} {side} pair={props.pair.clone()} choice={Rc::clone(&props.choice)}
                    other={names[side.other().index()].clone()} name={names[side.index()].clone()}
                    ui={Rc::clone(&props.ui)} found={Rc::clone(&props.found)} />
            </div>
        }
    };
    let gutter_acts = gutter_pointers(&act, &props.columns, &props.choice);
    let locked = props.choice.locked;
    html! {
        <div class="cols">
            {head(Side::Left)}
            <div class="ch ch-g">
                <button type="button" class="ib" aria-label={strings.t("swap")} title={strings.t("swap")}
                    onclick={on(&act, Act::Swap)}>{icon("swap")}</button>
                <button type="button" class="ib" aria-label={strings.t("lock")} title={strings.t("lock")}
                    aria-pressed={locked.to_string()} onclick={on(&act, Act::Lock)}>
                    {icon(if locked { "lock" } else { "unlock" })}</button>
            </div>
            {head(Side::Right)}
            <div class="panes">{pane(Side::Left)}</div>
            <div class="gut" ref={gutter} aria-hidden="true" onpointerover={gutter_acts.over}
                onpointerleave={gutter_acts.leave} onclick={gutter_acts.click}>
                {hatch()}
                <svg class="rib" ref={svg}></svg>
            </div>
            <div class="panes">{pane(Side::Right)}</div>
        </div>
    }
}

/// The pattern of what is partly shared.
fn hatch() -> Html {
    html! {
        <svg class="defs" width="0" height="0">
            <pattern id="dp-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path d="M0 0V6" class="hatch" />
            </pattern>
        </svg>
    }
}

/// The letters over the dots in the margin.
fn dots_head(labels: &[Label]) -> Html {
    if labels.len() > 8 {
        return html! {};
    }
    html! { <div class="th" aria-hidden="true"><div>{for labels.iter().map(|l| html! { <span>{&l.letter}</span> })}</div></div> }
}

#[hook]
fn use_stagehand(
    props: &Props,
    panes: &[NodeRef; 2],
    gutter: &NodeRef,
    svg: &NodeRef,
    hand: &Rc<std::cell::RefCell<Option<Stagehand>>>,
    act: &Callback<Act>,
) {
    let scene = use_memo(
        (Rc::clone(&props.columns), Rc::clone(&props.choice), props.pair.as_ref().map(|p| p.ids)),
        |(columns, choice, raised)| scene(columns, choice, *raised),
    );
    {
        let (panes, gutter, svg, hand) = (panes.clone(), gutter.clone(), svg.clone(), Rc::clone(hand));
        let (frames, act) = (props.frames.clone(), act.clone());
        use_effect_with(scene, move |scene| {
            let mut slot = hand.borrow_mut();
            if slot.is_none() {
                let pane = |side: usize| panes[side].cast::<HtmlElement>();
                if let (Some(left), Some(right), Some(gutter), Some(svg)) =
                    (pane(0), pane(1), gutter.cast::<Element>(), svg.cast::<Element>())
                {
                    let told = Box::new(move |extents: &_, frame: &_| frames.show(extents, frame));
                    let found = Box::new(move |side, sentence| act.emit(Act::Revealed(side, sentence)));
                    *slot = Stagehand::new([left, right], gutter, &svg, told, found);
                }
            }
            if let Some(hand) = slot.as_ref() {
                hand.show((**scene).clone());
            }
        });
    }
    let with_hand = |act: fn(&Stagehand, &Wish)| {
        let hand = Rc::clone(hand);
        move |wish: &Wish| {
            if let (Some(hand), true) = (hand.borrow().as_ref(), wish.count > 0 && wish.there) {
                act(hand, wish);
            }
        }
    };
    let column = if props.ui.side == Side::Left { &props.columns.left } else { &props.columns.right };
    let there = props.ui.visited.is_none_or(|id| id.article == column.label.article);
    let wish = |count: u32| Wish {
        count,
        there,
        pair: props.choice.selected,
        side: props.ui.side,
        at: props.ui.target(),
    };
    // The first one too: a link to a kept pair, or another view, leads here.
    use_effect_with(Counted(wish(props.ui.leveled + 1)), {
        let act = with_hand(|hand, wish| {
            if let Some(pair) = wish.pair {
                hand.level(pair, wish.side);
            }
        });
        move |c: &Counted| act(&c.0)
    });
    use_effect_with(Counted(wish(props.ui.returned)), {
        let act = with_hand(|hand, _| hand.go_home());
        move |c: &Counted| act(&c.0)
    });
    use_effect_with(Counted(wish(props.ui.moved)), {
        let act = with_hand(|hand, wish| {
            hand.visit(wish.at, wish.side);
            hand.focus(wish.at, wish.side);
        });
        move |c: &Counted| act(&c.0)
    });
    use_effect_with(Counted(wish(props.ui.strip_moved)), {
        let act = with_hand(|hand, wish| hand.scroll_to(wish.at, wish.side));
        move |c: &Counted| act(&c.0)
    });
}

/// Something that the stagehand is asked to do, once for each count.
struct Wish {
    count: u32,
    /// Whether the article of the sentence wanted is on stage; a wish waits for it.
    there: bool,
    pair: Option<Pair>,
    side: Side,
    at: u32,
}

/// A wish that is the same as another when it is for the same count.
struct Counted(Wish);

impl PartialEq for Counted {
    fn eq(&self, other: &Self) -> bool {
        (self.0.count, self.0.there) == (other.0.count, other.0.there)
    }
}

fn scene(columns: &ColumnsView, choice: &Choice, raised: Option<Pair>) -> Scene {
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

/// Handlers of a pane or the gutter. Only a pointer that moves raises what is under it: text that scrolls under a
/// resting one raises nothing.
struct Pointers {
    over: Callback<PointerEvent>,
    leave: Callback<PointerEvent>,
    click: Callback<MouseEvent>,
    focus: Callback<FocusEvent>,
    key: Callback<KeyboardEvent>,
}

fn pointers(act: &Callback<Act>, columns: &Rc<ColumnsView>, side: Side) -> Pointers {
    let pair_at = {
        let columns = Rc::clone(columns);
        move |target: Option<EventTarget>| -> (Option<u32>, Option<Pair>) {
            let sentence = target.and_then(|t| number_at(&t, "[data-s]", "data-s"));
            (sentence, sentence.and_then(|s| best_pair(&columns, side, s)))
        }
    };
    let (over, click, focus, key) = (pair_at.clone(), pair_at.clone(), pair_at.clone(), pair_at);
    Pointers {
        over: {
            let act = act.clone();
            Callback::from(move |event: PointerEvent| {
                if event.buttons() == 0 && event.pointer_type() != "touch" && !has_selection() {
                    act.emit(Act::Raise(over(event.target()).1));
                }
            })
        },
        leave: act.reform(|_| Act::Raise(None)),
        click: {
            let act = act.clone();
            Callback::from(move |event: MouseEvent| {
                if has_selection() {
                    return;
                }
                match click(event.target()) {
                    (_, Some(pair)) => act.emit(Act::Select(pair, side)),
                    (Some(_), None) | (None, _) => act.emit(Act::Raise(None)),
                }
            })
        },
        focus: {
            let act = act.clone();
            Callback::from(move |event: FocusEvent| {
                if let (Some(sentence), pair) = focus(event.target()) {
                    act.emit(Act::Focus(side, sentence, pair));
                }
            })
        },
        key: {
            let act = act.clone();
            Callback::from(move |event: KeyboardEvent| {
                if event.key() == "Enter"
                    && let Some(pair) = key(event.target()).1
                {
                    event.prevent_default();
                    act.emit(Act::Select(pair, side));
                }
            })
        },
    }
}

fn gutter_pointers(act: &Callback<Act>, columns: &Rc<ColumnsView>, choice: &Rc<Choice>) -> Pointers {
    let pair_at = {
        let (columns, choice) = (Rc::clone(columns), Rc::clone(choice));
        move |target: Option<EventTarget>| {
            let link = target.and_then(|t| number_at(&t, "[data-link]", "data-link"))?;
            drawn_links(&columns, &choice).get(link as usize).map(|l| ids(&columns, l))
        }
    };
    let (over, click) = (pair_at.clone(), pair_at);
    Pointers {
        over: act.reform(move |event: PointerEvent| Act::Raise(over(event.target()))),
        leave: act.reform(|_| Act::Raise(None)),
        click: {
            let act = act.clone();
            Callback::from(move |event: MouseEvent| {
                if let Some(pair) = click(event.target()) {
                    act.emit(Act::Select(pair, Side::Left));
                }
            })
        },
        focus: Callback::noop(),
        key: Callback::noop(),
    }
}

/// The number in `attribute` of the element at or around `target` that matches `selector`.
pub(super) fn number_at(target: &EventTarget, selector: &str, attribute: &str) -> Option<u32> {
    let element: &Element = target.dyn_ref()?;
    element.closest(selector).ok()??.get_attribute(attribute)?.parse().ok()
}

/// The surest pair of a sentence.
fn best_pair(columns: &ColumnsView, side: Side, sentence: u32) -> Option<Pair> {
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
