//! The edge towards JavaScript: what a page or a worker calls, in its own types.
//!
//! Nothing here decides anything; it translates. An exception that comes out of these functions ends the instance
//! (the memory behind it may be torn), so the loader replaces it with a fresh one from the compiled module.

mod articles;
#[cfg(feature = "page")]
mod choice;
mod codec;
mod object;
mod options;
mod plain;
mod task;
#[cfg(feature = "page")]
mod view;

pub use task::Task;
#[cfg(feature = "page")]
pub use view::{View, learn, on_panic, stylesheet};

use crate::compare::compare;
use crate::export::json::Report;
use options::options;
use plain::plain;
use wasm_bindgen::prelude::*;

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
