//! Search in all articles, with counts for each.

use super::context::{on, use_words_and_acts};
use super::icons::icon;
use super::runs::runs;
use super::state::{Act, Direction};
use super::strings::Strings;
use crate::view::{Hit, Label, Reading, Run, SearchView, marked};
use std::rc::Rc;
use yew::prelude::*;

/// What the search shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) reading: Rc<Reading>,
    pub(super) query: AttrValue,
    pub(super) found: Rc<SearchView>,
    /// Index of the sentence found that the reader is at.
    pub(super) at: Option<usize>,
}

/// More sentences than this are counted, marked and gone through, and not listed.
const MOST_LISTED: usize = 200;

/// The search.
#[component]
pub(super) fn Search(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let field = use_node_ref();
    use_effect_with((), {
        let field = field.clone();
        move |()| {
            if let Some(field) = field.cast::<web_sys::HtmlElement>() {
                let _ = field.focus();
            }
        }
    });
    let found = &props.found;
    let sheet = use_node_ref();
    use_effect_with((props.at, sheet.clone()), |(_, sheet)| super::browser::show_current(sheet));
    let onkeydown = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                act.emit(Act::Hit(if event.shift_key() { Direction::Back } else { Direction::Forward }));
            }
        })
    };
    let oninput = act.reform(|event: InputEvent| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        Act::Query(input.value())
    });
    let labels = props.reading.labels();
    let count = |(label, n): (&Label, &u32)| {
        html! { <li><b class="ol">{&label.letter}</b><span>{strings.outlet(label)}</span>{" "}<span class="n">{n}</span></li> }
    };
    let total: u32 = found.counts.iter().sum();
    html! {
        <section class="sheet search" role="search" aria-label={strings.t("search")} ref={sheet}>
            <header>
                <label class="grow"><span class="vh">{strings.t("search")}</span>
                    <input type="search" ref={field} value={props.query.clone()} {oninput} {onkeydown} placeholder={strings.t("search")} autocomplete="off" spellcheck="false" /></label>
                <button type="button" class="ib" aria-label={strings.t("close")} onclick={on(&act, Act::Close)}>{icon("close")}</button>
            </header>
            if !props.query.trim().is_empty() {
                <div class="row">
                    <p role="status">{strings.count("search.found", total as usize, &[])}{place(&strings, props)}</p>
                    <ul class="marklist">{for labels.iter().zip(&found.counts).map(count)}</ul>
                    if !found.hits.is_empty() {
                        {step(&act, Direction::Back, strings.t("search.previous"), "up")}
                        {step(&act, Direction::Forward, strings.t("search.next"), "down")}
                    }
                </div>
                <ol class="hits">{for found.hits.iter().take(MOST_LISTED).enumerate().map(|(i, h)| hit(&strings, &act, props, h, props.at == Some(i)))}</ol>
            }
        </section>
    }
}

fn step(act: &Callback<Act>, direction: Direction, label: &'static str, name: &'static str) -> Html {
    html! { <button type="button" class="ib" aria-label={label} title={label} onclick={on(act, Act::Hit(direction))}>{icon(name)}</button> }
}

/// ", sentence 3 of 17".
fn place(strings: &Strings, props: &Props) -> Option<String> {
    let at = (props.at? + 1).to_string();
    Some(strings.fill("search.at", &[("at", &at), ("of", &props.found.hits.len().to_string())]))
}

fn hit(strings: &Strings, act: &Callback<Act>, props: &Props, hit: &Hit, current: bool) -> Html {
    let label = props.reading.labels().get(hit.id.article as usize);
    let text = props.reading.sentence_text(hit.id).to_owned();
    let text = marked(&[Run { text, mark: None, fact: None, hit: false }], &hit.places);
    html! {
        <li><button type="button" aria-current={current.then_some("true")} onclick={on(act, Act::Find(hit.id))}>
            <span class="snip"><b class="ol" title={label.map(|l| strings.outlet(l))}>{label.map(|l| l.letter.clone())}</b>
            <span lang={label.and_then(|l| l.lang.clone())}>{runs(&text)}</span></span>
        </button></li>
    }
}
