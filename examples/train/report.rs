//! The command: reads, fits, validates, prints, writes.

use super::evaluate::{Quality, Scored, predicted, quality, reliability};
use super::fit::{Weights, fit, probability};
use super::gold::{Aligned, Judgment, read};
use diptych::align::{context, features};
use std::fmt::Write as _;
use std::path::PathBuf;

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

/// Runs the command with its arguments.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let value = |name: &str| args.iter().position(|a| a == name).and_then(|at| args.get(at + 1));
    let set = |prefix: &str| -> Result<Vec<Aligned>, String> {
        let mut all = Vec::new();
        let of = |name: &str| {
            args.iter()
                .enumerate()
                .filter(move |(_, a)| **a == format!("--{prefix}{name}"))
                .filter_map(|(at, _)| args.get(at + 1))
                .map(PathBuf::from)
                .collect::<Vec<_>>()
        };
        for ((links, sentences), texts) in of("gold").iter().zip(of("sentences")).zip(of("texts")) {
            all.extend(read(links, &sentences, &texts)?);
        }
        Ok(all)
    };
    let gold = set("")?;
    let test = set("test-")?;
    if gold.is_empty() {
        return Err("give --gold LINKS.tsv --sentences SENTENCES.json --texts FOLDER".into());
    }
    let number = |name: &str, default: f64| value(name).and_then(|v| v.parse().ok()).unwrap_or(default);
    let plan = Plan {
        without: without(value("--without")),
        penalty: [number("--penalty-base", 1.0), number("--penalty", 1.0)],
    };
    let threshold = number("--threshold", 0.3);
    let events = by_event(&gold, &plan);
    tell("cross-validated by event", &events, threshold);
    tell("cross-validated by article", &by_article(&gold, &plan), threshold);
    let fitted = train(&gold.iter().collect::<Vec<_>>(), &plan);
    let tested: Vec<Scored<'_>> = test.iter().map(|g| apply(&fitted, g, &plan)).collect();
    if !tested.is_empty() {
        let scored: Vec<&Scored<'_>> = tested.iter().collect();
        let (best, at) = best_threshold(&scored);
        println!("test: {}\n   best {best} at {at:.2}", quality(&scored, threshold));
        tell_reliability(&scored);
    }
    if args.iter().any(|a| a == "--show") {
        tested.iter().chain(if test.is_empty() { &events[..] } else { &[] }).for_each(|s| show(s, threshold));
    }
    if args.iter().any(|a| a == "--ablate") {
        for &name in features::NAMES.iter().chain(&context::NAMES) {
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
    if let Some(path) = value("--write") {
        std::fs::write(path, weights_file(&fitted)).map_err(|e| format!("{path}: {e}"))?;
    }
    Ok(())
}

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

/// The named features, separated by commas.
fn without(list: Option<&String>) -> Vec<&'static str> {
    let names = features::NAMES.iter().chain(&context::NAMES);
    names.filter(|n| list.is_some_and(|l| l.split(',').any(|part| part == **n))).copied().collect()
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
        let kept = f.iter().zip(features::NAMES);
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
        let kept = context.iter().zip(context::NAMES);
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
    let names: Vec<&str> = features::NAMES.iter().chain(&context::NAMES).copied().collect();
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
