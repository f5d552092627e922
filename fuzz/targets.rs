//! What is attacked, and what has to hold of it. The fuzzer runs these functions, and so does `tests/fuzz_cases.rs`, on
//! everything that was ever found.

#[path = "../tests/support/invariants.rs"]
#[allow(dead_code, reason = "tests use more of it")]
#[allow(unreachable_pub, reason = "tests share it")]
mod invariants;

use diptych::diff::{Diff, EditClass, align_words, diff};
use diptych::export::json::Report;
use diptych::mentions::Document;
use diptych::span::Utf16Offsets;
use diptych::text::segment::segment;
use diptych::text::story::Story;
use diptych::text::{Lexicon, Token};
use diptych::{Article, Comparison, Options, Sensitivity, Span, compare};
use icu_segmenter::GraphemeClusterSegmenter;
use std::collections::BTreeSet;

/// A target's name and its function, which panics when something does not hold.
type Target = (&'static str, fn(&[u8]));

/// All targets.
pub(crate) const TARGETS: &[Target] = &[
    ("read", read),
    ("segment", segmented),
    ("tokenize", tokenized),
    ("compare", compared),
    ("words", worded),
    ("story", story),
];

/// The target of that name.
pub(crate) fn find(name: &str) -> Option<fn(&[u8])> {
    TARGETS.iter().find(|(known, _)| *known == name).map(|(_, target)| *target)
}

/// Any bytes: an article whose blocks stand in order, or one sentence about why not.
fn read(bytes: &[u8]) {
    match Article::read(bytes) {
        Ok(article) => {
            assert!(article.text.chars().any(char::is_alphanumeric), "an article has words");
            let mut end = 0;
            for block in &article.blocks {
                assert!(
                    block.span.start >= end && block.span.end > block.span.start,
                    "blocks stand in order"
                );
                let text = block.span.of(&article.text);
                assert!(is_trimmed(text), "a block is trimmed text");
                end = block.span.end;
            }
            assert!(end as usize <= article.text.len(), "blocks lie in the text");
        }
        Err(error) => {
            let sentence = error.to_string();
            assert!(sentence.ends_with('.') && !sentence.contains('\n'), "an error is one sentence");
        }
    }
}

/// Whether a text begins and ends with something to see; white space is, where it belongs to an accent or a sign.
fn is_trimmed(text: &str) -> bool {
    let first = boundaries(text).into_iter().nth(1).and_then(|end| text.get(..end)).unwrap_or("");
    let rest = text.trim_end().len();
    !first.trim().is_empty() && (rest == text.len() || !boundaries(text).contains(&rest))
}

/// Where a reader could put the cursor.
fn boundaries(text: &str) -> BTreeSet<usize> {
    GraphemeClusterSegmenter::new().segment_str(text).collect()
}

fn assert_on(boundaries: &BTreeSet<usize>, span: Span) {
    let on = |at: u32| boundaries.contains(&(at as usize));
    assert!(on(span.start) && on(span.end), "{span:?} splits a character");
}

/// Any text: sentences that tile it, in their blocks, on character boundaries.
fn segmented(bytes: &[u8]) {
    let article = Article::from_text(String::from_utf8_lossy(bytes));
    let sentences = segment(&article);
    let boundaries = boundaries(&article.text);
    let mut end = 0;
    for sentence in &sentences {
        assert_eq!(sentence.extent.start, end, "sentences tile the text");
        assert!(sentence.extent.contains(sentence.span) && sentence.span.contains(sentence.dateline));
        assert!(!sentence.span.is_empty(), "a sentence has text");
        for span in [sentence.extent, sentence.span, sentence.dateline] {
            assert_on(&boundaries, span);
        }
        let block = article.blocks.get(sentence.block as usize).expect("a sentence lies in a block");
        assert!(block.span.contains(sentence.span), "a sentence lies in its block");
        end = sentence.extent.end;
    }
    let whole = sentences.is_empty() || end as usize == article.text.len();
    assert!(whole, "no character is lost");
}

/// Any text: tokens that tile its sentences, each with a key and a stem that is its own stem.
fn tokenized(bytes: &[u8]) {
    let mut lexicon = Lexicon::default();
    let document = Document::new(Article::from_text(String::from_utf8_lossy(bytes)), &mut lexicon);
    invariants::read(&document, &lexicon).unwrap_or_else(|breach| panic!("{breach}"));
}

/// Articles from bytes: a line of `=` stands between two.
fn articles(bytes: &[u8]) -> Vec<Article> {
    String::from_utf8_lossy(bytes).split("\n=\n").take(4).map(Article::from_text).collect()
}

/// Any articles with any options, the first two bytes: every invariant, in every order, at every limit.
fn compared(bytes: &[u8]) {
    let (&[limit, sensitivity], rest) = bytes.split_first_chunk().unwrap_or((&[255, 128], bytes));
    let articles = articles(rest);
    let plain = |articles: &[Article]| compare(articles, &Options::default());
    let complete = plain(&articles);
    kept(&complete, sensitivity);
    let work_limit = if limit == 255 { 0 } else { u64::from(limit) * u64::from(limit) };
    let partial = compare(&articles, &Options::with_work_limit(work_limit));
    kept(&partial, sensitivity);
    invariants::partial_is_told(&partial, &complete).unwrap_or_else(|breach| panic!("{breach}"));
    let back: Vec<usize> = (0..articles.len()).rev().collect();
    invariants::order_is_free(&plain, &articles, &back).unwrap_or_else(|breach| panic!("{breach}"));
    if let Some(first) = articles.first() {
        invariants::is_itself(&plain, first).unwrap_or_else(|breach| panic!("{breach}"));
    }
}

fn kept(comparison: &Comparison, sensitivity: u8) {
    invariants::assert_invariants(comparison);
    invariants::assert_words(comparison, 20);
    let selection = comparison.at(Sensitivity::new(u16::from(sensitivity) * 4));
    let report = serde_json::to_value(Report::new(comparison, &selection)).expect("a report is plain data");
    assert_eq!(report["schema"], "diptych/1");
    for document in comparison.documents() {
        let offsets = Utf16Offsets::new(&document.article.text);
        let whole = Span::new(0, document.article.text.len());
        let units = document.article.text.encode_utf16().count();
        assert_eq!(offsets.range(whole)[1] as usize, units, "offsets count UTF-16 units");
    }
}

fn tokens(text: &str, lexicon: &mut Lexicon) -> Vec<Token> {
    Document::new(Article::from_text(text), lexicon).tokens
}

/// Any two sentences: edits that tile both, the same from both sides, all shared by a sentence and itself.
fn worded(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (a, b) = text.split_once('\n').unwrap_or((&text, ""));
    let mut lexicon = Lexicon::default();
    let (a, b) = (tokens(a, &mut lexicon), tokens(b, &mut lexicon));
    let Diff { edits, marked } = diff(&lexicon, &a, &b);
    invariants::edits(&edits, &a, &b).unwrap_or_else(|breach| panic!("{breach}"));
    assert_eq!(marked, diff(&lexicon, &b, &a).marked, "both sides agree whether words are marked");
    let turned = |a: &[Token], b: &[Token], swap: bool| -> BTreeSet<(u32, u32, EditClass)> {
        let pairs = align_words(&lexicon, a, b).pairs.into_iter();
        pairs.map(|p| if swap { (p.b, p.a, p.class) } else { (p.a, p.b, p.class) }).collect()
    };
    assert_eq!(turned(&a, &b, false), turned(&b, &a, true), "swapping the sentences swaps the pairs");
    let itself = diff(&lexicon, &a, &a);
    assert!(itself.edits.iter().all(|e| e.class == EditClass::Shared), "a sentence shares all with itself");
}

/// Any JSON: a story with articles and addresses of the web only, or a sentence.
fn story(bytes: &[u8]) {
    let story = match serde_json::from_slice::<Story>(bytes) {
        Ok(story) => story,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    assert!(!story.articles.is_empty(), "a story has articles");
    assert!(story.articles.iter().all(|a| a.text.is_some() || a.file.is_some()), "an article has a text");
    let articles =
        story.into_articles(|name| Ok::<_, ()>(Article::from_text(name))).expect("nothing is opened");
    for article in articles {
        let web = |url: &String| url.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("http"));
        assert!(article.url.as_ref().is_none_or(web), "only addresses of the web are kept");
        assert!(article.title.as_deref().is_none_or(|t| !t.trim().is_empty()), "a label says something");
    }
}
