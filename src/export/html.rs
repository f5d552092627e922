//! A comparison as a complete HTML page: no script, no request, nothing but itself. The table is the same component
//! that the page shows.

use crate::ui::STYLE;
use crate::ui::document::document;
use crate::view::{Choice, Comparison};
use std::rc::Rc;
use yew::prelude::*;

/// Writes the page in the language `lang`. `title` is what the story is called. Cost: that of rendering the table.
pub fn html(comparison: &Rc<Comparison>, choice: &Choice, title: Option<&str>, lang: &str) -> String {
    let props = StillProps { content: document(comparison, choice, title, lang) };
    let renderer = yew::LocalServerRenderer::<Still>::with_props(props).hydratable(false);
    page(title, lang, &pollster::block_on(renderer.render()))
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

/// The page around a rendered body.
fn page(title: Option<&str>, lang: &str, body: &str) -> String {
    let strings = crate::ui::strings::Strings::new(lang);
    let title = escaped(title.unwrap_or_else(|| strings.t("label")));
    let (lang, dir) = (strings.lang(), strings.dir());
    [
        "<!doctype html>\n<html lang=\"",
        lang,
        "\" dir=\"",
        dir,
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
        &title,
        "</title>\n<style>\nbody{margin:0}\n",
        STYLE,
        "</style>\n</head>\n<body>\n",
        body,
        "\n</body>\n</html>\n",
    ]
    .concat()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
