//! Text cases: files of blocks that a non-programmer can read and extend.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// One case of a file.
pub(crate) struct Case {
    /// File and name, for messages.
    pub(crate) name: String,
    /// The first sentence as written, marks included.
    pub(crate) a: String,
    /// The second sentence as written, marks included.
    pub(crate) b: String,
    /// Lines of their own, such as `unmarked`.
    pub(crate) flags: Vec<String>,
    /// Why the case can't be met yet.
    pub(crate) known_failure: Option<String>,
}

/// All cases below `tests/cases/<folder>`, in order of file name.
pub(crate) fn cases(folder: &str) -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let files = fs::read_dir(&root).expect("a folder of cases").map(|f| f.expect("a file").path());
    let files: BTreeSet<PathBuf> = files.filter(|f| f.extension().is_some_and(|e| e == "txt")).collect();
    files.iter().flat_map(|file| read(file)).collect()
}

fn read(file: &Path) -> Vec<Case> {
    let stem = file.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_owned();
    let text = fs::read_to_string(file).expect("a readable file of cases");
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        if let Some(name) = line.strip_prefix("= ") {
            let name = format!("{stem}: {name}");
            cases.push(Case {
                name,
                a: String::new(),
                b: String::new(),
                flags: Vec::new(),
                known_failure: None,
            });
            continue;
        }
        let case = cases.last_mut().unwrap_or_else(|| panic!("{stem}: a line before the first case: {line}"));
        match line.split_once(": ") {
            Some(("A", sentence)) => sentence.clone_into(&mut case.a),
            Some(("B", sentence)) => sentence.clone_into(&mut case.b),
            Some(("known-failure", reason)) => case.known_failure = Some(reason.to_owned()),
            _ => case.flags.push(line.to_owned()),
        }
    }
    assert!(!cases.is_empty(), "{stem}: no case in the file");
    for case in &cases {
        assert!(!case.a.is_empty() && !case.b.is_empty(), "{}: a sentence is missing", case.name);
    }
    cases
}

/// Holds each case against its expectation, and each known failure against having been met; `check` says what is
/// wrong.
pub(crate) fn run(cases: &[Case], check: impl Fn(&Case) -> Result<(), String>) {
    let mut wrong = Vec::new();
    for case in cases {
        match (check(case), &case.known_failure) {
            (Err(message), None) => wrong.push(format!("{}\n{message}", case.name)),
            (Ok(()), Some(_)) => {
                wrong.push(format!("{}\n  is met now: take its known-failure away", case.name));
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n\n{}\n", wrong.len(), cases.len(), wrong.join("\n\n"));
}
