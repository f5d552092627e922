//! The overview strip: the whole story as lanes of cells, with the part in view framed.

mod frames;
pub(super) mod layout;

use super::browser::Resize;
use super::context::Context;
use super::markup::{El, list, nothing, tag};
use super::state::{Act, LaneStep, Pair, Side};
use crate::view::{Class, StripCell, StripView};
pub(super) use frames::Frames;
use layout::{Layout, Run, Stretch};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::virtual_dom::ListenerKind;
use yew::{Component, Event, Html, KeyboardEvent, NodeRef, PointerEvent, Properties};

/// What the strip shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) cx: Context,
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
pub(super) struct Strip {
    host: NodeRef,
    rects: [NodeRef; 2],
    /// Width and height in CSS pixels; zero before it is on screen.
    size: (f64, f64),
    layout: Rc<Layout>,
    resize: Option<Resize>,
}

impl Component for Strip {
    type Message = (f64, f64);
    type Properties = Props;

    fn create(ctx: &yew::Context<Self>) -> Self {
        let size = (0.0, 0.0);
        let layout = layout(ctx.props(), size);
        Self { host: NodeRef::default(), rects: Default::default(), size, layout, resize: None }
    }

    fn update(&mut self, ctx: &yew::Context<Self>, size: (f64, f64)) -> bool {
        self.size = size;
        self.layout = layout(ctx.props(), size);
        true
    }

    fn changed(&mut self, ctx: &yew::Context<Self>, _: &Props) -> bool {
        self.layout = layout(ctx.props(), self.size);
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let props = ctx.props();
        let strings = &props.cx.strings;
        let name = props.cx.t("strip.label");
        let count = props.strip.lanes.len().to_string();
        let orientation = if props.along { "horizontal" } else { "vertical" };
        let lane = props.strip.lanes.get(props.shown[props.side.index()] as usize);
        let cells = lane.map_or(0, |lane| lane.label.sentences);
        let (at, of) = ((props.stops[props.side.index()] + 1).to_string(), cells.to_string());
        let outlet = lane.map(|lane| strings.outlet(&lane.label)).unwrap_or_default();
        let slider = tag("div")
            .class("ovc")
            .node(&self.host)
            .attr("tabindex", "0")
            .attr("role", "slider")
            .label(name)
            .attr("aria-orientation", orientation)
            .attr("aria-valuemin", "1")
            .attr("aria-valuemax", &of)
            .attr("aria-valuenow", &at)
            .attr(
                "aria-valuetext",
                &strings.fill("strip.at", &[("outlet", &outlet), ("at", &at), ("of", &of)]),
            );
        tag("aside")
            .class("ov")
            .part("strip")
            .class_if(props.along, "along")
            .label(name)
            .with(tag("h2").with(strings.fill("strip", &[("n", &count)])))
            .with(self.hears(slider, props).with(self.picture(props)))
            .into()
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, first: bool) {
        let props = ctx.props();
        props.frames.attach(Rc::clone(&self.layout), props.shown, self.rects.clone());
        props.frames.again();
        if first {
            let (host, told) = (self.host.clone(), ctx.link().callback(|size| size));
            let mut last = self.size;
            let mut read = move || {
                let Some(e) = host.cast::<Element>() else { return };
                let size = (f64::from(e.client_width()), f64::from(e.client_height()));
                if std::mem::replace(&mut last, size) != size {
                    told.emit(size);
                }
            };
            read();
            self.resize = Resize::new(read);
            if let (Some(resize), Some(element)) = (&self.resize, self.host.cast::<Element>()) {
                resize.observe(&element);
            }
        }
    }
}

impl Strip {
    /// What happens where a reader points, and what keys do.
    fn hears(&self, slider: El, props: &Props) -> El {
        let (layout, shown, side) = (Rc::clone(&self.layout), props.shown, props.side);
        let (host, act) = (self.host.clone(), props.cx.act.clone());
        let pointed = move |event: &Event, pressed: bool| {
            let event: &PointerEvent = event.unchecked_ref();
            let Some(host) = host.cast::<Element>() else { return };
            if pressed {
                // A drag goes on outside of the strip; the event's own current target is the root of all handlers.
                let _ = host.set_pointer_capture(event.pointer_id());
            } else if event.buttons() != 1 {
                return;
            }
            match act_at(&layout, shown, side, &host, event) {
                Some(what) if pressed || matches!(what, Act::Goto(..)) => act.emit(what),
                _ => {}
            }
        };
        let (pressed, stepped) = (Rc::new(pointed), props.cx.act.clone());
        let dragged = Rc::clone(&pressed);
        let along = props.along;
        slider
            .on(ListenerKind::onpointerdown, move |event| pressed(&event, true))
            .on(ListenerKind::onpointermove, move |event| dragged(&event, false))
            .on(ListenerKind::onkeydown, move |event| {
                let key: &KeyboardEvent = event.unchecked_ref();
                if let Some(step) = step(&key.key(), along) {
                    key.prevent_default();
                    stepped.emit(Act::Lane(step));
                }
            })
    }

    fn picture(&self, props: &Props) -> Option<El> {
        let (layout, size) = (&self.layout, self.size);
        if size.0 < 1.0 || size.1 < 1.0 {
            return None;
        }
        let mut picture = tag("svg").attr("viewBox", &["0 0 ", &n(size.0), " ", &n(size.1)].concat());
        picture = picture.hidden_from_aria();
        for (index, lane) in props.strip.lanes.iter().enumerate() {
            let across = layout.across(index);
            let (x, y) = match layout.run {
                Run::Down => (across + layout.thick / 2.0, 11.0),
                Run::Along => (5.0, across + layout.thick - 0.5),
            };
            let current = props.shown.contains(&lane.label.article);
            let letter = tag("text").attr("x", &n(x)).attr("y", &n(y)).class_if(current, "cur");
            let mut cells = tag("g").key(&index.to_string()).with(letter.with(lane.label.letter.as_str()));
            for (cell, place) in lane.cells.iter().zip(layout.lanes.get(index).map_or(&[][..], Vec::as_slice))
            {
                cells = draw(cells, *cell, *place, across, layout);
            }
            picture = picture.with(cells);
        }
        let frame = |rect: &NodeRef| tag("rect").class("frame").attr("rx", "2").node(rect);
        Some(thread(picture, props, layout).each(&self.rects, frame))
    }
}

fn layout(props: &Props, (width, height): (f64, f64)) -> Rc<Layout> {
    let run = if props.along { Run::Along } else { Run::Down };
    Rc::new(Layout::new(&props.strip, run, width, height))
}

/// The page keys go this many sentences at once.
const PAGE: u32 = 5;

/// The step that a key means where the lanes run `along` the line, or down the page.
fn step(key: &str, along: bool) -> Option<LaneStep> {
    Some(match (key, along) {
        ("ArrowDown", false) | ("ArrowRight", true) => LaneStep::Forward(1),
        ("ArrowUp", false) | ("ArrowLeft", true) => LaneStep::Back(1),
        ("PageDown", _) => LaneStep::Forward(PAGE),
        ("PageUp", _) => LaneStep::Back(PAGE),
        ("Home", _) => LaneStep::First,
        ("End", _) => LaneStep::Last,
        ("ArrowLeft" | "ArrowRight", false) | ("ArrowUp" | "ArrowDown", true) => LaneStep::Across,
        _ => return None,
    })
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

/// Puts a cell into its lane.
fn draw(lane: El, cell: StripCell, place: Stretch, across: f64, layout: &Layout) -> El {
    let (x, y, w, h) = match layout.run {
        Run::Down => (across, place.start, layout.thick, place.length),
        Run::Along => (place.start, across, place.length, layout.thick),
    };
    let inset = if matches!(cell.class, Class::Only | Class::Partly | Class::Unsure) { 0.5 } else { 0.0 };
    let (inner_w, inner_h) = ((w - 2.0 * inset).max(0.5), (h - 2.0 * inset).max(0.5));
    let mut lane = lane.with(rect(x + inset, y + inset, inner_w, inner_h).class_of("c-", cell.class.key()));
    if cell.class == Class::Reworded {
        let slit = match layout.run {
            Run::Down => rect(x + w / 2.0 - 1.25, y, 2.5, h),
            Run::Along => rect(x, y + h / 2.0 - 1.0, w, 2.0),
        };
        lane = lane.with(slit.class("slit"));
    }
    if cell.differs {
        let mark = match layout.run {
            Run::Down => rect(x + w + 1.0, y, 2.0, h.max(3.0)),
            Run::Along => rect(x, y + h + 0.5, w.max(3.0), 2.0),
        };
        lane = lane.with(mark.class("c-fact"));
    }
    lane
}

#[inline(never)]
fn rect(x: f64, y: f64, width: f64, height: f64) -> El {
    let rect = tag("rect").attr("x", &n(x)).attr("y", &n(y));
    rect.attr("width", &n(width)).attr("height", &n(height))
}

/// Puts the line through the sentences of the raised group into the picture.
fn thread(picture: El, props: &Props, layout: &Layout) -> El {
    let mut path = String::new();
    let mut dots = Vec::new();
    for id in props.raised.iter() {
        let lane = id.article as usize;
        let Some(place) = layout.lanes.get(lane).and_then(|l| l.get(id.sentence as usize)) else { continue };
        let (along, across) = (place.start + place.length / 2.0, layout.across(lane) + layout.thick / 2.0);
        let (x, y) = if layout.run == Run::Down { (across, along) } else { (along, across) };
        path.push(if path.is_empty() { 'M' } else { 'L' });
        path += &[n(x), n(y)].join(" ");
        dots.push(tag("circle").class("dot").attr("cx", &n(x)).attr("cy", &n(y)).attr("r", "3"));
    }
    if path.is_empty() {
        return picture.with(nothing());
    }
    let path = tag("path").class("thread").attr("d", &path);
    picture.with(list([path].into_iter().chain(dots).map(Html::from).collect()))
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
    fn arrows_go_along_the_lane_and_across_it() {
        assert_eq!(step("ArrowDown", false), Some(LaneStep::Forward(1)));
        assert_eq!(step("ArrowRight", false), Some(LaneStep::Across));
        assert_eq!(step("ArrowLeft", true), Some(LaneStep::Back(1)));
        assert_eq!(step("ArrowUp", true), Some(LaneStep::Across));
        assert_eq!(step("a", false), None);
    }
}
