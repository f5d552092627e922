//! Runs of text as elements.

use super::markup::{list, tag};
use crate::view::Run;
use yew::Html;

/// The runs of a sentence. A run without any mark is a bare text node.
pub(super) fn runs(runs: &[Run]) -> Html {
    list(runs.iter().map(run).collect())
}

fn run(run: &Run) -> Html {
    if run.mark.is_none() && run.fact.is_none() && !run.hit {
        return Html::from(run.text.clone());
    }
    let mut element = tag("span").class("m");
    if let Some(mark) = run.mark {
        element = element.class_of("m-", mark.key());
    }
    let element = element.class_if(run.fact.is_some(), "m-fact").class_if(run.hit, "m-hit");
    element.with(run.text.as_str()).into()
}
