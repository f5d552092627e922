//! The legend, which is the filter, with the sensitivity and the place among the differences at its end.

use super::context::Context;
use super::icons::class_glyph;
use super::markup::{El, tag};
use super::state::{Act, Direction};
use crate::view::{Choice, Class, ColumnView, ColumnsView};
use yew::virtual_dom::ListenerKind;
use yew::{Html, TargetCast};

/// Between the counts of the left and the right column.
const BESIDE: &str = "\u{2009}|\u{2009}";

/// The legend. `at` is the place among the differences, counted from 0, and how many there are.
pub(super) fn legend(
    cx: &Context,
    columns: &ColumnsView,
    choice: &Choice,
    at: (Option<usize>, usize),
) -> Html {
    let classes = Class::ALL.into_iter().filter(|c| *c != Class::Unsure || !columns.weak.is_empty());
    let mode = |key: &'static str, on: bool, act: Act| {
        cx.button("mode", act).state("aria-pressed", on).with(cx.t(key))
    };
    let modes = tag("div")
        .class("modes")
        .with(mode("only-here", choice.only_here, Act::OnlyHere))
        .with(mode("only-differences", choice.only_differences, Act::OnlyDifferences));
    let end = tag("div")
        .class("bar-end")
        .with(modes)
        .with(sensitivity(cx, columns.links.len(), choice.sensitivity))
        .with(stepper(cx, at));
    let rows = tag("ul").class("legend").label(cx.t("legend"));
    tag("div")
        .class("bar")
        .part("legend")
        .with(rows.each(classes, |class| row(cx, columns, choice, class)))
        .with(end)
        .into()
}

fn row(cx: &Context, columns: &ColumnsView, choice: &Choice, class: Class) -> El {
    let key = class.key();
    let shown = if class == Class::Unsure { choice.weak } else { choice.shows(class) };
    let button = cx
        .button("lg", Act::Toggle(class))
        .class_of("lg-", key)
        .state("aria-pressed", shown)
        .with(tag("span").class("sw").class_of("sw-", key).hidden_from_aria())
        .with(class_glyph(class))
        .with(tag("span").with(cx.strings.part("class", key)))
        .with(" ")
        .with(tag("span").class("n").with(count(columns, class)));
    tag("li").key(key).with(button)
}

fn count(columns: &ColumnsView, class: Class) -> String {
    let facts = |column: &ColumnView| column.sentences().map(|s| s.facts.len()).sum::<usize>();
    let sides = [&columns.left, &columns.right];
    let both = match class {
        Class::Same | Class::Reworded | Class::Partly => {
            return columns.links.iter().filter(|l| l.class == class).count().to_string();
        }
        Class::Only | Class::NotNews | Class::Unsure => sides.map(|column| column.count(class)),
        Class::Fact => sides.map(facts),
    };
    both.map(|n| n.to_string()).join(BESIDE)
}

fn sensitivity(cx: &Context, links: usize, value: u16) -> El {
    let act = cx.act.clone();
    let links = cx.strings.count("links", links, &[]);
    let slider = tag("input")
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", "1000")
        .attr("step", "10")
        .value(&value.to_string())
        .attr("aria-valuetext", &links)
        .on(ListenerKind::oninput, move |event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            act.emit(Act::Sensitivity(input.value().parse().unwrap_or_default()));
        });
    let label = tag("label").class("sens").with(tag("span").with(cx.t("sensitivity")));
    label.with(slider).with(tag("span").class("n").with(links))
}

fn stepper(cx: &Context, (at, of): (Option<usize>, usize)) -> El {
    let place = match at {
        Some(at) => cx.strings.fill("step.at", &[("at", &(at + 1).to_string()), ("of", &of.to_string())]),
        None => cx.strings.count("step.none", of, &[]),
    };
    tag("div")
        .class("step")
        .with(cx.icon_button("up", cx.t("step.previous"), Act::Step(Direction::Back)))
        .with(tag("span").with(place))
        .with(cx.icon_button("down", cx.t("step.next"), Act::Step(Direction::Forward)))
}
