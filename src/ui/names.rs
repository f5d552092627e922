//! What assistive technology says of a sentence.

use super::state::Stop;
use super::strings::Strings;
use crate::order;
use crate::view::{MentionKind, SentenceId, SentenceView};

/// "Sentence 4, also in Outlet B, worded differently; number differs". `beside` is the article it is held against.
pub(super) fn sentence_name(strings: &Strings, view: &SentenceView, beside: &str) -> String {
    let number = (view.id.sentence + 1).to_string();
    let mut name = strings.fill("name.sentence", &[("n", &number)]);
    if view.class.is_linked() {
        name += ", ";
        name += &strings.fill("name.also", &[("outlet", beside)]);
    }
    name += ", ";
    name += strings.part("name", view.class.key());
    let mut kinds: Vec<MentionKind> = view.facts.clone();
    order::sort(&mut kinds);
    kinds.dedup();
    for kind in kinds {
        name += "; ";
        name += strings.part("differs", kind.key());
    }
    name
}

/// What the element of a sentence is called in views that scroll with the page.
pub(super) fn anchor(id: SentenceId) -> String {
    ["s", &id.article.to_string(), "-", &id.sentence.to_string()].concat()
}

/// Where the reader is among the differences, for the polite live region; empty before the first.
pub(super) fn place(strings: &Strings, stops: &[Stop], at: Option<usize>) -> String {
    let Some((at, stop)) = at.and_then(|at| Some((at, stops.get(at)?))) else { return String::new() };
    let class = stop.class();
    let (at, of) = ((at + 1).to_string(), stops.len().to_string());
    strings.fill("step.said", &[("at", &at), ("of", &of), ("what", strings.part("name", class.key()))])
}
