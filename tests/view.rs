//! What a reader sees of the built-in story, as data.

use diptych::view::{Class, Mark, MentionKind, PairView, Reading, Run, SentenceId, Told};
use diptych::{Article, Comparison, Notice, Options, compare};
use std::rc::Rc;

const A: u32 = 0;
const B: u32 = 1;
const D: u32 = 3;
const E: u32 = 4;

fn comparison() -> Rc<Comparison> {
    let texts = [
        include_str!("../seeds/000_28464f7c55bba9b3.txt"),
        include_str!("../seeds/001_4e4024296a481e3b.txt"),
        include_str!("../seeds/002_955d24485b83f74b.txt"),
        include_str!("../seeds/003_09b263de45a9b185.txt"),
        include_str!("../seeds/004_04eb678c1c4f6be2.txt"),
    ];
    Rc::new(compare(&texts.map(Article::from_text), &Options::default()))
}

fn reading() -> Reading {
    Reading::new(comparison(), Options::default().sensitivity.get())
}

/// The sentence of an article that contains `words`.
fn find(reading: &Reading, article: u32, words: &str) -> SentenceId {
    let count = reading.labels()[article as usize].sentences;
    let ids = (0..count).map(|sentence| SentenceId { article, sentence });
    let found: Vec<_> = ids.filter(|id| reading.sentence_text(*id).contains(words)).collect();
    assert_eq!(found.len(), 1, "{words:?} stands once in article {article}");
    found[0]
}

fn text(runs: &[Run]) -> String {
    runs.iter().map(|r| r.text.as_str()).collect()
}

fn marked(pair: &PairView, side: usize, mark: Mark) -> Vec<&str> {
    pair.runs[side].iter().filter(|r| r.mark == Some(mark)).map(|r| r.text.as_str()).collect()
}

#[test]
fn columns_give_every_sentence_in_its_author_s_order() {
    let reading = reading();
    let columns = reading.columns(B, E).unwrap();
    for column in [&columns.left, &columns.right] {
        for (number, sentence) in (0..).zip(column.sentences()) {
            assert_eq!(sentence.id.sentence, number);
            assert_eq!(text(&sentence.runs), reading.sentence_text(sentence.id));
        }
    }
    assert_eq!(columns.left.label.letter, "B");
    assert!(columns.left.also > 4 && columns.left.only > 4);
}

#[test]
fn of_long_articles_no_more_is_shown_than_was_asked_for() {
    let sensitivity = Options::default().sensitivity.get();
    let whole = reading();
    let lengths = |r: &Reading| r.labels().iter().map(|l| l.sentences).collect::<Vec<_>>();
    for most in [0, 1, 7, 60, 100, lengths(&whole).iter().sum::<u32>() - 1] {
        let part = Reading::of_first(comparison(), sensitivity, most);
        let share = lengths(&part).into_iter().max().unwrap();
        assert!(lengths(&part).iter().sum::<u32>() <= most);
        assert!(part.notices().contains(&Notice::PartShown { sentences: share }), "{most}");
        let expected: Vec<u32> = lengths(&whole).into_iter().map(|n| n.min(share)).collect();
        assert_eq!(lengths(&part), expected, "short articles stay whole");
        let columns = part.columns(B, E).unwrap();
        let within = |n: u32, article: u32| n < expected[article as usize];
        assert!(columns.links.iter().all(|l| within(l.left, B) && within(l.right, E)));
        let seen = columns.left.sentences().chain(columns.right.sentences());
        assert!(seen.flat_map(|s| &s.counterparts).all(|id| within(id.sentence, id.article)));
    }
    let all = Reading::of_first(comparison(), sensitivity, lengths(&whole).iter().sum());
    assert_eq!((lengths(&all), all.notices()), (lengths(&whole), whole.notices()));
}

/// Each of them once, in its author's order, right behind what it follows there.
#[test]
fn what_only_the_other_article_tells_stands_where_it_tells_it() {
    let reading = reading();
    let columns = reading.columns(B, E).unwrap();
    let unmatched = columns.unmatched();
    assert_eq!(unmatched.len(), columns.left.sentences().count() + 1);
    let mut ids: Vec<u32> = unmatched.iter().flatten().map(|s| s.id.sentence).collect();
    ids.sort_unstable();
    let alone = columns.right.sentences().filter(|s| s.counterparts.is_empty());
    assert_eq!(ids, alone.map(|s| s.id.sentence).collect::<Vec<_>>());
    let right: Vec<_> = columns.right.sentences().collect();
    for (place, first) in unmatched.iter().enumerate().filter_map(|(p, list)| Some((p, list.first()?))) {
        let before = first.id.sentence.checked_sub(1).map(|n| right[n as usize].counterparts.first());
        let expected = before.flatten().map_or(0, |left| left.sentence as usize + 1);
        assert_eq!(place, expected, "{first:?}");
    }
}

#[test]
fn the_pentagon_s_statement_is_told_by_the_outlets_that_quote_it() {
    let reading = reading();
    let quote = find(&reading, B, "At the direction of the President");
    for article in [D, E] {
        let there = find(&reading, article, "At the direction of the President");
        let counterparts = reading.counterparts(quote, article);
        assert!(
            counterparts.iter().any(|(id, class)| *id == there && class.is_linked()),
            "article {article}"
        );
    }
    let told = reading.told(quote);
    assert_eq!(
        [told[B as usize], told[D as usize], told[E as usize]],
        [Told::Here, Told::Whole, Told::Whole]
    );
}

#[test]
fn swapping_sides_changes_nothing_but_the_sides() {
    let reading = reading();
    let (one, other) = (reading.columns(B, E).unwrap(), reading.columns(E, B).unwrap());
    assert_eq!((&one.left, &one.right), (&other.right, &other.left));
    let mut turned: Vec<_> = other.links.iter().map(|l| (l.right, l.left, l.class, l.differs)).collect();
    diptych::order::sort_by_key(&mut turned, |l| (l.0, l.1));
    let links: Vec<_> = one.links.iter().map(|l| (l.left, l.right, l.class, l.differs)).collect();
    assert_eq!(links, turned);
    for link in &one.links {
        let ids =
            [SentenceId { article: B, sentence: link.left }, SentenceId { article: E, sentence: link.right }];
        let (pair, back) = (reading.pair(ids[0], ids[1]).unwrap(), reading.pair(ids[1], ids[0]).unwrap());
        assert_eq!([&pair.runs[0], &pair.runs[1]], [&back.runs[1], &back.runs[0]]);
    }
}

#[test]
fn seven_and_at_least_eight_are_a_number_that_differs() {
    let reading = reading();
    let seven = find(&reading, B, "seven people");
    let eight = find(&reading, D, "at least eight");
    let pair = reading.pair(seven, eight).unwrap();
    let lit = |side: usize| {
        let runs = pair.runs[side].iter().filter(|r| r.fact == Some(MentionKind::Number));
        runs.map(|r| r.text.as_str()).collect::<String>()
    };
    assert!(lit(0).contains("seven"), "{:?}", pair.runs[0]);
    assert!(lit(1).contains("eight"), "{:?}", pair.runs[1]);
    let view = reading.columns(B, D).unwrap();
    let sentence = view.left.sentences().find(|s| s.id == seven).unwrap();
    assert!(sentence.facts.contains(&MentionKind::Number));
}

#[test]
fn a_name_spelled_otherwise_is_a_variant_and_no_difference() {
    let reading = reading();
    let (a, b) =
        (find(&reading, A, "Top Iranian general Qassim"), find(&reading, B, "an Iranian General Qassem"));
    let pair = reading.pair(a, b).unwrap();
    assert!(marked(&pair, 0, Mark::Variant).iter().any(|t| t.contains("Qassim")), "{:?}", pair.runs[0]);
    assert!(marked(&pair, 1, Mark::Variant).iter().any(|t| t.contains("Qassem")), "{:?}", pair.runs[1]);
    assert!(pair.runs.iter().flatten().filter(|r| r.text.contains("Qass")).all(|r| r.fact.is_none()));
}

#[test]
fn cells_of_a_pair_hold_every_word_of_both_sentences() {
    let reading = reading();
    for link in reading.columns(B, D).unwrap().links {
        let ids =
            [SentenceId { article: B, sentence: link.left }, SentenceId { article: D, sentence: link.right }];
        let pair = reading.pair(ids[0], ids[1]).unwrap();
        for (side, id) in ids.into_iter().enumerate() {
            let cells = pair.cells.iter().flat_map(|c| c.texts[side].split_whitespace());
            let words = cells.collect::<String>();
            let expected = reading.sentence_text(id).split_whitespace().collect::<String>();
            assert_eq!(words, expected);
        }
    }
}

#[test]
fn rows_hold_every_sentence_of_every_article_once() {
    let reading = reading();
    let rows = reading.rows(&[0, 1, 2, 3, 4]);
    let mut ids: Vec<SentenceId> =
        rows.rows.iter().flat_map(|r| r.cells.iter().flatten()).map(|s| s.id).collect();
    let total: u32 = reading.labels().iter().map(|l| l.sentences).sum();
    assert_eq!(ids.len(), total as usize);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), total as usize);
    assert!(rows.rows.iter().any(|r| r.told_by >= 4));
    assert!(rows.rows.iter().all(|r| r.class != Class::Fact && (1..=5).contains(&r.told_by)));
}

#[test]
fn the_strip_has_a_cell_for_every_sentence() {
    let reading = reading();
    let strip = reading.strip();
    let cells: Vec<u32> = strip.lanes.iter().map(|l| u32::try_from(l.cells.len()).unwrap()).collect();
    let sentences: Vec<u32> = reading.labels().iter().map(|l| l.sentences).collect();
    assert_eq!(cells, sentences);
    assert!(strip.lanes.iter().flat_map(|l| &l.cells).any(|c| c.differs));
}

#[test]
fn any_pair_of_articles_that_exists_may_be_asked_for() {
    let reading = reading();
    assert_eq!(reading.pair_shown([Some(4), Some(1)]), Some([4, 1]));
    assert!(reading.columns(1, 9).is_none());
}

#[test]
fn an_article_named_alone_stands_beside_the_one_that_shares_most_with_it() {
    let reading = reading();
    let count = u32::try_from(reading.labels().len()).unwrap();
    for named in 0..count {
        let [left, partner] = reading.pair_shown([Some(named), None]).unwrap();
        assert_eq!(left, named);
        assert_eq!(reading.pair_shown([None, Some(named)]), Some([partner, named]));
        assert_eq!(reading.pair_shown([Some(named), Some(9)]), reading.pair_shown([None, None]));
        assert_eq!(reading.pair_shown([Some(named), Some(named)]), Some([named, partner]));
        let most = (0..count).filter(|o| *o != named).map(|o| reading.link_count(named, o)).max().unwrap();
        assert!(reading.link_count(named, partner) * 2 > most, "{named} stands beside {partner}");
    }
    assert_eq!(reading.pair_shown([Some(9), None]), reading.pair_shown([None, None]));
}

#[test]
fn an_article_that_shares_nothing_still_has_one_beside_it() {
    let texts = ["Oil prices rose.", "Nobody slept in Marlow.", "A whale was seen off the coast of Peru."];
    let comparison = compare(&texts.map(Article::from_text), &Options::default());
    let reading = Reading::new(Rc::new(comparison), 500);
    assert_eq!(reading.pair_shown([Some(0), None]), Some([0, 1]));
    assert_eq!(reading.pair_shown([Some(2), None]), Some([2, 0]));
    assert_eq!(reading.pair_shown([None, Some(0)]), Some([1, 0]));
}
