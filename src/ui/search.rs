//! Search in all articles, with counts for each.

use super::context::Context;
use super::list::snippet;
use super::markup::{El, tag};
use super::runs::runs;
use super::state::{Act, Direction};
use crate::view::{Hit, Reading, Run, SearchView, marked};
use wasm_bindgen::JsCast;
use yew::TargetCast;
use yew::virtual_dom::ListenerKind;

/// More sentences than this are counted, marked and gone through, and not listed.
const MOST_LISTED: usize = 200;

/// The search for `query`, with what it found; `at` is the index of the sentence found that the reader is at.
pub(super) fn search(
    cx: &Context,
    reading: &Reading,
    query: &str,
    found: &SearchView,
    at: Option<usize>,
) -> El {
    let name = cx.t("search");
    let label = tag("label").class("grow").with(tag("span").class("vh").with(name)).with(field(cx, query));
    let header = tag("header").with(label).with(cx.close_button());
    let sheet =
        tag("section").key("search").class("sheet search").attr("role", "search").label(name).with(header);
    let asked = !query.trim().is_empty();
    let mut hits = tag("ol").class("hits");
    for (index, found) in found.hits.iter().take(MOST_LISTED).enumerate() {
        hits = hits.with(hit(cx, reading, found, at == Some(index)));
    }
    // What is not there yet has its place, so that the field stays the same element while one types.
    sheet.with(asked.then(|| summary(cx, reading, found, at))).with(asked.then_some(hits))
}

fn field(cx: &Context, query: &str) -> El {
    let (typed, act) = (cx.act.clone(), cx.act.clone());
    tag("input")
        .attr("type", "search")
        .value(query)
        .attr("placeholder", cx.t("search"))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .on(ListenerKind::oninput, move |event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            typed.emit(Act::Query(input.value()));
        })
        .on(ListenerKind::onkeydown, move |event| {
            let key: &web_sys::KeyboardEvent = event.unchecked_ref();
            if key.key() == "Enter" {
                key.prevent_default();
                act.emit(Act::Hit(if key.shift_key() { Direction::Back } else { Direction::Forward }));
            }
        })
}

/// How much was found and where the reader is in it.
fn summary(cx: &Context, reading: &Reading, found: &SearchView, at: Option<usize>) -> El {
    let total: u32 = found.counts.iter().sum();
    let said = tag("p").attr("role", "status").with(cx.strings.count("search.found", total as usize, &[]));
    let place = at.map(|at| {
        let (at, of) = ((at + 1).to_string(), found.hits.len().to_string());
        cx.strings.fill("search.at", &[("at", &at), ("of", &of)])
    });
    let mut counts = tag("ul").class("marklist");
    for (label, count) in reading.labels().iter().zip(&found.counts) {
        let letter = tag("b").class("ol").with(label.letter.as_str());
        let count = tag("span").class("n").with(count.to_string());
        let outlet = tag("span").with(cx.strings.outlet(label));
        counts = counts.with(tag("li").with(letter).with(outlet).with(" ").with(count));
    }
    let step = |name: &str, key: &'static str, direction| {
        (!found.hits.is_empty()).then(|| cx.icon_button(name, cx.t(key), Act::Hit(direction)))
    };
    let row = tag("div").class("row").with(said.with(place)).with(counts);
    row.with(step("up", "search.previous", Direction::Back)).with(step(
        "down",
        "search.next",
        Direction::Forward,
    ))
}

fn hit(cx: &Context, reading: &Reading, hit: &Hit, current: bool) -> El {
    let text = reading.sentence_text(hit.id).to_owned();
    let text = marked(&[Run { text, mark: None, fact: None, hit: false }], &hit.places);
    let button = cx.button("", Act::Find(hit.id)).attr_opt("aria-current", current.then_some("true"));
    tag("li").with(button.with(snippet(cx, reading, hit.id, tag("span").with(runs(&text)))))
}
