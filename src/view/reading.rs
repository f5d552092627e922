//! A comparison as one reader sees it: the selection at their sensitivity, and what is asked of it again and again.

use super::class::{Class, is_disputed};
use super::label::Label;
use crate::align::link::{Candidate, Link, Relation, SentenceId};
use crate::align::select::Selection;
use crate::compare::Comparison;
use crate::diff::Edit;
use crate::facts::Fact;
use crate::mentions::Document;
use crate::mentions::MentionKind;
use crate::notice::Notice;
use crate::options::Sensitivity;
use crate::order::{sort_by_key, sort_numbers};
use crate::span::Span;
use crate::text::{Sentence, SentenceKind};
use std::cell::RefCell;
use std::cmp::Reverse;
use std::rc::Rc;

/// The words and facts of one pair, from the smaller article index to the larger.
#[derive(Debug)]
pub(super) struct Detail {
    pub(super) edits: Vec<Edit>,
    pub(super) facts: Vec<Fact>,
}

/// A link of whole sentences says this many times as much about how alike two articles are as one of parts: a long
/// article shares a little with everything.
const WHOLE_WEIGHT: u32 = 8;

/// What is known of each sentence: a list for each, by article and place.
#[derive(Debug)]
pub(super) struct BySentence<T>(Vec<Vec<Vec<T>>>);

impl<T> BySentence<T> {
    pub(super) fn new(comparison: &Comparison) -> Self {
        let empty = |document: &Document| document.sentences.iter().map(|_| Vec::new()).collect();
        Self(comparison.documents().iter().map(empty).collect())
    }

    pub(super) fn of(&self, id: SentenceId) -> &[T] {
        self.0.get(id.article as usize).and_then(|a| a.get(id.sentence as usize)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn push(&mut self, id: SentenceId, item: T) {
        if let Some(list) = self.0.get_mut(id.article as usize).and_then(|a| a.get_mut(id.sentence as usize))
        {
            list.push(item);
        }
    }
}

/// For each sentence, as the first of a pair, what is known of the pairs.
type Details = RefCell<BySentence<(SentenceId, Rc<Detail>)>>;

/// A comparison at one sensitivity. Cheap to make again for another sensitivity; the words and facts of pairs are
/// computed on first use and kept.
#[derive(Debug)]
pub struct Reading {
    pub(super) comparison: Rc<Comparison>,
    pub(super) selection: Selection,
    labels: Vec<Label>,
    notices: Vec<Notice>,
    links_of: BySentence<u32>,
    weak_of: BySentence<u32>,
    details: Rc<Details>,
}

/// Two readings are the same only if they are one: comparing their content would cost more than showing it again.
impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Reading {
    /// `comparison` at `sensitivity`, 0–1000. Cost: linear in the candidates.
    pub fn new(comparison: Rc<Comparison>, sensitivity: u16) -> Self {
        Self::of_first(comparison, sensitivity, u32::MAX)
    }

    /// The same for no more than `most` sentences of all articles together, for those who draw them. What stands
    /// behind them in long articles is left out, with a remark.
    pub fn of_first(comparison: Rc<Comparison>, sensitivity: u16, most: u32) -> Self {
        let mut labels: Vec<Label> =
            (0..).zip(comparison.documents()).map(|(i, d)| Label::new(i, d)).collect();
        let mut notices = comparison.notices().to_vec();
        if let Some(sentences) = share(&labels, most) {
            for label in &mut labels {
                label.sentences = label.sentences.min(sentences);
            }
            notices.push(Notice::PartShown { sentences });
        }
        let details = Rc::new(RefCell::new(BySentence::new(&comparison)));
        Self::of(comparison, labels, notices, details, sensitivity)
    }

    /// The same comparison at another sensitivity.
    #[must_use]
    pub fn at(&self, sensitivity: u16) -> Self {
        let (comparison, details) = (Rc::clone(&self.comparison), Rc::clone(&self.details));
        Self::of(comparison, self.labels.clone(), self.notices.clone(), details, sensitivity)
    }

    fn of(
        comparison: Rc<Comparison>,
        labels: Vec<Label>,
        notices: Vec<Notice>,
        details: Rc<Details>,
        sensitivity: u16,
    ) -> Self {
        let mut selection = comparison.at(Sensitivity::new(sensitivity));
        let has = |id: SentenceId| labels.get(id.article as usize).is_some_and(|l| id.sentence < l.sentences);
        let has_both = |c: &Candidate| has(c.a) && has(c.b);
        selection.links.retain(has_both);
        selection.weak.retain(has_both);
        let links_of = by_sentence(&comparison, &selection.links);
        let weak_of = by_sentence(&comparison, &selection.weak);
        Self { comparison, selection, labels, notices, links_of, weak_of, details }
    }

    /// The articles, in order.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// Remarks on the comparison, and on what is left out here.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// How many links there are between two articles.
    pub fn link_count(&self, one: u32, other: u32) -> usize {
        self.selection.links.iter().filter(|l| joins(l, one, other)).count()
    }

    /// The two articles to show: those that the reader named, and beside one named alone, or twice, the one that shares
    /// most with it. Where one that was named does not exist, the names were meant for other articles and none counts.
    pub fn pair_shown(&self, wanted: [Option<u32>; 2]) -> Option<[u32; 2]> {
        let count = u32::try_from(self.labels.len()).unwrap_or(u32::MAX);
        let exist = wanted.iter().flatten().all(|article| *article < count);
        let [left, right] = if exist { wanted } else { [None; 2] };
        let named = match (left, right) {
            (Some(left), Some(right)) if left != right => return Some([left, right]),
            (left, right) => left.or(right),
        };
        let mut counts: Vec<([u32; 2], u32)> = Vec::new();
        for link in &self.selection.links {
            let weight = match link.relation {
                Relation::PartlyShared => 1,
                Relation::Reworded | Relation::SameWords => WHOLE_WEIGHT,
            };
            let pair = [link.a.article, link.b.article];
            if named.is_some_and(|article| !pair.contains(&article)) {
                continue;
            }
            match counts.iter_mut().find(|(known, _)| *known == pair) {
                Some((_, total)) => *total += weight,
                None => counts.push((pair, weight)),
            }
        }
        let best = counts.into_iter().max_by_key(|&(pair, weight)| (weight, Reverse(pair)));
        let [one, other] = match (best, named) {
            (Some((pair, _)), _) => pair,
            // Nothing is shared; the first other one is as good as any.
            (None, Some(article)) => [article, u32::from(article == 0)],
            (None, None) => [0, 1],
        };
        let turned = left.is_some_and(|l| l == other) || left.is_none() && right == Some(one);
        (count >= 2).then_some(if turned { [other, one] } else { [one, other] })
    }

    /// The links of a sentence, surest first.
    pub(super) fn links_of(&self, id: SentenceId) -> impl Iterator<Item = &Link> {
        self.links_of.of(id).iter().filter_map(|&i| self.selection.links.get(i as usize))
    }

    /// The weak candidates of a sentence, surest first.
    pub(super) fn weak_of(&self, id: SentenceId) -> impl Iterator<Item = &Candidate> {
        self.weak_of.of(id).iter().filter_map(|&i| self.selection.weak.get(i as usize))
    }

    /// The counterparts of a sentence in `article`, surest first, with the class of each link.
    pub fn counterparts(&self, id: SentenceId, article: u32) -> Vec<(SentenceId, Class)> {
        let links = self.links_of(id).map(|l| (other_end(l, id), Class::from(l.relation)));
        links.filter(|(other, _)| other.article == article).collect()
    }

    /// The class of a sentence against the articles for which `beside` holds.
    pub(super) fn class_of(&self, id: SentenceId, beside: impl Fn(u32) -> bool) -> Class {
        let strongest =
            self.links_of(id).filter(|l| beside(other_end(l, id).article)).map(|l| l.relation).max();
        if let Some(relation) = strongest {
            return relation.into();
        }
        if self.sentence(id).is_some_and(|s| s.kind != SentenceKind::Body) {
            return Class::NotNews;
        }
        let unsure = self.weak_of(id).any(|c| beside(other_end(c, id).article));
        if unsure { Class::Unsure } else { Class::Only }
    }

    pub(super) fn sentence(&self, id: SentenceId) -> Option<&Sentence> {
        self.comparison.documents().get(id.article as usize)?.sentences.get(id.sentence as usize)
    }

    pub(super) fn text(&self, article: u32) -> &str {
        self.comparison.documents().get(article as usize).map_or("", |d| d.article.text.as_str())
    }

    /// The text of a sentence, without white space around it.
    pub fn sentence_text(&self, id: SentenceId) -> &str {
        self.sentence(id).map_or("", |s| s.span.of(self.text(id.article)))
    }

    /// Every sentence of an article.
    pub(super) fn sentences(&self, article: u32) -> impl Iterator<Item = SentenceId> + use<> {
        let count = self.labels.get(article as usize).map_or(0, |l| l.sentences);
        (0..count).map(move |sentence| SentenceId { article, sentence })
    }

    /// Words and facts of two sentences of different articles, whichever way round they are given.
    pub(super) fn detail(&self, one: SentenceId, other: SentenceId) -> Rc<Detail> {
        let [a, b] = if one < other { [one, other] } else { [other, one] };
        if let Some((_, detail)) = self.details.borrow().of(a).iter().find(|(with, _)| *with == b) {
            return Rc::clone(detail);
        }
        let (diff, facts) = self.comparison.detail(a, b);
        let detail = Rc::new(Detail { edits: diff.shown(), facts });
        self.details.borrow_mut().push(a, (b, Rc::clone(&detail)));
        detail
    }

    /// What `id` says and an article for which `beside` holds says otherwise, in order, without overlap; each with
    /// one sentence that disputes it.
    pub(super) fn disputes(&self, id: SentenceId, beside: impl Fn(u32) -> bool) -> Vec<Dispute> {
        let mut disputes: Vec<Dispute> = Vec::new();
        for link in self.links_of(id).filter(|l| beside(other_end(l, id).article)) {
            let with = other_end(link, id);
            for fact in self.detail(id, with).facts.iter().filter(|f| is_disputed(f.verdict)) {
                let span = if id < with { fact.a } else { fact.b };
                if let Some(span) = span.filter(|s| !disputes.iter().any(|d| d.span.overlaps(*s))) {
                    disputes.push(Dispute { span, kind: fact.kind, with });
                }
            }
        }
        sort_by_key(&mut disputes, |d| d.span);
        disputes
    }
}

/// How many sentences each article may have at most, so that all together have no more than `most`; nothing where they
/// have not.
fn share(labels: &[Label], most: u32) -> Option<u32> {
    let mut lengths: Vec<u64> = labels.iter().map(|l| l.sentences.into()).collect();
    sort_numbers(&mut lengths);
    let (mut left, mut waiting) = (u64::from(most), lengths.len() as u64);
    for length in lengths {
        let share = left / waiting;
        if length > share {
            return u32::try_from(share).ok();
        }
        (left, waiting) = (left - length, waiting - 1);
    }
    None
}

/// A fact that another sentence tells otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dispute {
    pub(super) span: Span,
    pub(super) kind: MentionKind,
    pub(super) with: SentenceId,
}

/// The end of `link` that is not `id`.
pub(super) fn other_end(link: &Candidate, id: SentenceId) -> SentenceId {
    if link.a == id { link.b } else { link.a }
}

/// Whether `link` joins the two articles.
pub(super) fn joins(link: &Candidate, one: u32, other: u32) -> bool {
    [(one, other), (other, one)].contains(&(link.a.article, link.b.article))
}

/// For each sentence the indices of its candidates, surest first.
fn by_sentence(comparison: &Comparison, candidates: &[Candidate]) -> BySentence<u32> {
    let mut places: Vec<u32> = (0..).zip(candidates).map(|(place, _)| place).collect();
    sort_by_key(&mut places, |&i| candidates.get(i as usize).map(|c| Reverse((c.relation, c.score))));
    let mut lists = BySentence::new(comparison);
    for place in places {
        if let Some(candidate) = candidates.get(place as usize) {
            lists.push(candidate.a, place);
            lists.push(candidate.b, place);
        }
    }
    lists
}
