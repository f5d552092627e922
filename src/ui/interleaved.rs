//! One article, sentence by sentence, with what the other one has under each.

use super::context::Context;
use super::icons::class_glyph;
use super::markup::{El, tag};
use super::names::{anchor, sentence_name};
use super::picker::picker;
use super::runs::runs;
use super::state::{Act, Side};
use crate::order;
use crate::view::{Choice, Class, ColumnsView, Label, PairView, SentenceId, SentenceView, Shape, Told};
use yew::Html;

/// What the view shows.
pub(super) struct Shown<'a> {
    pub(super) columns: &'a ColumnsView,
    pub(super) labels: &'a [Label],
    pub(super) pair: Option<&'a PairView>,
    pub(super) choice: &'a Choice,
}

/// The interleaved view.
pub(super) fn interleaved(cx: &Context, shown: &Shown) -> Html {
    let labels = [&shown.columns.left.label, &shown.columns.right.label];
    let pick = |side: Side, name: &'static str| {
        picker(cx, side, shown.labels, labels[side.index()].article, cx.t(name))
    };
    let picks = tag("div")
        .class("npick")
        .part("column-heading")
        .with(pick(Side::Left, "pick.pivot"))
        .with(tag("span").class("w").with(cx.t("pick.with")))
        .with(pick(Side::Right, "pick.other"));
    let mut items = tag("ol").class("ivs").attr("role", "list");
    for block in &shown.columns.left.blocks {
        for sentence in &block.sentences {
            if sentence.class == Class::Unsure || shown.choice.shows(sentence.class) {
                items = items.with(item(cx, shown, sentence, block.shape));
            }
        }
    }
    tag("div").key("inter").class("inter").with(picks).with(items).into()
}

fn item(cx: &Context, shown: &Shown, view: &SentenceView, shape: Shape) -> El {
    let label = &shown.columns.left.label;
    let raised = shown.pair.filter(|p| p.ids[0] == view.id);
    let pivot = tag("p")
        .class("pv")
        .part("sentence")
        .class_if(shape == Shape::Headline, "hl")
        .class_if(view.aside, "aside")
        .attr_opt("lang", label.lang.as_deref())
        .attr("dir", label.dir())
        .with(runs(raised.map_or(&view.runs, |p| &p.runs[0])));
    let mut item = tag("li")
        .key(&view.id.sentence.to_string())
        .attr("id", &anchor(view.id))
        .attr("tabindex", "-1")
        .class("iv")
        .class_of("is-", view.class.key())
        .class_if(raised.is_some(), "on")
        .with(pivot);
    let mut counterparts: Vec<SentenceId> = view.counterparts.clone();
    order::sort(&mut counterparts);
    for other in counterparts {
        if let Some(counterpart) = counterpart(cx, shown, view, other, raised) {
            item = item.with(counterpart);
        }
    }
    let told =
        tag("p").class("al").with(class_glyph(view.class)).with(tag("span").with(line(cx, shown, view)));
    item.with(told.with(words_button(cx, shown, view, raised.is_some())))
}

/// The sentence `other` of the other article, under the one that it is linked to.
fn counterpart(
    cx: &Context,
    shown: &Shown,
    view: &SentenceView,
    other: SentenceId,
    raised: Option<&PairView>,
) -> Option<El> {
    let columns = shown.columns;
    let label = &columns.right.label;
    let sentence = columns.right.sentences().find(|s| s.id == other)?;
    let link = columns.links.iter().find(|l| (l.left, l.right) == (view.id.sentence, other.sentence))?;
    let raised = raised.filter(|p| p.ids[1] == other);
    let letter = tag("b").class("ol").attr("title", &cx.strings.outlet(label)).with(label.letter.as_str());
    let text = tag("span").attr_opt("lang", label.lang.as_deref()).attr("dir", label.dir());
    let element = tag("p")
        .key(&other.sentence.to_string())
        .class("cp")
        .part("sentence")
        .class_of("c-", link.class.key())
        .class_if(raised.is_some(), "on");
    Some(element.with(letter).with(text.with(runs(raised.map_or(&sentence.runs, |p| &p.runs[1])))))
}

/// The button that holds the words of a sentence against those of its surest counterpart.
fn words_button(cx: &Context, shown: &Shown, view: &SentenceView, on: bool) -> Option<El> {
    let other = *view.counterparts.first()?;
    let act = if on { Act::Back } else { Act::Select([view.id, other], Side::Left) };
    let outlet = cx.strings.outlet(&shown.columns.right.label);
    let name = [cx.t("words"), ": ", &sentence_name(&cx.strings, view, &outlet)].concat();
    Some(cx.button("btn words", act).label(&name).state("aria-pressed", on).with(cx.t("words")))
}

/// "Worded differently · also in A, D".
fn line(cx: &Context, shown: &Shown, view: &SentenceView) -> String {
    let mut line = cx.strings.part("class", view.class.key()).to_owned();
    let also = view.told.iter().zip(shown.labels).filter(|(t, _)| matches!(t, Told::Whole | Told::Part));
    let also: Vec<&str> = also.map(|(_, l)| l.letter.as_str()).collect();
    if !also.is_empty() {
        line += " · ";
        line += &cx.strings.fill("name.also", &[("outlet", &also.join(", "))]);
    }
    line
}
