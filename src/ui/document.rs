//! The comparison as one page to keep or print: sources, legend, table.

use super::help::{class_line, mark_line};
use super::icons::sign;
use super::markup::{El, tag};
use super::picker::link;
use super::rows::table;
use super::strings::Strings;
use crate::view::{Choice, Class, Comparison, Label, Mark, Reading};
use std::rc::Rc;
use yew::Html;

/// The page: `comparison` as the reader chose to see it, under the name of its story, in the language of the tag
/// `lang`. Cost: that of the table.
pub fn document(comparison: &Rc<Comparison>, choice: &Choice, title: Option<&str>, lang: &str) -> Html {
    let strings = Strings::new(lang);
    let reading = Reading::new(Rc::clone(comparison), choice.sensitivity);
    let articles: Vec<u32> = reading.labels().iter().map(|l| l.article).collect();
    let mark = tag("div").class("mark").with(sign()).with(tag("span").with(strings.t("name")));
    let marks = tag("ul").class("marklist").label(strings.t("help.marks"));
    tag("section")
        .class("dp paper")
        .part("still")
        .label(strings.t("label"))
        .attr("lang", strings.lang())
        .attr("dir", strings.dir())
        .attr("data-theme", choice.theme.key())
        .attr("data-view", "rows")
        .with(tag("header").class("mast").with(mark))
        .with(tag("h1").with(title.unwrap_or_else(|| strings.t("label"))))
        .with(tag("ul").class("sources").each(reading.labels(), |l| source(&strings, l)))
        .with(marks.each(Class::ALL, |c| class_line(&strings, c)).each(Mark::ALL, |m| mark_line(&strings, m)))
        .with(table(&strings, &reading.rows(&articles), choice))
        .with(tag("p").class("meta").with(strings.t("help.about")))
        .into()
}

fn source(strings: &Strings, label: &Label) -> El {
    let details = [Some(strings.outlet(label)), label.title.clone(), label.published.clone()];
    let details: Vec<String> = details.into_iter().flatten().collect();
    tag("li")
        .with(tag("b").class("ol").with(label.letter.as_str()))
        .with(tag("span").with(details.join(", ")))
        .with(label.url.as_deref().map(|url| link(url).with(url)))
}
