//! The components, rendered to HTML without a browser.
#![cfg(feature = "cli")]

use diptych::ui::{App, AppProps, Phase};
use diptych::view::{Choice, ViewKind};
use diptych::{Article, Options, compare};
use std::rc::Rc;

fn props(view: ViewKind) -> AppProps {
    let texts = [
        "Seven people died in Baghdad on Friday, the Pentagon said. <b>Nobody</b> commented.",
        "The Pentagon said nine people died in Baghdad on Friday. Oil prices rose.",
    ];
    let articles = texts.map(Article::from_text);
    AppProps {
        comparison: Some(Rc::new(compare(&articles, &Options::default()))),
        phase: Phase::Ready,
        progress: None,
        said: None,
        choice: Choice { view: Some(view), ..Choice::default() },
        title: Some("A story & its tellers".into()),
        lang: "en".into(),
        drafts: Rc::default(),
        answered: 0,
        on_event: yew::Callback::noop(),
        remote: diptych::ui::Remote::default(),
    }
}

fn rendered(props: AppProps) -> String {
    let renderer = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    pollster::block_on(renderer.render())
}

#[test]
fn columns_name_each_sentence_for_those_who_listen() {
    let html = rendered(props(ViewKind::Columns));
    assert!(html.contains("Sentence 1, also in Outlet B"), "{html}");
    assert!(html.contains("Sentence 2, only here"), "{html}");
}

#[test]
fn text_is_never_markup() {
    for view in ViewKind::ALL {
        let html = rendered(props(view));
        assert!(html.contains("&lt;b&gt;Nobody&lt;/b&gt;"), "{html}");
        assert!(html.contains("A story &amp; its tellers"));
    }
}

#[test]
fn nothing_carries_a_style_attribute() {
    for view in ViewKind::ALL {
        assert!(!rendered(props(view)).contains("style="));
    }
}

#[test]
fn rows_are_a_table_with_a_head_for_each_outlet() {
    let html = rendered(props(ViewKind::Rows));
    assert_eq!(html.matches("<th scope=\"col\"").count(), 3, "{html}");
    assert!(html.contains("none found"));
}

#[test]
fn without_articles_there_is_a_calm_sentence() {
    let empty = AppProps { comparison: None, phase: Phase::Empty, ..props(ViewKind::Columns) };
    assert!(rendered(empty).contains("Paste or drop two or more articles"));
    let failed = Phase::Failed { message: "The file is gone.".into() };
    let failed = AppProps { phase: failed, ..props(ViewKind::Columns) };
    assert!(rendered(failed).contains("The file is gone."));
}

#[test]
fn the_exported_page_stands_alone() {
    let props = props(ViewKind::Rows);
    let comparison = props.comparison.unwrap();
    let html = diptych::export::html::html(&comparison, &props.choice, Some("One & two"), "en");
    assert!(html.starts_with("<!doctype html>") && html.contains("<title>One &amp; two</title>"));
    for foreign in ["<script", "<link", "src=", " style=", "@import", "url(http"] {
        assert!(!html.contains(foreign), "{foreign}");
    }
}
