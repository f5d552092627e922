//! Which plural form a count takes and how a number is written.

/// The plural category of `n` in `lang`, one of the languages here, after the rules of the Unicode CLDR. Asking the
/// browser takes longer than drawing the sentence that holds the count.
pub(super) fn category(lang: &str, n: usize) -> &'static str {
    match (lang, n, n % 100) {
        ("ar", 0, _) => "zero",
        ("fr", 0, _) | (_, 1, _) => "one",
        ("ar", 2, _) => "two",
        ("ar", _, 3..=10) => "few",
        ("ar", _, 11..) => "many",
        _ => "other",
    }
}

/// From here on a number has groups of digits, which each language writes in its own way.
#[cfg(target_arch = "wasm32")]
const GROUPED_FROM: usize = 1000;

/// A number as `lang` writes it.
#[cfg(target_arch = "wasm32")]
pub(super) fn number(lang: &str, n: usize) -> String {
    if n < GROUPED_FROM {
        return n.to_string();
    }
    let number = js_sys::Number::from(u32::try_from(n).unwrap_or(u32::MAX));
    number.to_locale_string(lang).into()
}

/// A number in plain digits.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn number(_lang: &str, n: usize) -> String {
    n.to_string()
}
