//! One article as its author wrote it.

use super::sentence::Sentence;
use crate::ui::context::use_words_and_acts;
use crate::ui::names::sentence_name;
use crate::ui::state::Side;
use crate::ui::strings::Strings;
use crate::view::{BlockView, Choice, Class, ColumnView, ColumnsView, PairView, SentenceView, Shape};
use std::rc::Rc;
use yew::prelude::*;

/// What a column shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) columns: Rc<ColumnsView>,
    pub(super) side: Side,
    pub(super) pair: Option<Rc<PairView>>,
    pub(super) choice: Rc<Choice>,
    /// What the other article is called.
    pub(super) other: AttrValue,
    /// What this article is called.
    pub(super) name: AttrValue,
    /// Index of the sentence at which the Tab key stops.
    pub(super) stop: u32,
}

impl Props {
    fn column(&self) -> &ColumnView {
        match self.side {
            Side::Left => &self.columns.left,
            Side::Right => &self.columns.right,
        }
    }
}

/// The article of a column.
#[component]
pub(super) fn Column(props: &Props) -> Html {
    let (strings, _) = use_words_and_acts();
    let column = props.column();
    let side = props.side.index();
    let raised = use_memo((props.pair.clone(), props.side), |(pair, side)| {
        pair.as_ref().map(|p| (p.ids[side.index()], Rc::new(p.runs[side.index()].clone())))
    });
    let sentence = |view: &Rc<SentenceView>| {
        let on = raised.as_ref().as_ref().filter(|(id, _)| *id == view.id).map(|(_, runs)| Rc::clone(runs));
        let kin = props.pair.as_ref().is_some_and(|p| view.counterparts.contains(&p.ids[1 - side]));
        let class = view.class;
        let hidden = class != Class::Unsure && !props.choice.shows(class);
        html! {
            <Sentence key={view.id.sentence} view={Rc::clone(view)} raised={on} {kin} {hidden}
                stop={view.id.sentence == props.stop} name={sentence_name(&strings, view, &props.other)} />
        }
    };
    let block = |block: &BlockView| {
        let mut content: Vec<Html> = Vec::new();
        for view in &block.sentences {
            if !content.is_empty() {
                content.push(html! { {" "} });
            }
            content.push(sentence(view));
        }
        match block.shape {
            Shape::Headline => html! { <h2 class="hl">{content}</h2> },
            Shape::Small => html! { <p class="cap">{content}</p> },
            Shape::Quote => html! { <blockquote><p>{content}</p></blockquote> },
            Shape::ListItem => html! { <p class="li">{content}</p> },
            Shape::Paragraph => html! { <p>{content}</p> },
        }
    };
    let dir = if column.label.rtl { "rtl" } else { "ltr" };
    html! {
        <article aria-label={props.name.clone()} lang={column.label.lang.clone()} {dir}>
            {for folded(&column.blocks, props.choice.only_differences).into_iter().map(|(fold, blocks)| {
                let inner: Html = blocks.iter().map(&block).collect();
                if fold { fold_away(&strings, blocks, &props.other, inner) } else { inner }
            })}
        </article>
    }
}

/// Stretches of blocks, each with whether it may be folded away: those without any difference, when that is wanted.
fn folded(blocks: &[BlockView], only_differences: bool) -> Vec<(bool, &[BlockView])> {
    let same = |b: &BlockView| {
        b.sentences.iter().all(|s| matches!(s.class, Class::Same | Class::NotNews) && s.facts.is_empty())
    };
    if !only_differences {
        return vec![(false, blocks)];
    }
    blocks.chunk_by(|a, b| same(a) == same(b)).map(|chunk| (chunk.first().is_some_and(same), chunk)).collect()
}

/// A stretch behind one line. A closed `details` is still found by the browser's own search, which opens it.
fn fold_away(strings: &Strings, blocks: &[BlockView], other: &str, inner: Html) -> Html {
    let sentences = blocks.iter().map(|b| b.sentences.len()).sum();
    html! {
        <details class="fold"><summary>{strings.count("fold.shared", sentences, &[("outlet", other)])}</summary>{inner}</details>
    }
}
