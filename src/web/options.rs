//! Options as JavaScript gives them.

use super::object::field;
use crate::options::{Options, Sensitivity};
use wasm_bindgen::prelude::*;

/// Options from a plain object; what is missing or `undefined` keeps its default.
pub(super) fn options(value: &JsValue) -> Result<Options, JsError> {
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
