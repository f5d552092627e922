//! The line at the top: the sign, the story, the views, and what else there is to do.

use super::context::Context;
use super::icons::{icon, sign};
use super::markup::{El, tag};
use super::state::{Act, Panel};
use crate::view::{Theme, ViewKind};
use yew::Html;

/// What the masthead shows.
pub(super) struct Shown<'a> {
    pub(super) title: Option<&'a str>,
    pub(super) view: ViewKind,
    pub(super) theme: Theme,
    pub(super) panel: Option<Panel>,
}

/// The masthead.
pub(super) fn masthead(cx: &Context, shown: &Shown) -> Html {
    let view = |kind: ViewKind| {
        let button = cx.button("", Act::View(kind)).state("aria-pressed", shown.view == kind);
        button.with(cx.strings.part("view", kind.key()))
    };
    let panel = |panel: Panel, key: &'static str| {
        let button = cx.icon_button(key, cx.t(key), Act::Open(panel));
        button.state("aria-expanded", shown.panel == Some(panel))
    };
    let theme = cx.strings.fill("theme", &[("theme", cx.strings.part("theme", shown.theme.key()))]);
    let tools = tag("div")
        .class("tools")
        .with(tag("div").class("views").attr("role", "group").label(cx.t("view")).each(ViewKind::ALL, view))
        .with(own(cx).state("aria-expanded", shown.panel == Some(Panel::Input)))
        .with(
            tag("div")
                .class("icons")
                .with(panel(Panel::Search, "search"))
                .with(panel(Panel::List, "list"))
                .with(panel(Panel::Share, "share"))
                .with(cx.icon_button("theme", &theme, Act::Theme))
                .with(panel(Panel::Help, "help")),
        );
    tag("header")
        .class("mast")
        .part("masthead")
        .with(tag("div").class("mark").with(sign()).with(tag("span").with(cx.t("name"))))
        .with(shown.title.map(|title| tag("p").class("story").with(title)))
        .with(tools)
        .into()
}

/// The button that opens the panel for the reader's own articles.
pub(super) fn own(cx: &Context) -> El {
    cx.button("btn own", Act::Open(Panel::Input)).with(icon("add")).with(tag("span").with(cx.t("own.short")))
}
