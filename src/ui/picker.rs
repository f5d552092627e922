//! The head of a column, which is the picker of its article.

use super::context::Context;
use super::icons::icon;
use super::markup::tag;
use super::state::{Act, Side};
use crate::view::{ColumnView, Label};
use yew::virtual_dom::ListenerKind;
use yew::{Html, TargetCast};

/// A picker among `labels` that looks like a heading; `article` is the one that is shown, `name` what assistive
/// technology calls it.
pub(super) fn picker(cx: &Context, side: Side, labels: &[Label], article: u32, name: &str) -> Html {
    let act = cx.act.clone();
    let option = |label: &Label| {
        let index = label.article.to_string();
        let option = tag("option").key(&index).attr("value", &index).with(cx.strings.outlet(label));
        option.attr_opt("selected", (label.article == article).then_some("selected"))
    };
    let select = tag("select").on(ListenerKind::onchange, move |event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        act.emit(Act::Pick(side, u32::try_from(select.selected_index()).unwrap_or_default()));
    });
    tag("label")
        .class("pick")
        .with(tag("span").class("vh").with(name))
        .with(select.each(labels, option))
        .with(icon("down"))
        .into()
}

/// The line under a picker: how much of the article there is, and how much of it the other one, called `other`, tells.
pub(super) fn meta(cx: &Context, column: &ColumnView, other: &str) -> Html {
    let label = &column.label;
    let parts = [
        cx.strings.count("sentences", label.sentences as usize, &[]),
        cx.strings.fill("also", &[("n", &column.also.to_string()), ("outlet", other)]),
        cx.strings.fill("only", &[("n", &column.only.to_string())]),
    ];
    let mut line = tag("p").class("meta").with(parts.join(" · "));
    if let Some(published) = &label.published {
        line = line.with(" · ").with(tag("time").with(published.as_str()));
    }
    if let Some(url) = &label.url {
        let source = cx.strings.fill("source", &[("outlet", &cx.strings.outlet(label))]);
        line = line.with(" · ").with(link(url).attr("target", "_blank").with(source).with(icon("out")));
    }
    line.into()
}

/// A link to where an article was published.
pub(super) fn link(url: &str) -> super::markup::El {
    tag("a").attr("href", url).attr("rel", "noopener noreferrer external")
}
