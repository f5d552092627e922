//! Gold alignments, and the candidate pairs that they judge.

use diptych::align::candidates::{CandidatePair, candidates};
use diptych::align::features::Features;
use diptych::align::prepared::Prepared;
use diptych::align::score::each;
use diptych::mentions::Document;
use diptych::text::{Article, Lexicon};
use diptych::work::Work;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// What a gold alignment says of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judgment {
    /// The same proposition.
    Equivalent,
    /// Shares one in part.
    Partial,
    /// Annotators disagree: counts neither way.
    Contested,
}

/// Gold links by gold sentence indices.
pub(crate) type GoldLinks = BTreeMap<(usize, usize), Judgment>;

/// Two articles with a gold alignment.
pub(crate) struct Aligned {
    /// The event they tell.
    pub(crate) event: String,
    /// Their names.
    pub(crate) articles: [String; 2],
    /// The gold links.
    pub(crate) gold: GoldLinks,
    /// The candidate pairs.
    pub(crate) pairs: Vec<CandidatePair>,
    /// The features of each.
    pub(crate) features: Vec<Features>,
    /// The gold sentence pairs that each stands for.
    pub(crate) stands_for: Vec<Vec<(usize, usize)>>,
    /// The gold sentences of both.
    pub(crate) sentences: [Vec<String>; 2],
}

impl Aligned {
    /// Whether candidate `at` is right; `None` when that is contested.
    pub(crate) fn label(&self, at: usize) -> Option<bool> {
        let judged: Vec<_> = self.stands_for[at].iter().filter_map(|k| self.gold.get(k)).collect();
        if judged.iter().any(|j| **j != Judgment::Contested) {
            Some(true)
        } else {
            judged.is_empty().then_some(false)
        }
    }
}

/// Where a gold set stands: its links, the lengths of its gold sentences, and the folder of the articles' texts.
pub(crate) struct GoldFiles {
    pub(crate) links: PathBuf,
    pub(crate) sentences: PathBuf,
    pub(crate) texts: PathBuf,
}

/// For each article how many characters that are not white space each of its gold sentences has.
type Lengths = BTreeMap<String, Vec<usize>>;

/// Reads a gold set.
pub(crate) fn read(files: &GoldFiles) -> Result<Vec<Aligned>, String> {
    let lengths = lengths(&files.sentences)?;
    let mut gold: BTreeMap<(String, String), GoldLinks> = BTreeMap::new();
    for line in text(&files.links)?.lines().filter(|l| !l.starts_with('#')) {
        let (pair, key, judgment) = link(line).ok_or_else(|| format!("not a gold link: {line}"))?;
        gold.entry(pair).or_default().insert(key, judgment);
    }
    gold.into_iter().map(|((a, b), gold)| aligned(a, b, gold, &lengths, &files.texts)).collect()
}

/// Reads the lengths of gold sentences: a table of them, or JSON with the sentences themselves.
fn lengths(path: &Path) -> Result<Lengths, String> {
    let text = text(path)?;
    if path.extension().is_some_and(|extension| extension == "json") {
        let sentences: BTreeMap<String, Vec<String>> =
            serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
        return Ok(sentences
            .into_iter()
            .map(|(id, list)| (id, list.iter().map(|s| width(s)).collect()))
            .collect());
    }
    let line = |line: &str| {
        let (id, list) = line.split_once('\t')?;
        Some((id.to_owned(), list.split(' ').map(|n| n.parse().ok()).collect::<Option<Vec<usize>>>()?))
    };
    let lines = text.lines().filter(|l| !l.starts_with('#'));
    lines
        .map(|l| line(l).ok_or_else(|| format!("{}: not lengths of sentences: {l}", path.display())))
        .collect()
}

/// How many characters of a text are not white space.
fn width(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Cuts a text into stretches of the lengths given, in characters that are not white space.
fn cut<'t>(mut text: &'t str, lengths: &[usize]) -> Vec<&'t str> {
    let mut stretches = Vec::new();
    for &length in lengths {
        let mut left = length;
        let end = text.char_indices().find(|(_, c)| {
            let ended = left == 0;
            left -= usize::from(left > 0 && !c.is_whitespace());
            ended
        });
        let (stretch, rest) = text.split_at(end.map_or(text.len(), |(at, _)| at));
        stretches.push(stretch.trim());
        text = rest;
    }
    stretches
}

/// Checks that `texts` holds the texts that `list` names, byte for byte. A line of the list is a SHA-256 in hexadecimal
/// digits, two spaces and the name of a file, as `sha256sum` writes it.
pub(crate) fn check(list: &Path, texts: &Path) -> Result<(), String> {
    for line in text(list)?.lines() {
        let (sum, name) = line.split_once("  ").ok_or_else(|| format!("{}: {line}", list.display()))?;
        let path = texts.join(name);
        let bytes = fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let found = Sha256::digest(&bytes).iter().fold(String::new(), |mut hex, byte| {
            // Writing to a string never fails.
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        if found != sum {
            let path = path.display();
            return Err(format!(
                "{path} is not the text that the model is trained on: its SHA-256 is {found}, not {sum}"
            ));
        }
    }
    Ok(())
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// The articles, the sentences, the judgment.
type Line = ((String, String), (usize, usize), Judgment);

fn link(line: &str) -> Option<Line> {
    let mut fields = line.split('\t');
    let mut place = || fields.next()?.rsplit_once('.');
    let ((a, i), (b, j)) = (place()?, place()?);
    let judgment = match fields.next()?.trim() {
        "E" => Judgment::Equivalent,
        "P" => Judgment::Partial,
        _ => Judgment::Contested,
    };
    Some(((a.to_owned(), b.to_owned()), (i.parse().ok()?, j.parse().ok()?), judgment))
}

fn aligned(
    a: String,
    b: String,
    gold: GoldLinks,
    lengths: &Lengths,
    texts: &Path,
) -> Result<Aligned, String> {
    let mut lexicon = Lexicon::default();
    let mut document = |id: &str| -> Result<Document, String> {
        let path = find(texts, id).ok_or_else(|| format!("no text of {id} in {}", texts.display()))?;
        Ok(Document::new(Article::from_text(text(&path)?), &mut lexicon))
    };
    let documents = [document(&a)?, document(&b)?];
    let of = |id: &str| lengths.get(id).ok_or_else(|| format!("no gold sentences of {id}"));
    let lengths = [of(&a)?, of(&b)?];
    let prepared = Prepared::new(&documents, &lexicon);
    let mut found = candidates(&prepared, &mut Work::new(u64::MAX));
    let mut features = Vec::new();
    let articles = found.pop().ok_or("no pair")?;
    each(&prepared, &articles, |f| features.push(*f));
    let maps = [0, 1].map(|at| {
        let document = &documents[at];
        let ours: Vec<&str> = (0..document.sentences.len()).map(|s| document.sentence_text(s)).collect();
        overlaps(&ours, lengths[at])
    });
    let stands_for = articles.pairs.iter().map(|p| {
        let (x, y) = (&maps[0][p.i as usize], &maps[1][p.j as usize]);
        x.iter().flat_map(|&i| y.iter().map(move |&j| (i, j))).collect()
    });
    let stands_for = stands_for.collect();
    let sentences = [0, 1]
        .map(|at| cut(&documents[at].article.text, lengths[at]).into_iter().map(str::to_owned).collect());
    let event = a.split_once('_').map_or_else(|| "seeds".to_owned(), |(event, _)| event.to_owned());
    Ok(Aligned { event, articles: [a, b], gold, features, stands_for, sentences, pairs: articles.pairs })
}

fn find(folder: &Path, id: &str) -> Option<std::path::PathBuf> {
    let files = fs::read_dir(folder).ok()?.filter_map(|e| Some(e.ok()?.path()));
    let mut hits: Vec<_> =
        files.filter(|p| p.file_name().and_then(|n| n.to_str()).is_some_and(|n| n.starts_with(id))).collect();
    hits.sort_by_key(|p| p.file_stem().is_none_or(|s| s != id));
    hits.into_iter().next()
}

/// For each of our sentences the gold sentences that it overlaps by half or more of either.
fn overlaps(ours: &[&str], gold: &[usize]) -> Vec<Vec<usize>> {
    let spans = |lengths: &mut dyn Iterator<Item = usize>| {
        let mut at = 0;
        let mut spans = Vec::new();
        for length in lengths {
            spans.push((at, at + length));
            at += length;
        }
        spans
    };
    let gold = spans(&mut gold.iter().copied());
    let overlap = |(a, b): (usize, usize)| {
        let hits = gold.iter().enumerate().filter(move |(_, (c, d))| {
            let shared = b.min(*d).saturating_sub(a.max(*c));
            shared > 0 && (2 * shared >= d - c || 2 * shared >= b - a)
        });
        hits.map(|(at, _)| at).collect()
    };
    spans(&mut ours.iter().map(|sentence| width(sentence))).into_iter().map(overlap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_by_its_letters() {
        assert_eq!(cut("One two.  Three\n\nfour. Five", &[7, 10, 4]), ["One two.", "Three\n\nfour.", "Five"]);
        assert_eq!(cut("One.", &[4, 3]), ["One.", ""]);
    }

    #[test]
    fn another_text_is_refused() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let list = folder.join("seeds/gold/train/SHA256SUMS");
        let missing = check(&list, &folder.join("seeds")).unwrap_err();
        assert!(missing.contains("1_LL.txt"), "{missing}");
    }
}
