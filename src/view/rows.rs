//! All shown articles as one table: a row for each group of sentences, a cell for each article.

use super::class::Class;
use super::columns::{SentenceView, Told};
use super::label::Label;
use super::reading::{BySentence, Reading};
use crate::align::group::partition;
use crate::align::link::{Link, SentenceId};
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
        let rows = self.in_order(articles);
        RowsView {
            labels: articles.iter().filter_map(|&a| self.labels().get(a as usize).cloned()).collect(),
            rows: rows.iter().map(|ids| self.row(articles, ids)).collect(),
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

    /// What the rows stand for, from top to bottom, each with its sentences in order. Cost: that of [`partition`], and
    /// linear in the sentences.
    fn in_order(&self, articles: &[u32]) -> Vec<Vec<SentenceId>> {
        let shown = |id: SentenceId| articles.contains(&id.article);
        let links: Vec<Link> =
            self.selection.links.iter().filter(|l| shown(l.a) && shown(l.b)).copied().collect();
        let groups = partition(&links);
        let mut group_of = BySentence::new(&self.comparison);
        for (group, members) in groups.iter().enumerate() {
            for &id in members {
                group_of.push(id, group);
            }
        }
        let mut order = Order::default();
        let mut row_of: Vec<Option<usize>> = vec![None; groups.len()];
        for &article in articles {
            let mut after = None;
            for id in self.sentences(article) {
                let known = group_of.of(id).first().and_then(|&group| row_of.get_mut(group));
                let row = match known {
                    Some(row) => *row.get_or_insert_with(|| order.insert(after)),
                    None => order.insert(after),
                };
                order.push(row, id);
                after = Some(row);
            }
        }
        order.into_rows()
    }
}

/// Rows in an order that grows: a new one is put behind another, or before all.
#[derive(Default)]
struct Order {
    rows: Vec<Vec<SentenceId>>,
    first: Option<usize>,
    /// For each row the one behind it.
    next: Vec<Option<usize>>,
}

impl Order {
    /// The index of a new, empty row behind another; before all without one.
    fn insert(&mut self, after: Option<usize>) -> usize {
        let row = self.rows.len();
        self.rows.push(Vec::new());
        let before = after.and_then(|after| self.next.get_mut(after)).unwrap_or(&mut self.first);
        let behind = before.replace(row);
        self.next.push(behind);
        row
    }

    /// Puts a sentence into a row.
    fn push(&mut self, row: usize, id: SentenceId) {
        if let Some(ids) = self.rows.get_mut(row) {
            ids.push(id);
        }
    }

    /// The rows from the first to the last.
    fn into_rows(mut self) -> Vec<Vec<SentenceId>> {
        let order = std::iter::successors(self.first, |&row| *self.next.get(row)?);
        order.filter_map(|row| self.rows.get_mut(row).map(std::mem::take)).collect()
    }
}
