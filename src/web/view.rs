//! The drawn comparison in one element of the page.

use super::plain::plain;
use super::{choice, codec};
use crate::export::json::Report;
use crate::options::Sensitivity;
use crate::ui::document::document;
use crate::ui::strings::{self, Strings};
use crate::ui::{App, AppProps, Draft, Keep, Phase, Remote, STYLE, UiEvent};
use crate::view::Choice;
use serde::Serialize;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::virtual_dom::VChild;
use yew::{Callback, Component, Context, Html, Properties};

/// What is drawn inside one element. Nothing is drawn before the first `show…`, so that a comparison that is there
/// at once is the first thing seen. It never ends: yew listens at `root` for as long as the instance lives, so a view
/// that is not needed any more is cleared, and used again for another element.
#[wasm_bindgen]
pub struct View {
    root: web_sys::Element,
    app: Option<yew::AppHandle<Shell>>,
    props: ShellProps,
    /// How many choices the page was told of. It knows of each as soon as it is told.
    told: Rc<Cell<u32>>,
}

/// The widget, and whom to tell when a change of its properties stands in the page.
#[derive(Clone, PartialEq, Properties)]
struct ShellProps {
    scene: Scene,
    /// Grows with each element that the view is used for, so that none inherits another's state.
    tenant: u32,
    app: AppProps,
    /// Grows with each drawing, so that one that changes nothing is told of too.
    turn: u32,
    drawn: Callback<()>,
}

/// What is drawn.
#[derive(Clone, Copy, PartialEq)]
enum Scene {
    Nothing,
    Widget,
    /// The page to keep, which nothing can be done with.
    Document,
}

struct Shell;

impl Component for Shell {
    type Message = ();
    type Properties = ShellProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let app = &ctx.props().app;
        match (ctx.props().scene, &app.comparison) {
            (Scene::Widget, _) => VChild::<App>::new(app.clone(), Some(ctx.props().tenant.into())).into(),
            (Scene::Document, Some(shown)) => document(shown, &app.choice, app.title.as_deref(), &app.lang),
            _ => Html::default(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        ctx.props().drawn.emit(());
    }
}

/// What the page is told.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
enum Message {
    Choice { choice: Choice },
    Drafts { drafts: Vec<Draft> },
    Articles { articles: Option<Vec<Draft>> },
    Fill,
    Cancel,
    Retry,
    Keep { keep: Keep },
    Drawn,
}

#[wasm_bindgen]
impl View {
    /// Draws into `root`, an element of its own; `told` gets a plain object for each thing the reader does that
    /// concerns the page: `choice`, `drafts`, `articles` (`null` for those of the page again), `files`, `fill`, `cancel`,
    /// `retry`, `keep` (a `link`, `link-with-texts`, `html` or `json`); and `drawn` when what was shown stands in the page.
    #[wasm_bindgen(constructor)]
    pub fn new(root: web_sys::Element, told: js_sys::Function) -> View {
        let (drawn, choices) = (told.clone(), Rc::new(Cell::new(0)));
        let counted = Rc::clone(&choices);
        let app = blank(Callback::from(move |event: UiEvent| {
            if matches!(event, UiEvent::Choice(_)) {
                counted.set(counted.get() + 1);
            }
            tell(&told, event);
        }));
        let drawn = Callback::from(move |()| send(&drawn, plain(&Message::Drawn)));
        let props = ShellProps { scene: Scene::Widget, tenant: 0, app, turn: 0, drawn };
        Self { root, app: None, props, told: choices }
    }

    /// Shows what a [`Task`](super::Task) of the same module gave.
    ///
    /// # Errors
    /// When the bytes are not a comparison.
    #[wasm_bindgen(js_name = showComparison)]
    pub fn show_comparison(&mut self, bytes: &[u8], choice: &JsValue) -> Result<(), JsError> {
        let comparison = codec::decode(bytes).map_err(|_| JsError::new("The comparison can't be read."))?;
        let phase = if comparison.documents().is_empty() { Phase::Empty } else { Phase::Ready };
        self.props.app.comparison = Some(Rc::new(comparison));
        self.props.app.phase = phase;
        self.props.app.progress = None;
        self.update(choice);
        Ok(())
    }

    /// Draws the comparison as a page to keep, under the name of its story, in place of the widget.
    ///
    /// # Errors
    /// When the bytes are not a comparison.
    #[wasm_bindgen(js_name = showDocument)]
    pub fn show_document(
        &mut self,
        bytes: &[u8],
        choice: &JsValue,
        title: Option<String>,
    ) -> Result<(), JsError> {
        self.props.scene = Scene::Document;
        self.props.app.title = title.map(Into::into);
        self.show_comparison(bytes, choice)
    }

    /// Takes other choices, a plain object; what is missing in it has its default.
    pub fn update(&mut self, choice: &JsValue) {
        if choice.is_object() {
            self.props.app.choice = choice::choice(choice);
            self.props.app.answered = self.told.get();
        }
        self.draw();
    }

    /// What the story is called, for the masthead.
    #[wasm_bindgen(js_name = showTitle)]
    pub fn show_title(&mut self, title: Option<String>) {
        self.props.app.title = title.map(Into::into);
        self.draw_again();
    }

    /// The reader's own articles as far as they are typed, an array of `{ outlet, text }`.
    #[wasm_bindgen(js_name = showDrafts)]
    pub fn show_drafts(&mut self, drafts: &JsValue) {
        self.props.app.drafts = Rc::new(choice::drafts(drafts));
        self.draw_again();
    }

    /// Shows that a comparison is under way, and which share of it is done, 0–1.
    #[wasm_bindgen(js_name = showProgress)]
    pub fn show_progress(&mut self, share: f64) {
        if self.props.app.comparison.is_none() {
            self.props.app.phase = Phase::Loading;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the cast clamps, which is meant"
        )]
        let share = (share * 1000.0) as u16;
        self.props.app.progress = Some(share);
        self.draw();
    }

    /// Says one sentence of the string tables to the reader, `say.` before its `key`; `what` and `n` fill its holes.
    /// An unknown key takes back what was said.
    pub fn say(&mut self, key: &str, what: &str, n: u32) {
        let strings = Strings::new(&language(&self.root));
        let sentence = strings.say(key, what, n);
        self.props.app.said = Some(sentence).filter(|s| !s.is_empty()).map(Into::into);
        self.draw_again();
    }

    /// Shows that something failed, in one sentence.
    #[wasm_bindgen(js_name = showError)]
    pub fn show_error(&mut self, message: String) {
        self.props.app.phase = Phase::Failed { message };
        self.props.app.progress = None;
        self.draw();
    }

    /// Goes to the next difference of the shown classes. What the page is told of may lead it back here, so this
    /// holds nothing that a further call would need.
    pub fn next(&self) {
        self.props.app.remote.next();
    }

    /// Goes to the previous difference of the shown classes.
    pub fn previous(&self) {
        self.props.app.remote.previous();
    }

    /// The comparison shown, as the plain object of the contract `diptych/1`; `undefined` before there is one.
    ///
    /// # Errors
    /// When the result can't be written.
    pub fn report(&self) -> Result<JsValue, JsError> {
        let Some(comparison) = &self.props.app.comparison else { return Ok(JsValue::UNDEFINED) };
        let selection = comparison.at(Sensitivity::new(self.props.app.choice.sensitivity));
        plain(&Report::new(comparison, &selection))
    }

    /// Takes away what is drawn and forgets it.
    pub fn clear(&mut self) {
        self.props.app = blank(self.props.app.on_event.clone());
        self.told.set(0);
        self.props.scene = Scene::Nothing;
        self.props.tenant = self.props.tenant.wrapping_add(1);
        self.draw_again();
        self.props.scene = Scene::Widget;
    }

    fn draw(&mut self) {
        self.props.app.lang = Strings::language(&language(&self.root)).into();
        self.props.turn = self.props.turn.wrapping_add(1);
        let props = self.props.clone();
        if let Some(app) = &mut self.app {
            app.update(props);
        } else {
            let root = self.root.clone();
            self.app = Some(yew::Renderer::<Shell>::with_root_and_props(root, props).render());
        }
    }

    /// Draws, if anything was drawn before.
    fn draw_again(&mut self) {
        if self.app.is_some() {
            self.draw();
        }
    }
}

/// Before anything is shown.
fn blank(on_event: Callback<UiEvent>) -> AppProps {
    AppProps {
        comparison: None,
        phase: Phase::Loading,
        choice: Choice::default(),
        answered: 0,
        title: None,
        lang: "".into(),
        drafts: Rc::default(),
        progress: None,
        said: None,
        on_event,
        remote: Remote::default(),
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
        UiEvent::Fill => plain(&Message::Fill),
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
    send(told, message);
}

/// A message that can't be written is not sent; a page that throws on one is told by its own console.
fn send(told: &js_sys::Function, message: Result<JsValue, JsError>) {
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

/// Teaches this instance to speak the language `lang`, named without script and country; `words` is its file.
#[wasm_bindgen]
pub fn learn(lang: &str, words: String) {
    strings::learn(lang, words);
}

/// The style sheet for the shadow root around a [`View`].
#[wasm_bindgen]
pub fn stylesheet() -> String {
    STYLE.to_owned()
}
