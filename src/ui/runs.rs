//! Runs of text as elements.

use crate::view::Run;
use yew::prelude::*;

/// The runs of a sentence. A run without any mark is a bare text node.
pub(super) fn runs(runs: &[Run]) -> Html {
    runs.iter().map(run).collect()
}

fn run(run: &Run) -> Html {
    let text = Html::from(run.text.clone());
    if run.mark.is_none() && run.fact.is_none() && !run.hit {
        return text;
    }
    let mark = run.mark.map(|m| ["m-", m.key()].concat());
    let class = classes!("m", mark, run.fact.map(|_| "m-fact"), run.hit.then_some("m-hit"));
    html! { <span {class}>{text}</span> }
}
