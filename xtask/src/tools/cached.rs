//! Folders of the cache that appear whole or not at all.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::paths;

/// The folder `tools/NAME` of the cache, which `install` fills when `proof`, a path inside it, is not there.
///
/// Who finds that it is being installed waits, and then finds the work done. The lock is the system's, so it ends with its
/// process however that ends.
pub(super) fn folder(name: &str, proof: &str, install: impl FnOnce(&Path) -> Outcome) -> Outcome<PathBuf> {
    folder_in(&paths::cache()?.join("tools"), name, proof, install)
}

fn folder_in(
    tools: &Path,
    name: &str,
    proof: &str,
    install: impl FnOnce(&Path) -> Outcome,
) -> Outcome<PathBuf> {
    let place = tools.join(name);
    if place.join(proof).exists() {
        return Ok(place);
    }
    paths::make_folder(tools)?;
    let _lock = lock(&tools.join(format!(".lock-{name}")), name)?;
    if place.join(proof).exists() {
        return Ok(place);
    }
    let partial = tools.join(format!(".partial-{name}"));
    paths::remove_folder(&partial)?;
    paths::make_folder(&partial)?;
    install(&partial)?;
    if !partial.join(proof).exists() {
        return Err(Failure::work(format!("installing {name} did not bring `{proof}`.")));
    }
    paths::remove_folder(&place)?;
    std::fs::rename(&partial, &place)
        .map_err(|error| Failure::io(format!("move {name} into the cache"), &error))?;
    Ok(place)
}

fn lock(file: &Path, name: &str) -> Outcome<File> {
    let failed = |error| Failure::io(format!("lock {}", file.display()), &error);
    let handle = File::options().create(true).truncate(false).write(true).open(file).map_err(failed)?;
    match handle.try_lock() {
        Ok(()) => return Ok(handle),
        Err(TryLockError::WouldBlock) => eprintln!("    waiting for {name}, which is being installed"),
        Err(TryLockError::Error(error)) => return Err(failed(error)),
    }
    handle.lock().map_err(failed)?;
    Ok(handle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty_cache(name: &str) -> PathBuf {
        let place = paths::scratch().join("tests").join(name);
        paths::remove_folder(&place).unwrap();
        place
    }

    fn install(partial: &Path) -> Outcome {
        paths::write(&partial.join("program"), "works")
    }

    #[test]
    fn is_installed_once() {
        let cache = empty_cache("once");
        let place = folder_in(&cache, "tool-1", "program", install).unwrap();
        assert_eq!(paths::read_text(&place.join("program")).unwrap(), "works");
        folder_in(&cache, "tool-1", "program", |_| panic!("installed twice")).unwrap();
    }

    #[test]
    fn an_install_that_was_cut_off_is_done_again() {
        let cache = empty_cache("cut");
        let cut = |partial: &Path| {
            paths::write(&partial.join("half"), "")?;
            Err(Failure::work("cut off"))
        };
        folder_in(&cache, "tool-1", "program", cut).unwrap_err();
        assert!(!cache.join("tool-1").exists());
        let place = folder_in(&cache, "tool-1", "program", install).unwrap();
        assert!(!place.join("half").exists());
    }

    #[test]
    fn an_install_that_brings_nothing_is_a_failure() {
        let failure = folder_in(&empty_cache("nothing"), "tool-1", "program", |_| Ok(())).unwrap_err();
        assert!(failure.to_string().contains("`program`"));
    }

    #[test]
    fn two_runs_install_once() {
        let cache = empty_cache("two");
        let installs = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let counted = |partial: &Path| {
                        installs.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                        install(partial)
                    };
                    folder_in(&cache, "tool-1", "program", counted).unwrap();
                });
            }
        });
        assert_eq!(installs.into_inner(), 1);
    }
}
