//! The comparison as data for other programs: one shape for the command line and for JavaScript.
//!
//! The types here are the contract `diptych/1` and nothing else; the core's own types may change without it. Every
//! offset counts UTF-16 units into the article's `text`, every number is an integer, and `a` is always the article
//! with the smaller index. `docs/diptych-1.schema.json` says the same for programs.

use crate::align::link::{Candidate, Relation, SentenceId};
use crate::align::select::Selection;
use crate::compare::Comparison;
use crate::diff::{Edit, EditClass};
use crate::facts::{Fact, Verdict};
use crate::mentions::Document;
use crate::mentions::MentionKind;
use crate::notice::Notice;
use crate::options::Sensitivity;
use crate::order;
use crate::span::{Span, Utf16Offsets};
use crate::text::{SentenceKind, Token};
use serde::Serialize;
use std::ops::Range;

/// Name and version of the shape.
pub const SCHEMA: &str = "diptych/1";

/// What made a report, so that two of them can be held against each other.
pub const GENERATOR: Generator = Generator {
    version: env!("CARGO_PKG_VERSION"),
    weights: "sha256:e57183960f72dc353d60288568fb19ac850feec142b09ef0f2d34dcb7c918258",
};

/// A build of this crate, as far as results hang on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Generator {
    /// The version of this crate.
    pub version: &'static str,
    /// The link model: the SHA-256 of `src/align/weights.txt`.
    pub weights: &'static str,
}

/// A sentence: index of its article, index of the sentence in it.
pub type SentenceIndex = [u32; 2];

/// A stretch of an article's text: start and end in UTF-16 units.
pub type Offsets = [u32; 2];

/// Everything that is told about a comparison at one sensitivity.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Report<'c> {
    /// Always [`SCHEMA`].
    pub schema: &'static str,
    /// Always [`GENERATOR`].
    pub generator: Generator,
    /// The articles, in the order given.
    pub articles: Vec<ArticleReport<'c>>,
    /// The linked pairs, in order of `a`, then `b`.
    pub links: Vec<LinkReport>,
    /// The likeliest pairs that are not linked.
    pub weak: Vec<WeakReport>,
    /// Linked sentences of several articles.
    pub groups: Vec<GroupReport>,
    /// Counts.
    pub stats: Stats,
    /// Remarks.
    pub notices: Vec<NoticeReport>,
}

/// One article with its sentences; what is not known about it is `null`.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ArticleReport<'c> {
    /// A label.
    pub title: Option<&'c str>,
    /// Who published it.
    pub outlet: Option<&'c str>,
    /// Where.
    pub url: Option<&'c str>,
    /// When, as the source says it.
    pub published: Option<&'c str>,
    /// BCP 47 language tag.
    pub lang: Option<&'c str>,
    /// The whole text.
    pub text: &'c str,
    /// Its sentences, in order.
    pub sentences: Vec<SentenceReport<'c>>,
}

/// One sentence.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct SentenceReport<'c> {
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Index of its block (paragraph, heading, …).
    pub block: u32,
    /// What it is.
    pub kind: SentenceKind,
    /// Its text.
    pub text: &'c str,
}

/// Two linked sentences.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct LinkReport {
    /// The sentence of the article with the smaller index.
    pub a: SentenceIndex,
    /// The other sentence.
    pub b: SentenceIndex,
    /// How surely they tell the same thing, 0–1000.
    pub score: u16,
    /// In what way they do.
    pub relation: Relation,
    /// Their words, held against each other; the stretches tile both sentences with the white space after them.
    pub words: Vec<WordsReport>,
    /// Their numbers, names, dates and quotations, held against each other.
    pub facts: Vec<FactReport>,
}

/// A stretch of words of one or both sentences.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct WordsReport {
    /// Where it stands in the first article.
    pub a: Option<Offsets>,
    /// Where it stands in the second article.
    pub b: Option<Offsets>,
    /// How the two stand to each other.
    pub class: EditClass,
}

/// A fact of one or both sentences.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct FactReport {
    /// What it is about.
    pub kind: MentionKind,
    /// How the two sentences stand to each other in it.
    pub verdict: Verdict,
    /// Where the first article says it.
    pub a: Option<Offsets>,
    /// Where the second article says it.
    pub b: Option<Offsets>,
}

/// A pair that is not sure enough to be linked.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct WeakReport {
    /// The sentence of the article with the smaller index.
    pub a: SentenceIndex,
    /// The other sentence.
    pub b: SentenceIndex,
    /// How surely they tell the same thing, 0–1000.
    pub score: u16,
}

/// Linked sentences of several articles.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GroupReport {
    /// The sentences, in order.
    pub members: Vec<SentenceIndex>,
    /// How many articles tell it.
    pub told_by: u32,
}

/// How much there is of everything, as counts that are written with the report: articles, sentences, links and so on.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Stats {
    /// Articles.
    articles: usize,
    /// Sentences of all articles.
    sentences: usize,
    /// Sentences with at least one link.
    linked_sentences: usize,
    /// Scored pairs, linked or not.
    candidates: usize,
    /// Links.
    links: usize,
    /// Links of sentences in the same words.
    same_words: usize,
    /// Links of reworded sentences.
    reworded: usize,
    /// Links of sentences that share a part.
    partly_shared: usize,
    /// Pairs listed as weak.
    weak: usize,
    /// Groups.
    groups: usize,
}

/// A remark.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct NoticeReport {
    /// What it is, for programs.
    pub kind: &'static str,
    /// The articles it is about, by index.
    pub articles: Vec<u32>,
    /// The same for people, in one sentence.
    pub message: String,
}

impl Comparison {
    /// Everything that is told about the articles at one sensitivity, in a form made for other programs. Cost: that of
    /// comparing the words of every link.
    pub fn report(&self, sensitivity: Sensitivity) -> Report<'_> {
        Report::new(self, &self.at(sensitivity))
    }
}

impl<'c> Report<'c> {
    /// What `comparison` says when the line is drawn as in `selection`.
    #[doc(hidden)]
    pub fn new(comparison: &'c Comparison, selection: &Selection) -> Self {
        let offsets: Vec<_> =
            comparison.documents().iter().map(|d| Utf16Offsets::new(&d.article.text)).collect();
        let articles = comparison.documents().iter().zip(&offsets).map(|(d, o)| article(d, o)).collect();
        let links = selection.links.iter().map(|l| link(comparison, &offsets, l)).collect();
        Self {
            schema: SCHEMA,
            generator: GENERATOR,
            articles,
            links,
            weak: selection.weak.iter().map(weak).collect(),
            groups: selection.groups.iter().map(group).collect(),
            stats: stats(comparison, selection),
            notices: comparison.notices().iter().map(notice).collect(),
        }
    }
}

fn article<'c>(document: &'c Document, offsets: &Utf16Offsets) -> ArticleReport<'c> {
    let article = &document.article;
    let sentences = document.sentences.iter().map(|s| {
        let [start, end] = offsets.range(s.span);
        SentenceReport { start, end, block: s.block, kind: s.kind, text: s.span.of(&article.text) }
    });
    ArticleReport {
        title: article.title.as_deref(),
        outlet: article.outlet.as_deref(),
        url: article.url.as_deref(),
        published: article.published.as_deref(),
        lang: article.lang.as_deref(),
        text: &article.text,
        sentences: sentences.collect(),
    }
}

fn sentence_index(id: SentenceId) -> SentenceIndex {
    [id.article, id.sentence]
}

fn link(comparison: &Comparison, offsets: &[Utf16Offsets], link: &Candidate) -> LinkReport {
    let linked = |id: SentenceId| LinkedSentence {
        offsets: offsets.get(id.article as usize),
        tokens: comparison.tokens_of(id),
    };
    let (a, b) = (linked(link.a), linked(link.b));
    let (diff, facts) = comparison.detail(link.a, link.b);
    LinkReport {
        a: sentence_index(link.a),
        b: sentence_index(link.b),
        score: link.score.get(),
        relation: link.relation,
        words: diff.edits.iter().map(|edit| words(edit, &a, &b)).collect(),
        facts: facts.iter().map(|f| fact(f, &a, &b)).collect(),
    }
}

/// One sentence of a link.
struct LinkedSentence<'s> {
    offsets: Option<&'s Utf16Offsets<'s>>,
    tokens: &'s [Token],
}

impl LinkedSentence<'_> {
    fn range(&self, span: Span) -> Option<Offsets> {
        self.offsets.map(|o| o.range(span))
    }

    fn tokens(&self, range: &Range<u32>) -> Option<Offsets> {
        let tokens = self.tokens.get(range.start as usize..range.end as usize)?;
        self.range(tokens.first()?.span.cover(tokens.last()?.span))
    }
}

fn words(edit: &Edit, a: &LinkedSentence, b: &LinkedSentence) -> WordsReport {
    WordsReport { a: a.tokens(&edit.a), b: b.tokens(&edit.b), class: edit.class }
}

fn fact(fact: &Fact, a: &LinkedSentence, b: &LinkedSentence) -> FactReport {
    FactReport {
        kind: fact.kind,
        verdict: fact.verdict,
        a: fact.a.and_then(|span| a.range(span)),
        b: fact.b.and_then(|span| b.range(span)),
    }
}

fn weak(candidate: &Candidate) -> WeakReport {
    WeakReport {
        a: sentence_index(candidate.a),
        b: sentence_index(candidate.b),
        score: candidate.score.get(),
    }
}

fn group(group: &crate::align::Group) -> GroupReport {
    GroupReport {
        members: group.members.iter().copied().map(sentence_index).collect(),
        told_by: group.told_by,
    }
}

fn stats(comparison: &Comparison, selection: &Selection) -> Stats {
    let of = |relation| selection.links.iter().filter(|l| l.relation == relation).count();
    let mut linked: Vec<SentenceId> = selection.links.iter().flat_map(|l| [l.a, l.b]).collect();
    order::sort(&mut linked);
    linked.dedup();
    Stats {
        articles: comparison.documents().len(),
        sentences: comparison.documents().iter().map(|d| d.sentences.len()).sum(),
        linked_sentences: linked.len(),
        candidates: comparison.candidates().len(),
        links: selection.links.len(),
        same_words: of(Relation::SameWords),
        reworded: of(Relation::Reworded),
        partly_shared: of(Relation::PartlyShared),
        weak: selection.weak.len(),
        groups: selection.groups.len(),
    }
}

fn notice(notice: &Notice) -> NoticeReport {
    let (kind, articles) = match *notice {
        Notice::TooFewArticles => ("too-few-articles", Vec::new()),
        Notice::EmptyArticle { article } => ("empty-article", vec![article]),
        Notice::SameText { a, b } => ("same-text", vec![a, b]),
        Notice::DifferentLanguages { a, b } => ("different-languages", vec![a, b]),
        Notice::WorkLimit => ("work-limit", Vec::new()),
        Notice::PartShown { .. } => ("part-shown", Vec::new()),
    };
    NoticeReport { kind, articles, message: notice.to_string() }
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};
    use std::fmt::Write;

    #[test]
    fn the_generator_names_the_shipped_weights() {
        let mut weights = String::from("sha256:");
        for byte in Sha256::digest(include_bytes!("../align/weights.txt")) {
            write!(weights, "{byte:02x}").unwrap();
        }
        assert_eq!(GENERATOR.weights, weights, "the weights have changed: put their hash into `GENERATOR`");
    }
}
