//! Keys, marks, and what a link means.

use super::context::{on, use_words_and_acts};
use super::icons::{class_glyph, icon, mark_glyph};
use super::keys::KEYS;
use super::state::Act;
use crate::view::{Class, Mark};
use yew::prelude::*;

/// What the help shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Whether single keys do something.
    pub(super) keys: bool,
}

/// The help.
#[component]
pub(super) fn Help(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let key = |(keys, what): (&'static str, &'static str)| {
        html! { <div><dt>{for keys.split(' ').map(|k| html! { <kbd>{k}</kbd> })}</dt><dd>{strings.t(what)}</dd></div> }
    };
    let class = |class: Class| html! { <li>{class_glyph(class)}<span>{strings.part("class", class.key())}</span></li> };
    let mark = |mark: Mark| {
        html! { <li>{mark_glyph(Some(mark))}<span class={classes!("m", ["m-", mark.key()].concat())}>{strings.part("mark", mark.key())}</span></li> }
    };
    html! {
        <section class="sheet help" aria-label={strings.t("help.title")}>
            <header><h2>{strings.t("help.title")}</h2>
                <button type="button" class="ib" aria-label={strings.t("close")} onclick={on(&act, Act::Close)}>{icon("close")}</button></header>
            <p>{strings.t("help.about")}</p>
            <div class="cols2">
                <dl class="keys">{for KEYS.map(key)}</dl>
                <div>
                    <h3>{strings.t("help.marks")}</h3>
                    <ul class="marklist">{for Class::ALL.map(class)}</ul>
                    <ul class="marklist">{for Mark::ALL.map(mark)}</ul>
                    <p>{strings.t("help.keys")}</p>
                    <label class="check"><input type="checkbox" checked={props.keys} onchange={on(&act, Act::Keys)} />{strings.t("help.switch")}</label>
                </div>
            </div>
        </section>
    }
}
