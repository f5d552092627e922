//! What every part of the page may need: its words, and where a reader's acts go.

use super::icons::icon;
use super::markup::{El, tag};
use super::state::Act;
use super::strings::Strings;
use std::rc::Rc;
use yew::Callback;

/// Words and acts. The callback stays the same for as long as the widget lives, so that nothing is drawn again for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Context {
    pub(super) strings: Rc<Strings>,
    pub(super) act: Callback<Act>,
}

impl Context {
    /// The text of a key.
    pub(super) fn t(&self, key: &'static str) -> &'static str {
        self.strings.t(key)
    }

    /// A button that does `what`.
    #[inline(never)]
    pub(super) fn button(&self, class: &str, what: Act) -> El {
        tag("button").attr("type", "button").class(class).click(&self.act, what)
    }

    /// A button that shows an icon and is called `label`.
    #[inline(never)]
    pub(super) fn icon_button(&self, name: &str, label: &str, what: Act) -> El {
        self.button("ib", what).label(label).attr("title", label).with(icon(name))
    }

    /// A panel over the articles, with its title and the button that closes it.
    #[inline(never)]
    pub(super) fn sheet(&self, class: &str, title: &str) -> El {
        let header = tag("header").with(tag("h2").with(title)).with(self.close_button());
        tag("section").key(class).class("sheet").class(class).label(title).with(header)
    }

    /// The button that closes a panel.
    pub(super) fn close_button(&self) -> El {
        self.button("ib", Act::Close).label(self.t("close")).with(icon("close"))
    }
}
