//! Links as elements: a ribbon in one group, its glyph in another. To make elements takes longer than all else that a
//! frame does with them, so a link that stays keeps its own, and a new one gets copies.

use super::svg::{child, hide, made, set, translate};
use crate::ui::icons::outline;
use crate::view::{Class, LinkView};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

/// One link as elements.
pub(super) struct Drawn {
    link: LinkView,
    group: Element,
    paths: Vec<Element>,
    glyph: Element,
    /// Its number and whether it is raised, as its elements have it.
    number: Cell<usize>,
    raised: Cell<bool>,
    /// Whether the ribbon and its glyph are hidden, the ribbon's outline and the glyph's place, as far as they were said
    /// to the browser: most stay what they are in most frames, and asking for nothing new is what costs nothing.
    hidden: [Cell<Option<bool>>; 2],
    outline: RefCell<String>,
    seat: Cell<Option<(f64, f64)>>,
}

impl Drawn {
    /// Shows the ribbon with this outline, and the glyph if there is a seat for it.
    pub(super) fn show(&self, outline: String, seat: Option<(f64, f64)>) {
        self.hide([false, seat.is_none()]);
        if seat.is_some() && self.seat.replace(seat) != seat {
            let (x, y) = seat.unwrap_or_default();
            translate(&self.glyph, x, y);
        }
        if *self.outline.borrow() != outline {
            // Halo and paper lie under a raised ribbon only.
            let under = if self.raised.get() { 0 } else { self.paths.len().saturating_sub(1) };
            for path in self.paths.iter().skip(under) {
                set(path, "d", &outline);
            }
            self.outline.replace(outline);
        }
    }

    /// Hides the ribbon and the glyph.
    pub(super) fn out_of_view(&self) {
        self.hide([true, true]);
    }

    fn hide(&self, hidden: [bool; 2]) {
        for ((element, known), hidden) in [&self.group, &self.glyph].into_iter().zip(&self.hidden).zip(hidden)
        {
            if known.replace(Some(hidden)) != Some(hidden) {
                hide(element, hidden);
            }
        }
    }

    /// Raises the link over the others, or lets it down.
    pub(super) fn raise(&self, raised: bool) {
        if self.raised.replace(raised) == raised {
            return;
        }
        self.outline.take();
        for element in [&self.group, &self.glyph] {
            let _ = element.class_list().toggle_with_force("on", raised);
            if raised && let Some(parent) = element.parent_node() {
                let _ = parent.append_child(element);
            }
        }
    }

    /// Whether it is raised.
    pub(super) fn is_raised(&self) -> bool {
        self.raised.get()
    }

    fn number(&self, number: usize) {
        if self.number.replace(number) != number {
            let number = number.to_string();
            set(&self.group, "data-link", &number);
            set(&self.glyph, "data-link", &number);
        }
    }

    fn remove(&self) {
        self.group.remove();
        self.glyph.remove();
    }
}

/// The elements of all links, and what they are copied from.
pub(super) struct Links {
    document: Document,
    ribbons: Element,
    glyphs: Element,
    models: Vec<(Class, [Element; 2])>,
    drawn: Vec<Rc<Drawn>>,
}

impl Links {
    /// None yet; ribbons will stand in one group, glyphs in the other.
    pub(super) fn new(document: Document, [ribbons, glyphs]: [Element; 2]) -> Self {
        Self { document, ribbons, glyphs, models: Vec::new(), drawn: Vec::new() }
    }

    /// The elements, in the order of the links.
    pub(super) fn all(&self) -> &[Rc<Drawn>] {
        &self.drawn
    }

    /// Draws these links in place of the former ones. Both are in the same order, so one way through both tells what
    /// stays; where they are not, elements are made anew.
    pub(super) fn change(&mut self, links: &[LinkView]) {
        let before = std::mem::take(&mut self.drawn);
        let mut rest = before.as_slice();
        for (number, link) in links.iter().enumerate() {
            while let [gone, others @ ..] = rest
                && place(&gone.link) < place(link)
            {
                gone.remove();
                rest = others;
            }
            let one = match rest {
                [kept, others @ ..] if place(&kept.link) == place(link) && kept.link.class == link.class => {
                    rest = others;
                    Some(Rc::clone(kept))
                }
                _ => self.make(*link, rest.first().map(|d| [&d.group, &d.glyph])).map(Rc::new),
            };
            if let Some(one) = one {
                one.number(number);
                self.drawn.push(one);
            }
        }
        for gone in rest {
            gone.remove();
        }
    }

    /// Elements of a link that stand before those of `next`, else last.
    fn make(&mut self, link: LinkView, next: Option<[&Element; 2]>) -> Option<Drawn> {
        let model = self.model(link.class)?;
        let [ribbon_before, glyph_before] = next.map_or([None, None], |n| n.map(Some));
        let group = copy(&model[0], &self.ribbons, ribbon_before)?;
        let glyph = copy(&model[1], &self.glyphs, glyph_before)?;
        let paths =
            std::iter::successors(group.first_element_child(), Element::next_element_sibling).collect();
        Some(Drawn {
            link,
            group,
            paths,
            glyph,
            number: Cell::new(usize::MAX),
            raised: Cell::default(),
            hidden: Default::default(),
            outline: RefCell::default(),
            seat: Cell::default(),
        })
    }

    /// What the ribbon and the glyph of a class are copied from.
    fn model(&mut self, class: Class) -> Option<[Element; 2]> {
        if let Some((_, model)) = self.models.iter().find(|m| m.0 == class) {
            return Some(model.clone());
        }
        let (document, key) = (&self.document, class.key());
        let group = made(document, "g", "rg")?;
        for name in ["rb-halo", "rb-paper", &["rb rb-", key].concat()] {
            child(document, &group, "path", name)?;
        }
        let glyph = made(document, "g", &["gb g-", key].concat())?;
        set(&child(document, &glyph, "circle", "disc")?, "r", "9");
        let (stroke, fill) = outline(key);
        for (d, class) in [(stroke, "g-line"), (fill, "g-fill")].into_iter().filter(|(d, _)| !d.is_empty()) {
            let path = child(document, &glyph, "path", class)?;
            set(&path, "d", d);
            set(&path, "transform", "translate(-7 -7)");
        }
        self.models.push((class, [group.clone(), glyph.clone()]));
        Some([group, glyph])
    }
}

/// Where a link stands in the order of the links: weak candidates first, then by their sentences.
fn place(link: &LinkView) -> (bool, u32, u32) {
    (link.class.is_linked(), link.left, link.right)
}

fn copy(model: &Element, parent: &Element, before: Option<&Element>) -> Option<Element> {
    let element: Element = model.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    parent.insert_before(&element, before.map(AsRef::<Node>::as_ref)).ok()?;
    Some(element)
}
