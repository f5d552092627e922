//! Glyphs and icons, as outlines.

use super::markup::{El, tag};
use crate::view::{Class, Mark};
use yew::Html;

/// The outline of a glyph on a field of 14 units, and of the part that is filled.
pub(super) fn outline(name: &str) -> (&'static str, &'static str) {
    match name {
        "same" => ("M2.5 5h9M2.5 9h9", ""),
        "shared" => ("M2 7h10", ""),
        "reworded" => ("M2 5.4c1.7-2 3.3-2 5 0s3.3 2 5 0M2 9.6c1.7-2 3.3-2 5 0s3.3 2 5 0", ""),
        "partly" => ("M12 7a5 5 0 0 1-10 0a5 5 0 0 1 10 0", "M7 2a5 5 0 0 0 0 10z"),
        "only" => ("M11.6 7a4.6 4.6 0 0 1-9.2 0a4.6 4.6 0 0 1 9.2 0", ""),
        "unsure" => ("M4.4 4.8a2.6 2.6 0 1 1 3.9 2.3C7.3 7.7 7 8.2 7 9.1M7 11.4v.6", ""),
        "not-news" => ("M3 7h1.2M6.4 7h1.2M9.8 7H11", ""),
        "variant" => ("M2 7.5c1.7-2.4 3.3-2.4 5 0s3.3 2.4 5 0", ""),
        "moved" => ("M2 5h9M8.5 2.5 11 5M12 9H3m2.5 2.5L3 9", ""),
        _ => ("M2.5 5h9M2.5 9h9M9.6 2 4.4 12", ""),
    }
}

fn glyph(name: &'static str) -> Html {
    let (line, fill) = outline(name);
    drawing("0 0 14 14").class("g").class_of("g-", name).with(path(line)).with(filled(fill)).into()
}

/// A picture that is only for the eye.
fn drawing(field: &str) -> El {
    tag("svg").attr("viewBox", field).hidden_from_aria()
}

fn path(d: &str) -> El {
    tag("path").attr("d", d)
}

/// The filled part of a picture, where there is one.
fn filled(d: &str) -> Option<El> {
    (!d.is_empty()).then(|| path(d).class("g-fill"))
}

/// The glyph of a class.
pub(super) fn class_glyph(class: Class) -> Html {
    glyph(class.key())
}

/// The glyph of a word mark; `None` is a fact that differs.
pub(super) fn mark_glyph(mark: Option<Mark>) -> Html {
    glyph(match mark {
        None => "fact",
        Some(mark) => mark.key(),
    })
}

/// An icon on a field of 16 units.
pub(super) fn icon(name: &str) -> Html {
    let d = match name {
        "down" => "m4 6 4 4 4-4",
        "up" => "m4 10 4-4 4 4",
        "swap" => "M2 5.5h11M10.5 3 13 5.5 10.5 8M14 10.5H3M5.5 8 3 10.5 5.5 13",
        "lock" => "M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2",
        "unlock" => "M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 4.8-1",
        "search" => "M11.2 7a4.2 4.2 0 0 1-8.4 0a4.2 4.2 0 0 1 8.4 0M10.2 10.2l3.3 3.3",
        "share" => "M8 10V2.5M5.2 5 8 2.2 10.8 5M3 9v4.5h10V9",
        "list" => "M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5",
        "add" => "M8 3v10M3 8h10",
        "close" => "m4 4 8 8M12 4l-8 8",
        "out" => "M6 3.5H3v9.5h9.5v-3M9 2.5h4.5V7M13.2 2.8 7.5 8.5",
        "theme" => "M13.5 8a5.5 5.5 0 0 1-11 0a5.5 5.5 0 0 1 11 0",
        _ => "M5.8 6a2.2 2.2 0 1 1 3.3 1.9C8.3 8.4 8 8.8 8 9.6M8 12v.2",
    };
    let half = if name == "theme" { "M8 2.5a5.5 5.5 0 0 1 0 11z" } else { "" };
    drawing("0 0 16 16").class("i").with(path(d)).with(filled(half)).into()
}

/// The sign of the house: two panels that open.
pub(super) fn sign() -> Html {
    drawing("0 0 22 18").class("sign").with(path("M1 2.5 10 1v16l-9-1.5zM21 2.5 12 1v16l9-1.5z")).into()
}
