//! Which plural form a count takes and how a number is written. The browser knows; natively the few rules of the
//! languages here stand in.

/// The plural category of `n` in `lang`, as `Intl.PluralRules` names it.
#[cfg(target_arch = "wasm32")]
pub(super) fn category(lang: &str, n: usize) -> &'static str {
    use js_sys::{Array, Intl::PluralRules, Object};
    let rules = PluralRules::new(&Array::of1(&lang.into()), &Object::new());
    let number = u32::try_from(n).unwrap_or(u32::MAX);
    match String::from(rules.select(f64::from(number))).as_str() {
        "zero" => "zero",
        "one" => "one",
        "two" => "two",
        "few" => "few",
        "many" => "many",
        _ => "other",
    }
}

/// The plural category of `n` in `lang`, after the rules of the Unicode CLDR.
#[cfg(not(target_arch = "wasm32"))]
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

/// A number as `lang` writes it.
#[cfg(target_arch = "wasm32")]
pub(super) fn number(lang: &str, n: usize) -> String {
    let number = js_sys::Number::from(u32::try_from(n).unwrap_or(u32::MAX));
    number.to_locale_string(lang).into()
}

/// A number in plain digits.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn number(_lang: &str, n: usize) -> String {
    n.to_string()
}
