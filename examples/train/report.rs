//! The command: reads, fits, validates, tests, prints, writes.

use super::evaluate::{Quality, Scored, predicted, quality, reliability};
use super::fit::{Weights, fit, probability};
use super::gold::{Aligned, GoldFiles, Judgment, check, read};
use diptych::align::model::feature_names;
use diptych::align::{context, features};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Which features the two models may use.
#[derive(Clone)]
struct Plan {
    without: Vec<&'static str>,
    penalty: [f64; 2],
}

struct Fitted {
    base: Weights,
    full: Weights,
}

/// What the command is asked for.
pub(crate) struct Request {
    /// The folder of the texts that the shipped weights are made from.
    pub(crate) texts: PathBuf,
    /// Whether the built-in event is trained on as well.
    pub(crate) with_built_in: bool,
    /// Features to leave out, by name.
    pub(crate) without: Vec<String>,
    /// Whether each feature is left out in turn.
    pub(crate) ablate: bool,
    /// Whether false links and misses are listed.
    pub(crate) show: bool,
    /// The score from which on pairs count as linked, 0–1.
    pub(crate) threshold: f64,
    /// Where the weights are written.
    pub(crate) write: Option<PathBuf>,
}

/// The gold sets that the shipped weights are made from: two annotators' links, and one annotator's on further pairs. The
/// order matters to the last bit.
const TRAINING: [&str; 2] = ["seeds/gold/train/links.tsv", "seeds/gold/train/links-more.tsv"];

/// A file of the repository.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The built-in event: its links by three annotators, or by one.
fn built_in(links: &str) -> GoldFiles {
    GoldFiles { links: file(links), sentences: file("seeds/gold/sentences.json"), texts: file("seeds") }
}

/// Trains, validates, tests on the built-in event, and writes the weights.
pub(crate) fn run(request: &Request) -> Result<(), String> {
    check(&file("seeds/gold/train/SHA256SUMS"), &request.texts)?;
    let mut gold = Vec::new();
    for links in TRAINING {
        let sentences = file("seeds/gold/train/sentences.tsv");
        gold.extend(read(&GoldFiles { links: file(links), sentences, texts: request.texts.clone() })?);
    }
    let test = read(&built_in("seeds/gold/links-dev.tsv"))?;
    if request.with_built_in {
        gold.extend(read(&built_in("seeds/gold/links-dev.tsv"))?);
    }
    let plan = Plan { without: known(&request.without)?, penalty: [PENALTY; 2] };
    let threshold = request.threshold;
    let events = by_event(&gold, &plan);
    tell("cross-validated by event", &events, threshold);
    tell("cross-validated by article", &by_article(&gold, &plan), threshold);
    let fitted = train(&gold.iter().collect::<Vec<_>>(), &plan);
    let tested: Vec<Scored<'_>> = test.iter().map(|g| apply(&fitted, g, &plan)).collect();
    let scored: Vec<&Scored<'_>> = tested.iter().collect();
    let (best, at) = best_threshold(&scored);
    println!("built-in event: {}\n   best {best} at {at:.2}", quality(&scored, threshold));
    tell_reliability(&scored);
    if request.show {
        for scored in &tested {
            show(scored, threshold);
        }
    }
    if request.ablate {
        for name in feature_names() {
            let plan = Plan { without: vec![name], ..plan.clone() };
            let events = by_event(&gold, &plan);
            let fitted = train(&gold.iter().collect::<Vec<_>>(), &plan);
            let tested: Vec<Scored<'_>> = test.iter().map(|g| apply(&fitted, g, &plan)).collect();
            let (cv, dev) = (refs(&events), refs(&tested));
            println!(
                "without {name:16} events F1 {:.3} AP {:.3}   test F1 {:.3} AP {:.3}",
                best_threshold(&cv).0.f1,
                quality(&cv, threshold).average,
                best_threshold(&dev).0.f1,
                quality(&dev, threshold).average
            );
        }
    }
    let weights = weights_file(&fitted);
    let shipped = std::fs::read_to_string(file("src/align/weights.txt")).unwrap_or_default();
    println!(
        "{}",
        if weights == shipped {
            "these are the shipped weights, to the bit"
        } else {
            "these are not the shipped weights"
        }
    );
    if let Some(path) = &request.write {
        std::fs::write(path, weights).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// How strongly weights are held near zero, for both models; cross-validation is flat around it.
const PENALTY: f64 = 1.0;

/// Prints the measures of held-out pairs, together and event by event, and how far the scores can be believed.
fn tell(title: &str, held: &[Scored<'_>], threshold: f64) {
    let all = refs(held);
    let (best, at) = best_threshold(&all);
    println!("{title}: {}\n   best {best} at {at:.2}", quality(&all, threshold));
    let mut names: Vec<&str> = held.iter().map(|s| s.aligned.event.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let part: Vec<&Scored<'_>> = held.iter().filter(|s| s.aligned.event == name).collect();
        println!("   event {name}: {}", quality(&part, threshold));
    }
    tell_reliability(&all);
}

/// Prints, for each fifth of the scale, how many pairs scored there, what they scored on average and what share is right.
fn tell_reliability(scored: &[&Scored<'_>]) {
    for bin in reliability(scored).iter().filter(|b| b.pairs > 0) {
        println!("   scored {:.2} on average: {:.2} right of {} pairs", bin.score, bin.right, bin.pairs);
    }
}

/// The features of these names.
fn known(names: &[String]) -> Result<Vec<&'static str>, String> {
    let known = |name: &String| {
        feature_names().find(|n| n == name).ok_or_else(|| format!("there is no feature {name}"))
    };
    names.iter().map(known).collect()
}

fn refs<'s, 'g>(all: &'s [Scored<'g>]) -> Vec<&'s Scored<'g>> {
    all.iter().collect()
}

/// Each event scored by a model fitted on the others.
fn by_event<'g>(gold: &'g [Aligned], plan: &Plan) -> Vec<Scored<'g>> {
    let score = |held: &'g Aligned| {
        let others: Vec<&Aligned> = gold.iter().filter(|g| g.event != held.event).collect();
        apply(&train(&others, plan), held, plan)
    };
    gold.iter().map(score).collect()
}

/// Each article left out in turn: the pairs that it is part of, scored by a model fitted on all others. A pair is scored
/// twice, once for each of its articles.
fn by_article<'g>(gold: &'g [Aligned], plan: &Plan) -> Vec<Scored<'g>> {
    let mut articles: Vec<&String> = gold.iter().flat_map(|g| &g.articles).collect();
    articles.sort_unstable();
    articles.dedup();
    let mut scored = Vec::new();
    for article in articles {
        let (held, others): (Vec<&Aligned>, Vec<&Aligned>) =
            gold.iter().partition(|g| g.articles.contains(article));
        let fitted = train(&others, plan);
        scored.extend(held.into_iter().map(|g| apply(&fitted, g, plan)));
    }
    scored
}

fn best_threshold(scored: &[&Scored<'_>]) -> (Quality, f64) {
    let mut best = (Quality::default(), 0.0);
    for step in 5_u8..90 {
        let at = f64::from(step) / 100.0;
        let found = quality(scored, at);
        if found.f1 > best.0.f1 {
            best = (found, at);
        }
    }
    best
}

/// Fits both models. The context of an event's pairs comes from a base model fitted on the other events, as it will be
/// for a reader's articles.
fn train(gold: &[&Aligned], plan: &Plan) -> Fitted {
    let base = fit_base(gold, plan);
    let (mut rows, mut labels) = (Vec::new(), Vec::new());
    for one in gold {
        let others: Vec<&Aligned> = gold.iter().copied().filter(|g| g.event != one.event).collect();
        let base = if others.is_empty() { base.clone() } else { fit_base(&others, plan) };
        for (at, row) in full_rows(&base, one, plan).into_iter().enumerate() {
            if let Some(label) = one.label(at) {
                rows.push(row);
                labels.push(label);
            }
        }
    }
    Fitted { base, full: fit(&rows, &labels, plan.penalty[1]) }
}

fn fit_base(gold: &[&Aligned], plan: &Plan) -> Weights {
    let (mut rows, mut labels) = (Vec::new(), Vec::new());
    for one in gold {
        for (at, row) in base_rows(one, plan).into_iter().enumerate() {
            if let Some(label) = one.label(at) {
                rows.push(row);
                labels.push(label);
            }
        }
    }
    fit(&rows, &labels, plan.penalty[0])
}

fn base_rows(one: &Aligned, plan: &Plan) -> Vec<Vec<f64>> {
    let row = |f: &features::Features| {
        let kept = f.iter().zip(feature_names());
        kept.map(|(v, name)| if plan.without.contains(&name) { 0.0 } else { f64::from(*v) / 1000.0 })
            .collect()
    };
    one.features.iter().map(row).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a probability times 1000")]
fn full_rows(base: &[f64], one: &Aligned, plan: &Plan) -> Vec<Vec<f64>> {
    let mut rows = base_rows(one, plan);
    let scores: Vec<i32> = rows.iter().map(|r| (probability(base, r) * 1000.0).round() as i32).collect();
    for (row, context) in rows.iter_mut().zip(context::contexts(&one.pairs, &scores)) {
        let kept = context.iter().zip(feature_names().skip(features::COUNT));
        row.extend(
            kept.map(|(v, name)| if plan.without.contains(&name) { 0.0 } else { f64::from(*v) / 1000.0 }),
        );
    }
    rows
}

fn apply<'g>(fitted: &Fitted, one: &'g Aligned, plan: &Plan) -> Scored<'g> {
    let scores = full_rows(&fitted.base, one, plan).iter().map(|r| probability(&fitted.full, r)).collect();
    Scored { aligned: one, scores }
}

/// Prints false links, best first, and misses.
fn show(scored: &Scored<'_>, threshold: f64) {
    let one = scored.aligned;
    let found = predicted(scored, threshold);
    let line = |what: &str, key: &(usize, usize), score: f64| {
        let [a, b] = &one.articles;
        println!(
            "{what} {score:.2} {a}.{} {b}.{}\n   {}\n   {}",
            key.0, key.1, one.sentences[0][key.0], one.sentences[1][key.1]
        );
    };
    let mut wrong: Vec<_> =
        found.iter().filter(|(k, s)| **s >= threshold && !one.gold.contains_key(k)).collect();
    wrong.sort_by(|x, y| y.1.total_cmp(x.1));
    for (key, score) in wrong {
        line("false", key, *score);
    }
    for (key, judgment) in one.gold.iter().filter(|(_, j)| **j != Judgment::Contested) {
        let score = found.get(key).copied().unwrap_or(0.0);
        if score < threshold {
            line(if *judgment == Judgment::Equivalent { "missed E" } else { "missed P" }, key, score);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "weights are small")]
fn weights_file(fitted: &Fitted) -> String {
    let mut text = String::from(HEADER);
    let names: Vec<&str> = feature_names().collect();
    for (what, weights) in [("base", &fitted.base), ("full", &fitted.full)] {
        let thousandths = |w: f64| (w * 1000.0).round() as i64;
        let _ = writeln!(text, "{what} bias {}", thousandths(weights[0]));
        for (name, weight) in names.iter().zip(&weights[1..]) {
            let _ = writeln!(text, "{what} {name} {}", thousandths(*weight));
        }
    }
    for step in -16_i32..=16 {
        let at = f64::from(step) / 2.0;
        let _ = writeln!(
            text,
            "point {} {}",
            (at * 1000.0) as i64,
            (super::fit::logistic(at) * 1000.0).round() as i64
        );
    }
    text
}

const HEADER: &str = "\
# The weights of the link model, in thousandths; see docs/alignment.md. Written by `cargo xtask train`, not by hand.
# Origin: logistic regression on gold sentence links between news articles on four events, none of them the seeds.
";

#[cfg(test)]
mod tests {
    use super::*;

    /// Trained on the built-in event alone, whose texts are at hand, the weights are these on every machine.
    /// `DIPTYCH_BLESS=1` accepts others.
    #[test]
    fn training_on_the_built_in_event_gives_the_same_bits() {
        let mut gold = Vec::new();
        for links in ["seeds/gold/links-dev.tsv", "seeds/gold/links-more.tsv"] {
            gold.extend(read(&built_in(links)).unwrap());
        }
        assert_eq!(gold.len(), 10);
        let plan = Plan { without: Vec::new(), penalty: [PENALTY; 2] };
        let weights = weights_file(&train(&gold.iter().collect::<Vec<_>>(), &plan));
        let path = file("tests/golden/weights-built-in.txt");
        if std::env::var_os("DIPTYCH_BLESS").is_some() {
            std::fs::write(&path, &weights).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap();
        assert_eq!(weights, expected, "accept other weights with DIPTYCH_BLESS=1 cargo test --example train");
    }
}
