//! What stands in place of the articles while there is nothing to show of them.

use super::context::Context;
use super::markup::{El, nothing, tag};
use super::masthead::own;
use super::{Phase, UiEvent};
use crate::view::{Label, Notice};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Html};

/// Loading, empty or failed. `share` is how far the work is, of 1000.
pub(super) fn standing(cx: &Context, phase: &Phase, share: u16, on_event: &Callback<UiEvent>) -> Html {
    let section = tag("section").class("stand");
    match phase {
        Phase::Loading => section
            .attr("aria-busy", "true")
            .with(progress(cx, share, on_event))
            .with(tag("div").class("bars").hidden_from_aria().each(0..7, |_| tag("i"))),
        Phase::Failed { message } => section
            .attr("role", "alert")
            .with(tag("h2").with(cx.t("failed")))
            .with(tag("p").with(message.as_str()))
            .with(tag("p").with(event_button(cx.t("retry"), on_event, UiEvent::Retry)).with(own(cx))),
        Phase::Ready | Phase::Empty => section
            .with(tag("h2").with(cx.t("empty")))
            .with(tag("p").with(cx.t("empty.text")))
            .with(tag("p").with(own(cx))),
    }
    .into()
}

/// A line that tells how far a comparison is, of 1000, with the way to give it up.
pub(super) fn progress(cx: &Context, share: u16, on_event: &Callback<UiEvent>) -> El {
    let label = cx.t("loading");
    let bar = tag("progress").attr("max", "1000").attr("value", &share.to_string()).label(label);
    let line = tag("div").class("work").with(tag("span").attr("role", "status").with(label));
    line.with(bar).with(event_button(cx.t("cancel"), on_event, UiEvent::Cancel))
}

/// A button that tells the page something.
pub(super) fn event_button(label: &str, on_event: &Callback<UiEvent>, event: UiEvent) -> El {
    let on_event = on_event.clone();
    let button = tag("button").attr("type", "button").class("btn").with(label);
    button.on(ListenerKind::onclick, move |_| on_event.emit(event.clone()))
}

/// Remarks on the comparison, one line each.
pub(super) fn remarks(cx: &Context, notices: &[Notice], labels: &[Label]) -> Html {
    if notices.is_empty() {
        return nothing();
    }
    tag("ul")
        .class("remarks")
        .part("notice")
        .attr("role", "status")
        .each(notices, |n| remark(cx, *n, labels))
        .into()
}

fn remark(cx: &Context, notice: Notice, labels: &[Label]) -> El {
    let outlet =
        |article: u32| labels.get(article as usize).map(|l| cx.strings.outlet(l)).unwrap_or_default();
    let two = |key, a, b| cx.strings.fill(key, &[("a", &outlet(a)), ("b", &outlet(b))]);
    let text = match notice {
        Notice::TooFewArticles => cx.t("notice.too-few").to_owned(),
        Notice::EmptyArticle { article } => cx.strings.fill("notice.empty", &[("outlet", &outlet(article))]),
        Notice::SameText { a, b } => two("notice.same", a, b),
        Notice::DifferentLanguages { a, b } => two("notice.languages", a, b),
        Notice::WorkLimit => cx.t("notice.limit").to_owned(),
        Notice::PartShown { sentences } => cx.strings.count("notice.part", sentences as usize, &[]),
    };
    tag("li").with(text)
}
