//! One sentence of a column.

use crate::span::Span;
use crate::ui::markup::{El, list, nothing, tag};
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
    pub(super) also: String,
    /// Whether the Tab key stops here.
    pub(super) stop: bool,
    /// What assistive technology says.
    pub(super) name: AttrValue,
    /// Where in it the words stand that are searched for.
    pub(super) places: Vec<Span>,
}

/// A sentence: focusable, named, its text in runs. A component, so that of a whole article only what changes is drawn
/// again.
pub(super) struct Sentence;

impl Component for Sentence {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let view = &props.view;
        let raised = props.raised.is_some();
        let shown = props.raised.as_deref().unwrap_or(&view.runs);
        let text = tag("span")
            .class("s")
            .part("sentence")
            .class_of("is-", view.class.key())
            .class_if(view.aside, "aside")
            .class_if(raised, "on")
            .class(&props.also)
            .attr("role", "group")
            .label(&props.name)
            .attr("tabindex", if props.stop { "0" } else { "-1" })
            .attr("data-s", &view.id.sentence.to_string())
            .attr_opt("aria-current", raised.then_some("true"))
            .with(if props.places.is_empty() { runs(shown) } else { runs(&marked(shown, &props.places)) });
        let told = if view.told.len() > super::MOST_DOTS { nothing() } else { told(&view.told).into() };
        list(vec![told, text.into()])
    }
}

/// The dots in the margin: who else tells it. The accessible name says it in words.
fn told(told: &[Told]) -> El {
    tag("span").class("told").hidden_from_aria().each(told, |t| tag("i").class_of("t-", t.key()))
}
