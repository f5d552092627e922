//! Reads from the browser where the sentences stand.

use super::geometry::Extent;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement};

/// The first and last line of a sentence.
struct Lines {
    first: DomRect,
    last: DomRect,
}

/// The sentences of a column, in order, in pixels from the top of its article's scrolling box. Lines that two
/// sentences share are divided between them.
pub(crate) fn extents(pane: &Element) -> Vec<Extent> {
    let origin = pane.get_bounding_client_rect().top() - f64::from(pane.scroll_top());
    let lines: Vec<Option<Lines>> = sentences(pane).iter().map(lines).collect();
    let mut extents: Vec<Extent> = Vec::new();
    for (index, own) in lines.iter().enumerate() {
        let Some(own) = own else {
            extents.push(Extent { top: f64::MAX / 4.0, bottom: f64::MAX / 4.0 });
            continue;
        };
        let trim = (own.first.height() * 0.1).min(3.0);
        let (mut top, mut bottom) = (own.first.top() + trim, own.last.bottom() - trim);
        let near = |i: Option<usize>| i.and_then(|i| lines.get(i)).and_then(Option::as_ref);
        if let Some(before) = near(index.checked_sub(1)).filter(|b| b.last.bottom() > top + 6.0) {
            top = f64::midpoint(before.last.top(), before.last.bottom()) + 1.5;
        }
        if near(Some(index + 1)).is_some_and(|after| after.first.top() < bottom - 6.0) {
            bottom = f64::midpoint(own.last.top(), own.last.bottom()) - 1.5;
        }
        extents.push(Extent { top: top - origin, bottom: bottom.max(top + 2.0) - origin });
    }
    extents
}

/// The elements of the sentences in a column.
pub(crate) fn sentences(pane: &Element) -> Vec<Element> {
    let Ok(list) = pane.query_selector_all("[data-s]") else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect()
}

/// The lines of a sentence; `None` while it is folded away.
fn lines(sentence: &Element) -> Option<Lines> {
    if sentence.closest("[hidden]").ok().flatten().is_some() {
        return None;
    }
    let rects = sentence.get_client_rects();
    Some(Lines { first: rects.get(0)?, last: rects.get(rects.length().checked_sub(1)?)? })
}

/// Moves the dots of sentences that begin on the same line apart.
pub(crate) fn spread_dots(pane: &Element) {
    let mut last = f64::MIN;
    for sentence in sentences(pane) {
        if sentence.closest("[hidden]").ok().flatten().is_some() {
            continue;
        }
        let Some(dots) = sentence.previous_element_sibling().filter(|e| e.class_list().contains("told"))
        else {
            continue;
        };
        let Ok(dots) = dots.dyn_into::<HtmlElement>() else { continue };
        let own = f64::from(dots.offset_top());
        let shift = (last + 11.0 - own).max(0.0);
        let mut value = String::new();
        super::geometry::number(&mut value, shift);
        let _ = dots.style().set_property("--shift", &(value + "px"));
        last = own + shift;
    }
}
