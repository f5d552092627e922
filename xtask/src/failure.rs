//! Why a command stopped, in one sentence for the person who ran it.

use std::fmt;
use std::process::ExitCode;

/// What a command returns.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// A sentence and whether the work failed or could not begin.
#[derive(Debug)]
pub(crate) struct Failure {
    sentence: String,
    kind: Kind,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    /// The call was wrong or something that must be there first is missing: exit code 2.
    Usage,
    /// The work itself failed: exit code 1.
    Work,
}

impl Failure {
    /// The call was wrong, or the machine lacks what only its owner can install.
    pub(crate) fn usage(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), kind: Kind::Usage }
    }

    /// Something was tried and did not work.
    pub(crate) fn work(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), kind: Kind::Work }
    }

    /// The file operation `doing` failed.
    pub(crate) fn io(doing: impl fmt::Display, error: &std::io::Error) -> Self {
        Self::work(format!("could not {doing}: {error}."))
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(if self.is_usage() { 2 } else { 1 })
    }

    pub(crate) fn is_usage(&self) -> bool {
        self.kind == Kind::Usage
    }
}

/// Does every one of `works`, also after one has failed, and then says which did.
pub(crate) fn every<'a>(works: impl Iterator<Item = (&'a str, Outcome)>) -> Outcome {
    let mut failed = Vec::new();
    for (name, outcome) in works {
        if let Err(failure) = outcome {
            eprintln!("xtask: {failure}");
            failed.push(name);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(Failure::work(format!("failed: {}.", failed.join("; ")))) }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_work_is_done_and_the_failed_ones_are_named() {
        let mut done = 0;
        let works = [("one", true), ("two", false), ("three", false), ("four", true)];
        let outcome = every(works.iter().map(|&(name, works)| {
            done += 1;
            (name, if works { Ok(()) } else { Err(Failure::work("no")) })
        }));
        assert_eq!(outcome.unwrap_err().to_string(), "failed: two; three.");
        assert_eq!(done, 4);
    }
}
