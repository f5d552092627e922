//! One article as its author wrote it.

use super::fold::{Fold, folds};
use super::sentence::Sentence;
use crate::ui::context::{on, use_words_and_acts};
use crate::ui::names::sentence_name;
use crate::ui::state::{Act, Side, Ui};
use crate::view::{
    BlockView, Choice, Class, ColumnView, ColumnsView, PairView, SearchView, SentenceId, SentenceView, Shape,
};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VTag;

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
    pub(super) ui: Rc<Ui>,
    pub(super) found: Rc<SearchView>,
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
    let (strings, act) = use_words_and_acts();
    let column = props.column();
    let side = props.side.index();
    let folds = folds(column, &props.choice, &props.ui);
    let stop = props.ui.stops[side];
    let raised = use_memo((props.pair.clone(), props.side), |(pair, side)| {
        pair.as_ref().map(|p| (p.ids[side.index()], Rc::new(p.runs[side.index()].clone())))
    });
    let sentence = |view: &Rc<SentenceView>| {
        let on = raised.as_ref().as_ref().filter(|(id, _)| *id == view.id).map(|(_, runs)| Rc::clone(runs));
        let kin = props.pair.as_ref().is_some_and(|p| view.counterparts.contains(&p.ids[1 - side]));
        let class = view.class;
        let hidden = class != Class::Unsure && !props.choice.shows(class);
        let at = props.ui.visited == Some(view.id);
        let also = classes!(kin.then_some("kin"), hidden.then_some("off"), at.then_some("at"));
        html! {
            <Sentence key={view.id.sentence} view={Rc::clone(view)} raised={on} {also}
                stop={view.id.sentence == stop} name={sentence_name(&strings, view, &props.other)}
                places={props.found.places(view.id).to_vec()} />
        }
    };
    let button = |fold: &Fold| {
        let id = SentenceId { article: column.label.article, sentence: fold.start };
        let what = if fold.open { Act::Fold(id, fold.end) } else { Act::Unfold(id) };
        html! {
            <button type="button" class="fold" lang={strings.lang()} dir={strings.dir()} aria-expanded={fold.open.to_string()} onclick={on(&act, what)}>
                {strings.count("fold.shared", (fold.end - fold.start) as usize, &[("outlet", &props.other)])}
            </button>
        }
    };
    let fold_of = |s: &SentenceView| folds.iter().find(|f| f.holds(s.id.sentence));
    let block = |block: &BlockView| {
        let mut content: Vec<Html> = Vec::new();
        let mut shown = false;
        for chunk in block.sentences.chunk_by(|a, b| fold_of(a) == fold_of(b)) {
            let fold = chunk.first().and_then(|s| fold_of(s));
            let mut inner: Vec<Html> = Vec::new();
            for view in chunk {
                inner.push(sentence(view));
                inner.push(html! { {" "} });
            }
            let Some(fold) = fold else {
                shown = true;
                content.extend(inner);
                continue;
            };
            shown |= fold.open;
            if chunk.first().is_some_and(|s| s.id.sentence == fold.start) {
                shown = true;
                content.push(button(fold));
            }
            content.push(away(fold, inner));
        }
        let gone = (!shown).then_some("gone");
        match block.shape {
            Shape::Headline => {
                // Its sentences have names of their own, which would take the place of its words in a list of headings.
                let runs = block.sentences.iter().flat_map(|s| &s.runs);
                let words: String = runs.map(|r| r.text.as_str()).collect();
                html! { <h2 class={classes!("hl", gone)} aria-label={words}>{content}</h2> }
            }
            Shape::Small => html! { <p class={classes!("cap", gone)}>{content}</p> },
            Shape::Quote => html! { <blockquote><p class={gone}>{content}</p></blockquote> },
            Shape::ListItem => html! { <p class={classes!("li", gone)}>{content}</p> },
            Shape::Paragraph => html! { <p class={gone}>{content}</p> },
        }
    };
    let dir = if column.label.rtl { "rtl" } else { "ltr" };
    html! {
        <article aria-label={props.name.clone()} lang={column.label.lang.clone()} {dir}>
            {for column.blocks.iter().map(block)}
        </article>
    }
}

/// A part of a fold. While it is closed the browser's own search still finds what is in it, and opens it.
fn away(fold: &Fold, inner: Vec<Html>) -> Html {
    let mut tag = VTag::new("span");
    tag.add_attribute("class", "away");
    tag.add_attribute("data-fold", fold.start.to_string());
    if !fold.open {
        tag.add_attribute("hidden", "until-found");
    }
    tag.add_children(inner);
    tag.into()
}
