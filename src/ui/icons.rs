//! Glyphs and icons, as outlines.

use crate::view::{Class, Mark};
use yew::prelude::*;

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
    html! {
        <svg class={classes!("g", ["g-", name].concat())} viewBox="0 0 14 14" aria-hidden="true">
            <path d={line} />
            if !fill.is_empty() { <path d={fill} class="g-fill" /> }
        </svg>
    }
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
    html! {
        <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
            <path {d} />
            if name == "theme" { <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" class="g-fill" /> }
        </svg>
    }
}

/// The sign of the house: two panels that open.
pub(super) fn sign() -> Html {
    html! { <svg class="sign" viewBox="0 0 22 18" aria-hidden="true"><path d="M1 2.5 10 1v16l-9-1.5zM21 2.5 12 1v16l9-1.5z" /></svg> }
}
