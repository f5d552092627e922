//! One sentence of a column.

use crate::span::Span;
use crate::ui::runs::runs;
use crate::view::{Run, SentenceView, Told, marked};
use std::rc::Rc;
use yew::prelude::*;

/// What a sentence shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) view: Rc<SentenceView>,
    /// Its runs while its pair is raised.
    pub(super) raised: Option<Rc<Vec<Run>>>,
    /// What else the style sheet has to know of it.
    pub(super) also: Classes,
    /// Whether the Tab key stops here.
    pub(super) stop: bool,
    /// What assistive technology says.
    pub(super) name: AttrValue,
    /// Where in it the words stand that are searched for.
    pub(super) places: Vec<Span>,
}

/// A sentence: focusable, named, its text in runs.
#[component]
pub(super) fn Sentence(props: &Props) -> Html {
    let view = &props.view;
    let class = classes!(
        "s",
        ["is-", view.class.key()].concat(),
        view.aside.then_some("aside"),
        props.raised.is_some().then_some("on"),
        props.also.clone(),
    );
    let shown = props.raised.as_deref().unwrap_or(&view.runs);
    let index = view.id.sentence.to_string();
    html! {
        <>
            {told(&view.told)}
            <span {class} role="group" aria-label={props.name.clone()} tabindex={if props.stop { "0" } else { "-1" }}
                data-s={index} aria-current={props.raised.is_some().then_some("true")}>
                {if props.places.is_empty() { runs(shown) } else { runs(&marked(shown, &props.places)) }}
            </span>
        </>
    }
}

/// The dots in the margin: who else tells it. The accessible name says it in words.
fn told(told: &[Told]) -> Html {
    if told.len() > 8 {
        return html! {};
    }
    html! { <span class="told" aria-hidden="true">{for told.iter().map(|t| html! { <i class={["t-", t.key()].concat()}></i> })}</span> }
}
