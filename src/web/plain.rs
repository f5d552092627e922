//! Data as the plain objects of JavaScript.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Anything as a plain object, as `JSON.parse` would give it. Cost: linear in its size.
pub(super) fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    let written = value.serialize(&Serializer::json_compatible());
    written.map_err(|_| JsError::new("The result can't be handed over."))
}
