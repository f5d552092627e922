//! The few things asked of SVG elements.

use super::geometry::number;
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A new element of a class, in no tree yet.
pub(super) fn made(document: &Document, name: &str, class: &str) -> Option<Element> {
    let element = document.create_element_ns(Some(SVG), name).ok()?;
    set(&element, "class", class);
    Some(element)
}

/// A new element of a class, last in `parent`.
pub(super) fn child(document: &Document, parent: &Element, name: &str, class: &str) -> Option<Element> {
    let element = made(document, name, class)?;
    parent.append_child(&element).ok()?;
    Some(element)
}

pub(super) fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

pub(super) fn hide(element: &Element, hidden: bool) {
    set(element, "visibility", if hidden { "hidden" } else { "visible" });
}

pub(super) fn translate(element: &Element, x: f64, y: f64) {
    let mut value = String::from("translate(");
    number(&mut value, x);
    value.push(' ');
    number(&mut value, y);
    value.push(')');
    set(element, "transform", &value);
}
