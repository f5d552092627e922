//! Every difference as a list, grouped by class.

use super::context::{on, use_words_and_acts};
use super::icons::{class_glyph, icon};
use super::state::{Act, Side, Stop};
use super::strings::Strings;
use crate::view::{Class, Reading, SentenceId};
use std::rc::Rc;
use yew::prelude::*;

/// What the list shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) reading: Rc<Reading>,
    pub(super) stops: Rc<Vec<Stop>>,
    /// Index of the one that the reader is at.
    pub(super) at: Option<usize>,
}

/// A snippet is cut off after this many characters.
const SNIPPET: usize = 90;

/// The list.
#[component]
pub(super) fn List(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let sheet = use_node_ref();
    use_effect_with((props.at, sheet.clone()), |(_, sheet)| super::browser::show_current(sheet));
    let of = |class: Class| props.stops.iter().enumerate().filter(move |(_, s)| s.class() == class);
    let group = |class: Class| {
        let count = of(class).count();
        if count == 0 {
            return html! {};
        }
        html! {
            <section key={class.key()}>
                <h3>{class_glyph(class)}{strings.part("class", class.key())}{" "}<span class="n">{count}</span></h3>
                <ol>{for of(class).map(|(i, stop)| item(props, &strings, &act, *stop, props.at == Some(i)))}</ol>
            </section>
        }
    };
    html! {
        <section class="sheet list" aria-label={strings.t("list")} ref={sheet}>
            <header><h2>{strings.t("list")}</h2>
                <button type="button" class="ib" aria-label={strings.t("close")} onclick={on(&act, Act::Close)}>{icon("close")}</button></header>
            {for [Class::Reworded, Class::Partly, Class::Same, Class::Only].map(group)}
        </section>
    }
}

fn item(props: &Props, strings: &Strings, act: &Callback<Act>, stop: Stop, current: bool) -> Html {
    let (ids, what): (Vec<SentenceId>, Act) = match stop {
        Stop::Pair(pair, _) => (pair.to_vec(), Act::Select(pair, Side::Left)),
        Stop::Alone(id, side) => (vec![id], Act::Visit(id, side)),
    };
    let snippet = |id: &SentenceId| {
        let label = props.reading.labels().get(id.article as usize);
        let text = shortened(props.reading.sentence_text(*id));
        html! {
            <span class="snip">
                <b class="ol" title={label.map(|l| strings.outlet(l))}>{label.map(|l| l.letter.clone())}</b>
                <span lang={label.and_then(|l| l.lang.clone())}>{text}</span>
            </span>
        }
    };
    html! {
        <li><button type="button" aria-current={current.then_some("true")} onclick={on(act, what)}>{for ids.iter().map(snippet)}</button></li>
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(SNIPPET).collect();
    if short.len() < text.len() {
        short.truncate(short.rfind(' ').unwrap_or(short.len()));
        short.push('…');
    }
    short
}
