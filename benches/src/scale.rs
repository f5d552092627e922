//! How time and quality go with the size of the texts: `scale FOLDER RUNS [LINES…]`, one table row for each size and
//! change.

use diptych::compare::Comparing;
use diptych::{Article, Options, Sensitivity};
use diptych_bench::{Change, Lines, f1};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (Some(folder), Some(runs)) =
        (words.first().map(PathBuf::from), words.get(1).and_then(|w| w.parse().ok()))
    else {
        eprintln!("usage: scale FOLDER RUNS [LINES…]");
        return ExitCode::from(2);
    };
    let sizes: Vec<usize> = words.iter().skip(2).filter_map(|w| w.parse().ok()).collect();
    println!(
        "| lines | change | prepare ms | pair ms | links ms | words ms | total ms | candidates | links | F1 |"
    );
    println!("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    for lines in if sizes.is_empty() { vec![100, 1_000, 10_000, 31_000] } else { sizes } {
        for change in Change::ALL {
            let texts = ["asv", "kjv"].map(|name| Lines::read(&folder.join(format!("{name}.txt")), lines));
            let [Ok(a), Ok(b)] = texts else {
                eprintln!("{} lacks the corpora", folder.display());
                return ExitCode::FAILURE;
            };
            row(lines, change, &change.apply(&a, &b), runs);
        }
    }
    ExitCode::SUCCESS
}

#[expect(clippy::disallowed_methods, reason = "this program measures time")]
fn now() -> Instant {
    Instant::now()
}

/// One comparison, and how long each part took.
#[derive(Clone)]
struct Run {
    parts: [Duration; 4],
    candidates: usize,
    links: usize,
    f1: f64,
}

fn row(lines: usize, change: Change, (a, b): &(Lines, Lines), runs: usize) {
    let texts = [a.text(), b.text()];
    let mut all: Vec<Run> = (0..runs.max(1)).map(|_| run(&texts, a, b)).collect();
    let mut median = |part: fn(&Run) -> Duration| {
        diptych::order::sort_by_key(&mut all, part);
        all.get(all.len() / 2).map_or(0.0, |r| part(r).as_secs_f64() * 1000.0)
    };
    let parts: [fn(&Run) -> Duration; 4] = [|r| r.parts[0], |r| r.parts[1], |r| r.parts[2], |r| r.parts[3]];
    let cells: Vec<String> = parts.into_iter().map(|part| format!("{:.1}", median(part))).collect();
    let total = median(|r| r.parts.iter().sum());
    if let Some(Run { candidates, links, f1, .. }) = all.first() {
        let (name, cells) = (change.name(), cells.join(" | "));
        println!("| {lines} | {name} | {cells} | {total:.1} | {candidates} | {links} | {f1:.4} |");
    }
}

fn run(texts: &[String; 2], a: &Lines, b: &Lines) -> Run {
    let articles: Vec<Article> = texts.iter().map(|text| Article::from_text(text.as_str())).collect();
    let start = now();
    let mut comparing = Comparing::new(articles, Options::default());
    while comparing.step() {}
    let prepared = now();
    let comparison = comparing.finish();
    let paired = now();
    let selection = comparison.at(Sensitivity::DEFAULT);
    let selected = now();
    let edits: usize = selection.links.iter().map(|l| comparison.edits(l.a, l.b).len()).sum();
    let done = now();
    assert!(edits >= selection.links.len(), "every link has an edit");
    Run {
        parts: [prepared - start, paired - prepared, selected - paired, done - selected],
        candidates: comparison.candidates.len(),
        links: selection.links.len(),
        f1: f1(&comparison, a, b),
    }
}
