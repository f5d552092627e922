//! Text cases: input above `---`, the expected lines below, `===` between cases, `#` for remarks. A case that begins
//! with `known-failure: reason` must not come out yet.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// One case of a file.
pub struct Case {
    /// What stands above the divider.
    pub input: String,
    /// The lines below it.
    pub expected: Vec<String>,
    /// Why it is known to fail.
    pub known_failure: Option<String>,
    /// Line of the file on which it begins.
    pub line: usize,
}

/// The cases of all files in `tests/cases/{folder}`, with their files' names.
pub fn cases(folder: &str) -> Vec<(String, Case)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let files = fs::read_dir(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let paths: BTreeSet<PathBuf> = files.flatten().map(|f| f.path()).collect();
    let mut all = Vec::new();
    for path in paths.into_iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let found = parse(&text, &name);
        assert!(!found.is_empty(), "{name} has no case in it");
        all.extend(found.into_iter().map(|case| (name.clone(), case)));
    }
    all
}

fn parse(text: &str, name: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut line = 1;
    for block in text.split_inclusive("\n===\n") {
        let body = block.strip_suffix("\n===\n").unwrap_or(block);
        let lines: Vec<&str> = body.lines().filter(|l| !l.starts_with('#')).collect();
        if lines.iter().any(|l| !l.trim().is_empty()) {
            let divider = lines.iter().position(|l| *l == "---");
            let divider = divider.unwrap_or_else(|| panic!("{name}:{line}: a case needs a line ---"));
            let known_failure =
                lines.iter().find_map(|l| l.strip_prefix("known-failure: ")).map(str::to_owned);
            let input = lines[..divider].iter().filter(|l| !l.starts_with("known-failure: "));
            cases.push(Case {
                input: input.copied().collect::<Vec<_>>().join("\n").trim().to_owned(),
                expected: lines[divider + 1..]
                    .iter()
                    .filter(|l| !l.is_empty())
                    .map(|l| (*l).to_owned())
                    .collect(),
                known_failure,
                line,
            });
        }
        line += block.matches('\n').count();
    }
    cases
}

/// Collects what does not come out as expected, so that one run tells all of it.
#[derive(Default)]
pub struct Outcome {
    count: usize,
    failures: Vec<String>,
}

impl Outcome {
    /// Holds what was found against what the case says.
    pub fn check(&mut self, file: &str, case: &Case, found: &[String]) {
        self.count += 1;
        let place = format!("{file}:{}", case.line);
        match (&case.known_failure, found == case.expected) {
            (None, true) | (Some(_), false) => {}
            (Some(reason), true) => {
                self.failures
                    .push(format!("{place}: comes out right now, so it is no known failure ({reason})"));
            }
            (None, false) => {
                let (expected, found) = (case.expected.join("\n"), found.join("\n"));
                self.failures
                    .push(format!("{place}: {}\n--- expected\n{expected}\n--- found\n{found}\n", case.input));
            }
        }
    }

    /// Fails with all that was collected, or when there were fewer cases than there should be.
    pub fn finish(self, at_least: usize) {
        assert!(
            self.failures.is_empty(),
            "{} of {} cases:\n{}",
            self.failures.len(),
            self.count,
            self.failures.join("\n")
        );
        assert!(self.count >= at_least, "only {} cases were found", self.count);
    }
}
