//! Stems: what the spellings and inflections of one word have in common.
//!
//! In doubt two words keep different stems: a wrong variant hides a difference, a missed one only shows it.

use super::languages::Language;
use super::rules::Rules;

/// The stem of a normalized form. The stem of a stem is the stem itself. Cost: linear in the key.
pub(crate) fn stem(key: &str, language: Language) -> String {
    let rules = Rules::of(language);
    let mut stem = key.to_owned();
    // Each round shortens the word or looks up a base form, so a few are enough for any real word. What then still has
    // endings is none, and its own stem.
    for _ in 0..ROUNDS {
        let next = once(&stem, language, rules);
        if next == stem {
            return stem;
        }
        stem = next;
    }
    key.to_owned()
}

/// Four endings, and a look that there is no fifth.
const ROUNDS: usize = 5;

fn once(key: &str, language: Language, rules: &Rules) -> String {
    if let Some(ordinal) = ordinal(key) {
        return ordinal.to_owned();
    }
    if let Some(base) = rules.base(key) {
        return base.to_owned();
    }
    if language == Language::En && key.bytes().all(|b| b.is_ascii_lowercase()) {
        return english(key);
    }
    affixes(key, rules).to_owned()
}

/// The digits of an English ordinal such as "18th".
fn ordinal(key: &str) -> Option<&str> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| key.strip_suffix(end))?;
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// The fewest letters that a stripped word keeps, so that short words stay whole.
const LEAST: usize = 4;

/// The word without the longest of its language's prefixes and suffixes that leave enough of it.
fn affixes<'k>(key: &'k str, rules: &Rules) -> &'k str {
    if key.chars().any(|c| !c.is_alphabetic() && !is_mark(c)) {
        return key;
    }
    let least = if rules.prefixes.is_empty() { LEAST } else { LEAST - 1 };
    let long = |rest: &&str| rest.chars().filter(|&c| !is_mark(c)).count() >= least;
    let key = rules.prefixes.iter().find_map(|p| key.strip_prefix(*p).filter(long)).unwrap_or(key);
    let key = rules.suffixes.iter().find_map(|s| key.strip_suffix(*s).filter(long)).unwrap_or(key);
    undoubled(key)
}

/// The word with one of two equal consonants at its end, as endings come and go with the other ("aanvallen").
fn undoubled(key: &str) -> &str {
    let mut end = key.bytes().rev();
    match (end.next(), end.next()) {
        (Some(last), Some(before)) if last == before && last.is_ascii_lowercase() && key.len() > LEAST => {
            key.get(..key.len() - 1).unwrap_or(key)
        }
        _ => key,
    }
}

/// Vowel signs and the like, which are no letters of their own. Jamo count as letters.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x900..=0x903 | 0x93A..=0x93C | 0x93E..=0x94F | 0x3099..=0x309A)
}

/// English inflection (plurals, verb forms, adverbs), nouns made from verbs, and British against American spelling.
fn english(key: &str) -> String {
    let word = plural(key);
    let word = ending(&word).unwrap_or(word);
    let word = without_silent_e(&word);
    american(word.strip_suffix("at").filter(|rest| measure(rest) > 1).unwrap_or(&word))
}

fn plural(key: &str) -> String {
    let cut = |n: usize| key.get(..key.len() - n).unwrap_or(key).to_owned();
    let ends = |endings: &[&str]| endings.iter().any(|e| key.ends_with(e));
    if key.len() < 4 || ends(&["ss", "us", "is"]) {
        key.to_owned()
    } else if ends(&["ies"]) && key.len() > 4 {
        cut(3) + "y"
    } else if ends(&["sses", "shes", "ches", "xes"]) {
        cut(2)
    } else if ends(&["s"]) {
        cut(1)
    } else {
        key.to_owned()
    }
}

/// The word without the first ending that fits; none when none does.
fn ending(word: &str) -> Option<String> {
    if word.ends_with("eed") {
        return None;
    }
    for end in ["ied", "ed", "ing"] {
        let Some(rest) = word.strip_suffix(end) else { continue };
        return match end {
            "ied" => Some(rest.to_owned() + "i"),
            _ if !rest.contains(is_vowel) => None,
            _ => Some(verb(rest)),
        };
    }
    for (end, put, groups) in [("ation", "ate", 1), ("tion", "te", 2), ("sion", "se", 2), ("ement", "e", 2)] {
        if let Some(rest) = word.strip_suffix(end).filter(|rest| measure(rest) >= groups) {
            return Some(rest.to_owned() + put);
        }
    }
    if let Some(rest) =
        word.strip_suffix("ly").filter(|rest| rest.len() >= LEAST && !rest.ends_with(['p', 'b']))
    {
        return Some(rest.to_owned());
    }
    let rest = word.strip_suffix('y').filter(|rest| rest.len() > 1 && !rest.ends_with(is_vowel))?;
    Some(rest.to_owned() + "i")
}

/// The verb before "-ed" or "-ing": "stopp" is "stop", "hop" is "hope", "us" is "use".
fn verb(rest: &str) -> String {
    let last = rest.chars().last();
    let twice = rest.len() > 2 && last == rest.chars().rev().nth(1) && !rest.ends_with(is_vowel);
    let kept = rest.ends_with(['s', 'z']) || (rest.ends_with('l') && measure(rest) < 2);
    if twice && !kept {
        rest.get(..rest.len() - 1).unwrap_or(rest).to_owned()
    } else if rest.len() < 3 || ends_short(rest) || ["at", "bl", "iz"].iter().any(|e| rest.ends_with(e)) {
        rest.to_owned() + "e"
    } else {
        rest.to_owned()
    }
}

/// "forc" for "force", so that it meets "forced"; "plane" stays, so that it never meets "plan".
fn without_silent_e(word: &str) -> String {
    let Some(rest) = word.strip_suffix('e') else { return word.to_owned() };
    let silent = !rest.ends_with(is_vowel) || rest.ends_with("gu");
    let long = rest.len() > 2 && measure(rest) > 0 && !ends_short(rest);
    if silent && long { rest.to_owned() } else { word.to_owned() }
}

/// British endings in their American form, on a word whose inflection is gone.
fn american(stem: &str) -> String {
    const FOLDS: &[(&str, &str, usize)] = &[
        ("is", "iz", 6),
        ("ys", "yz", 6),
        ("our", "or", 5),
        ("enc", "ens", 5),
        ("tr", "ter", 5),
        ("br", "ber", 4),
        ("ogu", "og", 5),
        ("ell", "el", 6),
    ];
    for &(british, here, least) in FOLDS {
        if let Some(rest) = stem.strip_suffix(british).filter(|r| stem.len() >= least && r.contains(is_vowel))
        {
            return rest.to_owned() + here;
        }
    }
    for middle in ["ourit", "ourab", "ourh"] {
        if let Some((before, after)) = stem.split_once(middle).filter(|(before, _)| before.contains(is_vowel))
        {
            return format!("{before}or{}{after}", middle.get(3..).unwrap_or(""));
        }
    }
    stem.to_owned()
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// How many groups of vowels are followed by a consonant: about the syllables.
fn measure(word: &str) -> usize {
    let vowels = word.chars().map(is_vowel);
    vowels.clone().zip(vowels.skip(1)).filter(|&(this, next)| this && !next).count()
}

/// Whether a word has one syllable and ends in consonant, vowel, consonant, as "hop" does.
fn ends_short(word: &str) -> bool {
    let mut end = word.chars().rev();
    let (last, vowel, first) = (end.next(), end.next(), end.next());
    let consonant = |c: Option<char>| c.is_some_and(|c| !is_vowel(c));
    measure(word) == 1
        && consonant(last)
        && !word.ends_with(['w', 'x'])
        && vowel.is_some_and(is_vowel)
        && consonant(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words that must share a stem, a line each.
    const TOGETHER: &[&str] = &[
        "kill kills killed killing killings",
        "plan plans planned planning",
        "plane planes",
        "hope hoped hoping hopes",
        "strike striking struck strikes",
        "defence defense",
        "organisation organization organise organized organising",
        "mobilisation mobilization",
        "colour color colours colored",
        "favourite favorite",
        "neighbourhood neighborhood",
        "travelled traveled travel travelling",
        "analyse analyze analysed",
        "centre center centres",
        "dialogue dialog",
        "assassinate assassinated assassination assassinating",
        "retaliate retaliation retaliated",
        "announce announced announcement",
        "deny denied denies",
        "agency agencies",
        "recent recently",
        "location located locate",
        "said say says",
        "gen general generals",
        "programme programs",
        "18th 18",
        "use used uses using",
        "accuse accused accusing",
    ];

    /// Words that must not share one.
    const APART: &[(&str, &str)] = &[
        ("plan", "plane"),
        ("news", "new"),
        ("general", "generation"),
        ("even", "evening"),
        ("department", "depart"),
        ("only", "on"),
        ("king", "kill"),
        ("mile", "mill"),
        ("us.", "use"),
        ("execution", "executive"),
        ("nation", "nate"),
    ];

    #[test]
    fn english_forms_share_a_stem() {
        for line in TOGETHER {
            let stems: Vec<String> = line.split(' ').map(|w| stem(w, Language::En)).collect();
            assert!(stems.windows(2).all(|p| p[0] == p[1]), "{line}: {stems:?}");
        }
        for (a, b) in APART {
            assert_ne!(stem(a, Language::En), stem(b, Language::En), "{a} {b}");
        }
    }

    #[test]
    fn a_stem_is_its_own_stem() {
        for word in TOGETHER.iter().flat_map(|line| line.split(' ')) {
            let once = stem(word, Language::En);
            assert_eq!(stem(&once, Language::En), once, "{word}");
        }
    }

    #[test]
    fn other_languages_drop_endings() {
        for (language, a, b) in [
            (Language::De, "angriff", "angriffe"),
            (Language::Fr, "iranien", "iraniens"),
            (Language::Es, "muerto", "muertos"),
            (Language::It, "generale", "generali"),
            (Language::Pt, "ataque", "ataques"),
            (Language::Nl, "aanval", "aanvallen"),
            (Language::Ru, "генерал", "генерала"),
            (Language::Ar, "الجيش", "جيش"),
            (Language::Ko, "대통령은", "대통령이"),
        ] {
            let [a, b] = [a, b].map(|w| stem(&crate::unicode::fold(w), language));
            assert_eq!(a, b);
        }
    }
}
