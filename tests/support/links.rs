//! Links held against a gold alignment: its own reading of the rules in `seeds/gold/README.md`.

use diptych::{Comparison, Sensitivity};
use std::collections::{BTreeMap, BTreeSet};

/// Two articles' names.
pub type Names = (String, String);

/// For every two articles the judged sentence pairs: `E`, `P` or `X`.
pub type Gold = BTreeMap<Names, BTreeMap<(usize, usize), char>>;

/// Measures, in thousandths.
#[derive(Debug)]
pub struct Quality {
    /// Harmonic mean of precision and recall.
    pub f1: usize,
    /// Share of links that are right.
    pub precision: usize,
    /// Share of `E` pairs that are linked.
    pub equivalents: usize,
    /// Average precision over links and weak candidates.
    pub average: usize,
    /// Precision among as many best as a third of the gold links.
    pub top: usize,
}

impl Quality {
    /// Fails where one of the measures lies below its floor.
    pub fn check(&self, floor: &Self) {
        let holds = self.f1 >= floor.f1
            && self.precision >= floor.precision
            && self.equivalents >= floor.equivalents
            && self.average >= floor.average
            && self.top >= floor.top;
        assert!(holds, "measured {self:?}\nfloor    {floor:?}");
    }
}

/// Reads a gold file.
pub fn read(path: &str) -> Gold {
    let mut gold = Gold::new();
    for line in std::fs::read_to_string(path).expect("gold").lines() {
        let mut fields = line.split('\t');
        let mut place = || fields.next().and_then(|f| f.rsplit_once('.')).expect("article.sentence");
        let ((a, i), (b, j)) = (place(), place());
        let label = fields.next().and_then(|f| f.chars().next()).expect("a label");
        let key = (i.parse().expect("a number"), j.parse().expect("a number"));
        gold.entry((a.to_owned(), b.to_owned())).or_default().insert(key, label);
    }
    assert!(!gold.is_empty());
    gold
}

/// The article pairs of a gold alignment.
pub fn ids(gold: &Gold) -> Vec<Names> {
    gold.keys().cloned().collect()
}

/// Measures comparisons, each with the names of its articles; a gold pair is looked up in the first that has both.
pub fn quality(
    gold: &Gold,
    sentences: &BTreeMap<String, Vec<String>>,
    comparisons: &[(Vec<String>, Comparison)],
) -> Quality {
    let (mut drawn, mut right, mut all, mut equal, mut equal_found) = (0, 0, 0, 0, 0);
    let mut ranked: Vec<(u16, bool)> = Vec::new();
    for ((a, b), judged) in gold {
        let at = |names: &[String], name: &str| names.iter().position(|n| n == name);
        let (x, y, comparison) = comparisons
            .iter()
            .find_map(|(names, c)| Some((at(names, a)?, at(names, b)?, c)))
            .expect("a comparison of both");
        let maps = [(x, a), (y, b)].map(|(at, name)| overlaps(comparison, at, &sentences[name]));
        let selection = comparison.at(Sensitivity::DEFAULT);
        let mut best: BTreeMap<(usize, usize), (u16, bool)> = BTreeMap::new();
        let found =
            selection.links.iter().map(|l| (l, true)).chain(selection.weak.iter().map(|w| (w, false)));
        for (pair, is_link) in found.filter(|(p, _)| (p.a.article as usize, p.b.article as usize) == (x, y)) {
            for &i in &maps[0][pair.a.sentence as usize] {
                for &j in &maps[1][pair.b.sentence as usize] {
                    let known = best.entry((i, j)).or_insert((0, false));
                    *known = (known.0.max(pair.score.get()), known.1 || is_link);
                }
            }
        }
        let contested: BTreeSet<_> = judged.iter().filter(|(_, l)| **l == 'X').map(|(k, _)| *k).collect();
        all += judged.len() - contested.len();
        equal += judged.values().filter(|l| **l == 'E').count();
        for (key, (score, is_link)) in best.into_iter().filter(|(k, _)| !contested.contains(k)) {
            let label = judged.get(&key);
            ranked.push((score, label.is_some()));
            drawn += usize::from(is_link);
            right += usize::from(is_link && label.is_some());
            equal_found += usize::from(is_link && label == Some(&'E'));
        }
    }
    diptych::order::sort_by_key(&mut ranked, |r| std::cmp::Reverse(r.0));
    let (mut hits, mut sum) = (0, 0);
    for (rank, _) in ranked.iter().enumerate().filter(|(_, r)| r.1) {
        hits += 1;
        sum += 1_000_000 * hits / (rank + 1);
    }
    let third = (all / 3).clamp(1, ranked.len().max(1));
    Quality {
        f1: 2000 * right / (drawn + all),
        precision: 1000 * right / drawn.max(1),
        equivalents: 1000 * equal_found / equal.max(1),
        average: sum / all.max(1) / 1000,
        top: 1000 * ranked.iter().take(third).filter(|r| r.1).count() / third,
    }
}

/// For each sentence of an article the gold sentences that it overlaps by half or more of either, white space aside.
fn overlaps(comparison: &Comparison, article: usize, gold: &[String]) -> Vec<Vec<usize>> {
    let document = &comparison.documents()[article];
    let spans = |texts: Vec<&str>| {
        let mut at = 0;
        let lengths = texts.into_iter().map(|t| t.chars().filter(|c| !c.is_whitespace()).count());
        lengths
            .map(|n| {
                (at, {
                    at += n;
                    at
                })
            })
            .collect::<Vec<(usize, usize)>>()
    };
    let gold = spans(gold.iter().map(String::as_str).collect());
    let ours = spans((0..document.sentences.len()).map(|s| document.sentence_text(s)).collect());
    let hits = |(a, b): (usize, usize)| {
        let half = |&(c, d): &(usize, usize)| {
            let shared = b.min(d).saturating_sub(a.max(c));
            shared > 0 && (2 * shared >= d - c || 2 * shared >= b - a)
        };
        gold.iter().enumerate().filter(|(_, g)| half(g)).map(|(at, _)| at).collect()
    };
    ours.into_iter().map(hits).collect()
}
