//! Search in all articles, with counts for each.

use super::context::{on, use_words_and_acts};
use super::icons::icon;
use super::runs::runs;
use super::state::Act;
use super::strings::Strings;
use crate::view::{Hit, Label, Reading};
use std::rc::Rc;
use yew::prelude::*;

/// What the search shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) reading: Rc<Reading>,
    pub(super) query: AttrValue,
}

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
    let found =
        use_memo((Rc::clone(&props.reading), props.query.clone()), |(reading, query)| reading.search(query));
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
        <section class="sheet search" role="search" aria-label={strings.t("search")}>
            <header>
                <label class="grow"><span class="vh">{strings.t("search")}</span>
                    <input type="search" ref={field} value={props.query.clone()} {oninput} placeholder={strings.t("search")} autocomplete="off" spellcheck="false" /></label>
                <button type="button" class="ib" aria-label={strings.t("close")} onclick={on(&act, Act::Close)}>{icon("close")}</button>
            </header>
            if !props.query.trim().is_empty() {
                <p role="status">{strings.count("search.found", total as usize, &[])}</p>
                <ul class="marklist">{for labels.iter().zip(&found.counts).map(count)}</ul>
                <ol class="hits">{for found.hits.iter().map(|h| hit(&strings, &act, labels, h))}</ol>
            }
        </section>
    }
}

fn hit(strings: &Strings, act: &Callback<Act>, labels: &[Label], hit: &Hit) -> Html {
    let label = labels.get(hit.id.article as usize);
    html! {
        <li><button type="button" onclick={on(act, Act::Find(hit.id))}>
            <span class="snip"><b class="ol" title={label.map(|l| strings.outlet(l))}>{label.map(|l| l.letter.clone())}</b>
            <span lang={label.and_then(|l| l.lang.clone())}>{runs(&hit.runs)}</span></span>
        </button></li>
    }
}
