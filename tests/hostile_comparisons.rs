//! Texts made to break things, each with the calm answer that is expected.
//!
//! `cargo test --profile long --test hostile_comparisons` runs the full sizes; without optimization the large ones are a tenth, so that
//! everybody can run them at every change.

mod support;

use diptych::text::InputError;
use diptych::text::read::{MAX_BYTES, problem_of};
use diptych::{Article, Comparison, Notice, Options, Sensitivity, compare};
use std::fmt::Write;
use support::invariants::{assert_invariants, assert_words};

/// The given size, or a tenth of it where code is not optimized.
const fn full(size: usize) -> usize {
    if cfg!(debug_assertions) { size / 10 } else { size }
}

/// Compares the texts and checks every invariant of the result.
fn calm(texts: &[&str]) -> Comparison {
    let articles: Vec<Article> = texts.iter().map(|text| Article::from_text(*text)).collect();
    let comparison = compare(&articles, &Options::default());
    assert_invariants(&comparison);
    assert_words(&comparison, 3);
    comparison
}

fn links(comparison: &Comparison) -> usize {
    comparison.at(Sensitivity::DEFAULT).links.len()
}

const STORY: &str = "The ministry closed the harbour of Antwerp on Friday after a fire destroyed nine cranes. \
                     Engineers expect repairs to take three weeks.";

/// Sentences of a small vocabulary, all different.
fn many_sentences(count: usize) -> String {
    let nouns = ["harbour", "ministry", "engineer", "crane", "strike", "verdict", "orchard"];
    let verbs = ["closed", "repaired", "denied", "painted", "sold"];
    (0..count).fold(String::new(), |mut text, i| {
        let _ = writeln!(text, "The {} {} lot {i}.", nouns[i % nouns.len()], verbs[i % verbs.len()]);
        text
    })
}

#[test]
fn a_megabyte_without_a_space() {
    let word = "x".repeat(full(1_000_000));
    let other = "pneumonoultramicroscopic".repeat(full(1_000_000) / 24);
    calm(&[&word, &word]);
    calm(&[&word, &other]);
    calm(&[&format!("{STORY} {word}"), &format!("{STORY} {other}")]);
}

#[test]
fn a_megabyte_of_text_without_spaces_between_words() {
    let chinese = "\u{6d77}\u{6e2f}\u{5728}\u{706b}\u{707e}\u{540e}\u{5173}\u{95ed}".repeat(full(40_000));
    let thai = "\u{e17}\u{e48}\u{e32}\u{e40}\u{e23}\u{e37}\u{e2d}\u{e1b}\u{e34}\u{e14}".repeat(full(30_000));
    calm(&[&chinese, &chinese]);
    calm(&[&thai, &chinese]);
}

#[test]
fn a_million_sentences() {
    let text = many_sentences(full(1_000_000));
    let comparison = calm(&[&text, STORY]);
    assert_eq!(comparison.documents()[0].sentences.len(), full(1_000_000));
}

#[test]
fn a_million_sentences_of_one_letter() {
    let text = "A. ".repeat(full(1_000_000));
    calm(&[&text, &text]);
}

#[test]
fn identical_sentences_on_both_sides_are_linked_in_turn() {
    let count = full(5_000);
    let text = "The ministry closed the harbour of Antwerp on Friday.\n".repeat(count);
    let comparison = calm(&[&text, &text]);
    let links = comparison.at(Sensitivity::DEFAULT).links;
    for sentence in 0..u32::try_from(count).unwrap() {
        assert!(links.iter().any(|l| l.a.sentence == sentence && l.b.sentence == sentence), "{sentence}");
    }
}

#[test]
fn sentences_that_all_share_the_same_few_words() {
    let text = |salt: usize| {
        (0..full(20_000)).fold(String::new(), |mut text, i| {
            let _ = writeln!(text, "Harbour ministry crane {} engineer {}.", i * salt % 7, i * salt % 11);
            text
        })
    };
    calm(&[&text(1), &text(3)]);
}

#[test]
fn an_article_fifty_times_the_other() {
    let long = format!("{}\n{STORY}\n{}", many_sentences(5_000), many_sentences(5_000));
    let comparison = calm(&[&long, &format!("{STORY}\n{}", many_sentences(200))]);
    assert!(links(&comparison) >= 2, "the story is found in the long article");
}

#[test]
fn a_hundred_thousand_combining_marks_on_one_letter() {
    let zalgo = format!("{STORY} e{} said the ministry.", "\u{301}".repeat(full(100_000)));
    let mixed = format!("{STORY} e{} said the ministry.", "\u{301}\u{323}".repeat(full(50_000)));
    calm(&[&zalgo, &mixed]);
    calm(&[&zalgo, &zalgo]);
}

/// One sentence of `count` words, none of them twice.
fn long_sentence(count: usize, prefix: &str) -> String {
    (0..count).fold("The list reads".to_owned(), |mut text, i| {
        let _ = write!(text, " {prefix}{i}");
        text
    }) + "."
}

#[test]
fn a_sentence_of_a_hundred_thousand_words() {
    let count = full(100_000);
    let one = long_sentence(count, "w");
    calm(&[&one, &one]);
    calm(&[&one, &long_sentence(count, "v")]);
    calm(&[&one, STORY]);
}

#[test]
fn a_sentence_of_a_hundred_thousand_words_in_another_order() {
    let words = |step: usize| {
        let count = full(100_000);
        (0..count).fold("The list reads".to_owned(), |mut text, i| {
            let _ = write!(text, " w{}", i * step % count);
            text
        }) + "."
    };
    calm(&[&words(1), &words(7)]);
}

#[test]
fn a_sentence_of_a_hundred_thousand_times_the_same_two_words() {
    let ab = format!("It {}.", "stop go ".repeat(full(50_000)).trim());
    let ba = format!("It {}.", "go go stop ".repeat(full(33_000)).trim());
    calm(&[&ab, &ba]);
}

#[test]
fn fifty_megabytes_are_read_and_compared() {
    let line = "The ministry closed the harbour on Friday, and engineers expect repairs to take weeks.\n";
    let text = line.repeat(full(50_000_000) / line.len());
    let article = Article::from_text(text);
    let comparison = compare(&[article, Article::from_text(STORY)], &Options::default());
    assert_invariants(&comparison);
}

#[test]
fn what_is_no_text_is_refused_with_a_sentence() {
    let large = "x".repeat(MAX_BYTES + 1);
    assert_eq!(problem_of(&large), Some(InputError::TooLarge));
    assert_eq!(problem_of("The harbour\0closed."), Some(InputError::Binary));
    for text in ["", " \r\n\t", "\u{200d}\u{feff}\u{ad}", "\u{301}"] {
        assert_eq!(problem_of(text), Some(InputError::Empty), "{text:?}");
    }
}

/// What may stand in a text without a reader seeing it, or seeing anything but it.
const INVISIBLE: &[(&str, &str)] = &[
    ("right-to-left override", "\u{202e}"),
    ("left-to-right embedding", "\u{202a}"),
    ("first-strong isolate", "\u{2068}"),
    ("right-to-left isolate never closed", "\u{2067}\u{2067}\u{2067}"),
    ("pop without push", "\u{2069}\u{202c}"),
    ("NUL", "\0"),
    ("bell", "\u{7}"),
    ("escape", "\u{1b}[2J"),
    ("delete", "\u{7f}"),
    ("C1 control", "\u{85}\u{9b}"),
    ("byte-order mark", "\u{feff}"),
    ("soft hyphen", "\u{ad}"),
    ("zero-width joiner", "\u{200d}"),
    ("zero-width non-joiner", "\u{200c}"),
    ("zero-width space", "\u{200b}"),
    ("word joiner", "\u{2060}"),
    ("variation selector", "\u{fe0f}"),
    ("tag character", "\u{e0041}"),
    ("noncharacter", "\u{fffe}\u{10ffff}"),
    ("replacement character", "\u{fffd}"),
    ("private use", "\u{e000}"),
    ("combining mark", "\u{338}"),
];

#[test]
fn invisible_characters_between_words_hide_no_link() {
    let hidden = INVISIBLE.iter().filter(|(_, nasty)| {
        let dressed = STORY.replace(' ', &format!("{nasty} "));
        links(&calm(&[STORY, &dressed])) == 0
    });
    assert_eq!(hidden.map(|(name, _)| *name).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn invisible_characters_anywhere_break_nothing() {
    for (name, nasty) in INVISIBLE {
        for (at, _) in STORY.char_indices().step_by(3) {
            let mut dressed = STORY.to_owned();
            dressed.insert_str(at, nasty);
            let comparison = calm(&[&dressed, STORY]);
            assert!(links(&comparison) >= 1, "{name} at {at}");
        }
    }
}

#[test]
fn soft_hyphens_and_joiners_inside_words_make_no_difference() {
    for nasty in ["\u{ad}", "\u{200b}", "\u{200d}", "\u{200c}", "\u{2060}", "\u{feff}"] {
        let dressed = STORY.replace("ministry", &format!("mini{nasty}stry"));
        let plain = calm(&[STORY, STORY]);
        let other = calm(&[STORY, &dressed]);
        assert_eq!(plain.candidates(), other.candidates(), "{:?}", nasty.escape_unicode().to_string());
    }
}

#[test]
fn line_ends_of_every_kind_make_no_difference() {
    let lines = ["The harbour closed.", "Nine cranes burned on Friday.", "Repairs take three weeks."];
    let plain = calm(&[&lines.join("\n"), STORY]);
    for ends in
        [["\r\n", "\n"], ["\r", "\n"], ["\n\r\n", "\r\r"], ["\u{2028}", "\u{2029}"], ["\u{b}", "\u{c}"]]
    {
        let text = format!("{}{}{}{}{}", lines[0], ends[0], lines[1], ends[1], lines[2]);
        let other = calm(&[&text, STORY]);
        let sentences = &other.documents()[0];
        let told: Vec<&str> = (0..sentences.sentences.len()).map(|i| sentences.sentence_text(i)).collect();
        assert_eq!(told, lines, "{ends:?}");
        assert_eq!(plain.candidates(), other.candidates(), "{ends:?}");
    }
}

#[test]
fn letters_that_only_look_alike_stay_different_and_harm_no_neighbour() {
    // Cyrillic `а`, `с` and `о` for the Latin letters.
    let dressed = STORY.replace('a', "\u{430}").replace('c', "\u{441}").replace('o', "\u{43e}");
    let comparison = calm(&[STORY, &dressed]);
    assert_eq!(comparison.documents()[1].article.text, dressed);
    let one = STORY.replace("harbour", "h\u{430}rbour");
    assert!(links(&calm(&[STORY, &one])) >= 1);
}

#[test]
fn numbers_of_every_kind_are_only_text() {
    let numbers = [
        "1e999",
        "-1e999",
        "NaN",
        "Infinity",
        "0x7fffffffffffffff",
        "\u{661}\u{662}\u{663}",
        "\u{ff11}\u{ff12}",
        "99999999999999999999999999999999",
        "1,2,3,4,5",
        "1.2.3.4",
        "0.0.0",
        "\u{bd}",
        "\u{2460}",
        "\u{4e03}",
        "-0",
        "1/0",
        "10^400",
        "2026-99-99",
        "31.02.2026",
        "24:61",
        "1\u{a0}000\u{a0}000",
        "$-5",
        "%%%",
        "12th-of-never",
    ];
    for number in numbers {
        let told = format!("Officials counted {number} wounded people at the harbour on Friday.");
        let comparison = calm(&[&told, "Officials counted 12 wounded people at the harbour on Friday."]);
        assert_eq!(links(&comparison), 1, "{number}");
        calm(&[&number.repeat(500), number]);
    }
    let digits = "9".repeat(full(200_000));
    calm(&[&format!("They counted {digits} ships."), &format!("They counted {digits}1 ships.")]);
    let list = "1 ".repeat(full(50_000));
    calm(&[&list, &list]);
}

#[test]
fn punctuation_by_the_ton() {
    for mark in [
        "\u{201c}",
        "\u{201d}",
        "\"",
        "'",
        "(",
        "[[",
        "...",
        "!?",
        "\u{2026}",
        "\u{2014}",
        "U.S. ",
        "A.B.",
        "@",
        "https://a/",
    ] {
        let text = mark.repeat(full(100_000) / mark.len());
        calm(&[&format!("{STORY} {text} {STORY}"), &format!("{text}\n{STORY}")]);
    }
}

#[test]
fn quotations_that_never_end() {
    let text = "\u{201c}The harbour closed on Friday. Nine cranes burned, he said. ".repeat(full(10_000));
    calm(&[&text, STORY]);
    let nested = format!("{}word{}", "\u{201c}(".repeat(full(50_000)), ")\u{201d}".repeat(full(50_000)));
    calm(&[&nested, &nested]);
}

#[test]
fn names_in_capitals_without_end() {
    let text = "Harbour Master Of Antwerp ".repeat(full(40_000));
    calm(&[&text, &text]);
    let capitals = "HARBOUR CLOSED ".repeat(full(50_000));
    calm(&[&capitals, STORY]);
}

#[test]
fn markup_is_text_like_any_other() {
    for markup in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<template shadowrootmode=open><script>1</script></template>",
        "</textarea></title></style></script><b>",
        "&lt;b&gt; &#0; &#x110000; &amp;amp;",
        "javascript:alert(1) data:text/html,<b>",
        "{{constructor.constructor('alert(1)')()}} ${7*7}",
        "]]><![CDATA[ <!DOCTYPE x [<!ENTITY a \"&a;&a;\">]>",
    ] {
        let text = format!("{STORY} {markup} {STORY}");
        let comparison = calm(&[&text, STORY]);
        assert_eq!(comparison.documents()[0].article.text, text);
        assert!(links(&comparison) >= 2, "{markup}");
    }
}

#[test]
fn many_articles() {
    let texts: Vec<String> = (0..full(500)).map(|i| format!("{STORY} Outlet {i} was there.")).collect();
    calm(&texts.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_work_limit_hit_anywhere_gives_a_partial_result_that_says_so() {
    let text = many_sentences(300);
    let articles = [Article::from_text(text.as_str()), Article::from_text(format!("{STORY}\n{text}"))];
    let whole = compare(&articles, &Options::default());
    assert!(!whole.notices().contains(&Notice::WorkLimit));
    for work_limit in (0..24).map(|power| (1_u64 << power) - 1) {
        let partial = compare(&articles, &Options::with_work_limit(work_limit));
        assert_invariants(&partial);
        let told = partial.notices().contains(&Notice::WorkLimit);
        assert!(
            told || partial.candidates() == whole.candidates(),
            "a partial result at {work_limit} says so"
        );
    }
}
