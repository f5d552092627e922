//! Two articles side by side, each in its author's order.

use super::class::Class;
use super::label::Label;
use super::reading::{Reading, joins, other_end};
use super::run::{Overlay, Run, cut};
use crate::align::link::{Candidate, SentenceId};
use crate::mentions::MentionKind;
use crate::order::sort_by_key;
use crate::text::{BlockKind, SentenceKind};
use std::rc::Rc;

/// Two columns and the links between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnsView {
    /// The left column.
    pub left: ColumnView,
    /// The right column.
    pub right: ColumnView,
    /// Links between them, in order of the left sentence, then the right one.
    pub links: Vec<LinkView>,
    /// Weak candidates between them, in the same order.
    pub weak: Vec<LinkView>,
}

impl ColumnsView {
    /// The links of a sentence of the left column. Cost: two searches by halves.
    pub fn links_of(&self, left: u32) -> &[LinkView] {
        let place = |sentence: u32| self.links.partition_point(|l| l.left < sentence);
        self.links.get(place(left)..place(left.saturating_add(1))).unwrap_or(&[])
    }

    /// What the right article tells without a counterpart in the left one, for each place among the left sentences:
    /// before the first, then after each. It stands after what it follows in its own article.
    pub fn unmatched(&self) -> Vec<Vec<&Rc<SentenceView>>> {
        let mut places = vec![Vec::new(); self.left.sentences().count() + 1];
        let mut after = 0;
        for sentence in self.right.sentences() {
            match sentence.counterparts.first() {
                Some(left) => after = left.sentence as usize + 1,
                None => {
                    if let Some(place) = places.get_mut(after) {
                        place.push(sentence);
                    }
                }
            }
        }
        places
    }
}

/// One article as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnView {
    /// What it is called.
    pub label: Label,
    /// Its paragraphs.
    pub blocks: Vec<BlockView>,
    /// How many of its sentences the other column tells, too.
    pub also: u32,
    /// How many of its sentences stand only here.
    pub only: u32,
}

impl ColumnView {
    /// All sentences of the column, in order.
    pub fn sentences(&self) -> impl Iterator<Item = &Rc<SentenceView>> {
        self.blocks.iter().flat_map(|b| &b.sentences)
    }

    /// How many sentences have `class`.
    pub fn count(&self, class: Class) -> usize {
        self.sentences().filter(|s| s.class == class).count()
    }
}

/// A paragraph, heading, list item or quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockView {
    /// How it is set.
    pub shape: Shape,
    /// Its sentences.
    pub sentences: Vec<Rc<SentenceView>>,
}

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The headline, or a heading.
    Headline,
    /// A caption, byline or dateline.
    Small,
    /// A quotation set apart.
    Quote,
    /// An item of a list.
    ListItem,
    /// Running text.
    Paragraph,
}

/// One sentence in its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceView {
    /// Which sentence it is.
    pub id: SentenceId,
    /// Its class against the other column.
    pub class: Class,
    /// Whether it is something else than running text.
    pub aside: bool,
    /// Its text, with nothing but the disputed facts marked.
    pub runs: Vec<Run>,
    /// What differs in it from what other articles say.
    pub facts: Vec<MentionKind>,
    /// Its counterparts in the other column, surest first.
    pub counterparts: Vec<SentenceId>,
    /// For each article, in order, how it tells this.
    pub told: Vec<Told>,
}

/// Whether an article tells what a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It is the sentence's own article.
    Here,
    /// It does.
    Whole,
    /// It does in part.
    Part,
    /// Nothing was found.
    No,
}

impl Told {
    /// A short name for style sheets.
    pub fn key(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Whole => "whole",
            Self::Part => "part",
            Self::No => "no",
        }
    }
}

/// A link between the two columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkView {
    /// Index of the sentence in the left column.
    pub left: u32,
    /// Index of the sentence in the right column.
    pub right: u32,
    /// Its class.
    pub class: Class,
    /// How sure it is, 0–1000.
    pub score: u16,
    /// Whether a number, name, date or quotation differs in it.
    pub differs: bool,
}

impl Reading {
    /// Articles `left` and `right` side by side. Cost: the words and facts of every link of their sentences, the
    /// first time; linear in the text after that.
    pub fn columns(&self, left: u32, right: u32) -> Option<ColumnsView> {
        let links = self.selection.links.iter().filter(|l| joins(l, left, right));
        let weak = self.selection.weak.iter().filter(|l| joins(l, left, right));
        let view = |candidate: &Candidate| self.link_view(candidate, left);
        let mut columns = ColumnsView {
            left: self.column(left, right)?,
            right: self.column(right, left)?,
            links: links.map(view).collect(),
            weak: weak.map(|c| LinkView { class: Class::Unsure, differs: false, ..view(c) }).collect(),
        };
        sort_by_key(&mut columns.links, |l| (l.left, l.right));
        sort_by_key(&mut columns.weak, |l| (l.left, l.right));
        Some(columns)
    }

    fn link_view(&self, link: &Candidate, left: u32) -> LinkView {
        let (l, r) = if link.a.article == left { (link.a, link.b) } else { (link.b, link.a) };
        let differs = || self.detail(l, r).facts.iter().any(|f| super::class::is_disputed(f.verdict));
        LinkView {
            left: l.sentence,
            right: r.sentence,
            class: link.relation.into(),
            score: link.score.get(),
            differs: differs(),
        }
    }

    fn column(&self, article: u32, beside: u32) -> Option<ColumnView> {
        let label = self.labels().get(article as usize)?.clone();
        let mut blocks: Vec<BlockView> = Vec::new();
        let mut last = None;
        for id in self.sentences(article) {
            let block = self.sentence(id)?.block;
            if last != Some(block) {
                blocks.push(BlockView { shape: self.shape(id), sentences: Vec::new() });
                last = Some(block);
            }
            blocks.last_mut()?.sentences.push(Rc::new(self.sentence_view(id, |other| other == beside)));
        }
        let mut column = ColumnView { label, blocks, also: 0, only: 0 };
        let count = |test: fn(Class) -> bool| {
            u32::try_from(column.sentences().filter(|s| test(s.class)).count()).unwrap_or(u32::MAX)
        };
        (column.also, column.only) = (count(Class::is_linked), count(|c| c == Class::Only));
        Some(column)
    }

    fn shape(&self, id: SentenceId) -> Shape {
        let document = self.comparison.documents().get(id.article as usize);
        let Some((document, sentence)) = document.zip(self.sentence(id)) else { return Shape::Paragraph };
        match (sentence.kind, document.article.blocks.get(sentence.block as usize).map(|b| b.kind)) {
            (SentenceKind::Headline, _) | (_, Some(BlockKind::Heading)) => Shape::Headline,
            (SentenceKind::Caption | SentenceKind::Byline | SentenceKind::Dateline, _) => Shape::Small,
            (_, Some(BlockKind::Quote)) => Shape::Quote,
            (_, Some(BlockKind::ListItem)) => Shape::ListItem,
            _ => Shape::Paragraph,
        }
    }

    /// A sentence with its class against the articles for which `beside` holds. Facts are held against all articles:
    /// a figure that a third outlet disputes is in dispute whichever two are on screen.
    pub(super) fn sentence_view(&self, id: SentenceId, beside: impl Fn(u32) -> bool) -> SentenceView {
        let span = self.sentence(id).map(|s| s.span).unwrap_or_default();
        let disputes = self.disputes(id, |_| true);
        let facts: Vec<MentionKind> = disputes.iter().map(|d| d.kind).collect();
        let overlay =
            Overlay { facts: disputes.iter().map(|d| (d.span, d.kind)).collect(), ..Overlay::default() };
        let ends = self.links_of(id).map(|l| other_end(l, id));
        SentenceView {
            id,
            class: self.class_of(id, &beside),
            aside: self
                .sentence(id)
                .is_some_and(|s| !matches!(s.kind, SentenceKind::Body | SentenceKind::Headline)),
            runs: cut(self.text(id.article), span, &overlay),
            facts,
            counterparts: ends.filter(|o| beside(o.article)).collect(),
            told: self.told(id),
        }
    }

    /// For each article, in order, how it tells what a sentence says.
    pub fn told(&self, id: SentenceId) -> Vec<Told> {
        let by = |label: &Label| {
            if label.article == id.article {
                return Told::Here;
            }
            match self.class_of(id, |other| other == label.article) {
                Class::Same | Class::Reworded => Told::Whole,
                Class::Partly => Told::Part,
                _ => Told::No,
            }
        };
        self.labels().iter().map(by).collect()
    }
}
