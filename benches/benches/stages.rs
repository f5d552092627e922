//! How long each stage takes on two articles of the built-in story: `cargo bench --package diptych-bench`.

use criterion::{Criterion, criterion_group, criterion_main};
use diptych::align::candidates::candidates;
use diptych::align::model::Model;
use diptych::align::prepared::Prepared;
use diptych::align::score::score;
use diptych::align::select::select;
use diptych::mentions::Document;
use diptych::text::Lexicon;
use diptych::text::segment::segment;
use diptych::work::Work;
use diptych::{Article, Comparison, Options, Sensitivity, compare};
use std::hint::black_box;

/// The two longest articles of the story.
fn articles() -> [Article; 2] {
    ["002_955d24485b83f74b", "003_09b263de45a9b185"].map(|name| {
        let path = format!("{}/../seeds/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        Article::from_text(std::fs::read_to_string(path).expect("the seeds are part of the repository"))
    })
}

fn texts(criterion: &mut Criterion) {
    let articles = articles();
    let text = &articles[0].text;
    criterion
        .bench_function("1 read, one article", |b| b.iter(|| Article::from_text(black_box(text.as_str()))));
    criterion.bench_function("2 segment, one article", |b| b.iter(|| segment(black_box(&articles[0]))));
    criterion.bench_function("3 prepare (segment, tokenize, mentions), two articles", |b| {
        b.iter(|| {
            let mut lexicon = Lexicon::default();
            articles.clone().map(|article| Document::new(article, &mut lexicon))
        });
    });
}

fn links(criterion: &mut Criterion) {
    let mut lexicon = Lexicon::default();
    let documents = articles().map(|article| Document::new(article, &mut lexicon));
    let prepared = Prepared::new(&documents, &lexicon);
    let enough = || Work::new(Options::default().work_limit);
    let pairs = candidates(&prepared, &mut enough());
    let scored = score(&prepared, &pairs, Model::shipped(), &mut enough());
    criterion.bench_function("4 profiles and index", |b| {
        b.iter(|| Prepared::new(black_box(&documents), &lexicon));
    });
    criterion.bench_function("5 candidates", |b| b.iter(|| candidates(black_box(&prepared), &mut enough())));
    criterion.bench_function("6 score", |b| {
        b.iter(|| score(&prepared, black_box(&pairs), Model::shipped(), &mut enough()));
    });
    criterion.bench_function("7 select and group", |b| {
        b.iter(|| select(black_box(&scored), Sensitivity::DEFAULT));
    });
}

fn words(criterion: &mut Criterion) {
    let comparison = compare(&articles(), &Options::default());
    let links = comparison.at(Sensitivity::DEFAULT).links;
    let each = |of: fn(&Comparison, &diptych::align::Link) -> usize| {
        links.iter().map(|link| of(black_box(&comparison), link)).sum::<usize>()
    };
    criterion.bench_function("8 words of all links", |b| b.iter(|| each(|c, l| c.edits(l.a, l.b).len())));
    criterion.bench_function("9 facts of all links", |b| b.iter(|| each(|c, l| c.facts(l.a, l.b).len())));
    let articles = articles();
    criterion.bench_function("all compare, two articles", |b| {
        b.iter(|| compare(black_box(&articles), &Options::default()));
    });
}

criterion_group!(stages, texts, links, words);
criterion_main!(stages);
