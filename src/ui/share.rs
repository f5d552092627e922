//! Keep and share: files to save, and links to this view.

use super::context::{on, use_words_and_acts};
use super::icons::icon;
use super::state::Act;
use super::{Keep, UiEvent};
use yew::prelude::*;

/// What the panel needs.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) on_event: Callback<UiEvent>,
}

/// The panel.
#[component]
pub(super) fn Share(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let item = |keep: Keep| {
        let emit = props.on_event.reform(move |_: MouseEvent| UiEvent::Keep(keep));
        html! {
            <li>
                <button type="button" class="btn" onclick={emit}>{strings.part("keep", keep.key())}</button>
                <span>{strings.part("keep.about", keep.key())}</span>
            </li>
        }
    };
    html! {
        <section class="sheet share" aria-label={strings.t("share")}>
            <header><h2>{strings.t("share")}</h2>
                <button type="button" class="ib" aria-label={strings.t("close")} onclick={on(&act, Act::Close)}>{icon("close")}</button></header>
            <ul class="keeps">{for Keep::ALL.map(item)}</ul>
        </section>
    }
}
