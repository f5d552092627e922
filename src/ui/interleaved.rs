//! One article, sentence by sentence, with what the other one has under each.

use super::context::{on, use_words_and_acts};
use super::icons::class_glyph;
use super::names::sentence_name;
use super::picker::Picker;
use super::runs::runs;
use super::state::{Act, Side};
use super::strings::Strings;
use crate::order;
use crate::view::{Choice, Class, ColumnsView, Label, PairView, Run, SentenceId, SentenceView, Shape, Told};
use std::rc::Rc;
use yew::prelude::*;

/// What the view shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) columns: Rc<ColumnsView>,
    pub(super) labels: Rc<Vec<Label>>,
    pub(super) pair: Option<Rc<PairView>>,
    pub(super) choice: Rc<Choice>,
}

/// The interleaved view.
#[component]
pub(super) fn Interleaved(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let labels = [&props.columns.left.label, &props.columns.right.label];
    let pick = |side: Side, name: &'static str| {
        html! { <Picker {side} labels={Rc::clone(&props.labels)} article={labels[side.index()].article} name={strings.t(name)} /> }
    };
    let shown = |s: &Rc<SentenceView>| s.class == Class::Unsure || props.choice.shows(s.class);
    let shape = |view: &SentenceView| {
        let block = props.columns.left.blocks.iter().find(|b| b.sentences.iter().any(|s| s.id == view.id));
        block.map_or(Shape::Paragraph, |b| b.shape)
    };
    html! {
        <div class="inter">
            <div class="npick">{pick(Side::Left, "pick.pivot")}<span class="w">{strings.t("pick.with")}</span>{pick(Side::Right, "pick.other")}</div>
            <ol class="ivs" role="list">
                {for props.columns.left.sentences().filter(|s| shown(s)).map(|s| item(&strings, &act, props, s, shape(s)))}
            </ol>
        </div>
    }
}

fn item(
    strings: &Strings,
    act: &Callback<Act>,
    props: &Props,
    view: &Rc<SentenceView>,
    shape: Shape,
) -> Html {
    let labels = [&props.columns.left.label, &props.columns.right.label];
    let raised = props.pair.as_ref().filter(|p| p.ids[0] == view.id);
    let text = |runs_shown: &[Run]| runs(runs_shown);
    let pivot = text(raised.map_or(&view.runs, |p| &p.runs[0]));
    let counterpart = |other: &SentenceId| {
        let sentence = props.columns.right.sentences().find(|s| s.id == *other)?;
        let class = props
            .columns
            .links
            .iter()
            .find(|l| (l.left, l.right) == (view.id.sentence, other.sentence))?
            .class;
        let on_it = raised.filter(|p| p.ids[1] == *other);
        let shown = on_it.map_or(&sentence.runs, |p| &p.runs[1]);
        Some(html! {
            <p class={classes!("cp", ["c-", class.key()].concat(), on_it.map(|_| "on"))} key={other.sentence}>
                <b class="ol" title={strings.outlet(labels[1])}>{&labels[1].letter}</b>
                <span lang={labels[1].lang.clone()} dir={dir(labels[1])}>{runs(shown)}</span>
            </p>
        })
    };
    let mut counterparts: Vec<SentenceId> = view.counterparts.clone();
    order::sort(&mut counterparts);
    let class = classes!("iv", ["is-", view.class.key()].concat(), raised.map(|_| "on"));
    let select = view.counterparts.first().map(|other| Act::Select([view.id, *other], Side::Left));
    let name = [strings.t("words"), ": ", &sentence_name(strings, view, &strings.outlet(labels[1]))].concat();
    let pv = classes!("pv", (shape == Shape::Headline).then_some("hl"), view.aside.then_some("aside"));
    html! {
        <li {class} key={view.id.sentence} id={super::names::anchor(view.id)} tabindex="-1">
            <p class={pv} lang={labels[0].lang.clone()} dir={dir(labels[0])}>{pivot}</p>
            {for counterparts.iter().filter_map(counterpart)}
            <p class="al">
                {class_glyph(view.class)}
                <span>{line(strings, &props.labels, view)}</span>
                if let Some(act_of) = select {
                    <button type="button" class="btn words" aria-label={name} aria-pressed={raised.is_some().to_string()}
                        onclick={on(act, if raised.is_some() { Act::Back } else { act_of })}>{strings.t("words")}</button>
                }
            </p>
        </li>
    }
}

fn dir(label: &Label) -> &'static str {
    if label.rtl { "rtl" } else { "ltr" }
}

/// "Worded differently · also in A, D".
fn line(strings: &Strings, labels: &[Label], view: &SentenceView) -> String {
    let mut line = strings.part("class", view.class.key()).to_owned();
    let also = view.told.iter().zip(labels).filter(|(t, _)| matches!(t, Told::Whole | Told::Part));
    let also: Vec<&str> = also.map(|(_, l)| l.letter.as_str()).collect();
    if !also.is_empty() {
        line += " · ";
        line += &strings.fill("name.also", &[("outlet", &also.join(", "))]);
    }
    line
}
