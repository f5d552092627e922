//! The comparison as one page to keep or print: sources, legend, table.

use super::context::Context;
use super::icons::{class_glyph, mark_glyph, sign};
use super::rows::Rows;
use super::strings::Strings;
use crate::view::{Choice, Class, Comparison, Label, Mark, Reading};
use std::rc::Rc;
use yew::prelude::*;

/// What the page shows.
#[derive(Clone, Properties, PartialEq)]
pub struct DocumentProps {
    /// The comparison.
    pub comparison: Rc<Comparison>,
    /// The reader's choices.
    pub choice: Choice,
    /// What the story is called.
    pub title: Option<AttrValue>,
    /// BCP 47 tag of the language that the page speaks.
    pub lang: AttrValue,
}

/// The page.
#[component]
pub fn Document(props: &DocumentProps) -> Html {
    let strings = Rc::new(Strings::new(&props.lang));
    let reading = Reading::new(Rc::clone(&props.comparison), props.choice.sensitivity);
    let articles: Vec<u32> = reading.labels().iter().map(|l| l.article).collect();
    let rows = Rc::new(reading.rows(&articles));
    let choice = Rc::new(props.choice.clone());
    let context = Context { strings: Rc::clone(&strings), act: Callback::noop() };
    let title = props.title.clone().unwrap_or_else(|| strings.t("label").into());
    html! {
        <ContextProvider<Context> {context}>
            <main class="dp paper" data-theme={choice.theme.key()} data-view="rows">
                <header class="mast"><div class="mark">{sign()}<span>{strings.t("name")}</span></div></header>
                <h1>{title}</h1>
                <ul class="sources">{for reading.labels().iter().map(|l| source(&strings, l))}</ul>
                <ul class="marklist" aria-label={strings.t("help.marks")}>
                    {for Class::ALL.map(|c| html! { <li>{class_glyph(c)}<span>{strings.part("class", c.key())}</span></li> })}
                    {for Mark::ALL.map(|m| mark(&strings, m))}
                </ul>
                <Rows {rows} {choice} />
                <p class="meta">{strings.t("help.about")}</p>
            </main>
        </ContextProvider<Context>>
    }
}

fn mark(strings: &Strings, mark: Mark) -> Html {
    let class = classes!("m", ["m-", mark.key()].concat());
    html! { <li>{mark_glyph(Some(mark))}<span {class}>{strings.part("mark", mark.key())}</span></li> }
}

fn source(strings: &Strings, label: &Label) -> Html {
    let details = [label.title.clone(), label.published.clone()];
    html! {
        <li>
            <b class="ol">{&label.letter}</b>
            <span>{[Some(strings.outlet(label)), details[0].clone(), details[1].clone()].into_iter().flatten().collect::<Vec<_>>().join(", ")}</span>
            if let Some(url) = &label.url { <a href={url.clone()} rel="noopener noreferrer external">{url}</a> }
        </li>
    }
}
