//! The frames in the strip that follow the columns. Moved on every frame, so they are set directly.

use super::layout::{Layout, Run, Stretch};
use crate::ui::stage::ribbons::geometry::{Extent, Frame, held, number};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;
use yew::NodeRef;

/// Where the frames are.
struct Place {
    layout: Rc<Layout>,
    lanes: [u32; 2],
    rects: [NodeRef; 2],
}

/// A handle that the strip and the columns share.
#[derive(Clone, Default)]
pub(crate) struct Frames(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    place: Option<Place>,
    last: Vec<[Span; 2]>,
}

/// A place in a column: index of a sentence, and the part of it that lies before.
type Span = (usize, f64);

impl PartialEq for Frames {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Frames {
    /// Tells where the frames are now.
    pub(super) fn attach(&self, layout: Rc<Layout>, lanes: [u32; 2], rects: [NodeRef; 2]) {
        self.0.borrow_mut().place = Some(Place { layout, lanes, rects });
    }

    /// Puts the frames around what is in view.
    pub(crate) fn show(&self, extents: &[Vec<Extent>; 2], frame: &Frame) {
        let spans = (0..2).filter_map(|side| {
            let (top, extents) = (*frame.scroll.get(side)?, extents.get(side)?);
            Some([place(extents, top), place(extents, top + frame.height)])
        });
        let mut state = self.0.borrow_mut();
        state.last = spans.collect();
        state.draw();
    }

    /// Puts the frames where they were, after the strip was drawn again.
    pub(super) fn again(&self) {
        self.0.borrow().draw();
    }
}

impl State {
    fn draw(&self) {
        let Some(place) = &self.place else { return };
        for (side, [from, to]) in self.last.iter().enumerate() {
            let (Some(&lane), Some(rect)) = (place.lanes.get(side), place.rects.get(side)) else { continue };
            if let (Some(rect), Some(stretch)) =
                (rect.cast::<Element>(), place.layout.stretch(lane as usize, *from, *to))
            {
                set_rect(&rect, &place.layout, lane as usize, stretch);
            }
        }
    }
}

/// The sentence at height `y`, and which part of it lies above.
fn place(extents: &[Extent], y: f64) -> (usize, f64) {
    // What is folded away stands nowhere.
    let seen = |e: &Extent| e.bottom < f64::MAX / 8.0;
    let below = extents.iter().position(|e| seen(e) && e.bottom > y);
    let index = below.or(extents.iter().rposition(seen)).unwrap_or_default();
    let part = extents.get(index).map_or(0.0, |e| (y - e.top) / (e.bottom - e.top).max(1.0));
    (index, held(part, 0.0, 1.0))
}

fn set_rect(rect: &Element, layout: &Layout, lane: usize, stretch: Stretch) {
    let across = layout.across(lane) - 3.0;
    let (along, thick) = (stretch.start - 2.0, layout.thick + 6.0);
    let length = stretch.length + 4.0;
    let values = match layout.run {
        Run::Down => [across, along, thick, length],
        Run::Along => [along, across, length, thick],
    };
    for (name, value) in ["x", "y", "width", "height"].into_iter().zip(values) {
        let mut text = String::new();
        number(&mut text, value);
        let _ = rect.set_attribute(name, &text);
    }
}
