//! Stage 8: the links of all article pairs, joined into groups.

use super::link::{Link, SentenceId};
use std::collections::{BTreeMap, BTreeSet};

/// Sentences that links connect, directly or through others.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Group {
    /// The sentences, in order.
    pub members: Vec<SentenceId>,
    /// How many articles have a sentence in it.
    pub told_by: u32,
}

/// Joins links into groups, in order of their first member.
pub fn group(links: &[Link]) -> Vec<Group> {
    let mut neighbours: BTreeMap<SentenceId, Vec<SentenceId>> = BTreeMap::new();
    for link in links {
        neighbours.entry(link.a).or_default().push(link.b);
        neighbours.entry(link.b).or_default().push(link.a);
    }
    let mut seen = BTreeSet::new();
    let mut groups = Vec::new();
    for &first in neighbours.keys() {
        let mut members = BTreeSet::new();
        let mut open = vec![first];
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                members.insert(id);
                open.extend(neighbours.get(&id).into_iter().flatten());
            }
        }
        if !members.is_empty() {
            let articles: BTreeSet<u32> = members.iter().map(|m| m.article).collect();
            let told_by = u32::try_from(articles.len()).unwrap_or(u32::MAX);
            groups.push(Group { members: members.into_iter().collect(), told_by });
        }
    }
    groups
}
