//! The table: one row a group, one column an outlet.

use super::icons::{class_glyph, mark_glyph};
use super::markup::{El, tag};
use super::names::anchor;
use super::picker::link;
use super::runs::runs;
use super::strings::Strings;
use crate::view::{Choice, Label, Row, RowsView, SentenceView};
use yew::Html;

/// More columns than this are as narrow as these.
const NARROWEST: usize = 6;

/// The table of `rows`, as far as `choice` shows their classes.
pub(crate) fn table(strings: &Strings, rows: &RowsView, choice: &Choice) -> Html {
    let head = |label: &Label| {
        let outlet = strings.outlet(label);
        let cell = tag("th").attr("scope", "col").part("column-heading").key(&label.letter);
        match &label.url {
            Some(url) => cell.with(link(url).attr("target", "_blank").with(outlet)),
            None => cell.with(outlet),
        }
    };
    let heads =
        tag("tr").with(tag("th").attr("scope", "col").with(strings.t("rows.told"))).each(&rows.labels, head);
    let shown = rows.rows.iter().filter(|r| choice.shows(r.class));
    let table = tag("table")
        .class("rows")
        .part("rows")
        .class_of("n-", &rows.labels.len().min(NARROWEST).to_string())
        .with(tag("caption").with(strings.t("rows.caption")))
        .with(tag("thead").with(heads))
        .with(tag("tbody").each(shown, |r| row(strings, rows, r)));
    tag("div").key("rows").class("rowsbox").with(table).into()
}

fn row(strings: &Strings, rows: &RowsView, row: &Row) -> El {
    let class = row.class.key();
    let told = strings.fill("told", &[("n", &row.told_by.to_string()), ("of", &rows.articles.to_string())]);
    let differs = tag("span").class("rt rf").with(mark_glyph(None)).with(strings.t("class.fact"));
    let head = tag("th")
        .attr("scope", "row")
        .with(class_glyph(row.class))
        .with(tag("span").class("rc").with(strings.part("class", class)))
        .with(tag("span").class("rt").with(told))
        .with(row.differs.then_some(differs));
    let mut line = tag("tr").class_of("r-", class).with(head);
    for ((label, sentences), elsewhere) in rows.labels.iter().zip(&row.cells).zip(&row.elsewhere) {
        let mut cell = tag("td")
            .attr_opt("lang", label.lang.as_deref())
            .attr("dir", label.dir())
            .attr("data-outlet", &strings.outlet(label));
        if sentences.is_empty() {
            let gap = match elsewhere {
                Some(id) => strings.fill("gap.elsewhere", &[("n", &(id.sentence + 1).to_string())]),
                None => strings.t("gap").to_owned(),
            };
            cell = cell.with(tag("span").class("gap").with(gap));
        }
        line = line.with(cell.each(sentences, |s| sentence(s)));
    }
    line
}

fn sentence(view: &SentenceView) -> El {
    let text = tag("p")
        .part("sentence")
        .attr("id", &anchor(view.id))
        .attr("tabindex", "-1")
        .class_if(view.aside, "aside");
    text.with(runs(&view.runs))
}
