//! What a sentence is besides running text: headline, caption, byline, dateline.
//!
//! In doubt a sentence is running text, which is linked and counted like any other.

use super::article::{Article, Block, BlockKind};
use super::dateline;
use super::sentence::{Sentence, SentenceKind};
use crate::language::Rules;
use crate::language::rules::Phrase;
use crate::unicode::{fold, is_mark, width};

/// Sets the kinds and datelines of an article's sentences. Cost: linear in the text.
pub(super) fn set_kinds(article: &Article, sentences: &mut [Sentence], rules: &Rules) {
    let mut rest = sentences;
    let mut seen_body = false;
    while let Some(first) = rest.first() {
        let index = first.block as usize;
        let count = rest.iter().take_while(|s| s.block as usize == index).count();
        let (block, after) = rest.split_at_mut(count);
        let following = article.blocks.get(index + 1..).unwrap_or(&[]);
        let place = BlockContext { rules, text: &article.text, following, seen_body };
        if let Some(source) = article.blocks.get(index) {
            place.set_block(source, block);
        }
        seen_body |= block.iter().any(|s| s.kind == SentenceKind::Body);
        rest = after;
    }
}

/// A headline has at most so many words; one between paragraphs fewer.
const HEADLINE_WORDS: usize = 26;
const SUBHEADING_WORDS: usize = 14;
/// How far before the first prose a headline may stand: kickers, captions and bylines lie between.
const FRONT_BLOCKS: usize = 6;
/// A caption with its credit has at most so many sentences.
const CAPTION_SENTENCES: usize = 4;
/// A byline or credit that no phrase tells has at most so many words.
const CREDIT_WORDS: usize = 9;

/// A block among the others.
struct BlockContext<'t> {
    rules: &'t Rules,
    text: &'t str,
    following: &'t [Block],
    seen_body: bool,
}

impl BlockContext<'_> {
    fn set_block(&self, source: &Block, sentences: &mut [Sentence]) {
        for sentence in sentences.iter_mut() {
            sentence.kind = self.kind(sentence.span.of(self.text));
        }
        self.spread_caption(sentences);
        if let [only] = sentences
            && only.kind == SentenceKind::Body
            && self.is_headline(only.span.of(self.text), source.kind)
        {
            only.kind = SentenceKind::Headline;
        }
        if source.kind == BlockKind::Heading {
            for sentence in sentences.iter_mut() {
                sentence.kind = SentenceKind::Headline;
            }
        }
        if let Some(first) = sentences.first_mut().filter(|s| s.kind == SentenceKind::Body) {
            dateline::set(first, self.text, self.rules);
        }
    }

    /// What a sentence is by its own words.
    fn kind(&self, sentence: &str) -> SentenceKind {
        let bare = sentence.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
        let folded = fold(bare);
        if self.is_byline(sentence, bare, &folded) {
            SentenceKind::Byline
        } else if self.is_credit(sentence, &folded) {
            SentenceKind::Caption
        } else if dateline::is_dateline(sentence, self.rules) {
            SentenceKind::Dateline
        } else if self.rules.begins(Phrase::More, &folded) && !ends_with_mark(sentence) {
            SentenceKind::Headline
        } else {
            SentenceKind::Body
        }
    }

    fn is_byline(&self, sentence: &str, bare: &str, folded: &str) -> bool {
        let mut words = bare.split_whitespace().skip(1);
        let named = words.next().is_some_and(|w| !w.starts_with(char::is_lowercase));
        let short = words.count() < CREDIT_WORDS && !ends_with_mark(sentence);
        self.rules.begins(Phrase::Byline, folded)
            || self.rules.contains(Phrase::Contributed, folded)
            || (named && short && self.rules.begins(Phrase::By, folded))
    }

    /// Whether a sentence says whose picture it is, or begins as captions do.
    fn is_credit(&self, sentence: &str, folded: &str) -> bool {
        if self.rules.begins(Phrase::Caption, folded) {
            return true;
        }
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        let after =
            words.clone().next().filter(|w| self.rules.is_credit(w)).and_then(|w| folded.strip_prefix(w));
        if after.is_some_and(|rest| rest.trim_start().starts_with([':', '=', '/', '©', '|'])) {
            return true;
        }
        let (mut count, mut agencies, mut credits, mut others) = (0, 0, 0, 0);
        for word in words {
            let (agency, credit) = (self.rules.is_agency(word), self.rules.is_credit(word));
            count += 1;
            agencies += usize::from(agency);
            credits += usize::from(credit);
            others += usize::from(!agency && !credit);
        }
        if agencies + credits == 0 {
            return false;
        }
        let whole = sentence.trim_end_matches(is_mark);
        let bracketed = whole.starts_with(['(', '（']) && whole.ends_with([')', '）']);
        let short = count <= CREDIT_WORDS;
        bracketed
            || others == 0
            || (short && agencies > 0 && credits > 0)
            || (short && agencies > 0 && !ends_with_mark(sentence) && sentence.contains(['/', '|', '©']))
    }

    /// A credit makes a caption of what stands before it in its block, but for the sign-off at the article's end; what
    /// begins as captions do makes one of the whole block.
    fn spread_caption(&self, sentences: &mut [Sentence]) {
        let credit = sentences.iter().rposition(|s| s.kind == SentenceKind::Caption);
        let whole = sentences
            .first()
            .is_some_and(|s| self.rules.begins(Phrase::Caption, &fold(s.span.of(self.text))));
        if sentences.len() > CAPTION_SENTENCES || (self.following.is_empty() && !whole) {
            return;
        }
        let end = if whole { sentences.len() } else { credit.unwrap_or(0) };
        for sentence in sentences.iter_mut().take(end).filter(|s| s.kind == SentenceKind::Body) {
            sentence.kind = SentenceKind::Caption;
        }
    }

    /// Whether the only sentence of a block is a headline: it has no stop, and prose that has follows it.
    fn is_headline(&self, sentence: &str, block: BlockKind) -> bool {
        let words = sentence.split_whitespace().count();
        let most = if self.seen_body { SUBHEADING_WORDS } else { HEADLINE_WORDS };
        let question = !self.seen_body && sentence.ends_with(['?', '？', '!', '！']);
        let open = !ends_with_mark(sentence) && !sentence.ends_with([':', ';', ',', '：', '，']);
        let reach = if self.seen_body { 1 } else { FRONT_BLOCKS };
        let mut prose = self.following.iter().take(reach).map(|b| b.span.of(self.text));
        let followed = prose.any(|next| ends_with_mark(next) && width(next) > width(sentence));
        block == BlockKind::Paragraph
            && (1..=most).contains(&words)
            && width(sentence) <= most * WORD_WIDTH
            && (open || question)
            && followed
    }
}

/// About the characters of a word and the space after it; tells headlines in scripts without spaces.
const WORD_WIDTH: usize = 8;

/// Whether a text ends with a stop, before or behind the marks that close.
fn ends_with_mark(text: &str) -> bool {
    text.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_mark(c)).ends_with(is_mark)
}
