//! The bars and braces along one column. They scroll with it as a whole.

use super::geometry::{BAR_INSET, BAR_WIDTH, Extent, Path, brace};
use super::svg::{child, set};
use crate::view::Class;
use web_sys::{Document, Element};

/// A sentence's bar, and whether a brace stands beside it.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Bar {
    pub(super) class: Class,
    pub(super) extent: Extent,
    pub(super) braced: bool,
}

/// The column's edge that the bars stand along.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Edge {
    /// Whether it is the gutter's left one.
    pub(super) first: bool,
    /// The gutter's width in pixels.
    pub(super) width: f64,
}

/// The bars of one column as elements.
pub(super) struct Bars {
    pub(super) host: Element,
    edge: Edge,
    /// For each sentence what is drawn of it.
    drawn: Vec<Option<(Bar, Vec<Element>)>>,
}

impl Bars {
    /// None yet, in `host`.
    pub(super) fn new(host: Element) -> Self {
        Self { host, edge: Edge::default(), drawn: Vec::new() }
    }

    /// Draws these bars, one for each sentence, in place of the former ones. Bars that stay are left alone.
    pub(super) fn change(&mut self, document: &Document, bars: &[Option<Bar>], edge: Edge) {
        if self.edge != edge || self.drawn.len() != bars.len() {
            self.edge = edge;
            self.drawn = bars.iter().map(|_| None).collect();
            self.host.replace_children_with_node_0();
        }
        for (index, (drawn, bar)) in self.drawn.iter_mut().zip(bars).enumerate() {
            if drawn.as_ref().map(|d| d.0) == *bar {
                continue;
            }
            drawn.take().into_iter().flat_map(|d| d.1).for_each(|element| element.remove());
            *drawn = bar.map(|bar| (bar, elements(document, &self.host, index, bar, edge)));
        }
    }
}

fn elements(document: &Document, host: &Element, index: usize, bar: Bar, edge: Edge) -> Vec<Element> {
    let mut elements = Vec::new();
    let x = if edge.first { BAR_INSET } else { edge.width - BAR_INSET - BAR_WIDTH };
    if let Some(line) = child(document, host, "path", &["bb bb-", bar.class.key()].concat()) {
        set(&line, "d", &outline(bar.class, x, bar.extent));
        set(&line, "data-of", &index.to_string());
        elements.push(line);
    }
    if bar.braced
        && let Some(curl) = child(document, host, "path", "brace")
    {
        let (from, toward) =
            if edge.first { (BAR_INSET + 9.0, 1.0) } else { (edge.width - BAR_INSET - 9.0, -1.0) };
        set(&curl, "d", &brace(bar.extent, from, toward));
        elements.push(curl);
    }
    elements
}

/// The outline of a bar: one line, two lines or a box, as its class wants.
fn outline(class: Class, x: f64, extent: Extent) -> String {
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
