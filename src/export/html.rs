//! A comparison as a complete HTML page: no script, no request, nothing but itself. The table is the same component
//! that the page shows.

use crate::ui::STYLE;
use crate::ui::document::{Document, DocumentProps};
use crate::view::{Choice, Comparison};
use std::rc::Rc;

/// Writes the page in the language `lang`. `title` is what the story is called. Cost: that of rendering the table.
pub fn html(comparison: &Rc<Comparison>, choice: &Choice, title: Option<&str>, lang: &str) -> String {
    let props = DocumentProps {
        comparison: Rc::clone(comparison),
        choice: choice.clone(),
        title: title.map(|t| t.to_owned().into()),
        lang: lang.to_owned().into(),
    };
    let renderer = yew::LocalServerRenderer::<Document>::with_props(props).hydratable(false);
    page(title, lang, &pollster::block_on(renderer.render()))
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
