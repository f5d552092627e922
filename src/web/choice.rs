//! What the page keeps for the reader, as it comes back: choices and drafts. Read by hand, as everything that comes
//! in; what has another form than it should counts as missing.

use super::object::field;
use crate::ui::Draft;
use crate::view::{Choice, ClassSet, SentenceId, Theme, ViewKind};
use wasm_bindgen::prelude::*;

/// The choices of a plain object; what is missing has its default.
pub(super) fn choice(value: &JsValue) -> Choice {
    let default = Choice::default();
    let switch = |name, default| field(value, name).as_bool().unwrap_or(default);
    let word = |name| field(value, name).as_string().unwrap_or_default();
    let (view, theme) = (word("view"), word("theme"));
    let pair = field(value, "pair");
    Choice {
        pair: ["0", "1"].map(|side| number(&field(&pair, side))),
        view: ViewKind::ALL.into_iter().find(|v| v.key() == view),
        theme: [Theme::Light, Theme::Dark].into_iter().find(|t| t.key() == theme).unwrap_or(default.theme),
        sensitivity: number(&field(value, "sensitivity"))
            .and_then(|n| u16::try_from(n).ok())
            .unwrap_or(default.sensitivity),
        hidden: number(&field(value, "hidden"))
            .and_then(|n| u8::try_from(n).ok())
            .map_or(default.hidden, ClassSet::from_bits),
        weak: switch("weak", default.weak),
        only_here: switch("onlyHere", default.only_here),
        only_differences: switch("onlyDifferences", default.only_differences),
        locked: switch("locked", default.locked),
        keys: switch("keys", default.keys),
        selected: two(&field(value, "selected"), sentence),
    }
}

/// An array of `{ outlet, text }`.
pub(super) fn drafts(list: &JsValue) -> Vec<Draft> {
    let mut drafts = Vec::new();
    if js_sys::Array::is_array(list) {
        for value in js_sys::Array::from(list).iter() {
            let text = |name| field(&value, name).as_string().unwrap_or_default();
            drafts.push(Draft { outlet: text("outlet"), text: text("text") });
        }
    }
    drafts
}

fn sentence(value: &JsValue) -> Option<SentenceId> {
    let (article, sentence) = (number(&field(value, "article"))?, number(&field(value, "sentence"))?);
    Some(SentenceId { article, sentence })
}

/// A whole number of at least 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
fn number(value: &JsValue) -> Option<u32> {
    let whole = |n: &f64| n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(n);
    value.as_f64().filter(whole).map(|n| n as u32)
}

/// An array of two.
fn two<T>(value: &JsValue, read: fn(&JsValue) -> Option<T>) -> Option<[T; 2]> {
    if !js_sys::Array::is_array(value) {
        return None;
    }
    let list = js_sys::Array::from(value);
    Some([read(&list.get(0))?, read(&list.get(1))?]).filter(|_| list.length() == 2)
}
