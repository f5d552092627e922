//! The few things asked of the browser outside of components.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{AddEventListenerOptions, Element, Event, EventTarget, ResizeObserver};

/// A listener that ends when it is dropped.
pub(super) struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens without ever holding up scrolling.
    pub(super) fn passive(
        target: &EventTarget,
        event: &'static str,
        callback: impl FnMut(Event) + 'static,
    ) -> Option<Self> {
        let callback = Closure::<dyn FnMut(Event)>::new(callback);
        let options = AddEventListenerOptions::new();
        options.set_passive(true);
        let function = callback.as_ref().unchecked_ref();
        target
            .add_event_listener_with_callback_and_add_event_listener_options(event, function, &options)
            .ok()?;
        Some(Self { target: target.clone(), event, callback })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.callback.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, function);
    }
}

/// Tells of changes of size until it is dropped.
pub(super) struct Resize {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Resize {
    /// Calls `callback` after each change of an observed element.
    pub(super) fn new(callback: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(callback);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        Some(Self { observer, _callback: callback })
    }

    /// Observes one more element.
    pub(super) fn observe(&self, element: &Element) {
        self.observer.observe(element);
    }
}

impl Drop for Resize {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back before a frame is painted, each time that it is asked to, until it is dropped.
pub(super) struct Ticker {
    callback: Closure<dyn FnMut(f64)>,
    asked: Option<i32>,
}

impl Ticker {
    /// `callback` is given the time of the frame in milliseconds.
    pub(super) fn new(callback: impl FnMut(f64) + 'static) -> Self {
        Self { callback: Closure::new(callback), asked: None }
    }

    /// Asks for the next frame.
    pub(super) fn ask(&mut self) {
        let function = self.callback.as_ref().unchecked_ref();
        self.asked = web_sys::window().and_then(|w| w.request_animation_frame(function).ok());
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        if let (Some(window), Some(asked)) = (web_sys::window(), self.asked) {
            let _ = window.cancel_animation_frame(asked);
        }
    }
}

/// Whether the reader asked for less motion.
pub(super) fn prefers_less_motion() -> bool {
    let query =
        web_sys::window().and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|q| q.matches())
}

/// Whether the reader has some text selected, which must not be disturbed.
pub(super) fn has_selection() -> bool {
    let selection = web_sys::window().and_then(|w| w.get_selection().ok().flatten());
    selection.is_some_and(|s| s.type_() == "Range")
}

/// Copies a text, where the page may.
pub(super) fn copy(text: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.navigator().clipboard().write_text(text);
    }
}

/// Whether a key goes into a field that takes text or has keys of its own.
pub(super) fn is_field(event: &Event) -> bool {
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    target.is_some_and(|e| e.matches("input, textarea, select, [contenteditable]").unwrap_or(false))
}

/// Whether the page is being printed, now and as it changes.
pub(super) fn print_query() -> Option<web_sys::MediaQueryList> {
    web_sys::window()?.match_media("print").ok().flatten()
}

/// The element in the same tree as `near` that has the focus; nothing when none has.
pub(super) fn focused(near: &Element) -> Option<web_sys::HtmlElement> {
    let tree = near.get_root_node();
    let focused = match tree.dyn_ref::<web_sys::ShadowRoot>() {
        Some(shadow) => shadow.active_element(),
        None => tree.dyn_ref::<web_sys::Document>()?.active_element(),
    };
    focused?.dyn_into().ok().filter(|e: &web_sys::HtmlElement| e.tag_name() != "BODY")
}

/// Brings the element with `id` into view, and puts the focus on it unless that is to stay.
pub(super) fn go_to(root: &Element, id: &str, focus_stays: bool) {
    let found = root.query_selector(&["#", id].concat()).ok().flatten();
    let Some(element) = found.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    element.scroll_into_view();
    if !focus_stays {
        let _ = element.focus();
    }
}

/// Whether the reader starts the browser's own search in a browser that does not look into what is folded away.
pub(super) fn is_blind_find(event: &web_sys::KeyboardEvent) -> bool {
    let asks = event.key() == "F3" || ((event.ctrl_key() || event.meta_key()) && event.key() == "f");
    let looks = || js_sys::Reflect::has(&js_sys::global(), &"onbeforematch".into()).unwrap_or(false);
    asks && !looks()
}

/// Scrolls a list, and nothing around it, so that its current item is in view.
pub(super) fn show_current(list: &yew::NodeRef) {
    let Some(list) = list.cast::<Element>() else { return };
    if let Ok(Some(item)) = list.query_selector("[aria-current]") {
        let (item, frame) = (item.get_bounding_client_rect(), list.get_bounding_client_rect());
        let way =
            (item.top() - frame.top() - 24.0).min(0.0) + (item.bottom() - frame.bottom() + 24.0).max(0.0);
        list.set_scroll_top(list.scroll_top() + super::stage::whole(way));
    }
}
