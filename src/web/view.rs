//! The drawn comparison in one element of the page.

use super::codec;
use crate::compare::Comparison;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// What is drawn inside one element. Ends with [`View::destroy`].
#[wasm_bindgen]
pub struct View {
    app: Option<yew::AppHandle<App>>,
    state: State,
}

#[derive(Clone, Default, PartialEq)]
struct State {
    comparison: Option<Rc<Comparison>>,
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    state: State,
}

#[component]
fn App(props: &Props) -> Html {
    let documents = props.state.comparison.iter().flat_map(|c| &c.documents);
    html! {
        for d in documents {
            <article>{ for d.sentences.iter().map(|s| html! { <span>{ d.text_of(s.extent) }</span> }) }</article>
        }
    }
}

#[wasm_bindgen]
impl View {
    /// Draws into `root`, an element of its own; `told` gets a plain object for each thing the reader does that
    /// concerns the page.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Element, _told: js_sys::Function) -> View {
        let state = State::default();
        let props = Props { state: state.clone() };
        let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
        Self { app: Some(app), state }
    }

    /// Shows what a [`Task`](super::Task) of the same module gave.
    ///
    /// # Errors
    /// When the bytes are not a comparison.
    #[wasm_bindgen(js_name = showComparison)]
    pub fn show_comparison(&mut self, bytes: &[u8], _choice: JsValue) -> Result<(), JsError> {
        let comparison = codec::decode(bytes);
        let comparison =
            comparison.map_err(|error| JsError::new(&format!("The comparison can't be read: {error}")))?;
        self.state.comparison = Some(Rc::new(comparison));
        self.draw();
        Ok(())
    }

    /// Ends the drawing and forgets the comparison.
    pub fn destroy(mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }

    fn draw(&mut self) {
        if let Some(app) = &mut self.app {
            app.update(Props { state: self.state.clone() });
        }
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
    String::new()
}
