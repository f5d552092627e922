//! The legend, which is the filter, with the sensitivity and the place among the differences at its end.

use super::context::{on, use_words_and_acts};
use super::icons::{class_glyph, icon};
use super::state::{Act, Direction};
use super::strings::Strings;
use crate::view::{Choice, Class, ColumnsView};
use std::rc::Rc;
use yew::prelude::*;

/// What the legend shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) columns: Rc<ColumnsView>,
    pub(super) choice: Rc<Choice>,
    /// Place among the differences, counted from 0, and how many there are.
    pub(super) at: (Option<usize>, usize),
}

/// The legend.
#[component]
pub(super) fn Legend(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let row = |class: Class| {
        let count = count(&props.columns, class);
        if class == Class::Unsure && props.columns.weak.is_empty() {
            return html! {};
        }
        let shown = if class == Class::Unsure { props.choice.weak } else { props.choice.shows(class) };
        html! {
            <li key={class.key()}>
                <button type="button" class={classes!("lg", ["lg-", class.key()].concat())} aria-pressed={shown.to_string()} onclick={on(&act, Act::Toggle(class))}>
                    <span class={classes!("sw", ["sw-", class.key()].concat())} aria-hidden="true"></span>
                    {class_glyph(class)}
                    <span>{strings.part("class", class.key())}</span>
                    {" "}<span class="n">{count}</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="bar">
            <ul class="legend" aria-label={strings.t("legend")}>{for Class::ALL.map(row)}</ul>
            <div class="bar-end">
                <div class="modes">
                    {mode(strings.t("only-here"), props.choice.only_here, on(&act, Act::OnlyHere))}
                    {mode(strings.t("only-differences"), props.choice.only_differences, on(&act, Act::OnlyDifferences))}
                </div>
                {sensitivity(&strings, &act, props)}
                {stepper(&strings, &act, props.at)}
            </div>
        </div>
    }
}

/// A way of reading that is on or off.
fn mode(label: &'static str, on: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="mode" aria-pressed={on.to_string()} {onclick}>{label}</button> }
}

fn count(columns: &ColumnsView, class: Class) -> String {
    let both = |class| {
        let (left, right) = (columns.left.count(class), columns.right.count(class));
        [left.to_string(), right.to_string()].join("\u{2009}|\u{2009}")
    };
    match class {
        Class::Same | Class::Reworded | Class::Partly => {
            columns.links.iter().filter(|l| l.class == class).count().to_string()
        }
        Class::Only | Class::NotNews | Class::Unsure => both(class),
        Class::Fact => {
            let facts =
                |column: &crate::view::ColumnView| column.sentences().map(|s| s.facts.len()).sum::<usize>();
            [facts(&columns.left).to_string(), facts(&columns.right).to_string()].join("\u{2009}|\u{2009}")
        }
    }
}

fn sensitivity(strings: &Strings, act: &Callback<Act>, props: &Props) -> Html {
    let oninput = act.reform(|event: InputEvent| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        Act::Sensitivity(input.value().parse().unwrap_or_default())
    });
    let links = strings.count("links", props.columns.links.len(), &[]);
    html! {
        <label class="sens">
            <span>{strings.t("sensitivity")}</span>
            <input type="range" min="0" max="1000" step="10" value={props.choice.sensitivity.to_string()}
                aria-valuetext={links.clone()} {oninput} />
            <span class="n">{links}</span>
        </label>
    }
}

fn stepper(strings: &Strings, act: &Callback<Act>, (at, of): (Option<usize>, usize)) -> Html {
    let of = of.to_string();
    let place = match at {
        Some(at) => strings.fill("step.at", &[("at", &(at + 1).to_string()), ("of", &of)]),
        None => strings.fill("step.none", &[("of", &of)]),
    };
    let step = |direction, label: &'static str, name| {
        html! {
            <button type="button" class="ib" aria-label={label} title={label} onclick={on(act, Act::Step(direction))}>
                {icon(name)}
            </button>
        }
    };
    html! {
        <div class="step">
            {step(Direction::Back, strings.t("step.previous"), "up")}
            <span>{place}</span>
            {step(Direction::Forward, strings.t("step.next"), "down")}
        </div>
    }
}
