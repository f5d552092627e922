//! The head of a column, which is the picker of its article.

use super::context::use_words_and_acts;
use super::icons::icon;
use super::state::{Act, Side};
use crate::view::Label;
use std::rc::Rc;
use yew::prelude::*;

/// What a picker shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) side: Side,
    /// Every article.
    pub(super) labels: Rc<Vec<Label>>,
    /// The one that is shown.
    pub(super) article: u32,
    /// What the control is called, for assistive technology.
    pub(super) name: &'static str,
}

/// A picker of articles that looks like a heading.
#[component]
pub(super) fn Picker(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let side = props.side;
    let onchange = act.reform(move |event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        Act::Pick(side, u32::try_from(select.selected_index()).unwrap_or_default())
    });
    let option = |label: &Label| {
        html! {
            <option key={label.article} value={label.article.to_string()} selected={label.article == props.article}>
                {strings.outlet(label)}
            </option>
        }
    };
    html! {
        <label class="pick">
            <span class="vh">{props.name}</span>
            <select {onchange}>{for props.labels.iter().map(option)}</select>
            {icon("down")}
        </label>
    }
}

/// The line under a picker: how much of the article there is, and how much of it the other one tells.
#[component]
pub(super) fn Meta(props: &MetaProps) -> Html {
    let (strings, _) = use_words_and_acts();
    let n = |n: u32| n.to_string();
    let label = &props.label;
    let parts = [
        strings.count("sentences", label.sentences as usize, &[]),
        strings.fill("also", &[("n", &n(props.also)), ("outlet", &props.other)]),
        strings.fill("only", &[("n", &n(props.only))]),
    ];
    let outlet = strings.outlet(label);
    html! {
        <p class="meta">
            {parts.join(" · ")}
            if let Some(published) = &label.published { <>{" · "}<time>{published}</time></> }
            if let Some(url) = &label.url {
                <>{" · "}<a href={url.clone()} target="_blank" rel="noopener noreferrer external">
                    {strings.fill("source", &[("outlet", &outlet)])}{icon("out")}</a></>
            }
        </p>
    }
}

/// What the line under a picker tells.
#[derive(Properties, PartialEq)]
pub(super) struct MetaProps {
    pub(super) label: Label,
    pub(super) also: u32,
    pub(super) only: u32,
    /// What the other article is called.
    pub(super) other: AttrValue,
}
