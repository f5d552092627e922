//! Keeps the drawing in the gutter. Elements change when the links do; scrolling only moves them.

use super::bars::{Bar, Bars, Edge};
use super::drawn::Links;
use super::geometry::{Extent, Frame, Out, Slot, number, ribbon, slots};
use super::svg::{child, hide, set, translate};
use crate::view::{Class, LinkView};
use std::cell::Cell;
use web_sys::{Document, Element};

/// Two glyphs stay at least this far apart.
const GLYPH_ROOM: f64 = 20.0;

/// The field of the drawing, and how many links leave it: above and below, on the left and on the right.
#[derive(Clone, Copy, PartialEq)]
struct Edges {
    stubs: [usize; 4],
    /// With no scrolling in it: that moves no edge.
    frame: Frame,
}

/// The drawing.
pub(crate) struct Drawing {
    svg: Element,
    document: Document,
    sides: [Bars; 2],
    stubs: [Element; 4],
    elements: Links,
    links: Vec<LinkView>,
    slots: Vec<[Slot; 2]>,
    /// What stands at the edges, as the elements there have it.
    edges: Cell<Option<Edges>>,
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
            sides: [Bars::new(left), Bars::new(right)],
            elements: Links::new(document.clone(), [ribbons, glyphs]),
            document,
            stubs,
            links: Vec::new(),
            slots: Vec::new(),
            edges: Cell::default(),
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
        if self.links != links {
            self.elements.change(links);
            self.links = links.to_vec();
        }
        self.slots = slots(links, extents);
        for side in 0..2 {
            let bars = self.bars(side, classes[side], &extents[side]);
            let edge = Edge { first: (side == 0) != self.mirrored, width };
            self.sides[side].change(&self.document, &bars, edge);
        }
    }

    /// The bar of each sentence of a column.
    fn bars(&self, side: usize, classes: &[Option<Class>], extents: &[Extent]) -> Vec<Option<Bar>> {
        let mut braced = vec![false; extents.len()];
        for (link, slots) in self.links.iter().zip(&self.slots) {
            let sentence = [link.left, link.right][side] as usize;
            if let Some(braced) = braced.get_mut(sentence) {
                *braced |= slots[side].braced;
            }
        }
        let bar = |((class, &extent), braced): ((&Option<Class>, &Extent), bool)| {
            class.filter(|_| !extent.is_away()).map(|class| Bar { class, extent, braced })
        };
        classes.iter().zip(extents).zip(braced).map(bar).collect()
    }

    /// Raises the links for which `on` holds; they are drawn last, so that they lie over the others.
    pub(crate) fn raise(&self, on: impl Fn(&LinkView) -> bool) {
        for (drawn, link) in self.elements.all().iter().zip(&self.links) {
            drawn.raise(on(link));
        }
    }

    /// Moves everything to where the columns are scrolled now.
    pub(crate) fn place(&self, frame: &Frame) {
        for (bars, scroll) in self.sides.iter().zip(frame.scroll) {
            translate(&bars.host, 0.0, -scroll);
        }
        let mut stubs = [0_usize; 4];
        let mut seats: Vec<(f64, f64)> = Vec::new();
        let all = || self.elements.all().iter().zip(&self.slots);
        let raised = all().filter(|(drawn, _)| drawn.is_raised());
        for (drawn, ends) in raised.chain(all().filter(|(drawn, _)| !drawn.is_raised())) {
            let Some(ribbon) = ribbon(ends, frame) else {
                drawn.out_of_view();
                continue;
            };
            let free = |p: &&(f64, f64)| {
                p.1 > 10.0
                    && p.1 < frame.height - 10.0
                    && seats.iter().all(|q| (p.0 - q.0).hypot(p.1 - q.1) > GLYPH_ROOM)
            };
            let seat = ribbon.seats.iter().find(free).copied();
            seats.extend(seat);
            drawn.show(ribbon.d, seat);
            for (side, out) in ribbon.out.into_iter().enumerate().filter(|(_, out)| *out != Out::No) {
                if let Some(stub) = stubs.get_mut(side * 2 + usize::from(out == Out::Below)) {
                    *stub += 1;
                }
            }
        }
        let edges = Edges { stubs, frame: Frame { scroll: [0.0; 2], ..*frame } };
        if self.edges.replace(Some(edges)) != Some(edges) {
            self.place_edges(edges);
        }
    }

    /// The field of the drawing, and at its edges how many links go on past them.
    fn place_edges(&self, Edges { stubs: counts, frame }: Edges) {
        let mut view_box = String::from("0 0 ");
        number(&mut view_box, frame.width);
        view_box.push(' ');
        number(&mut view_box, frame.height);
        set(&self.svg, "viewBox", &view_box);
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
