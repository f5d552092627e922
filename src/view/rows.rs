//! All shown articles as one table: a row for each group of sentences, a cell for each article.

use super::class::Class;
use super::columns::SentenceView;
use super::label::Label;
use super::reading::Reading;
use crate::align::link::{Link, SentenceId};
use crate::order::sort_by_key;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowsView {
    /// One column an article.
    pub labels: Vec<Label>,
    /// One row a group, or a sentence without one.
    pub rows: Vec<Row>,
    /// How many articles there are in all, shown or not.
    pub articles: u32,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The strongest class among its sentences.
    pub class: Class,
    /// How many of all articles tell it.
    pub told_by: u32,
    /// Whether a number, name, date or quotation differs in it.
    pub differs: bool,
    /// For each column the sentences that stand in it; none where nothing was found for this row.
    pub cells: Vec<Vec<Rc<SentenceView>>>,
    /// For each column without a sentence here the surest counterpart, which stands in another row.
    pub elsewhere: Vec<Option<SentenceId>>,
}

impl Reading {
    /// The given articles as a table, in the order of the first one as far as it goes; what others tell beside it
    /// stands after what it follows there. Cost: as for the columns of all these articles.
    pub fn rows(&self, articles: &[u32]) -> RowsView {
        let shown = |article: u32| articles.contains(&article);
        let group_of = self.group_index(&shown);
        let order = self.row_order(articles, &group_of);
        let mut members: BTreeMap<Key, Vec<SentenceId>> = BTreeMap::new();
        for id in articles.iter().flat_map(|&a| self.sentences(a)) {
            members.entry(key(&group_of, id)).or_default().push(id);
        }
        let row = |key: &Key| members.get(key).map(|ids| self.row(articles, ids));
        RowsView {
            labels: articles.iter().filter_map(|&a| self.labels().get(a as usize).cloned()).collect(),
            rows: order.iter().filter_map(row).collect(),
            articles: u32::try_from(self.labels().len()).unwrap_or(u32::MAX),
        }
    }

    fn row(&self, articles: &[u32], ids: &[SentenceId]) -> Row {
        let view =
            |id: SentenceId| Rc::new(self.sentence_view(id, |a| articles.contains(&a) && a != id.article));
        let cells: Vec<Vec<Rc<SentenceView>>> = articles
            .iter()
            .map(|&a| ids.iter().filter(|id| id.article == a).map(|&id| view(id)).collect())
            .collect();
        let sentences = || cells.iter().flatten();
        let told: BTreeSet<u32> = sentences()
            .flat_map(|s| {
                s.told.iter().zip(0..).filter(|(t, _)| **t != super::columns::Told::No).map(|(_, a)| a)
            })
            .collect();
        Row {
            class: sentences().map(|s| s.class).min().unwrap_or(Class::Only),
            told_by: u32::try_from(told.len()).unwrap_or(u32::MAX),
            differs: sentences().any(|s| !s.facts.is_empty()),
            elsewhere: articles
                .iter()
                .map(|&a| ids.iter().find_map(|&id| Some(self.counterparts(id, a).first()?.0)))
                .collect(),
            cells,
        }
    }

    /// The row of each linked sentence, counting only the links between shown articles. Links are taken surest first;
    /// two rows become one only when most of their sentences are linked across, so that a chain of loose links does
    /// not draw the whole story into one row. Cost: about the links times the sentences of a row squared.
    fn group_index(&self, shown: &impl Fn(u32) -> bool) -> BTreeMap<SentenceId, usize> {
        let mut links: Vec<&Link> = self.selection.links.iter().collect();
        links.retain(|l| shown(l.a.article) && shown(l.b.article));
        let joined: BTreeSet<(SentenceId, SentenceId)> = links.iter().map(|l| (l.a, l.b)).collect();
        sort_by_key(&mut links, |l| (Reverse((l.relation, l.score)), l.a, l.b));
        let mut row_of: BTreeMap<SentenceId, usize> = BTreeMap::new();
        let mut rows: Vec<Vec<SentenceId>> = Vec::new();
        for link in links {
            let [one, other] = [link.a, link.b].map(|id| {
                *row_of.entry(id).or_insert_with(|| {
                    rows.push(vec![id]);
                    rows.len() - 1
                })
            });
            if one != other && belong(&rows[one], &rows[other], &joined) {
                let moved = std::mem::take(&mut rows[other]);
                row_of.extend(moved.iter().map(|&id| (id, one)));
                rows[one].extend(moved);
            }
        }
        row_of
    }

    fn row_order(&self, articles: &[u32], group_of: &BTreeMap<SentenceId, usize>) -> Vec<Key> {
        let mut order: Vec<Key> = Vec::new();
        for &article in articles {
            let mut after = 0;
            for id in self.sentences(article) {
                let key = key(group_of, id);
                if let Some(at) = order.iter().position(|k| *k == key) {
                    after = at + 1;
                } else {
                    order.insert(after, key);
                    after += 1;
                }
            }
        }
        order
    }
}

/// Two rows become one when at least this share of the pairs across is linked, in percent.
const ROW_PERCENT: usize = 50;

/// Whether enough sentences of two rows are linked. Sentences of one article are never linked and don't count
/// against it, as one outlet may split what another tells in one go.
fn belong(one: &[SentenceId], other: &[SentenceId], joined: &BTreeSet<(SentenceId, SentenceId)>) -> bool {
    let across = || one.iter().flat_map(|a| other.iter().map(move |b| (*a.min(b), *a.max(b))));
    let pairs = across().filter(|(a, b)| a.article != b.article).count();
    let linked = across().filter(|pair| joined.contains(pair)).count();
    pairs > 0 && linked * 100 >= pairs * ROW_PERCENT
}

/// What a row stands for: a group, or a sentence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Group(usize),
    Alone(SentenceId),
}

fn key(group_of: &BTreeMap<SentenceId, usize>, id: SentenceId) -> Key {
    group_of.get(&id).map_or(Key::Alone(id), |&g| Key::Group(g))
}
