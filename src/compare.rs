//! The whole pipeline: one line a stage.

use crate::align::candidates::candidates;
use crate::align::link::{Candidate, SentenceId};
use crate::align::model::Model;
use crate::align::prepared::Prepared;
use crate::align::score::score;
use crate::align::select::{Selection, select};
use crate::diff::{Diff, Edit, WordAlignment, align_words, diff_of, relation};
use crate::facts::{Fact, facts};
use crate::language::primary;
use crate::mentions::Document;
use crate::notice::Notice;
use crate::options::{Options, Sensitivity};
use crate::text::{Article, Lexicon, Token};
use crate::work::Work;

/// What [`compare()`] found: the articles prepared, every sentence pair that may tell the same thing, and remarks.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Comparison {
    parts: ComparisonParts,
    /// Word alignments that were made while the relations were found, in order of the pair; datelines left out. Only
    /// to save time.
    #[cfg_attr(feature = "serde", serde(skip))]
    alignments: Vec<([SentenceId; 2], WordAlignment)>,
}

/// What a comparison consists of.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ComparisonParts {
    /// The articles, in the order given.
    pub documents: Vec<Document>,
    /// Their terms.
    pub lexicon: Lexicon,
    /// Every pair above the floor, in order of `a`, then `b`.
    pub candidates: Vec<Candidate>,
    /// Remarks.
    pub notices: Vec<Notice>,
}

impl PartialEq for Comparison {
    /// Kept alignments change no answer.
    fn eq(&self, other: &Self) -> bool {
        self.parts == other.parts
    }
}

impl Eq for Comparison {}

impl From<ComparisonParts> for Comparison {
    fn from(parts: ComparisonParts) -> Self {
        Self { parts, alignments: Vec::new() }
    }
}

/// Compares any number of articles. Total and deterministic. Reading them is linear in the text; the work limit bounds
/// all that comes after, and hitting it anywhere gives what was found until then, with a notice.
pub fn compare(articles: &[Article], options: &Options) -> Comparison {
    let mut comparing = Comparing::new(articles.to_vec(), *options);
    while comparing.step() {}
    comparing.finish()
}

/// A comparison under way, for callers that report progress or share their thread: [`Comparing::step`] until it says
/// `false`, then [`Comparing::finish`].
pub struct Comparing {
    waiting: std::vec::IntoIter<Article>,
    options: Options,
    lexicon: Lexicon,
    documents: Vec<Document>,
}

impl Comparing {
    /// Nothing is done yet.
    pub fn new(articles: Vec<Article>, options: Options) -> Self {
        let (lexicon, documents) = (Lexicon::default(), Vec::with_capacity(articles.len()));
        Self { waiting: articles.into_iter(), options, lexicon, documents }
    }

    /// Prepares one more article; `false` when all are prepared. Cost: linear in that article.
    pub fn step(&mut self) -> bool {
        let Some(article) = self.waiting.next() else { return false };
        self.documents.push(Document::new(article, &mut self.lexicon));
        true
    }

    /// How far it is, 0–1000, by articles; finding and scoring pairs counts as one more.
    pub fn progress(&self) -> u16 {
        let (done, left) = (self.documents.len(), self.waiting.len() + 1);
        u16::try_from(1000 * done / (done + left)).unwrap_or(0)
    }

    /// Pairs the sentences of the prepared articles.
    pub fn finish(self) -> Comparison {
        let Self { waiting: _, options, lexicon, documents } = self;
        let mut work = Work::new(options.work_limit);
        let candidates = paired(&documents, &lexicon, &mut work);
        let notices = notices(&documents);
        let mut comparison = Comparison::from(ComparisonParts { documents, lexicon, candidates, notices });
        comparison.relate(&mut work);
        if work.is_short() {
            comparison.parts.notices.push(Notice::WorkLimit);
        }
        comparison
    }
}

impl Comparison {
    /// Finds in what relation the sentences of each candidate stand.
    fn relate(&mut self, work: &mut Work) {
        let mut candidates = std::mem::take(&mut self.parts.candidates);
        for c in candidates.iter_mut().filter(|c| c.score.get() >= RELATED_FROM) {
            let (a, b) = (self.news_of(c.a).0, self.news_of(c.b).0);
            let (relation, alignment) = relation(&self.parts.lexicon, a, b, work);
            c.relation = relation;
            self.alignments.extend(alignment.map(|alignment| ([c.a, c.b], alignment)));
        }
        self.parts.candidates = candidates;
    }

    /// The articles, prepared, in the order given.
    #[doc(hidden)]
    pub fn documents(&self) -> &[Document] {
        &self.parts.documents
    }

    /// The terms of all articles.
    #[doc(hidden)]
    pub fn lexicon(&self) -> &Lexicon {
        &self.parts.lexicon
    }

    /// Every scored pair, in order of `a`, then `b`.
    #[doc(hidden)]
    pub fn candidates(&self) -> &[Candidate] {
        &self.parts.candidates
    }

    /// Remarks: what was left out, and what a reader should know about the articles.
    #[doc(hidden)]
    pub fn notices(&self) -> &[Notice] {
        &self.parts.notices
    }

    /// What it consists of.
    #[doc(hidden)]
    pub fn into_parts(self) -> ComparisonParts {
        self.parts
    }

    /// Links, weak candidates and groups as strictly as `sensitivity` asks. Cheap: no text work.
    #[doc(hidden)]
    pub fn at(&self, sensitivity: Sensitivity) -> Selection {
        select(&self.parts.candidates, sensitivity)
    }

    /// The tokens of a sentence; none when there is no such sentence.
    #[doc(hidden)]
    pub fn tokens_of(&self, id: SentenceId) -> &[Token] {
        self.parts.documents.get(id.article as usize).map_or(&[], |d| d.tokens_of(id.sentence as usize))
    }

    /// How many tokens at the start of a sentence are its dateline, which no comparison looks at.
    fn dateline_of(&self, id: SentenceId) -> usize {
        let sentence =
            self.parts.documents.get(id.article as usize).and_then(|d| d.sentences.get(id.sentence as usize));
        sentence.map_or(0, |s| self.tokens_of(id).iter().take_while(|t| t.span.end <= s.dateline.end).count())
    }

    /// The tokens of a sentence after its dateline, and how many were left out.
    fn news_of(&self, id: SentenceId) -> (&[Token], u32) {
        let dateline = self.dateline_of(id);
        (self.tokens_of(id).get(dateline..).unwrap_or(&[]), u32::try_from(dateline).unwrap_or(u32::MAX))
    }

    /// The word alignment of two sentences, their datelines left out. Computed at each call; cost about the product of
    /// the lengths.
    #[doc(hidden)]
    pub fn words(&self, a: SentenceId, b: SentenceId) -> WordAlignment {
        self.news_words(a, b).shifted(self.news_of(a).1, self.news_of(b).1)
    }

    /// The same, counted from the end of the datelines.
    fn news_words(&self, a: SentenceId, b: SentenceId) -> WordAlignment {
        let kept = self.alignments.binary_search_by(|(pair, _)| pair.cmp(&[a, b])).ok();
        kept.and_then(|at| self.alignments.get(at)).map_or_else(
            || align_words(&self.parts.lexicon, self.news_of(a).0, self.news_of(b).0),
            |(_, alignment)| alignment.clone(),
        )
    }

    /// The readable edits between two sentences, which tile both, and whether they are shown as marks. A dateline is an
    /// edit of its own that counts as shared.
    #[doc(hidden)]
    pub fn diff(&self, a: SentenceId, b: SentenceId) -> Diff {
        let ((tokens_a, dateline_a), (tokens_b, dateline_b)) = (self.news_of(a), self.news_of(b));
        diff_of(&self.parts.lexicon, &self.news_words(a, b), tokens_a, tokens_b)
            .shifted(dateline_a, dateline_b)
    }

    /// The readable edits between two sentences, which tile both.
    #[doc(hidden)]
    pub fn edits(&self, a: SentenceId, b: SentenceId) -> Vec<Edit> {
        self.diff(a, b).edits
    }

    /// [`Comparison::diff`] and [`Comparison::facts`] from one word alignment.
    #[doc(hidden)]
    pub fn detail(&self, a: SentenceId, b: SentenceId) -> (Diff, Vec<Fact>) {
        let ((tokens_a, dateline_a), (tokens_b, dateline_b)) = (self.news_of(a), self.news_of(b));
        let alignment = self.news_words(a, b);
        let diff =
            diff_of(&self.parts.lexicon, &alignment, tokens_a, tokens_b).shifted(dateline_a, dateline_b);
        (diff, self.facts_of(a, b, &alignment.shifted(dateline_a, dateline_b)))
    }

    /// The facts of two sentences; none when one of them does not exist.
    #[doc(hidden)]
    pub fn facts(&self, a: SentenceId, b: SentenceId) -> Vec<Fact> {
        self.facts_of(a, b, &self.words(a, b))
    }

    fn facts_of(&self, a: SentenceId, b: SentenceId, words: &WordAlignment) -> Vec<Fact> {
        let document = |id: SentenceId| self.parts.documents.get(id.article as usize);
        match (document(a), document(b)) {
            (Some(da), Some(db)) => facts(&self.parts.lexicon, (da, a), (db, b), words),
            _ => Vec::new(),
        }
    }
}

/// Pairs that are less sure than this to tell the same thing are at most partly shared; only the others are worth a
/// word alignment. On the gold sets none below 250 stands in a closer relation.
const RELATED_FROM: u16 = 200;

/// The scored sentence pairs; none where `work` does not suffice to look at every word and at every term once an article.
fn paired(documents: &[Document], lexicon: &Lexicon, work: &mut Work) -> Vec<Candidate> {
    let terms = lexicon.len() as u64;
    if !work.take(documents.iter().map(|document| document.tokens.len() as u64 + terms).sum()) {
        return Vec::new();
    }
    let prepared = Prepared::new(documents, lexicon);
    let pairs = candidates(&prepared, work);
    score(&prepared, &pairs, Model::shipped(), work)
}

fn notices(documents: &[Document]) -> Vec<Notice> {
    let mut notices = Vec::new();
    if documents.len() < 2 {
        notices.push(Notice::TooFewArticles);
    }
    for (a, document) in (0..).zip(documents) {
        if !document.tokens.iter().any(|t| t.kind.is_word()) {
            notices.push(Notice::EmptyArticle { article: a });
            continue;
        }
        for (b, other) in (0..).zip(documents).skip(a as usize + 1) {
            if document.article.text == other.article.text {
                notices.push(Notice::SameText { a, b });
            }
            if let (Some(la), Some(lb)) = (&document.article.lang, &other.article.lang)
                && !primary(la).eq_ignore_ascii_case(primary(lb))
            {
                notices.push(Notice::DifferentLanguages { a, b });
            }
        }
    }
    notices
}
