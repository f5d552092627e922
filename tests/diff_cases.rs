//! The marks that a careful reader expects on pairs of sentences, and the relation of linked sentences.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "support/marks.rs"]
mod marks;
#[path = "support/pairs.rs"]
mod pairs;

use diptych::align::link::Relation;
use diptych::diff::{Diff, diff, relation};
use diptych::mentions::Document;
use diptych::text::{Article, Lexicon};
use diptych::work::Work;
use pairs::{Case, run};

/// Two sentences, prepared.
struct Pair {
    lexicon: Lexicon,
    a: Document,
    b: Document,
}

impl Pair {
    fn new(a: &str, b: &str) -> Self {
        let mut lexicon = Lexicon::default();
        let a = Document::new(Article::from_text(a), &mut lexicon);
        let b = Document::new(Article::from_text(b), &mut lexicon);
        Self { lexicon, a, b }
    }

    fn diff(&self) -> Diff {
        diff(&self.lexicon, &self.a.tokens, &self.b.tokens)
    }

    fn relation(&self) -> Relation {
        relation(&self.lexicon, &self.a.tokens, &self.b.tokens, &mut Work::new(u64::MAX)).0
    }
}

/// A sentence without its marks, the sign over each byte, and how many marks there are.
fn unmarked(sentence: &str) -> (String, Vec<char>, usize) {
    let (mut plain, mut signs, mut count) = (String::new(), Vec::new(), 0);
    let mut sign = ' ';
    let mut characters = sentence.chars();
    while let Some(c) = characters.next() {
        match c {
            '{' => {
                sign = characters.next().expect("a sign after {");
                count += 1;
            }
            '}' => sign = ' ',
            _ => {
                plain.push(c);
                signs.resize(plain.len(), sign);
            }
        }
    }
    (plain, signs, count)
}

/// The signs over the content words, as text.
fn over_content(document: &Document, signs: &[char]) -> Vec<(String, char)> {
    let content = document.tokens.iter().filter(|t| t.kind.is_content());
    content.map(|t| (document.text_of(t.span).to_owned(), signs[t.span.start as usize])).collect()
}

fn check_marks(case: &Case) -> Result<(), String> {
    let (plain_a, signs_a, count_a) = unmarked(&case.a);
    let (plain_b, signs_b, count_b) = unmarked(&case.b);
    let pair = Pair::new(&plain_a, &plain_b);
    let diff = pair.diff();
    let [found_a, found_b] = marks::marked(&diff, (&pair.a, &pair.a.tokens), (&pair.b, &pair.b.tokens));
    let message = format!(
        "  expected {}\n       got {found_a}\n  expected {}\n       got {found_b}{}",
        case.a,
        case.b,
        if diff.marked { "" } else { "\n  and left unmarked" }
    );
    if !diff.marked {
        return if case.flags.iter().any(|f| f == "unmarked") { Ok(()) } else { Err(message) };
    }
    let (_, got_a, number_a) = unmarked(&found_a);
    let (_, got_b, number_b) = unmarked(&found_b);
    let same = over_content(&pair.a, &signs_a) == over_content(&pair.a, &got_a)
        && over_content(&pair.b, &signs_b) == over_content(&pair.b, &got_b);
    if same && number_a <= count_a && number_b <= count_b { Ok(()) } else { Err(message) }
}

#[test]
fn words_are_marked_as_a_careful_reader_expects() {
    let cases = pairs::cases("diff");
    assert!(cases.len() >= 40, "only {} cases", cases.len());
    run(&cases, check_marks);
}

#[test]
fn linked_sentences_stand_in_the_relation_that_a_reader_sees() {
    let cases = pairs::cases("relation");
    for (name, relation) in [
        ("same-words", Relation::SameWords),
        ("reworded", Relation::Reworded),
        ("partly-shared", Relation::PartlyShared),
    ] {
        let of: Vec<Case> = pairs::cases("relation")
            .into_iter()
            .filter(|c| c.name.starts_with(&format!("{name}:")))
            .collect();
        assert!(of.len() >= 10, "only {} cases of {name}", of.len());
        run(&of, |case| {
            let found = Pair::new(&case.a, &case.b).relation();
            if found == relation {
                Ok(())
            } else {
                Err(format!("  A: {}\n  B: {}\n  got {found:?}", case.a, case.b))
            }
        });
    }
    assert!(cases.iter().all(|c| c.flags.is_empty()));
}
