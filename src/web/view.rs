//! The drawn comparison in one element of the page.

use super::{codec, plain};
use crate::ui::{App, AppProps, Draft, Keep, Phase, STYLE, UiEvent};
use crate::view::Choice;
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// What is drawn inside one element. Ends with [`View::destroy`].
#[wasm_bindgen]
pub struct View {
    app: Option<yew::AppHandle<App>>,
    props: AppProps,
}

/// What the page is told.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
enum Message {
    Choice { choice: Choice },
    Drafts { drafts: Vec<Draft> },
    Articles { articles: Option<Vec<Draft>> },
    Cancel,
    Retry,
    Keep { keep: Keep },
}

#[wasm_bindgen]
impl View {
    /// Draws into `root`, an element of its own; `told` gets a plain object for each thing the reader does that
    /// concerns the page: `choice`, `drafts`, `articles` (`null` for those of the page again), `files`, `cancel`,
    /// `retry`, `keep` (a `link`, `link-with-texts`, `html` or `json`).
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Element, told: js_sys::Function) -> View {
        let on_event = yew::Callback::from(move |event: UiEvent| tell(&told, event));
        let props = AppProps {
            comparison: None,
            phase: Phase::Loading,
            choice: Choice::default(),
            title: None,
            lang: language(&root).into(),
            drafts: Rc::default(),
            on_event,
        };
        let app = yew::Renderer::<App>::with_root_and_props(root, props.clone()).render();
        Self { app: Some(app), props }
    }

    /// Shows what a [`Task`](super::Task) of the same module gave.
    ///
    /// # Errors
    /// When the bytes are not a comparison.
    #[wasm_bindgen(js_name = showComparison)]
    pub fn show_comparison(&mut self, bytes: &[u8], choice: JsValue) -> Result<(), JsError> {
        let comparison = codec::decode(bytes);
        let comparison =
            comparison.map_err(|error| JsError::new(&format!("The comparison can't be read: {error}")))?;
        let phase = if comparison.documents.is_empty() { Phase::Empty } else { Phase::Ready };
        self.props.comparison = Some(Rc::new(comparison));
        self.props.phase = phase;
        self.update(choice)
    }

    /// Takes other choices; what is missing has its default.
    ///
    /// # Errors
    /// When they are not a plain object of the reader's choices.
    pub fn update(&mut self, choice: JsValue) -> Result<(), JsError> {
        if !choice.is_undefined() && !choice.is_null() {
            let choice = serde_wasm_bindgen::from_value(choice);
            self.props.choice =
                choice.map_err(|error| JsError::new(&format!("These choices can't be read: {error}")))?;
        }
        self.draw();
        Ok(())
    }

    /// What the story is called, for the masthead.
    #[wasm_bindgen(js_name = showTitle)]
    pub fn show_title(&mut self, title: Option<String>) {
        self.props.title = title.map(Into::into);
        self.draw();
    }

    /// The reader's own articles as far as they are typed, an array of `{ outlet, text }`.
    ///
    /// # Errors
    /// When it is something else.
    #[wasm_bindgen(js_name = showDrafts)]
    pub fn show_drafts(&mut self, drafts: JsValue) -> Result<(), JsError> {
        let drafts = serde_wasm_bindgen::from_value(drafts);
        self.props.drafts =
            Rc::new(drafts.map_err(|error| JsError::new(&format!("These drafts can't be read: {error}")))?);
        self.draw();
        Ok(())
    }

    /// Shows that a comparison is under way.
    #[wasm_bindgen(js_name = showProgress)]
    pub fn show_progress(&mut self, _share: f64) {
        if self.props.comparison.is_none() {
            self.props.phase = Phase::Loading;
            self.draw();
        }
    }

    /// Shows that something failed, in one sentence.
    #[wasm_bindgen(js_name = showError)]
    pub fn show_error(&mut self, message: String) {
        self.props.phase = Phase::Failed { message };
        self.draw();
    }

    /// Ends the drawing and forgets the comparison.
    pub fn destroy(mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }

    fn draw(&mut self) {
        if let Some(app) = &mut self.app {
            app.update(self.props.clone());
        }
    }
}

/// The language that holds where `root` stands: of the element around its shadow root, or of the page.
fn language(root: &web_sys::Element) -> String {
    let around = root.get_root_node().dyn_into::<web_sys::ShadowRoot>().map(|s| s.host()).ok();
    let near = around.as_ref().unwrap_or(root).closest("[lang]").ok().flatten();
    near.and_then(|e| e.get_attribute("lang")).unwrap_or_default()
}

fn tell(told: &js_sys::Function, event: UiEvent) {
    let message = match event {
        UiEvent::Choice(choice) => plain(&Message::Choice { choice }),
        UiEvent::Drafts(drafts) => plain(&Message::Drafts { drafts }),
        UiEvent::Compare(drafts) => plain(&Message::Articles { articles: Some(drafts) }),
        UiEvent::Example => plain(&Message::Articles { articles: None }),
        UiEvent::Cancel => plain(&Message::Cancel),
        UiEvent::Retry => plain(&Message::Retry),
        UiEvent::Keep(keep) => plain(&Message::Keep { keep }),
        UiEvent::Files(files) => {
            let message = js_sys::Object::new();
            let set = |key: &str, value: &JsValue| js_sys::Reflect::set(&message, &key.into(), value);
            let _ = set("type", &"files".into()).and_then(|_| set("files", &files));
            Ok(message.into())
        }
    };
    if let Ok(message) = message {
        let _ = told.call1(&JsValue::UNDEFINED, &message);
    }
}

thread_local! {
    static ON_PANIC: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
}

/// Calls `told` with the message when this instance panics, just before it ends.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(told: js_sys::Function) {
    ON_PANIC.set(Some(told));
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = JsValue::from(info.to_string());
        ON_PANIC.with_borrow(|told| {
            if let Some(told) = told {
                let _ = told.call1(&JsValue::UNDEFINED, &message);
            }
        });
    }));
}

/// The style sheet for the shadow root around a [`View`].
#[wasm_bindgen]
pub fn stylesheet() -> String {
    STYLE.to_owned()
}
