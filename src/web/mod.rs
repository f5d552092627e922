//! The edge towards JavaScript: what a page or a worker calls, in its own types.
//!
//! Nothing here decides anything; it translates. An exception that comes out of these functions ends the instance
//! (the memory behind it may be torn), so the loader replaces it with a fresh one from the compiled module.

mod articles;
#[cfg(feature = "page")]
mod choice;
mod codec;
mod plain;
mod task;
#[cfg(feature = "page")]
mod view;

pub use task::Task;
#[cfg(feature = "page")]
pub use view::{View, learn, on_panic, stylesheet};

use crate::compare::compare;
use crate::export::json::Report;
use crate::options::{Options, Sensitivity};
use plain::plain;
use wasm_bindgen::prelude::*;

/// Options from a plain object; what is missing or `undefined` keeps its default.
fn options(value: &JsValue) -> Result<Options, JsError> {
    let mut options = Options::default();
    if let Some(sensitivity) = knob(value, "sensitivity")? {
        options.sensitivity = Sensitivity::new(u16::try_from(sensitivity).unwrap_or(Sensitivity::MAX));
    }
    if let Some(work_limit) = knob(value, "workLimit")? {
        options.work_limit = work_limit;
    }
    Ok(options)
}

/// A number of at least 0 below `name`; the fraction is dropped.
fn knob(value: &JsValue, name: &str) -> Result<Option<u64>, JsError> {
    let knob = field(value, name);
    if knob.is_undefined() || knob.is_null() {
        return Ok(None);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast clamps, which is meant"
    )]
    let number = knob.as_f64().filter(|n| *n >= 0.0).map(|n| n as u64);
    number
        .map(Some)
        .ok_or_else(|| JsError::new(&format!("The option {name} must be a number of at least 0.")))
}

/// What stands below `name` in an object; `undefined` in anything else.
///
/// Objects from JavaScript are read by hand: a derived reader of a few fields would bring twenty kilobytes of messages
/// about wrong types, with the printing of fractions they need.
fn field(value: &JsValue, name: &str) -> JsValue {
    if !value.is_object() {
        return JsValue::UNDEFINED;
    }
    js_sys::Reflect::get(value, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Compares `articles` (an array of strings or objects) and gives the report, the contract `diptych/1`, as a plain
/// object. Runs to the end; for a page that has to stay usable, call it in a worker.
///
/// # Errors
/// One sentence, when the arguments are not of that form.
#[wasm_bindgen(js_name = compare)]
pub fn compare_articles(list: &JsValue, options_value: &JsValue) -> Result<JsValue, JsError> {
    let options = options(options_value)?;
    let comparison = compare(&articles::articles(list)?, &options);
    let selection = comparison.at(options.sensitivity);
    plain(&Report::new(&comparison, &selection))
}
