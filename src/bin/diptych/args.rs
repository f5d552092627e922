//! What the caller asked for.

use diptych::options::{KNOBS, Knob, Options, Sensitivity};
use std::ffi::OsString;
use std::fmt::Write;

/// One thing that the program does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Tell how to use it.
    Help,
    /// Tell its version.
    Version,
    /// Align the words of sentence pairs from standard input.
    Words,
    /// Compare articles.
    Compare {
        /// Files, stories, or `-` for standard input.
        paths: Vec<String>,
        /// Form of the result.
        format: Format,
        /// The knobs.
        options: Options,
    },
}

/// Form of the result of `compare`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// The contract `diptych/1`.
    Json,
    /// A page of its own.
    Html,
    /// For people at a terminal.
    Text,
}

impl Format {
    const ALL: [(&'static str, Self); 3] = [("json", Self::Json), ("html", Self::Html), ("text", Self::Text)];

    fn parse(name: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|&(_, format)| format).ok_or_else(|| {
            format!(
                "There is no format \"{name}\"; choose one of {}.",
                Self::ALL.map(|(name, _)| name).join(", ")
            )
        })
    }
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// One sentence saying what is wrong.
pub(crate) fn parse(args: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut args =
        args.map(|a| a.into_string().map_err(|a| format!("The argument {} is not UTF-8.", a.display())));
    let command = args.next().transpose()?;
    match command.as_deref() {
        Some("compare") => compare(&mut args),
        Some("words") => args.next().transpose()?.map_or(Ok(Command::Words), |extra| match extra.as_str() {
            "--help" | "-h" => Ok(Command::Help),
            _ => Err(format!("\"words\" reads standard input and takes no argument such as \"{extra}\".")),
        }),
        Some("--help" | "-h" | "help") => Ok(Command::Help),
        Some("--version" | "-V") => Ok(Command::Version),
        Some(other) => Err(format!("There is no command \"{other}\"; \"diptych --help\" lists them.")),
        None => Err("A command is missing; \"diptych --help\" lists them.".to_owned()),
    }
}

fn compare(args: &mut impl Iterator<Item = Result<String, String>>) -> Result<Command, String> {
    let (mut paths, mut format, mut options) = (Vec::new(), Format::Json, Options::default());
    let mut only_paths = false;
    while let Some(arg) = args.next().transpose()? {
        if only_paths || arg == "-" || !arg.starts_with('-') {
            paths.push(arg);
            continue;
        }
        let (name, inline) = match arg.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (arg.as_str(), None),
        };
        let mut value = || match inline.clone() {
            Some(value) => Ok(value),
            None => args.next().transpose()?.ok_or_else(|| format!("\"{name}\" needs a value.")),
        };
        match name {
            "--" => only_paths = true,
            "--help" | "-h" => return Ok(Command::Help),
            "--format" => format = Format::parse(&value()?)?,
            _ => match knob(name) {
                Some(knob) => set(&mut options, knob, &value()?)?,
                None => return Err(format!("There is no option \"{name}\"; \"diptych --help\" lists them.")),
            },
        }
    }
    if paths.is_empty() {
        return Err("Name the files to compare, or \"-\" for standard input.".to_owned());
    }
    Ok(Command::Compare { paths, format, options })
}

fn knob(flag: &str) -> Option<&'static Knob> {
    let name = flag.strip_prefix("--")?;
    KNOBS.iter().find(|knob| knob.name == name)
}

fn set(options: &mut Options, knob: &Knob, value: &str) -> Result<(), String> {
    let number =
        value.parse::<u64>().ok().filter(|n| (knob.min..=knob.max).contains(n)).ok_or_else(|| {
            format!(
                "\"--{}\" takes a whole number from {} to {}, not \"{value}\".",
                knob.name, knob.min, knob.max
            )
        })?;
    match knob.name {
        "sensitivity" => {
            options.sensitivity = Sensitivity::new(u16::try_from(number).unwrap_or(Sensitivity::MAX));
        }
        "work-limit" => options.work_limit = number,
        other => return Err(format!("\"--{other}\" can't be set here.")),
    }
    Ok(())
}

/// The text of `--help`.
pub(crate) fn help() -> String {
    let mut help = String::from(HEAD);
    let formats = Format::ALL.map(|(name, _)| name).join("|");
    let _ = writeln!(help, "  --format {formats}\n      Form of the result; json when nothing is said.");
    for Knob { name, min, max, default, meaning } in KNOBS {
        let _ = writeln!(
            help,
            "  --{name} N\n      {meaning}\n      From {min} to {max}; {default} when nothing is said."
        );
    }
    help.push_str(FOOT);
    help
}

const HEAD: &str = "\
Shows how different articles tell the same event.

Usage:
  diptych compare [OPTIONS] FILE FILE [FILE ...]
  diptych words

compare takes text files, a story (JSON, see the README), or \"-\" for standard input,
and writes the linked sentences with their words and facts.

Options of compare:
";

const FOOT: &str = "
words reads lines {\"a\": \"...\", \"b\": \"...\"} from standard input and writes, for each, the words of both
sentences and the pairs that stand for each other.

  --help       Print this.
  --version    Print the version.

Exits with 0, or with 2 and one sentence when something is wrong with what it was given.
";
