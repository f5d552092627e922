//! The line at the top: the sign, the story, the views, and what else there is to do.

use super::context::{on, use_words_and_acts};
use super::icons::{icon, sign};
use super::state::{Act, Panel};
use crate::view::{Theme, ViewKind};
use yew::prelude::*;

/// What the masthead shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) title: Option<AttrValue>,
    pub(super) view: ViewKind,
    pub(super) theme: Theme,
    pub(super) panel: Option<Panel>,
}

/// The masthead.
#[component]
pub(super) fn Masthead(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let view = |kind: ViewKind| {
        let pressed = (props.view == kind).to_string();
        html! {
            <button type="button" aria-pressed={pressed} onclick={on(&act, Act::View(kind))}>
                {strings.part("view", kind.key())}
            </button>
        }
    };
    let panel = |panel: Panel, name: &'static str, label: &'static str| {
        html! {
            <button type="button" class="ib" aria-label={label} title={label}
                aria-expanded={(props.panel == Some(panel)).to_string()} onclick={on(&act, Act::Open(panel))}>
                {icon(name)}
            </button>
        }
    };
    let theme = strings.fill("theme", &[("theme", strings.part("theme", props.theme.key()))]);
    html! {
        <header class="mast">
            <div class="mark">{sign()}<span>{strings.t("name")}</span></div>
            if let Some(title) = &props.title { <p class="story">{title}</p> }
            <div class="tools">
                <div class="views" role="group" aria-label={strings.t("view")}>{for ViewKind::ALL.map(view)}</div>
                <button type="button" class="btn own" aria-expanded={(props.panel == Some(Panel::Input)).to_string()}
                    onclick={on(&act, Act::Open(Panel::Input))}>{icon("add")}<span>{strings.t("own.short")}</span></button>
                <div class="icons">
                    {panel(Panel::Search, "search", strings.t("search"))}
                    {panel(Panel::List, "list", strings.t("list"))}
                    {panel(Panel::Share, "share", strings.t("share"))}
                    <button type="button" class="ib" aria-label={theme.clone()} title={theme}
                        onclick={on(&act, Act::Theme(props.theme.next()))}>{icon("theme")}</button>
                    {panel(Panel::Help, "help", strings.t("help"))}
                </div>
            </div>
        </header>
    }
}
