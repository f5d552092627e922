//! Pairs of articles from a number: the same number gives the same pair on every machine and in every build.

use super::articles::seed_paragraphs;
use super::strange::STRANGE;

/// A pseudo-random sequence (splitmix64).
pub struct Dice(u64);

impl Dice {
    /// A sequence of its own for each `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    /// A number below `bound`; 0 when there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) >> 32).unwrap_or(0) % bound.max(1)
    }

    /// Whether one throw in `of` comes up.
    pub fn once_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    fn pick<'l>(&mut self, list: &[&'l str]) -> &'l str {
        list.get(self.below(list.len())).copied().unwrap_or("")
    }
}

const SUBJECTS: &[&str] = &[
    "The harbour master",
    "Mayor Ines Kohl",
    "A spokeswoman for the ministry",
    "The U.N. envoy",
    "Dr. Peter Lang",
    "Nobody",
    "The court in Antwerp",
    "\u{201c}Radio Nord\u{201d}",
    "Der Sprecher",
    "La ministre",
];
const VERBS: &[&str] =
    &["said", "denied", "had closed", "paid for", "would reopen", "saw", "bestritt", "a vu"];
const OBJECTS: &[&str] = &[
    "the two bridges",
    "2 bridges",
    "nine cranes on Dec. 27",
    "12,500 tonnes of grain",
    "12 500 tonnes of grain",
    "half of the storm-damaged roofs",
    "\u{20ac}3.5 million",
    "what \u{2018}everybody\u{2019} knew",
    "le caf\u{e9} du port",
    "die Br\u{fc}cke \u{fc}ber die Elm",
];
const ENDS: &[&str] = &[".", ".", ".", "!", "?", " \u{2026}", ".\u{201d}", " (AP)."];

/// A paragraph of one to three made-up sentences.
fn made_up(dice: &mut Dice) -> String {
    let sentence = |dice: &mut Dice| {
        let (s, v, o, e) = (dice.pick(SUBJECTS), dice.pick(VERBS), dice.pick(OBJECTS), dice.pick(ENDS));
        format!("{s} {v} {o}{e}")
    };
    let count = 1 + dice.below(3);
    (0..count).map(|_| sentence(dice)).collect::<Vec<_>>().join(" ")
}

/// The same paragraph as another newsroom might have it: words gone, moved, doubled, typed otherwise.
fn retold(paragraph: &str, dice: &mut Dice) -> String {
    let mut words: Vec<String> = paragraph.split(' ').map(str::to_owned).collect();
    for _ in 0..dice.below(6) {
        let (at, to) = (dice.below(words.len()), dice.below(words.len()));
        match dice.below(7) {
            0 if words.len() > 1 => drop(words.remove(at)),
            1 => words.swap(at, to),
            2 => words.insert(at, dice.pick(OBJECTS).to_owned()),
            3 => words[at] = words[at].replace('\'', "\u{2019}").replace('"', "\u{201c}"),
            4 => words[at] = words[at].to_uppercase(),
            5 => words.insert(at, dice.pick(STRANGE).to_owned()),
            _ => words[at].push_str(dice.pick(STRANGE)),
        }
    }
    words.join(" ")
}

/// Two texts that tell some of the same: paragraphs of the seeds and made-up ones, retold, dropped and in other order.
pub fn pair(number: u64) -> [String; 2] {
    let mut dice = Dice::new(number);
    let known = seed_paragraphs();
    let mut source = Vec::new();
    for _ in 0..=dice.below(5) {
        let seed = dice.once_in(2).then(|| known.get(dice.below(known.len())).cloned()).flatten();
        source.push(seed.unwrap_or_else(|| made_up(&mut dice)));
    }
    let mut other: Vec<String> = Vec::new();
    for paragraph in &source {
        if !dice.once_in(5) {
            other.push(retold(paragraph, &mut dice));
        }
        if dice.once_in(4) {
            other.push(made_up(&mut dice));
        }
    }
    if !other.is_empty() && dice.once_in(3) {
        let by = dice.below(other.len());
        other.rotate_left(by);
    }
    let gap = dice.pick(&["\n", "\n\n", "\r\n\r\n"]);
    [source.join("\n\n"), other.join(gap)]
}
