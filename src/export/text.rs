//! A comparison as plain text, for terminals, diffs and tests: every pair of articles with its links, then what only
//! one article tells.
//!
//! A linked pair is two lines, one a sentence. Words that carry a mark stand in brackets behind a sign: `~` for a word
//! in another form, `=` for other words, `>` for words that stand elsewhere, `+` for words that only this sentence
//! has, `!` for a fact that differs.

use crate::view::{Class, ColumnsView, Label, LinkView, Mark, MentionKind, Reading, Run, SentenceId};

/// Writes the report. Cost: the words and facts of every link.
pub fn text(reading: &Reading) -> String {
    let mut out = String::new();
    for label in reading.labels() {
        line(&mut out, &[&heading(label)]);
    }
    for notice in reading.notices() {
        line(&mut out, &["Note: ", &notice.to_string()]);
    }
    for left in reading.labels() {
        for right in reading.labels().iter().filter(|l| l.article > left.article) {
            if let Some(columns) = reading.columns(left.article, right.article) {
                pair(&mut out, reading, &columns);
            }
        }
    }
    alone(&mut out, reading);
    out
}

fn line(out: &mut String, parts: &[&str]) {
    out.push_str(&parts.concat());
    out.push('\n');
}

/// "A, North, 2020-01-03: Title (22 sentences)".
fn heading(label: &Label) -> String {
    let known = [Some(&label.letter), label.outlet.as_ref(), label.published.as_ref()];
    let names: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
    let title = label.title.as_ref().map_or(String::new(), |title| format!(": {title}"));
    format!("{}{title} ({})", names.join(", "), counted(label.sentences as usize, "sentence"))
}

/// "1 link", "2 links".
fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// All links of two articles.
fn pair(out: &mut String, reading: &Reading, columns: &ColumnsView) {
    let (left, right) = (&columns.left, &columns.right);
    let count = columns.links.len();
    let title = format!("{} and {}: {}", left.label.letter, right.label.letter, counted(count, "link"));
    line(out, &["\n", &title]);
    line(out, &[&"=".repeat(title.len())]);
    for class in [Class::Same, Class::Reworded, Class::Partly] {
        let of_class = columns.links.iter().filter(|l| l.class == class).count();
        line(out, &[&format!("{}: {of_class}", name(class))]);
    }
    for found in &columns.links {
        link(out, reading, [&left.label, &right.label], found);
    }
}

/// One link: class and score, both sentences with their marks, and what they tell differently.
fn link(out: &mut String, reading: &Reading, labels: [&Label; 2], link: &LinkView) {
    let id = |label: &Label, sentence| SentenceId { article: label.article, sentence };
    let (left, right) = (id(labels[0], link.left), id(labels[1], link.right));
    let Some(runs) = reading.pair_runs(left, right) else { return };
    line(out, &[&format!("\n{}, {}", name(link.class), link.score)]);
    for ((label, id), runs) in labels.iter().zip([left, right]).zip(&runs) {
        line(out, &[&format!("{}{} ", label.letter, id.sentence + 1), &marked(runs)]);
    }
    for telling in reading.tellings(left, right) {
        let verdict = if telling.differs { "differs" } else { "is told differently" };
        let [here, there] = &telling.texts;
        line(out, &[&format!("   {} {verdict}: {} | {}", kind(telling.kind), flat(here), flat(there))]);
    }
}

/// What only one article tells, and what is no news at all.
fn alone(out: &mut String, reading: &Reading) {
    let all: Vec<u32> = reading.labels().iter().map(|l| l.article).collect();
    let rows = reading.rows(&all);
    for class in [Class::Only, Class::Unsure, Class::NotNews] {
        let title = name(class);
        line(out, &["\n", title]);
        line(out, &[&"=".repeat(title.len())]);
        let sentences = rows.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let mut found: Vec<(SentenceId, String)> =
            sentences.filter(|s| s.class == class).map(|s| (s.id, plain(&s.runs))).collect();
        found.sort_unstable();
        for (id, text) in found {
            let letter = reading.labels().get(id.article as usize).map_or("", |l| l.letter.as_str());
            line(out, &[&format!("{letter}{} {text}", id.sentence + 1)]);
        }
    }
}

fn name(class: Class) -> &'static str {
    match class {
        Class::Same => "Same words",
        Class::Reworded => "Reworded",
        Class::Partly => "Partly shared",
        Class::Only => "Only here",
        Class::Unsure => "Unsure",
        Class::NotNews => "Not news",
        Class::Fact => "Fact differs",
    }
}

fn kind(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Number => "Number",
        MentionKind::Name => "Name",
        MentionKind::Date => "Date",
        MentionKind::Quote => "Quotation",
    }
}

/// A sentence with its marks; neighbours with the same sign stand in one pair of brackets.
fn marked(runs: &[Run]) -> String {
    let mut stretches: Vec<(&str, String)> = Vec::new();
    for run in runs {
        let sign = sign(run);
        match stretches.last_mut() {
            Some((last, text)) if *last == sign => text.push_str(&run.text),
            _ => stretches.push((sign, run.text.clone())),
        }
    }
    stretches.iter().map(|(sign, text)| bracketed(sign, &flat(text))).collect()
}

fn sign(run: &Run) -> &'static str {
    match (run.fact, run.mark) {
        (Some(_), _) => "!",
        (None, Some(Mark::Variant)) => "~",
        (None, Some(Mark::Reworded)) => "=",
        (None, Some(Mark::Moved)) => ">",
        (None, Some(Mark::Only)) => "+",
        (None, Some(Mark::Shared) | None) => "",
    }
}

/// The text behind its sign, with the white space at its ends left outside.
fn bracketed(sign: &str, text: &str) -> String {
    let body = text.trim();
    if sign.is_empty() || body.is_empty() {
        return text.to_owned();
    }
    let (before, behind) = text.split_once(body).unwrap_or(("", ""));
    format!("{before}[{sign}{body}]{behind}")
}

fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| flat(&run.text)).collect()
}

/// The text on one line, with spaces for every white space.
fn flat(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}
