//! The panel at the foot: the kept pair, set one sentence over the other, and what there is to say about it.

use super::context::{on, use_words_and_acts};
use super::icons::{class_glyph, mark_glyph};
use super::state::{Act, Side};
use super::strings::Strings;
use crate::view::{Cell, FactView, Label, Mark, PairView, Run, Told};
use std::rc::Rc;
use yew::prelude::*;

/// What the panel shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) pair: Option<Rc<PairView>>,
    pub(super) labels: Rc<Vec<Label>>,
}

/// The panel; one line of advice while no pair is kept.
#[component]
pub(super) fn PairPanel(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let Some(pair) = &props.pair else { return hint(&strings) };
    let label = |side: usize| props.labels.get(pair.ids[side].article as usize);
    let letters = [0, 1].map(|side| label(side).map(|l| l.letter.clone()).unwrap_or_default());
    let title = strings.part("class", pair.class.key());
    let copy = copy(&strings, pair, &props.labels);
    html! {
        <section class="pair open" aria-label={strings.t("pair")}>
            <div class="ph">
                <h2>{class_glyph(pair.class)}<span>{title}</span></h2>
                {counts(&strings, pair)}
                <div class="acts">
                    <button type="button" class="btn" onclick={on(&act, Act::Level)}>{strings.t("pair.level-button")}<kbd>{"Enter"}</kbd></button>
                    <button type="button" class="btn" onclick={copy}>{strings.t("pair.copy")}</button>
                    <button type="button" class="btn" onclick={on(&act, Act::Back)}>{strings.t("close")}<kbd>{"Esc"}</kbd></button>
                </div>
            </div>
            <div class="pb">
                <div class="lay">
                    {for (0..2).map(|side| spoken(&pair.runs[side], label(side), &strings))}
                    <div class="over" aria-hidden="true">
                        {labels_at_lines(&letters)}
                        {for pair.cells.iter().map(cell)}
                    </div>
                    {others(&strings, &act, pair)}
                </div>
                <div class="as">{told(&strings, pair, &props.labels)}{facts(&strings, pair, &props.labels)}{why(&strings, pair)}</div>
            </div>
        </section>
    }
}

fn hint(strings: &Strings) -> Html {
    html! {
        <section class="pair" aria-label={strings.t("pair")}>
            <p class="quiet">
                <span>{strings.t("pair.hint")}</span>
                <span class="wide"><kbd>{"n"}</kbd>{" "}<kbd>{"p"}</kbd>{" "}{strings.t("pair.next")}</span>
                <span class="wide"><kbd>{"Enter"}</kbd>{" "}{strings.t("pair.level")}</span>
                <span class="wide"><kbd>{"?"}</kbd>{" "}{strings.t("pair.keys")}</span>
            </p>
        </section>
    }
}

/// A sentence as it is read aloud; the cells over each other are for the eye.
fn spoken(runs: &[Run], label: Option<&Label>, strings: &Strings) -> Html {
    let outlet = label.map(|l| strings.outlet(l)).unwrap_or_default();
    let text: String = runs.iter().map(|r| r.text.as_str()).collect();
    html! { <p class="vh"><b>{outlet}{": "}</b><span lang={label.and_then(|l| l.lang.clone())}>{text}</span></p> }
}

/// The letters of both outlets at the start of each line. There are more than any panel has lines; what is too much
/// is cut off.
fn labels_at_lines(letters: &[String; 2]) -> Html {
    let line = || html! { <div><b class="ol">{&letters[0]}</b><b class="ol">{&letters[1]}</b></div> };
    html! { <div class="labs">{for (0..24).map(|_| line())}</div> }
}

fn cell(cell: &Cell) -> Html {
    let mark = if cell.fact.is_some() { "m-fact" } else { "" };
    let class = classes!(
        "m",
        ["m-", cell.mark.key()].concat(),
        mark,
        cell.first.then_some("a"),
        cell.last.then_some("z")
    );
    let side = |text: &String| {
        if text.is_empty() {
            return html! { <span class="w"></span> };
        }
        html! { <span class="w"><span class={class.clone()}>{text}</span></span> }
    };
    let between = if cell.mark == Mark::Shared && cell.fact.is_none() {
        html! { <span class="tie"></span> }
    } else if cell.first {
        mark_glyph(if cell.fact.is_some() { None } else { Some(cell.mark) })
    } else {
        html! {}
    };
    html! { <span class={classes!("x", cell.last.then_some("end"))}>{side(&cell.texts[0])}<span class="g-row">{between}</span>{side(&cell.texts[1])}</span> }
}

fn counts(strings: &Strings, pair: &PairView) -> Html {
    let marks = Mark::ALL.into_iter().zip(pair.counts).filter(|(_, n)| *n > 0);
    let mark = |(mark, n): (Mark, u32)| {
        html! {
            <li class="lg-w">{mark_glyph(Some(mark))}<span class={classes!("m", ["m-", mark.key()].concat())}>{strings.part("mark", mark.key())}</span>{" "}<span class="n">{n}</span></li>
        }
    };
    let facts = pair.runs.iter().flatten().filter(|r| r.fact.is_some()).count();
    html! {
        <ul class="marks" aria-label={strings.t("marks")}>
            {for marks.map(mark)}
            if facts > 0 {
                <li class="lg-w">{mark_glyph(None)}<span class="m m-fact">{strings.t("mark.fact")}</span>{" "}<span class="n">{facts}</span></li>
            }
        </ul>
    }
}

fn others(strings: &Strings, act: &Callback<Act>, pair: &PairView) -> Html {
    if pair.others.is_empty() {
        return html! {};
    }
    let other = |ids: &[crate::view::SentenceId; 2]| {
        let n = ids.map(|id| (id.sentence + 1).to_string());
        let side = if ids[0] == pair.ids[0] { Side::Left } else { Side::Right };
        html! {
            <button type="button" class="btn" onclick={on(act, Act::Select(*ids, side))}>
                {strings.fill("pair.other", &[("left", &n[0]), ("right", &n[1])])}
            </button>
        }
    };
    html! { <p class="others"><span>{strings.t("pair.others")}</span>{for pair.others.iter().map(other)}</p> }
}

fn told(strings: &Strings, pair: &PairView, labels: &[Label]) -> Html {
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
    let letter = |(t, l): (&Told, &Label)| html! { <b class={classes!("ol", ["o-", t.key()].concat())}>{&l.letter}</b> };
    html! {
        <div class="tb"><span class="ols" aria-hidden="true">{for pair.told.iter().zip(labels).map(letter)}</span><span class="t">{text}</span></div>
    }
}

fn letters(articles: &[u32], labels: &[Label]) -> String {
    let letter = |a: &u32| labels.get(*a as usize).map(|l| l.letter.as_str());
    articles.iter().filter_map(letter).collect::<Vec<_>>().join(", ")
}

fn facts(strings: &Strings, pair: &PairView, labels: &[Label]) -> Html {
    let value = |(index, (text, by)): (usize, &(String, Vec<u32>))| {
        html! { <>{if index > 0 { " · " } else { "" }}<span class="m m-fact">{text}</span>{" "}{letters(by, labels)}</> }
    };
    let fact = |fact: &FactView| {
        html! {
            <div>
                <dt>{strings.part("fact", fact.kind.key())}</dt>
                <dd>
                    {for fact.values.iter().enumerate().map(value)}
                    if !fact.without.is_empty() {
                        <span class="none">{" · "}{strings.fill("fact.without", &[("who", &letters(&fact.without, labels))])}</span>
                    }
                </dd>
            </div>
        }
    };
    if pair.facts.is_empty() {
        return html! {};
    }
    html! { <dl>{for pair.facts.iter().map(fact)}</dl> }
}

fn why(strings: &Strings, pair: &PairView) -> Html {
    let reasons = [
        ("why.names", pair.why.names.join(", ")),
        ("why.numbers", pair.why.numbers.join(", ")),
        ("why.words", pair.why.words.join(", ")),
        ("why.score", if pair.score > 0 { pair.score.to_string() } else { String::new() }),
    ];
    let said = reasons.iter().filter(|(_, what)| !what.is_empty());
    let line = |(key, what): &(&'static str, String)| html! { <dd>{strings.fill(key, &[("what", what), ("n", what)])}</dd> };
    html! { <dl><div><dt>{strings.t("why")}</dt>{for said.map(line)}</div></dl> }
}

/// Copies the pair as a quotation with its outlets.
fn copy(strings: &Strings, pair: &PairView, labels: &[Label]) -> Callback<MouseEvent> {
    let quote = |side: usize| {
        let text: String = pair.runs[side].iter().map(|r| r.text.as_str()).collect();
        let label = labels.get(pair.ids[side].article as usize);
        let outlet = label.map(|l| strings.outlet(l)).unwrap_or_default();
        let url = label.and_then(|l| l.url.clone()).map(|u| [", ", &u].concat()).unwrap_or_default();
        ["“", &text, "” (", &outlet, &url, ")"].concat()
    };
    let text = [quote(0), quote(1)].join("\n\n");
    Callback::from(move |_| super::browser::copy(&text))
}
