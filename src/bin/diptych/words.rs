//! `diptych words`: the word alignment of sentence pairs, one JSON line each.

use diptych::diff::{EditClass, align_words};
use diptych::mentions::Document;
use diptych::text::{Article, Lexicon, Token, TokenKind};
use std::io::{self, BufRead, Write};

/// Two sentences to be compared.
#[derive(serde::Deserialize)]
struct PairInput {
    a: String,
    b: String,
}

/// Their words, and which stands for which.
#[derive(serde::Serialize)]
struct AlignedWords<'t> {
    a: Vec<&'t str>,
    b: Vec<&'t str>,
    pairs: Vec<(usize, usize, EditClass)>,
}

/// Reads sentence pairs as JSON lines and writes their word alignments as JSON lines.
///
/// # Errors
/// One sentence naming the line that can't be read.
pub(crate) fn words(input: impl BufRead, mut output: impl Write) -> Result<(), String> {
    for (number, line) in (1..).zip(input.lines()) {
        let line = line.map_err(|e| format!("Line {number} can't be read: {e}."))?;
        if line.trim().is_empty() {
            continue;
        }
        let pair: PairInput = serde_json::from_str(&line)
            .map_err(|_| format!("Line {number} is not an object with the texts \"a\" and \"b\"."))?;
        crate::written(write_words(pair, &mut output))?;
    }
    crate::written(output.flush())
}

fn write_words(pair: PairInput, output: &mut impl Write) -> io::Result<()> {
    let mut lexicon = Lexicon::default();
    let a = Document::new(Article::from_text(pair.a), &mut lexicon);
    let b = Document::new(Article::from_text(pair.b), &mut lexicon);
    let alignment = align_words(&lexicon, &a.tokens, &b.tokens);
    let (at_a, at_b) = (visible_places(&a.tokens), visible_places(&b.tokens));
    let place = |places: &[u32], token| places.binary_search(&token).ok();
    let pairs =
        alignment.pairs.iter().filter_map(|p| Some((place(&at_a, p.a)?, place(&at_b, p.b)?, p.class)));
    let answer = AlignedWords { a: visible(&a), b: visible(&b), pairs: pairs.collect() };
    serde_json::to_writer(&mut *output, &answer)?;
    output.write_all(b"\n")
}

/// The indices of the tokens that are not white space.
fn visible_places(tokens: &[Token]) -> Vec<u32> {
    (0..).zip(tokens).filter(|(_, t)| t.kind != TokenKind::Space).map(|(i, _)| i).collect()
}

fn visible(document: &Document) -> Vec<&str> {
    let tokens = document.tokens.iter().filter(|t| t.kind != TokenKind::Space);
    tokens.map(|t| document.text_of(t.span)).collect()
}
