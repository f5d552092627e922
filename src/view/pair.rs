//! One pair of linked sentences, raised: its words side by side, its facts, who else tells it, why it is linked.

use super::class::{Class, FactKind, Mark, is_disputed};
use super::columns::Told;
use super::reading::{Detail, Reading, other_end};
use super::run::{Overlay, Run, cut, trimmed};
use crate::align::link::SentenceId;
use crate::diff::Edit;
use crate::facts::Verdict;
use crate::order;
use crate::span::Span;
use crate::text::TokenKind;
use std::collections::BTreeMap;

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
    pub fact: Option<FactKind>,
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
    pub kind: FactKind,
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
/// A pair with fewer shared words among a hundred is shown without word marks: they would be confetti.
const LEGIBLE_PERCENT: usize = 12;

impl Reading {
    /// The pair of two sentences, the left one first. Works for any two sentences of different articles, linked or
    /// not. Cost: one word alignment the first time, and the facts of the links of both.
    pub fn pair(&self, left: SentenceId, right: SentenceId) -> Option<PairView> {
        if left.article == right.article {
            return None;
        }
        let spans = [self.sentence(left)?.span, self.sentence(right)?.span];
        let detail = self.detail(left, right);
        let stretches = self.stretches([left, right], &detail);
        let legible = is_legible(&stretches);
        let overlay = |side: usize| Overlay {
            marks: stretches
                .iter()
                .filter(|_| legible)
                .filter_map(|s| Some((s.spans.get(side).copied().flatten()?, s.mark)))
                .collect(),
            facts: self.fact_spans([left, right], side, &detail),
        };
        let overlays = [overlay(0), overlay(1)];
        let link = self.links_of(left).find(|l| other_end(l, left) == right);
        let weak = self.weak_of(left).find(|l| other_end(l, left) == right);
        Some(PairView {
            ids: [left, right],
            class: link.map_or(Class::Unsure, |l| l.relation.into()),
            score: link.or(weak).map_or(0, |l| l.score.get()),
            runs: [
                cut(self.text(left.article), spans[0], &overlays[0]),
                cut(self.text(right.article), spans[1], &overlays[1]),
            ],
            cells: self.cells([left, right], &stretches, &overlays),
            counts: Mark::ALL.map(|mark| count(&stretches, mark)),
            told: self.told_by_either(left, right),
            facts: self.fact_views([left, right], &detail),
            why: self.why([left, right], &detail),
            others: self.kin(left, right),
        })
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
        let chain = in_step(&whole);
        let (placed, crossing): (Vec<_>, Vec<_>) =
            whole.into_iter().zip(chain).partition(|(_, in_step)| *in_step);
        let mut stretches: Vec<Stretch> = placed.into_iter().map(|(s, _)| s).collect();
        for (stretch, _) in crossing {
            for side in 0..2 {
                let mut half = stretch.clone();
                half.spans[1 - side] = None;
                insert(&mut stretches, half, side);
            }
        }
        merge(self.text(ids[0].article), self.text(ids[1].article), stretches)
    }

    /// Disputed facts on one side of a pair: those that the pair itself disputes, and those that others do.
    fn fact_spans(&self, ids: [SentenceId; 2], side: usize, detail: &Detail) -> Vec<(Span, FactKind)> {
        let (Some(&id), Some(&with)) = (ids.get(side), ids.get(1 - side)) else { return Vec::new() };
        let mut facts: Vec<(Span, FactKind)> = detail
            .facts
            .iter()
            .filter(|f| is_disputed(f.verdict))
            .filter_map(|f| Some((if id < with { f.a } else { f.b }?, f.kind.into())))
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
            match FactKind::from(fact.kind) {
                FactKind::Name => push_new(&mut why.names, word),
                FactKind::Number | FactKind::Date => push_new(&mut why.numbers, word),
                FactKind::Quote => {}
            }
        }
        why.words = self.rare_shared_words(ids, &why);
        why
    }

    /// Content words of both sentences that the fewest sentences of all articles have.
    fn rare_shared_words(&self, ids: [SentenceId; 2], why: &Why) -> Vec<String> {
        let tokens = |id| self.comparison.tokens_of(id).iter().filter(|t| t.kind == TokenKind::Word);
        let theirs: Vec<_> = tokens(ids[1]).map(|t| t.term).collect();
        let mut shared: BTreeMap<_, Span> = BTreeMap::new();
        for token in tokens(ids[0]).filter(|t| theirs.contains(&t.term)) {
            shared.entry(token.term).or_insert(token.span);
        }
        let mut frequency: BTreeMap<_, usize> = BTreeMap::new();
        for token in self.comparison.documents.iter().flat_map(|d| &d.tokens) {
            if shared.contains_key(&token.term) {
                *frequency.entry(token.term).or_default() += 1;
            }
        }
        let mut words: Vec<(usize, Span)> =
            shared.iter().map(|(term, span)| (frequency.get(term).copied().unwrap_or(0), *span)).collect();
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

/// The words of two stretches, side by side; equal words stand over each other where `shared` says that there are
/// some, with an empty side where one has a word more. Cost: linear but for looking a word up ahead.
fn level<'t>(left: &'t str, right: &'t str, shared: bool) -> Vec<[&'t str; 2]> {
    let words = [left, right].map(|text| text.split_whitespace().collect::<Vec<&str>>());
    let mut rows = Vec::new();
    let (mut i, mut j) = (0, 0);
    let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
    while i < words[0].len() || j < words[1].len() {
        let (a, b) = (words[0].get(i).copied().unwrap_or(""), words[1].get(j).copied().unwrap_or(""));
        let ahead = |words: &[&str], from: usize, word: &str| {
            let rest = words.get(from..).unwrap_or(&[]);
            rest.iter().position(|w| same(w, word)).filter(|_| shared && !word.is_empty() && !same(a, b))
        };
        match (ahead(&words[1], j, a), ahead(&words[0], i, b)) {
            (Some(skip), other) if skip > 0 && other.is_none_or(|o| skip <= o) => {
                rows.push(["", b]);
                j += 1;
            }
            (_, Some(skip)) if skip > 0 => {
                rows.push([a, ""]);
                i += 1;
            }
            _ => {
                rows.push([a, b]);
                i += 1;
                j += 1;
            }
        }
    }
    rows
}

/// An edit in terms of text, left first.
#[derive(Clone, Debug)]
struct Stretch {
    mark: Mark,
    spans: [Option<Span>; 2],
}

/// Which stretches stand in the same order on both sides: the longest such choice, in bytes. Moved words never do, and
/// what one side alone has always does. Cost: the square of the stretches.
fn in_step(stretches: &[Stretch]) -> Vec<bool> {
    let of = |i: usize| {
        stretches.get(i).and_then(|s| s.spans[0].zip(s.spans[1]).filter(|_| s.mark != Mark::Moved))
    };
    let both: Vec<usize> = (0..stretches.len()).filter(|&i| of(i).is_some()).collect();
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(both.len());
    for (at, &i) in both.iter().enumerate() {
        let fits =
            |j: usize| of(j).zip(of(i)).is_some_and(|(a, b)| a.0.end <= b.0.start && a.1.end <= b.1.start);
        let before = (0..at).filter(|&k| both.get(k).is_some_and(|&j| fits(j)));
        let chain = before.filter_map(|k| Some((best.get(k)?.0, k))).max();
        best.push((
            of(i).map_or(0, |(a, b)| a.len() + b.len()) + chain.map_or(0, |c| c.0),
            chain.map(|c| c.1),
        ));
    }
    let mut chosen: Vec<bool> = stretches.iter().map(|s| s.spans.contains(&None)).collect();
    let mut at = best.iter().enumerate().max_by_key(|(_, b)| b.0).map(|(k, _)| k);
    while let Some(k) = at {
        if let Some(slot) = both.get(k).and_then(|&i| chosen.get_mut(i)) {
            *slot = true;
        }
        at = best.get(k).and_then(|b| b.1);
    }
    chosen
}

/// A stretch that stands on one side only, cut where a disputed fact in it begins and ends, so that no more than the
/// fact is marked as one.
fn at_facts(stretch: &Stretch, texts: [&str; 2], overlays: &[Overlay; 2]) -> Vec<Stretch> {
    let (side, span) = match stretch.spans {
        [Some(span), None] => (0, span),
        [None, Some(span)] => (1, span),
        _ => return vec![stretch.clone()],
    };
    let mut edges = vec![span.start, span.end];
    let facts = overlays[side].facts.iter().flat_map(|(fact, _)| [fact.start, fact.end]);
    edges.extend(facts.filter(|&at| span.start < at && at < span.end));
    edges.sort_unstable();
    let piece = |pair: &[u32]| {
        let piece = trimmed(texts[side], Span { start: *pair.first()?, end: *pair.last()? });
        let mut spans = [None, None];
        spans[side] = (!piece.is_empty()).then_some(piece);
        spans[side].map(|_| Stretch { mark: stretch.mark, spans })
    };
    edges.windows(2).filter_map(piece).collect()
}

/// Puts half of a moved stretch where its side has it.
fn insert(stretches: &mut Vec<Stretch>, half: Stretch, side: usize) {
    let Some(span) = half.spans.get(side).copied().flatten() else { return };
    let after =
        |s: &Stretch| s.spans.get(side).copied().flatten().is_some_and(|other| other.start >= span.end);
    let at = stretches.iter().position(after).unwrap_or(stretches.len());
    stretches.insert(at, half);
}

/// Joins neighbours with the same mark that stand next to each other on both sides.
fn merge(left: &str, right: &str, stretches: Vec<Stretch>) -> Vec<Stretch> {
    let touches = |text: &str, a: Option<Span>, b: Option<Span>| match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            a.end <= b.start && Span { start: a.end, end: b.start }.of(text).chars().all(char::is_whitespace)
        }
        _ => false,
    };
    let mut merged: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        if let Some(last) = merged.last_mut()
            && last.mark == stretch.mark
            && touches(left, last.spans[0], stretch.spans[0])
            && touches(right, last.spans[1], stretch.spans[1])
        {
            for side in 0..2 {
                last.spans[side] = last.spans[side].zip(stretch.spans[side]).map(|(a, b)| a.cover(b));
            }
            continue;
        }
        merged.push(stretch);
    }
    merged
}

/// Whether enough of both sentences is shared for word marks to help.
fn is_legible(stretches: &[Stretch]) -> bool {
    let length = |s: &Stretch| s.spans.iter().flatten().map(|s| s.len()).sum::<usize>();
    let total: usize = stretches.iter().map(length).sum();
    let alike = |s: &&Stretch| matches!(s.mark, Mark::Shared | Mark::Moved | Mark::Variant);
    let shared: usize = stretches.iter().filter(alike).map(length).sum();
    shared * 100 >= total * LEGIBLE_PERCENT
}

/// How many runs carry a mark; the two halves of a move count once.
fn count(stretches: &[Stretch], mark: Mark) -> u32 {
    let side = |s: &&Stretch| mark != Mark::Moved || s.spans[0].is_some();
    let found = stretches.iter().filter(|s| s.mark == mark).filter(side).count();
    u32::try_from(found).unwrap_or(u32::MAX)
}

fn tell(view: &mut FactView, text: &str, article: u32) {
    let same = |known: &str| known.to_lowercase() == text.to_lowercase();
    if let Some((_, by)) = view.values.iter_mut().find(|(known, _)| same(known)) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_stand_over_each_other() {
        assert_eq!(
            level("deputy commander of", "the deputy commander of", true),
            [["", "the"], ["deputy", "deputy"], ["commander", "commander"], ["of", "of"]]
        );
        assert_eq!(level("a b", "c", false), [["a", "c"], ["b", ""]]);
    }
}
