//! A comparison that runs in steps, so that a worker can tell how far it is and a page without workers stays usable.

use super::options::options as read_options;
use super::{articles, codec};
use crate::compare::Comparing;
use wasm_bindgen::prelude::*;

/// A comparison under way.
#[wasm_bindgen]
pub struct Task {
    comparing: Comparing,
}

#[wasm_bindgen]
impl Task {
    /// Takes the articles (an array of strings or objects) and the options (an object or `undefined`).
    ///
    /// # Errors
    /// One sentence, when they are not of that form.
    #[wasm_bindgen(constructor)]
    pub fn new(list: &JsValue, options: &JsValue) -> Result<Task, JsError> {
        let articles = articles::articles(list)?;
        Ok(Self { comparing: Comparing::new(articles, read_options(options)?) })
    }

    /// Does the next step; `false` when only [`Task::finish`] is left.
    pub fn step(&mut self) -> bool {
        self.comparing.step()
    }

    /// How far it is, 0–1.
    pub fn progress(&self) -> f64 {
        f64::from(self.comparing.progress()) / 1000.0
    }

    /// The whole comparison as bytes for the page's instance.
    ///
    /// # Errors
    /// When the result can't be written.
    pub fn finish(self) -> Result<js_sys::Uint8Array, JsError> {
        let comparison = self.comparing.finish();
        match codec::encode(&comparison) {
            Ok(bytes) => Ok(js_sys::Uint8Array::from(bytes.as_slice())),
            Err(_) => Err(JsError::new("The comparison can't be handed over.")),
        }
    }
}
