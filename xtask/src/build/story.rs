//! The story that the page shows before a reader brings one.
//!
//! The seeds are articles of publishers, for tests and for work on the page. What is published shows a story of the
//! project's own.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::{Job, require};
use crate::failure::Outcome;
use crate::paths;

/// Which story is built in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Story {
    /// The five articles in `seeds/`.
    Seeds,
    /// The three articles in `examples/story/`.
    Example,
}

impl Story {
    fn source(self) -> PathBuf {
        paths::root().join(match self {
            Self::Seeds => "seeds",
            Self::Example => "examples/story",
        })
    }

    /// Copies `story.json` and the texts that it names.
    pub(super) fn copy(self, staging: &Path) -> Outcome {
        paths::copy_folder(&self.source(), &staging.join("story"), &["gold", "README.md"])
    }

    /// The articles that the page opens with, as options of the scripts that write pages; without them the element
    /// chooses.
    pub(super) fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Seeds => &["--left", "2", "--right", "5"],
            Self::Example => &[],
        }
    }
}

/// Fails where something that is to be published holds a line of the seeds.
pub(super) fn check_published(job: &Job) -> Outcome {
    if job.story != Story::Example {
        return Ok(());
    }
    let lines = seed_lines()?;
    for name in paths::files(&job.staging)? {
        let line = found(&lines, &paths::read_bytes(&job.staging.join(&name))?);
        require(line.is_none(), format!("{name} holds a line of the seeds: {}", line.unwrap_or_default()))?;
    }
    Ok(())
}

/// Shorter lines may stand anywhere ("Read more").
const SHORTEST_LINE: usize = 30;

/// The longer lines of the seeds' articles.
pub(crate) fn seed_lines() -> Outcome<HashSet<String>> {
    let mut lines = HashSet::new();
    let names = paths::files(&Story::Seeds.source())?;
    for name in names.iter().filter(|name| Path::new(name).extension().is_some_and(|end| end == "txt")) {
        let text = paths::read_text(&Story::Seeds.source().join(name))?;
        lines.extend(
            text.lines().map(str::trim).filter(|line| line.len() >= SHORTEST_LINE).map(str::to_owned),
        );
    }
    require(lines.len() >= 50, "seeds/ has lost its articles.")?;
    Ok(lines)
}

/// The first of `lines` that occurs in the file's text as it is or as it is written in HTML or JSON.
pub(crate) fn found<'l>(lines: &'l HashSet<String>, file: &[u8]) -> Option<&'l str> {
    let text = String::from_utf8_lossy(file);
    let html = text.replace("&quot;", "\"").replace("&amp;", "&").replace("\\\"", "\"");
    lines.iter().map(String::as_str).find(|line| html.contains(line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process;

    #[test]
    fn a_line_of_the_seeds_is_found_wherever_it_stands() {
        let lines = seed_lines().unwrap();
        let quoting = lines.iter().find(|line| line.contains('"')).unwrap();
        for text in [
            format!("<p>{}</p>", quoting.replace('&', "&amp;").replace('"', "&quot;")),
            format!("{{\"text\": \"{}\\n\"}}", quoting.replace('"', "\\\"")),
            format!("before\n{quoting}\nafter"),
        ] {
            assert_eq!(found(&lines, text.as_bytes()), Some(quoting.as_str()), "{text}");
        }
        assert_eq!(found(&lines, b"\0asm and other bytes"), None);
    }

    #[test]
    fn the_crate_holds_no_line_of_the_seeds() {
        let mut cargo = process::cargo();
        cargo.args(["package", "--list", "--allow-dirty", "--offline", "--package", "diptych"]);
        let list = String::from_utf8(process::output(&mut cargo).unwrap()).unwrap();
        assert!(list.lines().any(|name| name == "src/lib.rs") && list.lines().count() > 50, "{list}");
        let lines = seed_lines().unwrap();
        // Cargo makes some of the listed files itself.
        for file in list.lines().map(|name| paths::root().join(name)).filter(|file| file.is_file()) {
            assert_eq!(found(&lines, &paths::read_bytes(&file).unwrap()), None, "{}", file.display());
        }
    }

    #[test]
    fn the_example_is_no_seed() {
        let lines = seed_lines().unwrap();
        for name in paths::files(&Story::Example.source()).unwrap() {
            let bytes = paths::read_bytes(&Story::Example.source().join(&name)).unwrap();
            assert_eq!(found(&lines, &bytes), None, "{name}");
        }
    }
}
