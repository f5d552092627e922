//! What must hold of any comparison, whatever went in. Tests and fuzz targets ask the same functions; each gives the
//! first breach in words, so that a test can also show that a wrong result is turned down.

use diptych::align::thresholds::WEAK_PER_SENTENCE;
use diptych::align::{Candidate, Relation, Score, SentenceId};
use diptych::diff::{Edit, EditClass};
use diptych::facts::Fact;
use diptych::text::{Lexicon, Token, TokenKind};
use diptych::{Article, Comparison, Document, Notice, Sensitivity};
use icu_segmenter::GraphemeClusterSegmenter;
use std::collections::{BTreeMap, BTreeSet};

/// Nothing, or what is broken.
pub type Kept = Result<(), String>;

/// Holds `condition` or tells the breach.
fn keep(condition: bool, breach: impl FnOnce() -> String) -> Kept {
    if condition { Ok(()) } else { Err(breach()) }
}

/// Everything that can be seen in a comparison but the words inside links. Cost: a few passes over the result.
pub fn whole(comparison: &Comparison) -> Kept {
    comparison.documents().iter().try_for_each(tiles)?;
    candidates(comparison)?;
    selections(comparison, &|sensitivity| comparison.at(sensitivity))
}

/// Fails with the first breach of [`whole`].
pub fn assert_invariants(comparison: &Comparison) {
    whole(comparison).unwrap_or_else(|breach| panic!("{breach}"));
}

/// Sentences tile the text, tokens tile the sentences, and no character is lost.
pub fn tiles(document: &Document) -> Kept {
    let text = &document.article.text;
    let mut end = 0;
    for (index, sentence) in document.sentences.iter().enumerate() {
        keep(sentence.extent.start == end, || {
            format!("sentence {index} starts elsewhere than the last ended")
        })?;
        keep(sentence.extent.contains(sentence.span), || format!("sentence {index} leaves its extent"))?;
        keep(sentence.span.contains(sentence.dateline), || format!("the dateline leaves sentence {index}"))?;
        for token in document.tokens_of(index) {
            keep(token.span.start == end, || format!("tokens of sentence {index} leave a gap or overlap"))?;
            keep(!token.span.of(text).is_empty(), || {
                format!("a token of sentence {index} has no character")
            })?;
            end = token.span.end;
        }
        keep(sentence.extent.end == end, || format!("tokens do not fill sentence {index}"))?;
    }
    let lost = document.sentences.is_empty() && text.chars().any(char::is_alphanumeric);
    keep(!lost, || "a text with words has no sentence".to_owned())?;
    let filled = document.sentences.is_empty() || end as usize == text.len();
    keep(filled, || "sentences do not fill the text".to_owned())
}

/// What reading gives of any text: tiles on character boundaries, in their blocks, with keys, stems and mentions.
pub fn read(document: &Document, lexicon: &Lexicon) -> Kept {
    tiles(document)?;
    let text = &document.article.text;
    let boundaries: BTreeSet<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    let on = |at: u32| document.sentences.is_empty() || boundaries.contains(&(at as usize));
    for sentence in &document.sentences {
        let spans = [sentence.extent, sentence.span, sentence.dateline];
        let whole = spans.iter().all(|span| on(span.start) && on(span.end));
        keep(whole, || "a sentence splits a character".to_owned())?;
        keep(!sentence.span.is_empty(), || "a sentence has no text".to_owned())?;
        let block = document.article.blocks.get(sentence.block as usize);
        let inside = block.is_some_and(|block| block.span.contains(sentence.span));
        keep(inside, || "a sentence lies in no block".to_owned())?;
    }
    for token in &document.tokens {
        keep(on(token.span.start) && on(token.span.end), || "a token splits a character".to_owned())?;
        let stem = lexicon.stem(token.term);
        keep(lexicon.stem(stem) == stem, || {
            format!("the stem of {} is not its own stem", lexicon.normalized(token.term))
        })?;
        let named = token.kind == TokenKind::Space || !lexicon.normalized(token.term).is_empty();
        keep(named, || "a token has no key".to_owned())?;
    }
    let (tokens, sentences) = (document.tokens.len(), document.sentences.len());
    let exists = document.mentions.iter().all(|m| {
        m.first_token < m.end_token && m.end_token as usize <= tokens && (m.sentence as usize) < sentences
    });
    keep(exists, || "a mention has no tokens or no sentence".to_owned())
}

/// Candidates stand in order, once each, and join existing sentences of different articles.
pub fn candidates(comparison: &Comparison) -> Kept {
    let list = comparison.candidates();
    let in_order = list.windows(2).all(|w| (w[0].a, w[0].b) < (w[1].a, w[1].b));
    keep(in_order, || "candidates do not stand in order, once each".to_owned())?;
    let exists = |id: SentenceId| {
        let document = comparison.documents().get(id.article as usize);
        document.is_some_and(|d| (id.sentence as usize) < d.sentences.len())
    };
    for c in list {
        keep(c.a.article < c.b.article, || {
            format!("{c:?} does not join two articles, the smaller index first")
        })?;
        keep(exists(c.a) && exists(c.b), || format!("{c:?} names a sentence that there is not"))?;
        keep(c.score.get() <= Score::MAX, || format!("{c:?} has too large a score"))?;
    }
    Ok(())
}

/// How a selection is made from a comparison; tests put a wrong one here.
pub type Select<'s> = &'s dyn Fn(Sensitivity) -> diptych::align::Selection;

/// More sensitivity never takes a link away, groups hold what is linked, and weak candidates are none of it.
pub fn selections(comparison: &Comparison, select: Select) -> Kept {
    let mut before = BTreeSet::new();
    for sensitivity in [0, 250, 500, 750, 1000] {
        let selection = select(Sensitivity::new(sensitivity));
        let pairs: BTreeSet<_> = selection.links.iter().map(|l| (l.a, l.b)).collect();
        let known =
            selection.links.iter().chain(&selection.weak).all(|l| comparison.candidates().contains(l));
        keep(known, || "a link that is no candidate".to_owned())?;
        keep(before.is_subset(&pairs), || format!("sensitivity {sensitivity} takes a link away"))?;
        let grouped: BTreeSet<_> = selection.groups.iter().flat_map(|g| g.members.clone()).collect();
        let linked: BTreeSet<_> = pairs.iter().flat_map(|&(a, b)| [a, b]).collect();
        keep(linked == grouped, || "the groups do not hold what is linked".to_owned())?;
        for group in &selection.groups {
            let articles: BTreeSet<u32> = group.members.iter().map(|m| m.article).collect();
            keep(group.told_by as usize == articles.len(), || format!("{group:?} is told by others"))?;
        }
        weak(&selection.weak, &pairs)?;
        before = pairs;
    }
    Ok(())
}

fn weak(weak: &[Candidate], linked: &BTreeSet<(SentenceId, SentenceId)>) -> Kept {
    let mut of: BTreeMap<(SentenceId, u32), usize> = BTreeMap::new();
    for w in weak {
        keep(!linked.contains(&(w.a, w.b)), || format!("{w:?} is weak and linked"))?;
        *of.entry((w.a, w.b.article)).or_default() += 1;
        *of.entry((w.b, w.a.article)).or_default() += 1;
    }
    let few = of.values().all(|count| *count <= WEAK_PER_SENTENCE);
    keep(few, || "too many weak candidates for a sentence and another article".to_owned())
}

/// The edits, word pairs and facts of the first `most` links keep their promises.
pub fn words(comparison: &Comparison, most: usize) -> Kept {
    for link in comparison.at(Sensitivity::DEFAULT).links.iter().take(most) {
        let (a, b) = (comparison.tokens_of(link.a), comparison.tokens_of(link.b));
        edits(&comparison.edits(link.a, link.b), a, b)?;
        for pair in comparison.words(link.a, link.b).pairs {
            let exist = (pair.a as usize) < a.len() && (pair.b as usize) < b.len();
            keep(exist, || format!("{pair:?} names a token that there is not"))?;
        }
        let extent = |id: SentenceId| {
            comparison.documents()[id.article as usize].sentences[id.sentence as usize].extent
        };
        for fact in comparison.facts(link.a, link.b) {
            let inside = fact.a.is_none_or(|span| extent(link.a).contains(span))
                && fact.b.is_none_or(|span| extent(link.b).contains(span));
            keep(inside && sided(&fact), || format!("{fact:?} is none of {link:?}"))?;
        }
    }
    Ok(())
}

/// Fails with the first breach of [`words`].
pub fn assert_words(comparison: &Comparison, most: usize) {
    words(comparison, most).unwrap_or_else(|breach| panic!("{breach}"));
}

fn sided(fact: &Fact) -> bool {
    use diptych::facts::Verdict;
    match fact.verdict {
        Verdict::OnlyA => fact.a.is_some() && fact.b.is_none(),
        Verdict::OnlyB => fact.a.is_none() && fact.b.is_some(),
        _ => fact.a.is_some() && fact.b.is_some(),
    }
}

/// Edits tile both sentences' tokens, and what one side alone has stands on one side alone.
pub fn edits(edits: &[Edit], a: &[Token], b: &[Token]) -> Kept {
    tiling(edits.iter().map(|e| (e.a.start, e.a.end)).collect(), a.len())?;
    tiling(edits.iter().map(|e| (e.b.start, e.b.end)).collect(), b.len())?;
    let sided = edits.iter().all(|e| {
        (e.class != EditClass::OnlyA || e.b.is_empty()) && (e.class != EditClass::OnlyB || e.a.is_empty())
    });
    keep(sided, || "an edit of one side alone has words on the other".to_owned())
}

fn tiling(mut ranges: Vec<(u32, u32)>, count: usize) -> Kept {
    ranges.retain(|(start, end)| start != end);
    ranges.sort_unstable();
    let end = ranges.iter().try_fold(0, |at, (start, end)| (*start == at && *end > at).then_some(*end));
    keep(end.is_some_and(|end| end as usize == count), || "edits do not tile the tokens".to_owned())
}

/// How articles are compared; tests put a wrong way here.
pub type Compare<'c> = &'c dyn Fn(&[Article]) -> Comparison;

/// Links, scores, relations and groups by the articles' names, so that two orders can be held side by side.
type Named = (BTreeSet<(BTreeSet<(usize, u32)>, u16, Relation)>, BTreeSet<BTreeSet<(usize, u32)>>);

fn named(comparison: &Comparison, name: &[usize]) -> Named {
    let at = |id: SentenceId| (name[id.article as usize], id.sentence);
    let selection = comparison.at(Sensitivity::DEFAULT);
    let link = |l: &Candidate| (BTreeSet::from([at(l.a), at(l.b)]), l.score.get(), l.relation);
    let groups = selection.groups.iter().map(|g| g.members.iter().map(|&m| at(m)).collect()).collect();
    (selection.links.iter().map(link).collect(), groups)
}

/// The order of the articles changes nothing but the indices. `order` holds each place once.
pub fn order_is_free(compare: Compare, articles: &[Article], order: &[usize]) -> Kept {
    let turned: Vec<Article> = order.iter().map(|&i| articles[i].clone()).collect();
    let straight: Vec<usize> = (0..articles.len()).collect();
    let (one, other) = (named(&compare(articles), &straight), named(&compare(&turned), order));
    keep(one == other, || format!("in the order {order:?} there are other links or groups"))
}

/// An article beside itself is linked sentence by sentence, as same words.
pub fn is_itself(compare: Compare, article: &Article) -> Kept {
    let comparison = compare(&[article.clone(), article.clone()]);
    let links = comparison.at(Sensitivity::DEFAULT).links;
    let document = &comparison.documents()[0];
    for sentence in (0..).take(document.sentences.len()) {
        if !document.tokens_of(sentence as usize).iter().any(|t| t.kind.is_word()) {
            continue;
        }
        let own = links.iter().find(|l| l.a.sentence == sentence && l.b.sentence == sentence);
        let same = own.is_some_and(|l| l.relation == Relation::SameWords && l.score.get() == Score::MAX);
        keep(same, || format!("sentence {sentence} is not linked to itself as same words"))?;
    }
    Ok(())
}

/// A partial result says so, and what it has is part of the whole.
pub fn partial_is_told(partial: &Comparison, complete: &Comparison) -> Kept {
    let told = partial.notices().contains(&Notice::WorkLimit);
    keep(told || partial.candidates() == complete.candidates(), || {
        "a partial result says nothing".to_owned()
    })?;
    let remarks =
        |c: &Comparison| c.notices().iter().filter(|n| **n != Notice::WorkLimit).copied().collect::<Vec<_>>();
    keep(remarks(partial) == remarks(complete), || "a partial result lost another notice".to_owned())
}

/// The same articles in other typography have the same sentences, candidates and scores, and spans address what was
/// typed: `plain_again` of a sentence is the sentence.
pub fn typography_is_free(
    plain: &Comparison,
    dressed: &Comparison,
    plain_again: &dyn Fn(&str) -> String,
) -> Kept {
    keep(plain.candidates() == dressed.candidates(), || {
        "other typography gives other candidates".to_owned()
    })?;
    for (one, other) in plain.documents().iter().zip(dressed.documents()) {
        keep(one.sentences.len() == other.sentences.len(), || {
            "other typography, other sentences".to_owned()
        })?;
        for s in 0..one.sentences.len() {
            let same = plain_again(one.sentence_text(s)) == plain_again(other.sentence_text(s));
            keep(same, || format!("sentence {s} is other text: {}", other.sentence_text(s)))?;
        }
    }
    Ok(())
}
