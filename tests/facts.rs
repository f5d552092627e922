//! Facts of linked sentences: text cases.
//!
//! A case is two lines, one sentence of each article, then `---` and a line for each fact: kind and verdict, the words
//! of the first sentence, `|`, the words of the second. Facts that agree are left out of a case that begins with
//! `disputes`. The file's name is the language.

mod support;

use diptych::align::SentenceId;
use diptych::facts::{Fact, Verdict};
use diptych::span::Span;
use diptych::text::Article;
use diptych::{Comparison, Options, compare};
use support::cases::{Outcome, cases};

const A: SentenceId = SentenceId { article: 0, sentence: 0 };
const B: SentenceId = SentenceId { article: 1, sentence: 0 };

#[test]
fn facts_come_out_as_the_cases_say() {
    let mut outcome = Outcome::default();
    for (file, case) in cases("facts") {
        let lang = file.trim_end_matches(".txt").split('-').next().unwrap_or("").to_owned();
        let (disputes, input) =
            case.input.strip_prefix("disputes\n").map_or((false, case.input.as_str()), |i| (true, i));
        let (a, b) = input.split_once('\n').unwrap_or_else(|| panic!("{file}:{}: two lines", case.line));
        let article = |text: &str| {
            let mut article = Article::from_text(text);
            article.lang = Some(lang.clone());
            article
        };
        let comparison = compare(&[article(a), article(b)], &Options::default());
        let facts = comparison.facts(A, B);
        let told = facts
            .iter()
            .filter(|f| !disputes || !matches!(f.verdict, Verdict::Agree | Verdict::OnlyA | Verdict::OnlyB));
        let found: Vec<String> = told.map(|f| line(&comparison, f)).collect();
        outcome.check(&file, &case, &found);
        check_symmetry(&[article(b), article(a)], &facts);
    }
    outcome.finish(45);
}

/// Swapping the sentences swaps the sides and nothing else.
fn check_symmetry(swapped: &[Article], facts: &[Fact]) {
    let mirror = |verdict| match verdict {
        Verdict::OnlyA => Verdict::OnlyB,
        Verdict::OnlyB => Verdict::OnlyA,
        other => other,
    };
    let back: Vec<_> = compare(swapped, &Options::default())
        .facts(A, B)
        .iter()
        .map(|f| (f.kind, mirror(f.verdict), f.b, f.a))
        .collect();
    assert_eq!(back.len(), facts.len(), "{facts:?} {back:?}");
    for fact in facts {
        assert!(back.contains(&(fact.kind, fact.verdict, fact.a, fact.b)), "{fact:?} {back:?}");
    }
}

fn line(comparison: &Comparison, fact: &Fact) -> String {
    let text = |article: usize, span: Option<Span>| {
        span.map_or("", |s| comparison.documents()[article].text_of(s)).to_owned()
    };
    let verdict = match fact.verdict {
        Verdict::Agree => "agree",
        Verdict::Differ => "differ",
        Verdict::ToldDifferently => "told differently",
        Verdict::OnlyA | Verdict::OnlyB => "only here",
        other => panic!("the cases have no word for {other:?}"),
    };
    let kind = format!("{:?}", fact.kind).to_lowercase();
    format!("{kind} {verdict}: {} | {}", text(0, fact.a), text(1, fact.b)).trim_end().to_owned()
}
