//! Names, numbers, dates and quotations of sentences: text cases by language.
//!
//! A case is a text, `---`, and a line for each mention: its kind, the words that a reader would mark, and after `=`
//! what they say. `===` stands between cases. The file's name is the language.

mod support;

use diptych::mentions::Document;
use diptych::mentions::{Bound, Date, Mention, MentionKind, MentionValue, Number, Period, Unit};
use diptych::text::{Article, Lexicon};
use support::cases::{Outcome, cases};

#[test]
fn mentions_come_out_as_the_cases_say() {
    let mut outcome = Outcome::default();
    for (file, case) in cases("mentions") {
        let lang = file.trim_end_matches(".txt").split('-').next().unwrap_or("").to_owned();
        let mut lexicon = Lexicon::default();
        let mut article = Article::from_text(case.input.clone());
        article.lang = Some(lang);
        let document = Document::new(article, &mut lexicon);
        let found: Vec<String> = document.mentions.iter().map(|m| line(&document, m)).collect();
        outcome.check(&file, &case, &found);
    }
    outcome.finish(60);
}

fn line(document: &Document, mention: &Mention) -> String {
    let text = document.text_of(mention.span);
    let (kind, value) = match &mention.value {
        MentionValue::Number(n) => ("number", number(n)),
        MentionValue::Name(n) => ("name", n.title.map_or(String::new(), |t| document.text_of(t).to_owned())),
        MentionValue::Date(d) => ("date", date(d)),
        MentionValue::Quote(q) => {
            ("quote", q.speaker.map_or(String::new(), |s| document.text_of(s).to_owned()))
        }
    };
    let value = if value.is_empty() { value } else { format!(" = {value}") };
    format!("{kind}: {text}{value}")
}

fn number(n: &Number) -> String {
    let bound = match n.bound {
        Bound::Exact => "",
        Bound::AtLeast => "at least ",
        Bound::MoreThan => "more than ",
        Bound::AtMost => "at most ",
        Bound::LessThan => "less than ",
        Bound::About => "about ",
        Bound::Vague => "vague ",
    };
    let unit = match n.unit {
        Unit::Unknown => String::new(),
        Unit::Percent => " percent".to_owned(),
        Unit::Age => " years old".to_owned(),
        Unit::Rank => " in order".to_owned(),
        Unit::Money(currency) => format!(" {currency:?}").to_lowercase(),
        Unit::Persons(_) => " persons".to_owned(),
        Unit::Things(_) => " things".to_owned(),
    };
    let figure = if n.low == n.high {
        thousandths(n.low)
    } else {
        format!("{} to {}", thousandths(n.low), thousandths(n.high))
    };
    format!("{bound}{figure}{unit}")
}

fn thousandths(n: u64) -> String {
    if n.is_multiple_of(1000) { (n / 1000).to_string() } else { format!("{}.{:03}", n / 1000, n % 1000) }
}

fn date(d: &Date) -> String {
    let mut parts = Vec::new();
    let mut say = |name: &str, value: Option<String>| parts.extend(value.map(|v| format!("{name} {v}")));
    say("year", d.year.map(|v| v.to_string()));
    say("season", d.season.map(|v| v.to_string()));
    say("month", d.month.map(|v| v.to_string()));
    say("day", d.day.map(|v| v.to_string()));
    say("weekday", d.weekday.map(|v| v.to_string()));
    say("in the", d.part.map(|p| format!("{p:?}").to_lowercase()));
    say("at", d.minute.map(|m| format!("{}:{:02}", m / 60, m % 60)));
    say("relative", d.relative.map(|r| format!("{:+} {}", r.offset, period(r.period))));
    parts.join(", ")
}

fn period(period: Period) -> String {
    format!("{period:?}").to_lowercase()
}

#[test]
fn mentions_lie_in_their_sentences_in_order() {
    let mut lexicon = Lexicon::default();
    for path in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds")).expect("the seeds").flatten()
    {
        let Ok(text) = std::fs::read_to_string(path.path()) else { continue };
        let document = Document::new(Article::from_text(text), &mut lexicon);
        let mut last = (0, 0);
        for mention in &document.mentions {
            let sentence = &document.sentences[mention.sentence as usize];
            assert!(sentence.span.contains(mention.span), "{}", document.text_of(mention.span));
            assert!((mention.sentence, mention.first_token) >= last);
            assert!(!document.text_of(mention.span).is_empty());
            last = (mention.sentence, mention.first_token);
            let is_inside_date = |other: &&Mention| {
                other.kind() == MentionKind::Date
                    && mention.kind() != MentionKind::Quote
                    && other.span.overlaps(mention.span)
            };
            let dates = document.mentions.iter().filter(is_inside_date).count();
            assert_eq!(dates, usize::from(mention.kind() == MentionKind::Date));
        }
    }
}
