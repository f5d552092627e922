//! What stands in place of the articles while there is nothing to show of them.

use super::context::{on, use_words_and_acts};
use super::icons::icon;
use super::state::{Act, Panel};
use super::{Phase, UiEvent};
use crate::view::Notice;
use yew::prelude::*;

/// What is wrong, or not there yet.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) phase: Phase,
    /// How far the work is, of 1000.
    pub(super) share: u16,
    pub(super) on_event: Callback<UiEvent>,
}

/// Loading, empty or failed.
#[component]
pub(super) fn Standing(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let own = html! {
        <button type="button" class="btn own" onclick={on(&act, Act::Open(Panel::Input))}>{icon("add")}<span>{strings.t("own.short")}</span></button>
    };
    let event = |event: UiEvent| props.on_event.reform(move |_: MouseEvent| event.clone());
    match &props.phase {
        Phase::Loading => html! {
            <section class="stand" aria-busy="true">
                <Progress share={props.share} on_event={props.on_event.clone()} />
                <div class="bars" aria-hidden="true">{for (0..7).map(|_| html! { <i></i> })}</div>
            </section>
        },
        Phase::Failed { message } => html! {
            <section class="stand" role="alert">
                <h2>{strings.t("failed")}</h2><p>{message}</p>
                <p><button type="button" class="btn" onclick={event(UiEvent::Retry)}>{strings.t("retry")}</button>{own}</p>
            </section>
        },
        Phase::Ready | Phase::Empty => html! {
            <section class="stand"><h2>{strings.t("empty")}</h2><p>{strings.t("empty.text")}</p><p>{own}</p></section>
        },
    }
}

/// How far a comparison is.
#[derive(Properties, PartialEq)]
pub(super) struct ProgressProps {
    /// Of 1000.
    pub(super) share: u16,
    pub(super) on_event: Callback<UiEvent>,
}

/// A line that tells how far a comparison is, with the way to give it up.
#[component]
pub(super) fn Progress(props: &ProgressProps) -> Html {
    let (strings, _) = use_words_and_acts();
    let cancel = props.on_event.reform(|_: MouseEvent| UiEvent::Cancel);
    let label = strings.t("loading");
    html! {
        <div class="work">
            <span role="status">{label}</span>
            <progress max="1000" value={props.share.to_string()} aria-label={label}></progress>
            <button type="button" class="btn" onclick={cancel}>{strings.t("cancel")}</button>
        </div>
    }
}

/// Remarks on the comparison.
#[derive(Properties, PartialEq)]
pub(super) struct RemarkProps {
    pub(super) notices: Vec<Notice>,
    /// What each article is called.
    pub(super) outlets: Vec<String>,
}

/// The remarks, one line each.
#[component]
pub(super) fn Remarks(props: &RemarkProps) -> Html {
    let (strings, _) = use_words_and_acts();
    let outlet = |article: u32| props.outlets.get(article as usize).map_or("", String::as_str);
    let text = |notice: &Notice| match *notice {
        Notice::TooFewArticles => strings.t("notice.too-few").to_owned(),
        Notice::EmptyArticle { article } => strings.fill("notice.empty", &[("outlet", outlet(article))]),
        Notice::SameText { a, b } => strings.fill("notice.same", &[("a", outlet(a)), ("b", outlet(b))]),
        Notice::DifferentLanguages { a, b } => {
            strings.fill("notice.languages", &[("a", outlet(a)), ("b", outlet(b))])
        }
        Notice::WorkLimit => strings.t("notice.limit").to_owned(),
    };
    if props.notices.is_empty() {
        return html! {};
    }
    html! { <ul class="remarks" role="status">{for props.notices.iter().map(|n| html! { <li>{text(n)}</li> })}</ul> }
}
