//! Keeps the drawing in the gutter. Elements are made when the links change; scrolling only moves them.

use super::geometry::{BAR_INSET, BAR_WIDTH, Extent, Frame, Out, Path, Slot, brace, number, ribbon, slots};
use crate::ui::icons::outline;
use crate::view::{Class, LinkView};
use std::cell::Cell;
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";
/// Two glyphs stay at least this far apart.
const GLYPH_ROOM: f64 = 20.0;

/// One link as elements.
struct Drawn {
    group: Element,
    paths: Vec<Element>,
    glyph: Element,
    /// Whether the ribbon and its glyph are hidden, as far as that was said to the browser: most links are out of
    /// view in most frames, and asking for nothing new is what costs nothing.
    hidden: [Cell<Option<bool>>; 2],
}

impl Drawn {
    fn hide(&self, hidden: [bool; 2]) {
        for ((element, known), hidden) in [&self.group, &self.glyph].into_iter().zip(&self.hidden).zip(hidden)
        {
            if known.replace(Some(hidden)) != Some(hidden) {
                hide(element, hidden);
            }
        }
    }
}

/// The drawing.
pub(crate) struct Drawing {
    svg: Element,
    document: Document,
    sides: [Element; 2],
    ribbons: Element,
    glyphs: Element,
    stubs: [Element; 4],
    drawn: Vec<Drawn>,
    links: Vec<LinkView>,
    slots: Vec<[Slot; 2]>,
    on: Vec<bool>,
    /// Whether the left article stands on the right.
    pub(crate) mirrored: bool,
}

impl Drawing {
    /// An empty drawing in `svg`.
    pub(crate) fn new(svg: &Element) -> Option<Self> {
        let document = svg.owner_document()?;
        svg.replace_children_with_node_0();
        let group = |class: &str| child(&document, svg, "g", class);
        let (ribbons, left, right, glyphs) = (group("rbs")?, group("side")?, group("side")?, group("gls")?);
        let stub = || child(&document, svg, "text", "stubn");
        let stubs = [stub()?, stub()?, stub()?, stub()?];
        Some(Self {
            svg: svg.clone(),
            sides: [left, right],
            document,
            ribbons,
            glyphs,
            stubs,
            drawn: Vec::new(),
            links: Vec::new(),
            slots: Vec::new(),
            on: Vec::new(),
            mirrored: false,
        })
    }

    /// Takes new links, or new places of the sentences.
    pub(crate) fn layout(
        &mut self,
        links: &[LinkView],
        classes: [&[Option<Class>]; 2],
        extents: &[Vec<Extent>; 2],
        width: f64,
    ) {
        if self.links != links || self.drawn.is_empty() {
            self.make(links);
        }
        self.slots = slots(links, extents);
        for side in 0..2 {
            self.bars(side, classes[side], &extents[side], width);
        }
    }

    fn make(&mut self, links: &[LinkView]) {
        self.ribbons.replace_children_with_node_0();
        self.glyphs.replace_children_with_node_0();
        self.links = links.to_vec();
        self.on = vec![false; links.len()];
        let drawn: Vec<Drawn> =
            links.iter().enumerate().filter_map(|(i, link)| self.make_link(i, link)).collect();
        self.drawn = drawn;
    }

    fn make_link(&self, index: usize, link: &LinkView) -> Option<Drawn> {
        let key = link.class.key();
        let number = index.to_string();
        let group = child(&self.document, &self.ribbons, "g", "rg")?;
        set(&group, "data-link", &number);
        let names = ["rb-halo", "rb-paper", &["rb rb-", key].concat()];
        let paths = names.iter().filter_map(|name| child(&self.document, &group, "path", name)).collect();
        let glyph = child(&self.document, &self.glyphs, "g", &["gb g-", key].concat())?;
        set(&glyph, "data-link", &number);
        let disc = child(&self.document, &glyph, "circle", "disc")?;
        set(&disc, "r", "9");
        let (stroke, fill) = outline(key);
        for (d, class) in [(stroke, "g-line"), (fill, "g-fill")].into_iter().filter(|(d, _)| !d.is_empty()) {
            let path = child(&self.document, &glyph, "path", class)?;
            set(&path, "d", d);
            set(&path, "transform", "translate(-7 -7)");
        }
        Some(Drawn { group, paths, glyph, hidden: Default::default() })
    }

    /// The bars and braces of one column. They scroll with it as a whole.
    fn bars(&self, side: usize, classes: &[Option<Class>], extents: &[Extent], width: f64) {
        let Some(host) = self.sides.get(side) else { return };
        host.replace_children_with_node_0();
        let first = (side == 0) != self.mirrored;
        let x = if first { BAR_INSET } else { width - BAR_INSET - BAR_WIDTH };
        for (index, (class, extent)) in classes.iter().zip(extents).enumerate() {
            let Some(class) = class.filter(|_| extent.bottom < f64::MAX / 8.0) else { continue };
            if let Some(bar) = child(&self.document, host, "path", &["bb bb-", class.key()].concat()) {
                set(&bar, "d", &bar_outline(class, x, *extent));
                set(&bar, "data-of", &index.to_string());
            }
            let links = self
                .slots
                .iter()
                .filter(|s| s.get(side).is_some_and(|s| s.braced && within(s.extent, *extent)));
            if links.count() > 1
                && let Some(curl) = child(&self.document, host, "path", "brace")
            {
                let (from, toward) =
                    if first { (BAR_INSET + 9.0, 1.0) } else { (width - BAR_INSET - 9.0, -1.0) };
                set(&curl, "d", &brace(*extent, from, toward));
            }
        }
    }

    /// Raises the links for which `on` holds; they are drawn last, so that they lie over the others.
    pub(crate) fn raise(&mut self, on: impl Fn(&LinkView) -> bool) {
        let before = std::mem::replace(&mut self.on, self.links.iter().map(on).collect());
        let changed = self.on.iter().zip(before).map(|(now, before)| *now != before);
        for ((drawn, &on), _) in self.drawn.iter().zip(&self.on).zip(changed).filter(|(_, changed)| *changed)
        {
            for (element, class) in [(&drawn.group, "rg"), (&drawn.glyph, "gb")] {
                let _ = element.class_list().toggle_with_force("on", on);
                if on && let Some(parent) = element.parent_node() {
                    let _ = parent.append_child(element);
                }
                debug_assert!(element.class_list().contains(class));
            }
        }
    }

    /// Moves everything to where the columns are scrolled now.
    pub(crate) fn place(&self, frame: &Frame) {
        let mut view_box = String::from("0 0 ");
        number(&mut view_box, frame.width);
        view_box.push(' ');
        number(&mut view_box, frame.height);
        set(&self.svg, "viewBox", &view_box);
        for (side, element) in self.sides.iter().enumerate() {
            translate(element, 0.0, -frame.scroll[side]);
        }
        let mut stubs = [0_usize; 4];
        let mut seats: Vec<(f64, f64)> = Vec::new();
        let is_on = |i: &usize| self.on.get(*i).copied().unwrap_or_default();
        let (mut order, rest): (Vec<usize>, Vec<usize>) = (0..self.drawn.len()).partition(is_on);
        order.extend(rest);
        for index in order {
            let (Some(drawn), Some(ends)) = (self.drawn.get(index), self.slots.get(index)) else { continue };
            let Some(ribbon) = ribbon(ends, frame) else {
                drawn.hide([true, true]);
                continue;
            };
            // Halo and paper lie under a raised ribbon only.
            let under = if is_on(&index) { 0 } else { drawn.paths.len().saturating_sub(1) };
            for path in drawn.paths.iter().skip(under) {
                set(path, "d", &ribbon.d);
            }
            let free = |p: &&(f64, f64)| {
                p.1 > 10.0
                    && p.1 < frame.height - 10.0
                    && seats.iter().all(|q| (p.0 - q.0).hypot(p.1 - q.1) > GLYPH_ROOM)
            };
            let seat = ribbon.seats.iter().find(free).copied();
            drawn.hide([false, seat.is_none()]);
            if let Some((x, y)) = seat {
                translate(&drawn.glyph, x, y);
                seats.push((x, y));
            }
            for (side, out) in ribbon.out.into_iter().enumerate().filter(|(_, out)| *out != Out::No) {
                if let Some(stub) = stubs.get_mut(side * 2 + usize::from(out == Out::Below)) {
                    *stub += 1;
                }
            }
        }
        self.place_stubs(stubs, frame);
    }

    fn place_stubs(&self, counts: [usize; 4], frame: &Frame) {
        for (place, (element, count)) in self.stubs.iter().zip(counts).enumerate() {
            let below = place % 2 == 1;
            let first = (place < 2) != self.mirrored;
            hide(element, count == 0);
            let (x, y) = (
                if first { 22.0 } else { frame.width - 22.0 },
                if below { frame.height - 8.0 } else { 17.0 },
            );
            translate(element, x, y);
            set(element, "text-anchor", if first { "start" } else { "end" });
            element.set_text_content(Some(&[if below { "↓" } else { "↑" }, &count.to_string()].concat()));
        }
    }
}

fn within(inner: Extent, outer: Extent) -> bool {
    inner.top >= outer.top - 0.5 && inner.bottom <= outer.bottom + 0.5
}

/// The outline of a bar: one line, two lines or a box, as its class wants.
fn bar_outline(class: Class, x: f64, extent: Extent) -> String {
    let Extent { top, bottom } = extent;
    let mut d = Path::default();
    let mut line = |x: f64| {
        d.at('M', x, top).at('L', x, bottom);
    };
    match class {
        Class::Reworded => {
            line(x + 1.0);
            line(x + 5.0);
        }
        Class::Only => {
            d.at('M', x + 0.5, top).at('L', x + 5.5, top).at('L', x + 5.5, bottom).at('L', x + 0.5, bottom);
            d.0.push('Z');
        }
        _ => line(x + 3.0),
    }
    d.0
}

fn child(document: &Document, parent: &Element, name: &str, class: &str) -> Option<Element> {
    let element = document.create_element_ns(Some(SVG), name).ok()?;
    set(&element, "class", class);
    parent.append_child(&element).ok()?;
    Some(element)
}

fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

fn hide(element: &Element, hidden: bool) {
    set(element, "visibility", if hidden { "hidden" } else { "visible" });
}

fn translate(element: &Element, x: f64, y: f64) {
    let mut value = String::from("translate(");
    number(&mut value, x);
    value.push(' ');
    number(&mut value, y);
    value.push(')');
    set(element, "transform", &value);
}
