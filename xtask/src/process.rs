//! Running other programs.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};
use crate::paths;

/// A call of `program` in the clone's top folder.
pub(crate) fn program(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// A call of the cargo that runs this program.
pub(crate) fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs to the end with this program's own output; anything but success is a failure.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() {
        return Ok(());
    }
    let code = status.code().map_or("a signal".into(), |code| format!("code {code}"));
    Err(Failure::work(format!("`{}` ended with {code}.", shown(command))))
}

/// Runs to the end and returns what it wrote to standard output; its messages show as they come.
pub(crate) fn output(command: &mut Command) -> Outcome<Vec<u8>> {
    let result = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| not_started(command, &error))?;
    if result.status.success() {
        return Ok(result.stdout);
    }
    Err(Failure::work(format!("`{}` failed.", shown(command))))
}

/// What it wrote to standard output as trimmed text, or nothing if it could not run or failed.
pub(crate) fn probe(command: &mut Command) -> Option<String> {
    let result = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&result.stdout).trim().to_owned();
    result.status.success().then_some(text)
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let name = command.get_program().to_string_lossy();
    if error.kind() == ErrorKind::NotFound {
        return Failure::usage(format!("the program `{name}` is missing: install it and try again."));
    }
    Failure::work(format!("could not start `{name}`: {error}."))
}

/// The call as one would type it, without the folders before the program's name, cut when long.
fn shown(command: &Command) -> String {
    const LONGEST: usize = 200;
    let program = std::path::Path::new(command.get_program());
    let mut line = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    for word in command.get_args() {
        line.push(' ');
        line.push_str(&word.to_string_lossy());
    }
    if line.chars().count() > LONGEST {
        line = line.chars().take(LONGEST).collect::<String>() + "…";
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_one_sentence_with_its_name() {
        let failure = run(&mut program("diptych-no-such-program")).unwrap_err();
        assert!(failure.is_usage());
        assert!(failure.to_string().contains("`diptych-no-such-program` is missing"));
    }

    #[test]
    fn a_call_is_shown_as_typed() {
        assert_eq!(shown(Command::new("/opt/bin/tool").args(["--all", "x"])), "tool --all x");
    }
}
