//! The command line.

use diptych::diff::align_words;
use diptych::text::{Article, Document, Lexicon, Token, TokenKind};
use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let command = std::env::args().nth(1);
    let result = match command.as_deref() {
        Some("words") => words(io::stdin().lock(), BufWriter::new(io::stdout().lock())),
        _ => Err("Usage: diptych words < PAIRS".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(io::stderr(), "{message}");
            ExitCode::from(2)
        }
    }
}

/// Two sentences to be compared.
#[derive(serde::Deserialize)]
struct SentencePair {
    a: String,
    b: String,
}

/// Their words, and which stands for which.
#[derive(serde::Serialize)]
struct AlignedWords<'t> {
    a: Vec<&'t str>,
    b: Vec<&'t str>,
    pairs: Vec<(usize, usize, diptych::diff::EditClass)>,
}

/// Reads sentence pairs as JSON lines and writes their word alignments as JSON lines.
fn words(input: impl BufRead, mut output: impl Write) -> Result<(), String> {
    for (number, line) in (1..).zip(input.lines()) {
        let line = line.map_err(|e| format!("Line {number} can't be read: {e}."))?;
        if line.trim().is_empty() {
            continue;
        }
        let pair: SentencePair = serde_json::from_str(&line)
            .map_err(|e| format!("Line {number} is not an object with the texts \"a\" and \"b\": {e}."))?;
        write_words(pair, &mut output).map_err(|e| format!("The answer can't be written: {e}."))?;
    }
    output.flush().map_err(|e| format!("The answer can't be written: {e}."))
}

fn write_words(pair: SentencePair, output: &mut impl Write) -> io::Result<()> {
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
