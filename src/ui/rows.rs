//! The table: one row a group, one column an outlet.

use super::context::use_words_and_acts;
use super::icons::{class_glyph, mark_glyph};
use super::runs::runs;
use super::strings::Strings;
use crate::view::{Choice, Label, Row, RowsView, SentenceId, SentenceView};
use std::rc::Rc;
use yew::prelude::*;

/// What the table shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) rows: Rc<RowsView>,
    pub(crate) choice: Rc<Choice>,
}

/// The table.
#[component]
pub(crate) fn Rows(props: &Props) -> Html {
    let (strings, _) = use_words_and_acts();
    let head = |label: &Label| {
        let outlet = strings.outlet(label);
        html! {
            <th scope="col" key={label.article}>
                if let Some(url) = &label.url {
                    <a href={url.clone()} target="_blank" rel="noopener noreferrer external">{outlet}</a>
                } else { {outlet} }
            </th>
        }
    };
    let shown = props.rows.rows.iter().filter(|r| props.choice.shows(r.class));
    html! {
        <div class="rowsbox">
            <table class={classes!("rows", ["n-", &props.rows.labels.len().min(6).to_string()].concat())}>
                <caption>{strings.t("rows.caption")}</caption>
                <thead><tr><th scope="col">{strings.t("rows.told")}</th>{for props.rows.labels.iter().map(head)}</tr></thead>
                <tbody>{for shown.map(|r| row(&strings, &props.rows, r))}</tbody>
            </table>
        </div>
    }
}

fn row(strings: &Strings, rows: &RowsView, row: &Row) -> Html {
    let of = rows.articles.to_string();
    let cell = |((label, sentences), elsewhere): ((&Label, &Vec<Rc<SentenceView>>), &Option<SentenceId>)| {
        let gap = match elsewhere {
            Some(id) => strings.fill("gap.elsewhere", &[("n", &(id.sentence + 1).to_string())]),
            None => strings.t("gap").to_owned(),
        };
        let dir = if label.rtl { "rtl" } else { "ltr" };
        html! {
            <td lang={label.lang.clone()} {dir} data-outlet={strings.outlet(label)}>
                if sentences.is_empty() { <span class="gap">{gap}</span> }
                {for sentences.iter().map(sentence)}
            </td>
        }
    };
    html! {
        <tr class={["r-", row.class.key()].concat()}>
            <th scope="row">
                {class_glyph(row.class)}<span class="rc">{strings.part("class", row.class.key())}</span>
                <span class="rt">{strings.fill("told", &[("n", &row.told_by.to_string()), ("of", &of)])}</span>
                if row.differs { <span class="rt rf">{mark_glyph(None)}{strings.t("class.fact")}</span> }
            </th>
            {for rows.labels.iter().zip(&row.cells).zip(&row.elsewhere).map(cell)}
        </tr>
    }
}

fn sentence(view: &Rc<SentenceView>) -> Html {
    html! { <p class={classes!(view.aside.then_some("aside"))} id={super::names::anchor(view.id)} tabindex="-1">{runs(&view.runs)}</p> }
}
