//! Folders of the cache that appear whole or not at all.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::paths;

/// The folder `tools/NAME` of the cache, which `install` fills when `proof`, a path inside it, is not there.
///
/// One process installs at a time; others wait and then find the work done. The lock is the system's, so
/// it ends with its process however that ends.
pub(super) fn folder(name: &str, proof: &str, install: impl FnOnce(&Path) -> Outcome) -> Outcome<PathBuf> {
    let tools = paths::cache()?.join("tools");
    let place = tools.join(name);
    if place.join(proof).exists() {
        return Ok(place);
    }
    paths::make_folder(&tools)?;
    let _lock = lock(&tools.join(".lock"))?;
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

fn lock(file: &Path) -> Outcome<File> {
    let failed = |error| Failure::io(format!("lock {}", file.display()), &error);
    let handle = File::options().create(true).truncate(false).write(true).open(file).map_err(failed)?;
    match handle.try_lock() {
        Ok(()) => return Ok(handle),
        Err(TryLockError::WouldBlock) => eprintln!("    another run is installing tools; waiting for it"),
        Err(TryLockError::Error(error)) => return Err(failed(error)),
    }
    handle.lock().map_err(failed)?;
    Ok(handle)
}
