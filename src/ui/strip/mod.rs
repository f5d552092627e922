//! The overview strip: the whole story as lanes of cells, with the part in view framed.

mod frames;
pub(super) mod layout;

use super::context::use_words_and_acts;
use super::size::use_size;
use super::state::{Act, Pair, Side};
use crate::view::{Class, StripCell, StripView};
pub(super) use frames::Frames;
use layout::{Layout, Run, Stretch};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// What the strip shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) strip: Rc<StripView>,
    /// The articles in the columns, left first.
    pub(super) shown: [u32; 2],
    /// Sentences of the raised group.
    pub(super) raised: Rc<Vec<crate::view::SentenceId>>,
    pub(super) pair: Option<Pair>,
    pub(super) along: bool,
    pub(super) side: Side,
    /// For each column the sentence that the reader is at.
    pub(super) stops: [u32; 2],
    pub(super) frames: Frames,
}

/// The strip.
#[component]
pub(super) fn Strip(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let host = use_node_ref();
    let size = use_size(&host);
    let run = if props.along { Run::Along } else { Run::Down };
    let layout = use_memo((Rc::clone(&props.strip), run, size), |(strip, run, (w, h))| {
        Layout::new(strip, *run, *w, *h)
    });
    let rects = [use_node_ref(), use_node_ref()];
    props.frames.attach(Rc::clone(&layout), props.shown, rects.clone());
    {
        let frames = props.frames.clone();
        use_effect_with((Rc::clone(&layout), props.shown), move |_| frames.again());
    }
    let pick = {
        let (layout, shown, side, host) = (Rc::clone(&layout), props.shown, props.side, host.clone());
        Rc::new(move |event: &PointerEvent| act_at(&layout, shown, side, &host.cast()?, event))
    };
    let down = {
        let (act, pick, host) = (act.clone(), Rc::clone(&pick), host.clone());
        Callback::from(move |e: PointerEvent| {
            // A drag goes on outside of the strip; the event's own current target is the root of all handlers.
            if let Some(host) = host.cast::<Element>() {
                let _ = host.set_pointer_capture(e.pointer_id());
            }
            if let Some(a) = pick(&e) {
                act.emit(a);
            }
        })
    };
    let drag = {
        let act = act.clone();
        Callback::from(move |e: PointerEvent| {
            if e.buttons() == 1
                && let Some(a @ Act::Goto(..)) = pick(&e)
            {
                act.emit(a);
            }
        })
    };
    let count = props.strip.lanes.len();
    let lane = props.strip.lanes.get(props.shown[props.side.index()] as usize);
    let cells = lane.map_or(0, |lane| lane.label.sentences);
    let (at, of) = ((props.stops[props.side.index()] + 1).to_string(), cells.to_string());
    let outlet = lane.map(|lane| strings.outlet(&lane.label)).unwrap_or_default();
    let said = strings.fill("strip.at", &[("outlet", &outlet), ("at", &at), ("of", &of)]);
    let key = {
        let (along, side, stops) = (props.along, props.side, props.stops);
        let lengths = props.shown.map(|a| props.strip.lanes.get(a as usize).map_or(0, |l| l.label.sentences));
        Callback::from(move |e: KeyboardEvent| {
            if let Some((side, sentence)) = moved(&e.key(), along, side, stops, lengths) {
                e.prevent_default();
                act.emit(Act::Goto(side, sentence));
            }
        })
    };
    html! {
        <aside class={classes!("ov", props.along.then_some("along"))} aria-label={strings.t("strip.label")}>
            <h2>{strings.fill("strip", &[("n", &count.to_string())])}</h2>
            <div class="ovc" ref={host} onpointerdown={down} onpointermove={drag} onkeydown={key} tabindex="0"
                role="slider" aria-label={strings.t("strip.label")} aria-orientation={if props.along { "horizontal" } else { "vertical" }}
                aria-valuemin="1" aria-valuemax={of} aria-valuenow={at} aria-valuetext={said}>
                {picture(props, &layout, size, &rects)}
            </div>
        </aside>
    }
}

/// The page keys go this many sentences at once.
const PAGE: u32 = 5;

/// Where a key leads: along the lane by sentences, across to the other article that is shown.
fn moved(key: &str, along: bool, side: Side, stops: [u32; 2], lengths: [u32; 2]) -> Option<(Side, u32)> {
    let at = stops[side.index()];
    let last = lengths[side.index()].saturating_sub(1);
    let to = match (key, along) {
        ("ArrowDown", false) | ("ArrowRight", true) => at + 1,
        ("ArrowUp", false) | ("ArrowLeft", true) => at.saturating_sub(1),
        ("PageDown", _) => at + PAGE,
        ("PageUp", _) => at.saturating_sub(PAGE),
        ("Home", _) => 0,
        ("End", _) => last,
        ("ArrowLeft" | "ArrowRight", false) | ("ArrowUp" | "ArrowDown", true) => {
            let other = side.other();
            return Some((other, stops[other.index()]));
        }
        _ => return None,
    };
    Some((side, to.min(last)))
}

/// What a press at a point of the strip means: going there, or showing that article first.
fn act_at(layout: &Layout, shown: [u32; 2], side: Side, host: &Element, event: &PointerEvent) -> Option<Act> {
    let origin = host.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()) - origin.left(), f64::from(event.client_y()) - origin.top());
    let (lane, sentence) = layout.at(x, y)?;
    Some(match shown.iter().position(|&a| a == lane) {
        Some(0) => Act::Goto(Side::Left, sentence),
        Some(_) => Act::Goto(Side::Right, sentence),
        None => Act::Pick(side, lane),
    })
}

fn picture(props: &Props, layout: &Layout, size: (f64, f64), rects: &[NodeRef; 2]) -> Html {
    if size.0 < 1.0 || size.1 < 1.0 {
        return html! {};
    }
    let down = layout.run == Run::Down;
    let lane = |(index, lane): (usize, &crate::view::Lane)| {
        let c = layout.across(index);
        let current = props.shown.contains(&lane.label.article).then_some("cur");
        let (x, y) = if down { (c + layout.thick / 2.0, 11.0) } else { (5.0, c + layout.thick - 0.5) };
        let places = layout.lanes.get(index).map_or(&[][..], Vec::as_slice);
        html! {
            <g key={index}>
                <text x={n(x)} y={n(y)} class={current}>{&lane.label.letter}</text>
                {for lane.cells.iter().zip(places).map(|(cell, place)| draw(*cell, *place, c, layout))}
            </g>
        }
    };
    let view_box = ["0 0 ", &n(size.0), " ", &n(size.1)].concat();
    html! {
        <svg viewBox={view_box} aria-hidden="true">
            {for props.strip.lanes.iter().enumerate().map(lane)}
            {thread(props, layout)}
            <rect class="frame" rx="2" ref={rects[0].clone()} />
            <rect class="frame" rx="2" ref={rects[1].clone()} />
        </svg>
    }
}

fn draw(cell: StripCell, place: Stretch, across: f64, layout: &Layout) -> Html {
    let (x, y, w, h) = match layout.run {
        Run::Down => (across, place.start, layout.thick, place.length),
        Run::Along => (place.start, across, place.length, layout.thick),
    };
    let inset = if matches!(cell.class, Class::Only | Class::Partly | Class::Unsure) { 0.5 } else { 0.0 };
    let class = ["c-", cell.class.key()].concat();
    let slit = (cell.class == Class::Reworded).then(|| match layout.run {
        Run::Down => (x + w / 2.0 - 1.25, y, 2.5, h),
        Run::Along => (x, y + h / 2.0 - 1.0, w, 2.0),
    });
    let mark = |x: f64, y: f64, w: f64, h: f64, class: String| html! { <rect {class} x={n(x)} y={n(y)} width={n(w)} height={n(h)} /> };
    html! {
        <>
            {mark(x + inset, y + inset, (w - 2.0 * inset).max(0.5), (h - 2.0 * inset).max(0.5), class)}
            if let Some((x, y, w, h)) = slit { {mark(x, y, w, h, "slit".to_owned())} }
            if cell.differs {
                {match layout.run {
                    Run::Down => mark(x + w + 1.0, y, 2.0, h.max(3.0), "c-fact".to_owned()),
                    Run::Along => mark(x, y + h + 0.5, w.max(3.0), 2.0, "c-fact".to_owned()),
                }}
            }
        </>
    }
}

/// The line through the sentences of the raised group.
fn thread(props: &Props, layout: &Layout) -> Html {
    let point = |id: &crate::view::SentenceId| {
        let place = layout.lanes.get(id.article as usize)?.get(id.sentence as usize)?;
        let (along, across) =
            (place.start + place.length / 2.0, layout.across(id.article as usize) + layout.thick / 2.0);
        Some(if layout.run == Run::Down { (across, along) } else { (along, across) })
    };
    let points: Vec<(f64, f64)> = props.raised.iter().filter_map(point).collect();
    let path: Vec<String> = points.iter().map(|(x, y)| [n(*x), n(*y)].join(" ")).collect();
    if path.is_empty() {
        return html! {};
    }
    html! {
        <>
            <path class="thread" d={["M", &path.join("L")].concat()} />
            {for points.iter().map(|(x, y)| html! { <circle class="dot" cx={n(*x)} cy={n(*y)} r="3" /> })}
        </>
    }
}

fn n(value: f64) -> String {
    let mut out = String::new();
    super::stage::ribbons::geometry::number(&mut out, value);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_along_the_lane_and_across_to_the_other_article() {
        let go = |key, along| moved(key, along, Side::Left, [3, 7], [5, 9]);
        assert_eq!(go("ArrowDown", false), Some((Side::Left, 4)));
        assert_eq!(go("PageDown", false), Some((Side::Left, 4)));
        assert_eq!(go("ArrowRight", false), Some((Side::Right, 7)));
        assert_eq!(go("ArrowLeft", true), Some((Side::Left, 2)));
        assert_eq!(go("ArrowUp", true), Some((Side::Right, 7)));
        assert_eq!(go("Home", true), Some((Side::Left, 0)));
        assert_eq!(go("a", false), None);
    }
}
