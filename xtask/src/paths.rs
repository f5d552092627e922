//! Where things are: the clone, what is built, and the cache of tools outside the clone.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// The clone's top folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// What is published.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's folder for build products, also when it lies elsewhere.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(place) => root().join(place),
        None => root().join("target"),
    }
}

/// This program's own intermediate products.
pub(crate) fn scratch() -> PathBuf {
    target().join("xtask")
}

/// The browser tests.
pub(crate) fn browser_tests() -> PathBuf {
    root().join("tests").join("browser")
}

/// The cache that all clones of one person share.
pub(crate) fn cache() -> Outcome<PathBuf> {
    choose_cache(|name| std::env::var_os(name).filter(|value| !value.is_empty())).ok_or_else(|| {
        Failure::usage("no place for the tools: set DIPTYCH_CACHE to a folder that may be written to.")
    })
}

fn choose_cache(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    if let Some(own) = variable("DIPTYCH_CACHE") {
        return std::path::absolute(own).ok();
    }
    if let Some(shared) = variable("XDG_CACHE_HOME") {
        return Some(Path::new(&shared).join("diptych"));
    }
    let home = variable("HOME").or_else(|| variable("USERPROFILE"))?;
    Some(Path::new(&home).join(".cache").join("diptych"))
}

/// Makes `place` and the folders above it.
pub(crate) fn make_folder(place: &Path) -> Outcome {
    std::fs::create_dir_all(place).map_err(|error| Failure::io(format!("make {}", place.display()), &error))
}

/// Removes `place` with all that is in it, if it is there.
pub(crate) fn remove_folder(place: &Path) -> Outcome {
    match std::fs::remove_dir_all(place) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::io(format!("remove {}", place.display()), &error))
        }
        _ => Ok(()),
    }
}

/// Removes a file.
pub(crate) fn remove_file(file: &Path) -> Outcome {
    std::fs::remove_file(file).map_err(|error| Failure::io(format!("remove {}", file.display()), &error))
}

/// Copies the files under `from` to the same places under `to`, except those that `leave_out` names.
pub(crate) fn copy_folder(from: &Path, to: &Path, leave_out: &[&str]) -> Outcome {
    make_folder(to)?;
    for name in names(from)? {
        let (source, goal) = (from.join(&name), to.join(&name));
        if leave_out.iter().any(|left| name == *left) {
            continue;
        }
        if source.is_dir() {
            copy_folder(&source, &goal, &[])?;
        } else {
            copy_file(&source, &goal)?;
        }
    }
    Ok(())
}

/// Copies one file.
pub(crate) fn copy_file(from: &Path, to: &Path) -> Outcome {
    let doing = || format!("copy {} to {}", from.display(), to.display());
    std::fs::copy(from, to).map(drop).map_err(|error| Failure::io(doing(), &error))
}

/// All files under `place`, sorted, as paths below it with `/` between the names.
pub(crate) fn files(place: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for name in names(place)? {
        let name_text = name.to_string_lossy().into_owned();
        let path = place.join(&name);
        if path.is_dir() {
            found.extend(files(&path)?.into_iter().map(|below| format!("{name_text}/{below}")));
        } else {
            found.push(name_text);
        }
    }
    Ok(found)
}

fn names(place: &Path) -> Outcome<Vec<OsString>> {
    let failed = |error| Failure::io(format!("read {}", place.display()), &error);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(place).map_err(failed)? {
        names.push(entry.map_err(failed)?.file_name());
    }
    names.sort();
    Ok(names)
}

/// A file's text.
pub(crate) fn read_text(file: &Path) -> Outcome<String> {
    std::fs::read_to_string(file).map_err(|error| Failure::io(format!("read {}", file.display()), &error))
}

/// A file's bytes.
pub(crate) fn read_bytes(file: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(file).map_err(|error| Failure::io(format!("read {}", file.display()), &error))
}

/// Writes a file whole.
pub(crate) fn write(file: &Path, content: impl AsRef<[u8]>) -> Outcome {
    std::fs::write(file, content).map_err(|error| Failure::io(format!("write {}", file.display()), &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(set: &[(&str, &str)]) -> Option<PathBuf> {
        choose_cache(|name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).into()))
    }

    #[test]
    fn the_cache_is_the_most_specific_place_named() {
        assert_eq!(chosen(&[("HOME", "/h")]), Some("/h/.cache/diptych".into()));
        assert_eq!(chosen(&[("HOME", "/h"), ("XDG_CACHE_HOME", "/x")]), Some("/x/diptych".into()));
        assert_eq!(chosen(&[("XDG_CACHE_HOME", "/x"), ("DIPTYCH_CACHE", "/d")]), Some("/d".into()));
        assert_eq!(chosen(&[]), None);
    }
}
