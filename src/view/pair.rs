//! One pair of linked sentences, raised: its words side by side, its facts, who else tells it, why it is linked.

use super::class::{Class, Mark, is_disputed};
use super::columns::Told;
use super::reading::{Detail, Reading, other_end};
use super::run::{Overlay, Run, cut, trimmed};
use super::stretch::{Stretch, at_facts, count, insert, is_legible, level, merge, reads_as};
use crate::align::link::SentenceId;
use crate::diff::Edit;
use crate::facts::Verdict;
use crate::mentions::MentionKind;
use crate::order;
use crate::span::Span;
use crate::text::TokenKind;

/// A raised pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairView {
    /// The sentences, left first.
    pub ids: [SentenceId; 2],
    /// The class of the link; [`Class::Unsure`] for a weak candidate.
    pub class: Class,
    /// How sure it is, 0–1000.
    pub score: u16,
    /// Both sentences with their marks.
    pub runs: [Vec<Run>; 2],
    /// The same as cells that stand one over the other.
    pub cells: Vec<Cell>,
    /// How many runs carry each mark, in the order of [`Mark::ALL`].
    pub counts: [u32; 5],
    /// For each article, whether it tells what either sentence says.
    pub told: Vec<Told>,
    /// The facts in dispute.
    pub facts: Vec<FactView>,
    /// Why the two are linked.
    pub why: Why,
    /// The other pairs of the same group between the same two articles.
    pub others: Vec<[SentenceId; 2]>,
}

/// A stretch of both sentences, set one over the other; a side may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its mark.
    pub mark: Mark,
    /// What differs in it, when a fact does.
    pub fact: Option<MentionKind>,
    /// The words on each side.
    pub texts: [String; 2],
    /// Whether it begins a run; a run may be cut into several cells so that lines can break.
    pub first: bool,
    /// Whether it ends a run.
    pub last: bool,
}

/// A fact that is told in more than one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactView {
    /// What it is about.
    pub kind: MentionKind,
    /// Each way of telling it, with the articles that tell it so.
    pub values: Vec<(String, Vec<u32>)>,
    /// Articles that tell the sentence without it.
    pub without: Vec<u32>,
}

/// Why two sentences are linked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// Names that both have.
    pub names: Vec<String>,
    /// Numbers and dates that both have.
    pub numbers: Vec<String>,
    /// The rarest words that both have, rarest first.
    pub words: Vec<String>,
}

/// More shared words than this explain nothing more.
const WHY_WORDS: usize = 5;
/// A stretch that stands over another stays whole up to this many characters, so that lines can still break.
const WHOLE_CELL: usize = 30;
impl Reading {
    /// The pair of two sentences, the left one first. Works for any two sentences of different articles, linked or
    /// not. Cost: one word alignment the first time, and the facts of the links of both.
    pub fn pair(&self, left: SentenceId, right: SentenceId) -> Option<PairView> {
        if left.article == right.article {
            return None;
        }
        let detail = self.detail(left, right);
        let (stretches, overlays) = self.drawn([left, right], &detail);
        let link = self.links_of(left).find(|l| other_end(l, left) == right);
        let weak = self.weak_of(left).find(|l| other_end(l, left) == right);
        Some(PairView {
            ids: [left, right],
            class: link.map_or(Class::Unsure, |l| l.relation.into()),
            score: link.or(weak).map_or(0, |l| l.score.get()),
            runs: self.runs([left, right], &overlays)?,
            cells: self.cells([left, right], &stretches, &overlays),
            counts: Mark::ALL.map(|mark| count(&stretches, mark)),
            told: self.told_by_either(left, right),
            facts: self.fact_views([left, right], &detail),
            why: self.why([left, right], &detail),
            others: self.kin(left, right),
        })
    }

    /// Both sentences of a pair with their marks and facts, as in [`Reading::pair`] and without all else that stands
    /// there. Cost: one word alignment the first time, and the facts of the links of both.
    pub fn pair_runs(&self, left: SentenceId, right: SentenceId) -> Option<[Vec<Run>; 2]> {
        if left.article == right.article {
            return None;
        }
        self.runs([left, right], &self.drawn([left, right], &self.detail(left, right)).1)
    }

    fn runs(&self, ids: [SentenceId; 2], overlays: &[Overlay; 2]) -> Option<[Vec<Run>; 2]> {
        let cut = |side: usize| {
            Some(cut(self.text(ids[side].article), self.sentence(ids[side])?.span, &overlays[side]))
        };
        Some([cut(0)?, cut(1)?])
    }

    /// The stretches of a pair, and what is drawn over each side.
    fn drawn(&self, ids: [SentenceId; 2], detail: &Detail) -> (Vec<Stretch>, [Overlay; 2]) {
        let stretches = self.stretches(ids, detail);
        let legible = is_legible(&stretches);
        let overlay = |side: usize| Overlay {
            marks: stretches
                .iter()
                .filter(|_| legible)
                .filter_map(|s| Some((s.spans.get(side).copied().flatten()?, s.mark)))
                .collect(),
            facts: self.fact_spans(ids, side, detail),
        };
        let overlays = [overlay(0), overlay(1)];
        (stretches, overlays)
    }

    /// The edits of a pair as spans of text, left first, in an order that follows both sentences as far as it can.
    fn stretches(&self, ids: [SentenceId; 2], detail: &Detail) -> Vec<Stretch> {
        let swapped = ids[0] > ids[1];
        let of = |edit: &Edit| {
            let ranges = if swapped { [&edit.b, &edit.a] } else { [&edit.a, &edit.b] };
            let span = |side: usize| {
                let (id, range) = (*ids.get(side)?, ranges.get(side)?);
                let tokens = self.comparison.tokens_of(id);
                let first = tokens.get(range.start as usize)?.span;
                let last = tokens.get((range.end as usize).checked_sub(1)?)?.span;
                let span = (!range.is_empty()).then(|| trimmed(self.text(id.article), first.cover(last)))?;
                (!span.is_empty()).then_some(span)
            };
            Stretch { mark: edit.class.into(), spans: [span(0), span(1)] }
        };
        let whole: Vec<Stretch> = detail.edits.iter().map(of).filter(|s| s.spans != [None, None]).collect();
        // All edits but those of moved words come in an order that both sentences follow.
        let (mut stretches, crossing): (Vec<_>, Vec<_>) =
            whole.into_iter().partition(|s| s.mark != Mark::Moved || s.spans.contains(&None));
        for stretch in crossing {
            for side in 0..2 {
                let mut half = stretch.clone();
                half.spans[1 - side] = None;
                insert(&mut stretches, half, side);
            }
        }
        merge(self.text(ids[0].article), self.text(ids[1].article), stretches)
    }

    /// Disputed facts on one side of a pair: those that the pair itself disputes, and those that others do.
    fn fact_spans(&self, ids: [SentenceId; 2], side: usize, detail: &Detail) -> Vec<(Span, MentionKind)> {
        let (Some(&id), Some(&with)) = (ids.get(side), ids.get(1 - side)) else { return Vec::new() };
        let mut facts: Vec<(Span, MentionKind)> = detail
            .facts
            .iter()
            .filter(|f| is_disputed(f.verdict))
            .filter_map(|f| Some((if id < with { f.a } else { f.b }?, f.kind)))
            .collect();
        for dispute in self.disputes(id, |_| true) {
            if !facts.iter().any(|(s, _)| s.overlaps(dispute.span)) {
                facts.push((dispute.span, dispute.kind));
            }
        }
        order::sort(&mut facts);
        facts
    }

    fn told_by_either(&self, left: SentenceId, right: SentenceId) -> Vec<Told> {
        let either = |(l, r): (Told, Told)| match (l, r) {
            (Told::Here | Told::Whole, _) | (_, Told::Here | Told::Whole) => Told::Whole,
            (Told::Part, _) | (_, Told::Part) => Told::Part,
            _ => Told::No,
        };
        self.told(left).into_iter().zip(self.told(right)).map(either).collect()
    }

    /// The facts that one of the two sentences tells otherwise than some linked sentence does, with every outlet's
    /// version.
    fn fact_views(&self, ids: [SentenceId; 2], detail: &Detail) -> Vec<FactView> {
        let mut views: Vec<FactView> = Vec::new();
        let mut seen: Vec<(u32, Span)> = Vec::new();
        for side in 0..2 {
            for (span, kind) in self.fact_spans(ids, side, detail) {
                let id = ids[side];
                if seen.iter().any(|&(article, s)| article == id.article && s.overlaps(span)) {
                    continue;
                }
                let mut view = FactView { kind, values: Vec::new(), without: Vec::new() };
                tell(&mut view, span.of(self.text(id.article)), id.article);
                seen.push((id.article, span));
                for link in self.links_of(id) {
                    let other = other_end(link, id);
                    match self.version(id, span, other) {
                        Some((text, there)) => {
                            tell(&mut view, &text, other.article);
                            seen.push((other.article, there));
                        }
                        None if !view.without.contains(&other.article) => view.without.push(other.article),
                        None => {}
                    }
                }
                let told = |article: &u32| view.values.iter().any(|(_, by)| by.contains(article));
                view.without = view.without.iter().copied().filter(|a| !told(a)).collect();
                order::sort(&mut view.without);
                views.push(view);
            }
        }
        views.retain(|v| v.values.len() > 1);
        views
    }

    /// How `other` tells the fact that `id` tells at `span`.
    fn version(&self, id: SentenceId, span: Span, other: SentenceId) -> Option<(String, Span)> {
        let detail = self.detail(id, other);
        let sides = |f: &crate::facts::Fact| if id < other { (f.a, f.b) } else { (f.b, f.a) };
        let fact = detail.facts.iter().find(|f| sides(f).0.is_some_and(|here| here.overlaps(span)))?;
        let there = sides(fact).1?;
        let text = if fact.verdict == Verdict::Agree {
            span.of(self.text(id.article))
        } else {
            there.of(self.text(other.article))
        };
        Some((text.to_owned(), there))
    }

    fn why(&self, ids: [SentenceId; 2], detail: &Detail) -> Why {
        let text = self.text(ids[0].article);
        let mut why = Why::default();
        for fact in detail.facts.iter().filter(|f| f.verdict == Verdict::Agree) {
            let span = if ids[0] < ids[1] { fact.a } else { fact.b };
            let Some(word) = span.map(|s| s.of(text).to_owned()) else { continue };
            match fact.kind {
                MentionKind::Name => push_new(&mut why.names, word),
                MentionKind::Number | MentionKind::Date => push_new(&mut why.numbers, word),
                MentionKind::Quote => {}
            }
        }
        why.words = self.rare_shared_words(ids, &why);
        why
    }

    /// Content words of both sentences that the fewest sentences of all articles have.
    fn rare_shared_words(&self, ids: [SentenceId; 2], why: &Why) -> Vec<String> {
        let tokens = |id| self.comparison.tokens_of(id).iter().filter(|t| t.kind == TokenKind::Word);
        let theirs: Vec<_> = tokens(ids[1]).map(|t| t.term).collect();
        let mut shared = Vec::new();
        for token in tokens(ids[0]).filter(|t| theirs.contains(&t.term)) {
            if !shared.iter().any(|(term, _, _)| *term == token.term) {
                shared.push((token.term, 0_usize, token.span));
            }
        }
        for token in self.comparison.documents().iter().flat_map(|d| &d.tokens) {
            if let Some((_, times, _)) = shared.iter_mut().find(|(term, _, _)| *term == token.term) {
                *times += 1;
            }
        }
        let mut words: Vec<(usize, Span)> = shared.iter().map(|(_, times, span)| (*times, *span)).collect();
        order::sort(&mut words);
        let text = self.text(ids[0].article);
        let named = |word: &str| why.names.iter().any(|n| n.split_whitespace().any(|part| part == word));
        let words = words.into_iter().map(|(_, span)| span.of(text)).filter(|w| !named(w));
        words.take(WHY_WORDS).map(str::to_owned).collect()
    }

    /// The other pairs that share a sentence with this one, between the same two articles.
    fn kin(&self, left: SentenceId, right: SentenceId) -> Vec<[SentenceId; 2]> {
        let of_left = self.counterparts(left, right.article).into_iter().map(|(r, _)| [left, r]);
        let of_right = self.counterparts(right, left.article).into_iter().map(|(l, _)| [l, right]);
        let mut pairs: Vec<_> = of_left.chain(of_right).filter(|p| *p != [left, right]).collect();
        order::sort(&mut pairs);
        pairs
    }

    fn cells(&self, ids: [SentenceId; 2], stretches: &[Stretch], overlays: &[Overlay; 2]) -> Vec<Cell> {
        let texts = [self.text(ids[0].article), self.text(ids[1].article)];
        let text = |s: &Stretch, side: usize| s.spans[side].map_or("", |span| span.of(texts[side]));
        let mut cells = Vec::new();
        let pieces: Vec<Stretch> = stretches.iter().flat_map(|s| at_facts(s, texts, overlays)).collect();
        for stretch in &pieces {
            let fact = |side: usize| {
                let span = stretch.spans[side]?;
                overlays[side].facts.iter().find(|(s, _)| s.overlaps(span)).map(|(_, kind)| *kind)
            };
            let fact = fact(0).or_else(|| fact(1));
            let (left, right) = (text(stretch, 0), text(stretch, 1));
            let short = left.chars().count().max(right.chars().count()) <= WHOLE_CELL;
            if short && stretch.mark != Mark::Shared && !left.is_empty() && !right.is_empty() {
                let texts = [left.to_owned(), right.to_owned()];
                cells.push(Cell { mark: stretch.mark, fact, texts, first: true, last: true });
                continue;
            }
            let words = level(left, right, stretch.mark == Mark::Shared);
            let count = words.len();
            cells.extend(words.into_iter().enumerate().map(|(i, texts)| Cell {
                mark: stretch.mark,
                fact,
                texts: texts.map(str::to_owned),
                first: i == 0,
                last: i + 1 == count,
            }));
        }
        cells
    }
}

fn tell(view: &mut FactView, text: &str, article: u32) {
    if let Some((_, by)) = view.values.iter_mut().find(|(known, _)| reads_as(known, text)) {
        if !by.contains(&article) {
            by.push(article);
            order::sort(by);
        }
    } else {
        view.values.push((text.to_owned(), vec![article]));
    }
}

fn push_new(list: &mut Vec<String>, word: String) {
    if !list.contains(&word) {
        list.push(word);
    }
}
