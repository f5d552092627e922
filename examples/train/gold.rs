//! Gold alignments, and the candidate pairs that they judge.

use diptych::align::candidates::{CandidatePair, candidates};
use diptych::align::features::Features;
use diptych::align::prepared::Prepared;
use diptych::align::score::each;
use diptych::mentions::Document;
use diptych::text::{Article, Lexicon};
use diptych::work::Work;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

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

/// Reads a gold set: links, gold sentences, and the folder of the articles' texts.
pub(crate) fn read(links: &Path, sentences: &Path, texts: &Path) -> Result<Vec<Aligned>, String> {
    let sentences: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&text(sentences)?).map_err(|e| format!("{}: {e}", sentences.display()))?;
    let mut gold: BTreeMap<(String, String), GoldLinks> = BTreeMap::new();
    for line in text(links)?.lines().filter(|l| !l.starts_with('#')) {
        let (pair, key, judgment) = link(line).ok_or_else(|| format!("not a gold link: {line}"))?;
        gold.entry(pair).or_default().insert(key, judgment);
    }
    gold.into_iter().map(|((a, b), gold)| aligned(a, b, gold, &sentences, texts)).collect()
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
    sentences: &BTreeMap<String, Vec<String>>,
    texts: &Path,
) -> Result<Aligned, String> {
    let mut lexicon = Lexicon::default();
    let mut document = |id: &str| -> Result<Document, String> {
        let path = find(texts, id).ok_or_else(|| format!("no text of {id} in {}", texts.display()))?;
        Ok(Document::new(Article::from_text(text(&path)?), &mut lexicon))
    };
    let documents = [document(&a)?, document(&b)?];
    let of = |id: &str| sentences.get(id).cloned().ok_or_else(|| format!("no gold sentences of {id}"));
    let sentences = [of(&a)?, of(&b)?];
    let prepared = Prepared::new(&documents, &lexicon);
    let mut found = candidates(&prepared, &mut Work::new(u64::MAX));
    let mut features = Vec::new();
    let articles = found.pop().ok_or("no pair")?;
    each(&prepared, &articles, |f| features.push(*f));
    let maps = [0, 1].map(|at| {
        let document = &documents[at];
        let ours: Vec<&str> = (0..document.sentences.len()).map(|s| document.sentence_text(s)).collect();
        overlaps(&ours, &sentences[at])
    });
    let stands_for = articles.pairs.iter().map(|p| {
        let (x, y) = (&maps[0][p.i as usize], &maps[1][p.j as usize]);
        x.iter().flat_map(|&i| y.iter().map(move |&j| (i, j))).collect()
    });
    let stands_for = stands_for.collect();
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
fn overlaps(ours: &[&str], gold: &[String]) -> Vec<Vec<usize>> {
    let spans = |sentences: &mut dyn Iterator<Item = &str>| {
        let mut at = 0;
        let mut spans = Vec::new();
        for sentence in sentences {
            let length = sentence.chars().filter(|c| !c.is_whitespace()).count();
            spans.push((at, at + length));
            at += length;
        }
        spans
    };
    let gold = spans(&mut gold.iter().map(String::as_str));
    let overlap = |(a, b): (usize, usize)| {
        let hits = gold.iter().enumerate().filter(move |(_, (c, d))| {
            let shared = b.min(*d).saturating_sub(a.max(*c));
            shared > 0 && (2 * shared >= d - c || 2 * shared >= b - a)
        });
        hits.map(|(at, _)| at).collect()
    };
    spans(&mut ours.iter().copied()).into_iter().map(overlap).collect()
}
