//! What each crate, and each part of our own, weighs in a wasm file.

use std::collections::BTreeMap;
use std::path::Path;

use super::brotli::{self, Size};
use super::module::{self, Module};
use crate::failure::{Failure, Outcome};
use crate::paths;

/// Owners below this many bytes share the last row.
const SMALLEST: usize = 500;

/// Crates whose parts have rows of their own: ours, and those where every generic function lands.
const BY_ROOM: &[&str] = &["diptych", "core", "alloc"];

/// How many functions are listed.
const HEAVIEST: usize = 30;

/// Prints a row for each owner of code in `file`, heaviest first. `scratch` is emptied and used.
///
/// The brotli column compresses each owner's bytes on their own: their sum is more than the whole file's
/// size, and a crate's share of it is an estimate.
pub(super) fn print(file: &Path, scratch: &Path) -> Outcome {
    let bytes = paths::read_bytes(file)?;
    let module = module::parse(&bytes)
        .map_err(|error| Failure::work(format!("{} can't be read as wasm: {error}.", file.display())))?;
    let rest = module.rest;
    print_functions(&module);
    let mut rows: Vec<(String, Size)> = measure(gather(&bytes, module), scratch)?;
    rows.sort_by_key(|(_, size)| std::cmp::Reverse(size.raw));
    let code: usize = rows.iter().map(|(_, size)| size.raw).sum();
    println!("  {:<34} {:>9} {:>7} {:>9}", "owner", "bytes", "share", "brotli");
    for (owner, size) in rows {
        let share = format!("{:.1} %", percent(size.raw, code + rest));
        println!("  {owner:<34} {:>9} {share:>7} {:>9}", size.raw, size.brotli);
    }
    println!("  {:<34} {rest:>9}\n", "(types, imports, exports)");
    Ok(())
}

/// Prints the heaviest functions.
fn print_functions(module: &Module) {
    let mut functions: Vec<_> = module.functions.iter().collect();
    functions.sort_by_key(|(_, body)| std::cmp::Reverse(body.len()));
    println!("  {:>9}  heaviest functions", "bytes");
    for (name, body) in functions.into_iter().take(HEAVIEST) {
        println!("  {:>9}  {}", body.len(), without_hash(name.as_deref().unwrap_or("(no name)")));
    }
    println!();
}

/// The name without the hash that the compiler puts at its end.
fn without_hash(name: &str) -> &str {
    match name.rsplit_once("::h") {
        Some((path, hash)) if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => path,
        _ => name,
    }
}

/// The bytes of each owner, small ones together.
fn gather(file: &[u8], module: Module) -> BTreeMap<String, Vec<u8>> {
    let mut owners: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (name, body) in module.functions {
        owners.entry(owner(name.as_deref().unwrap_or_default())).or_default().extend(&file[body]);
    }
    let small: Vec<String> =
        owners.iter().filter(|(_, bytes)| bytes.len() < SMALLEST).map(|(name, _)| name.clone()).collect();
    for name in small {
        let bytes = owners.remove(&name).unwrap_or_default();
        owners.entry("(smaller ones)".into()).or_default().extend(bytes);
    }
    if let Some(data) = module.data {
        owners.insert("(data of all crates)".into(), file[data].to_vec());
    }
    owners
}

fn measure(owners: BTreeMap<String, Vec<u8>>, scratch: &Path) -> Outcome<Vec<(String, Size)>> {
    paths::remove_folder(scratch)?;
    paths::make_folder(scratch)?;
    let mut files = Vec::new();
    for (index, bytes) in owners.values().enumerate() {
        files.push(index.to_string());
        paths::write(&scratch.join(index.to_string()), bytes)?;
    }
    let sizes = brotli::sizes(scratch, &files)?;
    Ok(owners.into_keys().zip(sizes).collect())
}

#[expect(clippy::cast_precision_loss, reason = "printed with one digit")]
fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

/// The crate that a demangled function name belongs to; for those of `BY_ROOM`, the room in it as well.
/// A generic function counts for the crate that wrote it, not for the one that uses it.
fn owner(name: &str) -> String {
    let path = name.trim_start_matches(['<', '&', '[', '(', '*']);
    let path =
        ["mut ", "const ", "dyn ", "impl "].iter().fold(path, |path, word| path.trim_start_matches(word));
    let (krate, rest) = first_name(path);
    match rest {
        None if krate.is_empty() => "(no name)".into(),
        // A primitive type's own functions, or glue that wasm-bindgen named itself.
        None if name.starts_with('<') => "core".into(),
        None => "(exports and glue)".into(),
        Some(rest) if BY_ROOM.contains(&krate) => format!("{krate}::{}", first_name(rest).0),
        Some(_) => krate.into(),
    }
}

/// The first name of a path and what follows it, without the hash that may stand behind a crate's name.
fn first_name(path: &str) -> (&str, Option<&str>) {
    let end =
        path.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(path.len());
    let (name, mut rest) = path.split_at(end);
    if rest.starts_with('[') {
        rest = rest.split_once(']').map_or("", |(_, rest)| rest);
    }
    (name, rest.strip_prefix("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hash_is_cut_off() {
        assert_eq!(without_hash("a::b::h0123456789abcdef"), "a::b");
        assert_eq!(without_hash("a::handle"), "a::handle");
    }

    #[test]
    fn a_function_belongs_to_the_crate_that_wrote_it() {
        for (name, expected) in [
            ("similar::algorithms::lcs::make_table::h01", "similar"),
            ("<dlmalloc[e24a27700634d609]::dlmalloc::Dlmalloc<dlmalloc::sys::System>>::malloc", "dlmalloc"),
            ("core[c5930c85a12de822]::num::bignum", "core::num"),
            ("<str>::to_lowercase", "core"),
            ("<&mut alloc::vec::Vec<diptych::Span> as core::fmt::Debug>::fmt", "alloc::vec"),
            ("diptych::align::score::sum", "diptych::align"),
            ("<diptych::text::Article as serde::Serialize>::serialize", "diptych::text"),
            ("compare", "(exports and glue)"),
            ("", "(no name)"),
        ] {
            assert_eq!(owner(name), expected, "{name}");
        }
    }
}
