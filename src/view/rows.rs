//! All shown articles as one table: a row for each group of sentences, a cell for each article.

use super::class::Class;
use super::columns::{SentenceView, Told};
use super::label::Label;
use super::reading::{Reading, other_end};
use crate::align::link::{Link, SentenceId};
use crate::order::sort_by_key;
use std::cmp::Reverse;
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
        RowsView {
            labels: articles.iter().filter_map(|&a| self.labels().get(a as usize).cloned()).collect(),
            rows: self
                .row_order(articles, &group_of)
                .iter()
                .map(|(_, ids)| self.row(articles, ids))
                .collect(),
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
        let tells =
            |article: &usize| sentences().any(|s| s.told.get(*article).is_some_and(|t| *t != Told::No));
        let told = (0..self.labels().len()).filter(tells).count();
        Row {
            class: sentences().map(|s| s.class).min().unwrap_or(Class::Only),
            told_by: u32::try_from(told).unwrap_or(u32::MAX),
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
    fn group_index(&self, shown: &impl Fn(u32) -> bool) -> Vec<Vec<Option<usize>>> {
        let mut links: Vec<&Link> = self.selection.links.iter().collect();
        links.retain(|l| shown(l.a.article) && shown(l.b.article));
        sort_by_key(&mut links, |l| (Reverse((l.relation, l.score)), l.a, l.b));
        let mut row_of: Vec<Vec<Option<usize>>> =
            self.labels().iter().map(|l| vec![None; l.sentences as usize]).collect();
        let mut rows: Vec<Vec<SentenceId>> = Vec::new();
        for link in links {
            let mut ends = [0; 2];
            for (end, id) in ends.iter_mut().zip([link.a, link.b]) {
                *end = group(&row_of, id).unwrap_or(rows.len());
                if *end == rows.len() {
                    rows.push(vec![id]);
                    set_group(&mut row_of, id, *end);
                }
            }
            let [one, other] = ends;
            if one != other && self.belong(&rows[one], &rows[other]) {
                let moved = std::mem::take(&mut rows[other]);
                for id in moved {
                    set_group(&mut row_of, id, one);
                    rows[one].push(id);
                }
            }
        }
        row_of
    }

    /// What the rows stand for, from top to bottom, each with its sentences in order.
    fn row_order(&self, articles: &[u32], group_of: &[Vec<Option<usize>>]) -> Vec<(Key, Vec<SentenceId>)> {
        let mut order: Vec<(Key, Vec<SentenceId>)> = Vec::new();
        for &article in articles {
            let mut after = 0;
            for id in self.sentences(article) {
                let key = group(group_of, id).map_or(Key::Alone(id), Key::Group);
                if let Some(at) = order.iter().position(|(k, _)| *k == key) {
                    order[at].1.push(id);
                    after = at + 1;
                } else {
                    order.insert(after, (key, vec![id]));
                    after += 1;
                }
            }
        }
        order
    }

    /// Whether enough sentences of two rows are linked. Sentences of one article are never linked and don't count
    /// against it, as one outlet may split what another tells in one go.
    fn belong(&self, one: &[SentenceId], other: &[SentenceId]) -> bool {
        let (mut pairs, mut linked) = (0, 0);
        for &a in one {
            for &b in other.iter().filter(|b| b.article != a.article) {
                pairs += 1;
                linked += usize::from(self.links_of(a).any(|l| other_end(l, a) == b));
            }
        }
        pairs > 0 && linked * 100 >= pairs * ROW_PERCENT
    }
}

/// Two rows become one when at least this share of the pairs across is linked, in percent.
const ROW_PERCENT: usize = 50;

/// What a row stands for: a group, or a sentence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Group(usize),
    Alone(SentenceId),
}

/// The group of a sentence, where it is in one.
fn group(group_of: &[Vec<Option<usize>>], id: SentenceId) -> Option<usize> {
    *group_of.get(id.article as usize)?.get(id.sentence as usize)?
}

fn set_group(group_of: &mut [Vec<Option<usize>>], id: SentenceId, group: usize) {
    if let Some(place) = group_of.get_mut(id.article as usize).and_then(|a| a.get_mut(id.sentence as usize)) {
        *place = Some(group);
    }
}
