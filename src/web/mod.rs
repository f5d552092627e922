//! The edge towards JavaScript: what a page or a worker calls, in its own types.
//!
//! Nothing here decides anything; it translates. An exception that comes out of these functions ends the instance
//! (the memory behind it may be torn), so the loader replaces it with a fresh one from the compiled module.

mod articles;
mod codec;
mod task;

pub use task::Task;

use crate::options::Options;
use wasm_bindgen::prelude::*;

/// Options from a plain object; what is missing or `undefined` keeps its default.
fn options(value: JsValue) -> Result<Options, JsError> {
    if value.is_undefined() || value.is_null() {
        return Ok(Options::default());
    }
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| JsError::new(&format!("These options can't be read: {error}")))
}
