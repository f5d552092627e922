//! How time, memory and quality go with the size of the texts: `scale FOLDER RUNS [LINES…]`, one table row for each size
//! and change, then the power of the text's length with which time grows. Each row is a process of its own, so that
//! its peak memory is its own.

use diptych::compare::Comparing;
use diptych::{Article, Options, Sensitivity};
use diptych_bench::{Change, Lines, f1};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Sizes between which the growth is told.
const GROWTH: [usize; 2] = [1_000, 31_000];

/// Large texts are compared so often, whatever is asked for: their times differ little from run to run.
const FEW_RUNS: usize = 3;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["row", folder, runs, lines, change] => row(folder, runs, lines, change),
        [folder, runs, ref sizes @ ..] => table(folder, runs, sizes),
        _ => Err("usage: scale FOLDER RUNS [LINES…]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

/// Every size with every change, and how the time grows.
fn table(folder: &str, runs: &str, sizes: &[&str]) -> Result<(), String> {
    println!(
        "| lines | change | runs | prepare ms | pair ms | links ms | words ms | total ms | text MB | peak MB | links | F1 |"
    );
    println!("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    let sizes = if sizes.is_empty() { &["100", "1000", "10000", "31000"] } else { sizes };
    let mut totals: BTreeMap<(usize, &str), f64> = BTreeMap::new();
    for &lines in sizes {
        for change in Change::ALL {
            let program = std::env::current_exe().map_err(|e| e.to_string())?;
            let output = Command::new(program).args(["row", folder, runs, lines, change.name()]).output();
            let output = output.map_err(|e| e.to_string())?;
            if !output.status.success() {
                return Err(String::from_utf8_lossy(&output.stderr).into_owned());
            }
            let row = String::from_utf8_lossy(&output.stdout);
            print!("{row}");
            let total = row.split('|').nth(8).and_then(|cell| cell.trim().parse().ok());
            totals.extend(lines.parse().ok().zip(total).map(|(l, total)| ((l, change.name()), total)));
        }
    }
    for change in Change::ALL {
        let ends = GROWTH.map(|lines| totals.get(&(lines, change.name())).copied());
        if let [Some(from), Some(to)] = ends {
            #[expect(clippy::cast_precision_loss, reason = "counts of lines are far below 2^52")]
            let lengths = GROWTH.map(|lines| lines as f64);
            #[expect(clippy::disallowed_methods, reason = "a measurement, not a result")]
            let power = (to / from).ln() / (lengths[1] / lengths[0]).ln();
            println!(
                "{}: from {} to {} lines time grows with n^{power:.2}.",
                change.name(),
                GROWTH[0],
                GROWTH[1]
            );
        }
    }
    Ok(())
}

/// Time that this program has worked, where the system tells; else time that went by. Other programs that keep the
/// machine busy then cost nothing but what they take of its caches.
fn now() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let worked = told.and_then(|text| text.split(' ').next()?.parse().ok()).map(Duration::from_nanos);
    #[expect(clippy::disallowed_methods, reason = "this program measures time")]
    worked.unwrap_or_else(|| START.get_or_init(Instant::now).elapsed())
}

/// One comparison, and how long each part took.
#[derive(Clone)]
struct Run {
    parts: [Duration; 4],
    links: usize,
    f1: f64,
}

/// Compares one size and change and prints its row.
fn row(folder: &str, runs: &str, lines: &str, change: &str) -> Result<(), String> {
    let runs: usize = runs.parse().map_err(|_| format!("{runs} is no number of runs."))?;
    let lines: usize = lines.parse().map_err(|_| format!("{lines} is no number of lines."))?;
    let change = Change::ALL.into_iter().find(|c| c.name() == change).ok_or("There is no such change.")?;
    let runs = if lines > 1_000 { runs.min(FEW_RUNS) } else { runs }.max(1);
    let read = |name: &str| Lines::read(&PathBuf::from(folder).join(name), lines);
    let (Ok(a), Ok(b)) = (read("asv.txt"), read("kjv.txt")) else {
        return Err(format!("{folder} lacks the corpora."));
    };
    let (a, b) = change.apply(&a, &b);
    let texts = [a.text(), b.text()];
    let mut all: Vec<Run> = (0..runs).map(|_| run(&texts, &a, &b)).collect();
    let mut median = |part: &dyn Fn(&Run) -> Duration| {
        diptych::order::sort_by_key(&mut all, part);
        all.get(all.len() / 2).map_or(0.0, |r| part(r).as_secs_f64() * 1000.0)
    };
    let cells: Vec<String> = (0..4).map(|part| format!("{:.1}", median(&|r: &Run| r.parts[part]))).collect();
    let total = median(&|r| r.parts.iter().sum());
    #[expect(clippy::cast_precision_loss, reason = "texts are far below 2^52 bytes")]
    let text = texts.iter().map(String::len).sum::<usize>() as f64 / f64::from(1 << 20);
    let peak = peak_megabytes().map_or("unknown".to_owned(), |peak| format!("{peak:.1}"));
    if let Some(Run { links, f1, .. }) = all.first() {
        let (name, cells) = (change.name(), cells.join(" | "));
        println!(
            "| {lines} | {name} | {runs} | {cells} | {total:.1} | {text:.2} | {peak} | {links} | {f1:.4} |"
        );
    }
    Ok(())
}

/// The most memory that this process held, where the system tells.
fn peak_megabytes() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
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
        parts: [(start, prepared), (prepared, paired), (paired, selected), (selected, done)]
            .map(|(from, to)| to.saturating_sub(from)),
        links: selection.links.len(),
        f1: f1(&comparison, a, b),
    }
}
