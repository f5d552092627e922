//! Texts to measure with, and what a right answer is on them.
//!
//! Two translations of one book are parallel line by line, so every line has a known counterpart; moving blocks and
//! dropping lines makes them as unlike as two accounts of one event can be.

use diptych::{Comparison, Sensitivity};
use std::collections::BTreeMap;
use std::path::Path;

/// A text of one sentence or more a line, and what each line is called: lines of the same name belong together.
#[derive(Clone, Default)]
pub struct Lines {
    /// The lines, each with its name.
    pub lines: Vec<(usize, String)>,
}

impl Lines {
    /// The first `count` lines of a file, named by their number.
    ///
    /// # Errors
    /// When the file can't be read as text.
    pub fn read(file: &Path, count: usize) -> std::io::Result<Self> {
        let text = std::fs::read_to_string(file)?;
        Ok(Self { lines: text.lines().take(count).map(str::to_owned).enumerate().collect() })
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.lines.iter().flat_map(|(_, line)| [line.as_str(), "\n"]).collect()
    }

    /// The same with its blocks of [`BLOCK`] lines in another order.
    #[must_use]
    pub fn with_blocks_moved(&self) -> Self {
        let mut blocks: Vec<&[(usize, String)]> = self.lines.chunks(BLOCK).collect();
        let mut dice = Dice(1);
        for last in (1..blocks.len()).rev() {
            blocks.swap(last, dice.below(last + 1));
        }
        Self { lines: blocks.concat() }
    }

    /// The same without [`DROPPED`] lines of a hundred; `salt` chooses which.
    #[must_use]
    pub fn with_lines_dropped(&self, salt: u64) -> Self {
        let mut dice = Dice(salt);
        Self { lines: self.lines.iter().filter(|_| dice.below(100) >= DROPPED).cloned().collect() }
    }
}

/// Lines that stay together when blocks move.
pub const BLOCK: usize = 25;

/// Lines of a hundred that are dropped on each side.
pub const DROPPED: usize = 30;

/// A pseudo-random sequence (splitmix64), the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let high = (z ^ (z >> 31)) >> 32;
        usize::try_from(high).unwrap_or(0) % bound.max(1)
    }
}

/// How the two texts differ beside their wording.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Not at all.
    Plain,
    /// Blocks of the second stand in another order.
    Moved,
    /// Each has lines that the other lacks.
    Dropped,
}

impl Change {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Moved, Self::Dropped];

    /// As tables call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Moved => "blocks moved",
            Self::Dropped => "30 % dropped",
        }
    }

    /// The two texts, changed.
    pub fn apply(self, a: &Lines, b: &Lines) -> (Lines, Lines) {
        match self {
            Self::Plain => (a.clone(), b.clone()),
            Self::Moved => (a.clone(), b.with_blocks_moved()),
            Self::Dropped => (a.with_lines_dropped(2), b.with_lines_dropped(3)),
        }
    }
}

/// How many of a thousand lines are linked rightly: F1 of each line's best-scored link. A line counts as linked to
/// the line that its best link leads to.
pub fn f1(comparison: &Comparison, a: &Lines, b: &Lines) -> f64 {
    let place = |article: usize, sentence: u32| {
        comparison.documents().get(article)?.sentences.get(sentence as usize).map(|s| s.block as usize)
    };
    let mut best: BTreeMap<usize, (u16, usize)> = BTreeMap::new();
    for link in comparison.at(Sensitivity::DEFAULT).links {
        if let (Some(i), Some(j)) = (place(0, link.a.sentence), place(1, link.b.sentence)) {
            let entry = best.entry(i).or_default();
            *entry = (*entry).max((link.score.get(), usize::MAX - j));
        }
    }
    let name = |lines: &Lines, at: usize| lines.lines.get(at).map(|(name, _)| *name);
    let right = best.iter().filter(|(i, (_, j))| name(a, **i) == name(b, usize::MAX - j)).count();
    let names: std::collections::BTreeSet<usize> = b.lines.iter().map(|(name, _)| *name).collect();
    let linkable = a.lines.iter().filter(|(name, _)| names.contains(name)).count();
    #[expect(clippy::cast_precision_loss, reason = "counts of lines are far below 2^52")]
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    2.0 * share(right, best.len() + linkable)
}
