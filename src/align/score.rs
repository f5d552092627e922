//! Stage 4: how surely a pair of sentences tells the same thing.

use super::candidates::ArticlePair;
use super::confirm::confirm;
use super::context::contexts;
use super::features::{Features, features};
use super::link::{Candidate, Relation, Score, SentenceId};
use super::model::Model;
use super::overlap::{WeighedDocument, WeighedSentence};
use super::parallel::{FULL, out_of_line};
use super::prepared::Prepared;
use super::sets::Weights;
use super::thresholds::{KEPT_PER_SENTENCE, LOWEST_SCORE};
use super::weighed::Weighed;
use crate::order;
use crate::text::SentenceKind;
use crate::work::Work;

/// Scores candidate pairs with `model` and drops those below [`LOWEST_SCORE`]; the rest in order of `a`, then `b`.
/// Cost: the lengths of the sentences of all pairs together, which [`candidates`](super::candidates::candidates) took
/// from `work` before; what further articles confirm is taken from it here.
pub fn score(prepared: &Prepared, found: &[ArticlePair], model: &Model, work: &mut Work) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for articles in found.iter().filter(|articles| !articles.pairs.is_empty()) {
        let mut full = Vec::with_capacity(articles.pairs.len());
        let mut base = Vec::with_capacity(articles.pairs.len());
        each(prepared, articles, |features| {
            base.push(i32::from(model.score(model.base.of(features.iter().copied())).get()));
            full.push(model.full.of(features.iter().copied()));
        });
        let mut scored = Vec::with_capacity(articles.pairs.len());
        let contexts = contexts(&articles.pairs, &base);
        let strays = out_of_line(&articles.pairs, &base, shorter(prepared, articles));
        for (((pair, sum), context), stray) in articles.pairs.iter().zip(full).zip(contexts).zip(strays) {
            let weights = model.full.weights.iter().skip(super::features::COUNT);
            let sum = sum - STRAY * stray / FULL;
            let sum = weights.zip(context).fold(sum, |sum, (w, c)| sum + w * i64::from(c));
            let kinds = (kind(prepared, articles.a, pair.i), kind(prepared, articles.b, pair.j));
            let score = match () {
                () if pair.anchored => Score::new(Score::MAX),
                () if kinds.0 != kinds.1 && (is_aside(kinds.0) || is_aside(kinds.1)) => {
                    Score::new(model.score(sum).get() / ASIDE)
                }
                () => model.score(sum),
            };
            if score.get() >= LOWEST_SCORE {
                let a = SentenceId { article: articles.a, sentence: pair.i };
                let b = SentenceId { article: articles.b, sentence: pair.j };
                scored.push(Candidate { a, b, score, relation: Relation::PartlyShared });
            }
        }
        candidates.extend(best(scored));
    }
    order::sort_by_key(&mut candidates, |c| (c.a, c.b));
    confirm(&mut candidates, prepared.documents.len(), work);
    candidates
}

/// What speaks against a pair that steps out of line where its articles run in parallel, in millionths: enough to undo
/// the likeness of two sentences about the same people, and too little against one that was copied and moved. Chosen
/// on two translations of one book, each without a third of its lines.
const STRAY: i64 = 4_000_000;

/// How many sentences the shorter article has.
fn shorter(prepared: &Prepared, articles: &ArticlePair) -> usize {
    let length = |at: u32| prepared.documents.get(at as usize).map_or(0, |words| words.profiles.len());
    length(articles.a).min(length(articles.b))
}

/// The score of a caption, byline or dateline with a sentence of another kind is divided by this: such lines name the
/// people and places of the news without telling it, and the gold sets link none of them to running text.
const ASIDE: u16 = 2;

fn is_aside(kind: SentenceKind) -> bool {
    matches!(kind, SentenceKind::Caption | SentenceKind::Byline | SentenceKind::Dateline)
}

fn kind(prepared: &Prepared, article: u32, sentence: u32) -> SentenceKind {
    let words = prepared.documents.get(article as usize);
    words.and_then(|w| w.profiles.get(sentence as usize)).map_or(SentenceKind::Body, |p| p.kind)
}

/// Leaves out the candidates of two articles that are among the best of neither of their sentences. Equal scores are
/// kept or left out together, so that no order of the articles is preferred.
fn best(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let (bars_a, bars_b) = (bars(&candidates, |c| c.a), bars(&candidates, |c| c.b));
    let above = |bars: &[u16], c: &Candidate, id: SentenceId| {
        bars.get(id.sentence as usize).is_none_or(|bar| c.score.get() >= *bar)
    };
    candidates.retain(|c| above(&bars_a, c, c.a) || above(&bars_b, c, c.b));
    candidates
}

/// For each sentence the score of the last candidate that is kept; nothing where it does not have too many.
fn bars(candidates: &[Candidate], sentence: fn(&Candidate) -> SentenceId) -> Vec<u16> {
    let packed =
        |c: &Candidate| u64::from(sentence(c).sentence) << 16 | u64::from(Score::MAX - c.score.get());
    let mut scores: Vec<u64> = candidates.iter().map(packed).collect();
    crate::order::sort_numbers(&mut scores);
    let sentences = scores.last().map_or(0, |last| last >> 16) + 1;
    let mut bars = vec![0; usize::try_from(sentences).unwrap_or(0)];
    for list in scores.chunk_by(|x, y| x >> 16 == y >> 16) {
        if let Some(last) = list.get(KEPT_PER_SENTENCE - 1)
            && let Some(bar) = usize::try_from(last >> 16).ok().and_then(|at| bars.get_mut(at))
        {
            *bar = Score::MAX.saturating_sub(u16::try_from(last & 0xffff).unwrap_or(0));
        }
    }
    bars
}

/// Hands the features of every pair of two articles to `take`, in order.
pub fn each(prepared: &Prepared, articles: &ArticlePair, mut take: impl FnMut(&Features)) {
    let document = |at: u32| prepared.documents.get(at as usize);
    let (Some(a), Some(b)) = (document(articles.a), document(articles.b)) else { return };
    let weights = Weights::new(&a.frequencies, &b.frequencies, &prepared.common);
    let (wa, wb) = (Weighed::new(a, &weights), Weighed::new(b, &weights));
    let (a, b) =
        (WeighedDocument { prepared: a, weighed: &wa }, WeighedDocument { prepared: b, weighed: &wb });
    for pair in &articles.pairs {
        let a = WeighedSentence { document: a, at: pair.i as usize };
        let b = WeighedSentence { document: b, at: pair.j as usize };
        take(&features(&weights, a, b));
    }
}
