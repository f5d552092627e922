//! The panel at the foot: the kept pair, set one sentence over the other, and what there is to say about it.

use super::context::Context;
use super::icons::{class_glyph, mark_glyph};
use super::markup::{El, nothing, tag};
use super::state::{Act, Side};
use super::strings::Strings;
use crate::view::{Cell, FactView, Label, Mark, PairView, Run, Told};
use yew::Html;
use yew::virtual_dom::ListenerKind;

/// A panel has fewer lines than this; what is too much is cut off.
const LINES: usize = 24;

/// The panel of `pair`; one line of advice while no pair is kept.
pub(super) fn pair_panel(cx: &Context, pair: Option<&PairView>, labels: &[Label]) -> Html {
    let Some(pair) = pair else { return hint(cx) };
    let strings = &cx.strings;
    let label = |side: usize| labels.get(pair.ids[side].article as usize);
    let letters = [0, 1].map(|side| label(side).map_or("", |l| l.letter.as_str()));
    let level = cx.button("btn", Act::Level).with(cx.t("pair.level-button")).with(kbd("Enter"));
    let close = cx.button("btn", Act::Back).with(cx.t("close")).with(kbd("Esc"));
    let title = tag("span").with(strings.part("class", pair.class.key()));
    let head = tag("div")
        .class("ph")
        .with(tag("h2").with(class_glyph(pair.class)).with(title))
        .with(counts(strings, pair))
        .with(tag("div").class("acts").with(level).with(copy(strings, pair, labels)).with(close));
    let over = tag("div").class("over").hidden_from_aria().with(labels_at_lines(letters));
    let lay = tag("div")
        .class("lay")
        .each(0..2, |side| spoken(&pair.runs[side], label(side), strings))
        .with(over.each(&pair.cells, cell))
        .with(others(cx, pair));
    let told = tag("div")
        .class("as")
        .with(told(strings, pair, labels))
        .with(facts(strings, pair, labels))
        .with(why(strings, pair));
    let section = tag("section").class("pair open").part("pair-panel").label(cx.t("pair"));
    section.with(head).with(tag("div").class("pb").with(lay).with(told)).into()
}

fn kbd(key: &str) -> El {
    tag("kbd").with(key)
}

fn hint(cx: &Context) -> Html {
    let advice =
        |key: &str, text: &'static str| tag("span").class("wide").with(kbd(key)).with(" ").with(cx.t(text));
    let next =
        tag("span").class("wide").with(kbd("n")).with(" ").with(kbd("p")).with(" ").with(cx.t("pair.next"));
    let line = tag("p")
        .class("quiet")
        .with(tag("span").with(cx.t("pair.hint")))
        .with(next)
        .with(advice("Enter", "pair.level"))
        .with(advice("?", "pair.keys"));
    tag("section").class("pair").part("pair-panel").label(cx.t("pair")).with(line).into()
}

/// A sentence as it is read aloud; the cells over each other are for the eye.
fn spoken(runs: &[Run], label: Option<&Label>, strings: &Strings) -> El {
    let outlet = label.map(|l| strings.outlet(l)).unwrap_or_default();
    let text = tag("span").attr_opt("lang", label.and_then(|l| l.lang.as_deref())).with(text_of(runs));
    tag("p").class("vh").with(tag("b").with(outlet).with(": ")).with(text)
}

fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|r| r.text.as_str()).collect()
}

/// The letters of both outlets at the start of each line.
fn labels_at_lines(letters: [&str; 2]) -> El {
    let letter = |letter| tag("b").class("ol").with(letter);
    tag("div").class("labs").each(0..LINES, |_| tag("div").each(letters, letter))
}

fn cell(cell: &Cell) -> El {
    let side = |text: &String| {
        let words = tag("span")
            .class("m")
            .class_of("m-", cell.mark.key())
            .class_if(cell.fact.is_some(), "m-fact")
            .class_if(cell.first, "a")
            .class_if(cell.last, "z");
        let side = tag("span").class("w");
        if text.is_empty() { side } else { side.with(words.with(text.as_str())) }
    };
    let between = if cell.mark == Mark::Shared && cell.fact.is_none() {
        tag("span").class("tie").into()
    } else if cell.first {
        mark_glyph(if cell.fact.is_some() { None } else { Some(cell.mark) })
    } else {
        nothing()
    };
    let [over, under] = &cell.texts;
    let element = tag("span").class("x").class_if(cell.last, "end").with(side(over));
    element.with(tag("span").class("g-row").with(between)).with(side(under))
}

/// How many runs carry each mark.
fn counts(strings: &Strings, pair: &PairView) -> El {
    let line = |mark: Option<Mark>, class: &'static str, count: usize| {
        let name = tag("span").class("m").class_of("m-", class).with(strings.part("mark", class));
        let line = tag("li").class("lg-w").with(mark_glyph(mark)).with(name).with(" ");
        line.with(tag("span").class("n").with(count.to_string()))
    };
    let mut list = tag("ul").class("marks").label(strings.t("marks"));
    for (mark, count) in Mark::ALL.into_iter().zip(pair.counts) {
        if count > 0 {
            list = list.with(line(Some(mark), mark.key(), count as usize));
        }
    }
    let facts = pair.runs.iter().flatten().filter(|r| r.fact.is_some()).count();
    list.with((facts > 0).then(|| line(None, "fact", facts)))
}

/// The other pairs of the group.
fn others(cx: &Context, pair: &PairView) -> Option<El> {
    let other = |ids: &[crate::view::SentenceId; 2]| {
        let [left, right] = ids.map(|id| (id.sentence + 1).to_string());
        let side = if ids[0] == pair.ids[0] { Side::Left } else { Side::Right };
        let text = cx.strings.fill("pair.other", &[("left", &left), ("right", &right)]);
        cx.button("btn", Act::Select(*ids, side)).with(text)
    };
    let line = tag("p").class("others").with(tag("span").with(cx.t("pair.others")));
    (!pair.others.is_empty()).then(|| line.each(&pair.others, other))
}

/// How many articles tell it, and which.
fn told(strings: &Strings, pair: &PairView, labels: &[Label]) -> El {
    let with = |wanted: Told| {
        let found = pair.told.iter().zip(labels).filter(|(t, _)| **t == wanted);
        found.map(|(_, l)| l.letter.as_str()).collect::<Vec<_>>()
    };
    let whole = with(Told::Whole).len().to_string();
    let mut text = strings.fill("told.title", &[("n", &whole), ("of", &labels.len().to_string())]);
    let part = with(Told::Part);
    if !part.is_empty() {
        text += &strings.fill("told.part", &[("who", &part.join(", "))]);
    }
    let mut letters = tag("span").class("ols").hidden_from_aria();
    for (told, label) in pair.told.iter().zip(labels) {
        letters = letters.with(tag("b").class("ol").class_of("o-", told.key()).with(label.letter.as_str()));
    }
    tag("div").class("tb").with(letters).with(tag("span").class("t").with(text))
}

fn letters(articles: &[u32], labels: &[Label]) -> String {
    let letter = |a: &u32| labels.get(*a as usize).map(|l| l.letter.as_str());
    articles.iter().filter_map(letter).collect::<Vec<_>>().join(", ")
}

/// The facts in dispute, each with every way in which it is told.
fn facts(strings: &Strings, pair: &PairView, labels: &[Label]) -> Option<El> {
    let fact = |fact: &FactView| {
        let mut values = tag("dd");
        for (index, (text, by)) in fact.values.iter().enumerate() {
            let value = tag("span").class("m m-fact").with(text.as_str());
            values = values
                .with(if index > 0 { " · " } else { "" })
                .with(value)
                .with(" ")
                .with(letters(by, labels));
        }
        if !fact.without.is_empty() {
            let without = strings.fill("fact.without", &[("who", &letters(&fact.without, labels))]);
            values = values.with(tag("span").class("none").with(" · ").with(without));
        }
        tag("div").with(tag("dt").with(strings.part("fact", fact.kind.key()))).with(values)
    };
    (!pair.facts.is_empty()).then(|| tag("dl").each(&pair.facts, fact))
}

/// Why the two are linked.
fn why(strings: &Strings, pair: &PairView) -> El {
    let score = if pair.score > 0 { pair.score.to_string() } else { String::new() };
    let why = &pair.why;
    let reasons = [
        ("why.names", why.names.join(", ")),
        ("why.numbers", why.numbers.join(", ")),
        ("why.words", why.words.join(", ")),
        ("why.score", score),
    ];
    let mut line = tag("div").with(tag("dt").with(strings.t("why")));
    for (key, what) in reasons.iter().filter(|(_, what)| !what.is_empty()) {
        line = line.with(tag("dd").with(strings.fill(key, &[("what", what), ("n", what)])));
    }
    tag("dl").with(line)
}

/// The button that copies the pair as a quotation with its outlets.
fn copy(strings: &Strings, pair: &PairView, labels: &[Label]) -> El {
    let quote = |side: usize| {
        let label = labels.get(pair.ids[side].article as usize);
        let outlet = label.map(|l| strings.outlet(l)).unwrap_or_default();
        let url = label.and_then(|l| l.url.clone()).map(|u| [", ", &u].concat()).unwrap_or_default();
        ["“", &text_of(&pair.runs[side]), "” (", &outlet, &url, ")"].concat()
    };
    let text = [quote(0), quote(1)].join("\n\n");
    let button = tag("button").attr("type", "button").class("btn").with(strings.t("pair.copy"));
    button.on(ListenerKind::onclick, move |_| super::browser::copy(&text))
}
