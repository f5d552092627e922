//! Where the focus goes when panels close and when a reader goes to a sentence.

use super::browser::{focused, go_to};
use super::names::anchor;
use super::state::{Panel, Scroll, Side, Ui};
use crate::view::SentenceId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

/// What was there before the last drawing.
#[derive(Default)]
pub(super) struct Focus {
    /// The element that had the focus before a panel was opened.
    before: Option<HtmlElement>,
    /// The panel that was open.
    panel: Option<Panel>,
    /// How often the columns had been asked to scroll.
    scrolls: u32,
    seen: (Option<Panel>, Option<usize>),
}

impl Focus {
    /// Remembers what has the focus in the tree of `root`, before a panel takes it that was not open so far.
    pub(super) fn leave(&mut self, root: &NodeRef, panel: Option<Panel>) {
        if panel.is_some() && self.panel.is_none() {
            self.before = root.cast::<Element>().and_then(|root| focused(&root));
        }
    }

    /// Whether the open panel or the place among the differences changed since the last drawing.
    pub(super) fn is_news(&mut self, now: (Option<Panel>, Option<usize>)) -> bool {
        std::mem::replace(&mut self.seen, now) != now
    }

    /// Gives the focus back when a panel has closed that had it; and goes to the sentence that is wanted, among the
    /// two articles of `pair`, where no columns scroll by themselves.
    pub(super) fn follow(&mut self, root: &NodeRef, ui: &Ui, pair: Option<[u32; 2]>) {
        let Some(root) = root.cast::<Element>() else { return };
        let panel = std::mem::replace(&mut self.panel, ui.panel);
        if ui.panel == Some(Panel::Search) && panel != ui.panel {
            focus_on(&root, "input[type=search]");
        }
        if panel.is_some()
            && ui.panel.is_none()
            && let Some(before) = self.before.take()
            && focused(&root).is_none()
        {
            let _ = before.focus();
        }
        if std::mem::replace(&mut self.scrolls, ui.scrolls) == ui.scrolls || ui.scroll == Scroll::Return {
            return;
        }
        let Some([left, right]) = pair else { return };
        let article = if ui.side == Side::Left { left } else { right };
        let id = ui.visited.unwrap_or(SentenceId { article, sentence: ui.target() });
        go_to(&root, &anchor(id), ui.panel == Some(Panel::Search));
    }
}

/// Puts the focus on the first element that matches `selector`.
fn focus_on(root: &Element, selector: &str) {
    let found = root.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
