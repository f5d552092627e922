//! A comparison as a complete HTML page: no script, no request, nothing but itself. The table is the same component
//! that the page shows.
//!
//! The comparison stands in a declarative shadow root of a `<diptych-compare>` around its articles: a browser shows it
//! without a script, and where the element's script runs, it takes its place. So the whole element may be copied into
//! another page. A browser that knows no such roots shows the articles.

use super::articles::{article_html, escaped};
use super::digest::source_expression;
use crate::ui::STYLE;
use crate::ui::document::document;
use crate::ui::strings::Strings;
use crate::view::{Choice, Comparison};
use std::rc::Rc;
use yew::prelude::*;

/// Writes the page in the language `lang`. `title` is what the story is called. Its policy names the hash of its one
/// style, for the policy of a page that the element is copied into. Cost: that of rendering the table.
pub fn html(comparison: &Rc<Comparison>, choice: &Choice, title: Option<&str>, lang: &str) -> String {
    let props = StillProps { content: document(comparison, choice, title, lang) };
    let renderer = yew::LocalServerRenderer::<Still>::with_props(props).hydratable(false);
    let still = pollster::block_on(renderer.render());
    let strings = Strings::new(lang);
    let name = title.map_or_else(String::new, |title| [" data-title=\"", &escaped(title), "\""].concat());
    let mut page = head(&strings, title);
    page += &["<diptych-compare", &name, ">\n<template shadowrootmode=\"open\"><style>", STYLE, "</style>"]
        .concat();
    page += &still;
    page += "</template>\n";
    for document in comparison.documents() {
        page += &article_html(&document.article);
        page += "\n";
    }
    page + "</diptych-compare>\n</main>\n</body>\n</html>\n"
}

/// What never changes.
#[derive(Properties, PartialEq)]
struct StillProps {
    content: Html,
}

/// Hands content to the renderer, which takes nothing but components.
#[component]
fn Still(props: &StillProps) -> Html {
    props.content.clone()
}

/// The page up to its one element.
fn head(strings: &Strings, title: Option<&str>) -> String {
    let title = escaped(title.unwrap_or_else(|| strings.t("label")));
    let policy = [
        "default-src 'none'; style-src ",
        &source_expression(STYLE),
        "; base-uri 'none'; form-action 'none'",
    ];
    [
        "<!doctype html>\n<html lang=\"",
        strings.lang(),
        "\" dir=\"",
        strings.dir(),
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
        &policy.concat(),
        "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
        &title,
        "</title>\n</head>\n<body>\n<main>\n",
    ]
    .concat()
}
