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

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.sentence)
    }
}
