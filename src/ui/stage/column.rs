//! One article as its author wrote it.

use super::fold::{Fold, folds};
use super::sentence::{self, Sentence};
use crate::ui::context::Context;
use crate::ui::markup::{El, tag};
use crate::ui::names::sentence_name;
use crate::ui::state::{Act, Side, Ui};
use crate::view::{
    BlockView, Choice, Class, ColumnView, ColumnsView, PairView, Run, SearchView, SentenceId, SentenceView,
    Shape,
};
use std::rc::Rc;
use yew::Html;
use yew::virtual_dom::VChild;

/// What a column shows.
pub(super) struct Shown<'a> {
    pub(super) columns: &'a ColumnsView,
    pub(super) side: Side,
    pub(super) pair: Option<&'a PairView>,
    /// The runs of both raised sentences.
    pub(super) raised: Option<&'a [Rc<Vec<Run>>; 2]>,
    pub(super) choice: &'a Choice,
    /// What the other article is called.
    pub(super) other: &'a str,
    /// What this article is called.
    pub(super) name: &'a str,
    pub(super) ui: &'a Ui,
    pub(super) found: &'a SearchView,
}

impl Shown<'_> {
    fn column(&self) -> &ColumnView {
        match self.side {
            Side::Left => &self.columns.left,
            Side::Right => &self.columns.right,
        }
    }

    fn sentence(&self, cx: &Context, view: &Rc<SentenceView>) -> Html {
        let side = self.side.index();
        let on = self.pair.is_some_and(|p| p.ids[side] == view.id);
        let kin = self.pair.is_some_and(|p| view.counterparts.contains(&p.ids[1 - side]));
        let hidden = view.class != Class::Unsure && !self.choice.shows(view.class);
        let at = self.ui.visited == Some(view.id);
        let also =
            [if kin { "kin " } else { "" }, if hidden { "off " } else { "" }, if at { "at" } else { "" }];
        let props = sentence::Props {
            view: Rc::clone(view),
            raised: self.raised.filter(|_| on).map(|runs| Rc::clone(&runs[side])),
            also: also.concat().trim_end().to_owned(),
            stop: view.id.sentence == self.ui.stops[side],
            name: sentence_name(&cx.strings, view, self.other).into(),
            places: self.found.places(view.id).to_vec(),
        };
        VChild::<Sentence>::new(props, Some(view.id.sentence.into())).into()
    }

    fn block(&self, cx: &Context, folds: &[Fold], block: &BlockView) -> Html {
        let fold_of = |s: &SentenceView| folds.iter().find(|f| f.holds(s.id.sentence));
        let (name, class) = match block.shape {
            Shape::Headline => ("h2", "hl"),
            Shape::Small => ("p", "cap"),
            Shape::ListItem => ("p", "li"),
            Shape::Quote | Shape::Paragraph => ("p", ""),
        };
        let mut element = tag(name).class(class);
        if block.shape == Shape::Headline {
            // Its sentences have names of their own, which would take the place of its words in a list of headings.
            let runs = block.sentences.iter().flat_map(|s| &s.runs);
            element = element.label(&runs.map(|r| r.text.as_str()).collect::<String>());
        }
        let mut shown = false;
        for chunk in block.sentences.chunk_by(|a, b| fold_of(a) == fold_of(b)) {
            let fold = chunk.first().and_then(|s| fold_of(s));
            let Some(fold) = fold else {
                shown = true;
                element = self.sentences(cx, element, chunk);
                continue;
            };
            shown |= fold.open;
            if chunk.first().is_some_and(|s| s.id.sentence == fold.start) {
                shown = true;
                element = element.with(self.fold_button(cx, fold));
            }
            element = element.with(self.sentences(cx, away(fold), chunk));
        }
        let element = element.class_if(!shown, "gone");
        if block.shape == Shape::Quote { tag("blockquote").with(element).into() } else { element.into() }
    }

    /// Puts sentences in, each with the blank behind it.
    fn sentences(&self, cx: &Context, mut element: El, sentences: &[Rc<SentenceView>]) -> El {
        for view in sentences {
            element = element.with(self.sentence(cx, view)).with(" ");
        }
        element
    }

    fn fold_button(&self, cx: &Context, fold: &Fold) -> El {
        let id = SentenceId { article: self.column().label.article, sentence: fold.start };
        let what = if fold.open { Act::Fold(id, fold.end) } else { Act::Unfold(id) };
        let count = (fold.end - fold.start) as usize;
        cx.button("fold", what)
            .attr("lang", cx.strings.lang())
            .attr("dir", cx.strings.dir())
            .state("aria-expanded", fold.open)
            .with(cx.strings.count("fold.shared", count, &[("outlet", self.other)]))
    }
}

/// The article of a column.
pub(super) fn column(cx: &Context, shown: &Shown) -> Html {
    let column = shown.column();
    let folds = folds(column, shown.choice, shown.ui);
    tag("article")
        .label(shown.name)
        .attr_opt("lang", column.label.lang.as_deref())
        .attr("dir", column.label.dir())
        .each(&column.blocks, |block| shown.block(cx, &folds, block))
        .into()
}

/// A part of a fold. While it is closed the browser's own search still finds what is in it, and opens it.
fn away(fold: &Fold) -> El {
    let part = tag("span").class("away").attr("data-fold", &fold.start.to_string());
    part.attr_opt("hidden", (!fold.open).then_some("until-found"))
}
