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
    let lines: Vec<Option<Lines>> = sentences(pane).iter().map(unfolded(pane, lines)).collect();
    let mut extents: Vec<Extent> = Vec::new();
    for (index, own) in lines.iter().enumerate() {
        let Some(own) = own else {
            extents.push(Extent::AWAY);
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

/// Gives what `read` gives for a sentence, and `None` while the sentence is folded away.
fn unfolded<T>(pane: &Element, read: impl Fn(&Element) -> Option<T>) -> impl Fn(&Element) -> Option<T> {
    let any = pane.query_selector("[hidden]").is_ok_and(|e| e.is_some());
    move |sentence| {
        let folded = any && sentence.closest("[hidden]").is_ok_and(|e| e.is_some());
        if folded { None } else { read(sentence) }
    }
}

fn lines(sentence: &Element) -> Option<Lines> {
    let rects = sentence.get_client_rects();
    Some(Lines { first: rects.get(0)?, last: rects.get(rects.length().checked_sub(1)?)? })
}

/// The dots of a sentence, and how high they stand in their column.
pub(crate) type Dots = (HtmlElement, f64);

/// The dots of a column, in order.
pub(crate) fn dots(pane: &Element) -> Vec<Dots> {
    let dots = unfolded(pane, |sentence| {
        let dots = sentence.previous_element_sibling().filter(|e| e.class_list().contains("told"))?;
        let dots: HtmlElement = dots.dyn_into().ok()?;
        let top = f64::from(dots.offset_top());
        Some((dots, top))
    });
    sentences(pane).iter().filter_map(dots).collect()
}

/// Moves the dots of sentences that begin on the same line apart.
pub(crate) fn spread_dots(column: &[Dots]) {
    let mut last = f64::MIN;
    for (dots, own) in column {
        let shift = (last + 11.0 - own).max(0.0);
        let mut value = String::new();
        if shift > 0.0 {
            super::geometry::number(&mut value, shift);
            value.push_str("px");
        }
        let style = dots.style();
        if style.get_property_value("--shift").is_ok_and(|known| known != value) {
            let _ = style.set_property("--shift", &value);
        }
        last = own + shift;
    }
}
