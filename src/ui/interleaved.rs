//! One article, sentence by sentence, with what the other one has under each, and between them what only the other tells.

use super::context::Context;
use super::icons::class_glyph;
use super::markup::{El, tag};
use super::names::{anchor, sentence_name};
use super::picker::picker;
use super::runs::runs;
use super::state::{Act, Side};
use crate::order;
use crate::view::{Choice, Class, ColumnsView, Label, PairView, Run, SentenceId, SentenceView, Shape, Told};
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
    let in_view = |view: &SentenceView| view.class == Class::Unsure || shown.choice.shows(view.class);
    let unmatched = shown.columns.unmatched();
    let mut unmatched = unmatched.iter();
    let mut others = |mut items: El| {
        for view in unmatched.next().into_iter().flatten().filter(|view| in_view(view)) {
            items = items.with(unmatched_item(cx, shown, view));
        }
        items
    };
    items = others(items);
    for block in &shown.columns.left.blocks {
        for sentence in &block.sentences {
            if in_view(sentence) {
                items = items.with(item(cx, shown, sentence, block.shape));
            }
            items = others(items);
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
    let mut item = list_item(view).class_if(raised.is_some(), "on").with(pivot);
    let mut counterparts: Vec<SentenceId> = view.counterparts.clone();
    order::sort(&mut counterparts);
    for other in counterparts {
        if let Some(counterpart) = counterpart(cx, shown, view, other, raised) {
            item = item.with(counterpart);
        }
    }
    item.with(told(cx, shown, view).with(words_button(cx, shown, view, raised.is_some())))
}

/// A sentence of the other article that the pivot has nothing for.
fn unmatched_item(cx: &Context, shown: &Shown, view: &SentenceView) -> El {
    let text = other_text(cx, &shown.columns.right.label, view, &view.runs, view.class);
    list_item(view).with(text.class_if(view.aside, "aside")).with(told(cx, shown, view))
}

fn list_item(view: &SentenceView) -> El {
    let anchor = anchor(view.id);
    let item = tag("li").key(&anchor).attr("id", &anchor).attr("tabindex", "-1");
    item.class("iv").class_of("is-", view.class.key())
}

/// The line that says who tells a sentence, and how.
fn told(cx: &Context, shown: &Shown, view: &SentenceView) -> El {
    tag("p").class("al").with(class_glyph(view.class)).with(tag("span").with(line(cx, shown, view)))
}

/// A sentence of the other article, behind the letter and the bar that tell it from the pivot's.
fn other_text(cx: &Context, label: &Label, view: &SentenceView, text: &[Run], class: Class) -> El {
    let letter = tag("b").class("ol").attr("title", &cx.strings.outlet(label)).with(label.letter.as_str());
    let body = tag("span").attr_opt("lang", label.lang.as_deref()).attr("dir", label.dir()).with(runs(text));
    let element = tag("p").key(&view.id.sentence.to_string()).class("cp").part("sentence");
    element.class_of("c-", class.key()).with(letter).with(body)
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
    let sentence = columns.right.sentences().find(|s| s.id == other)?;
    let link = columns.links_of(view.id.sentence).iter().find(|l| l.right == other.sentence)?;
    let raised = raised.filter(|p| p.ids[1] == other);
    let text = raised.map_or(&sentence.runs, |p| &p.runs[1]);
    let element = other_text(cx, &columns.right.label, sentence, text, link.class);
    Some(element.class_if(raised.is_some(), "on"))
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
