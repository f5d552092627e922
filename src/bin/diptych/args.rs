//! What the caller asked for.

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use diptych::options::{KNOBS, Knob, Options};
use diptych::ui::strings::Strings;
use std::ffi::OsString;
use std::path::PathBuf;

/// One thing that the program does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Invocation {
    /// Print a text: help or the version.
    Print(String),
    /// Align the words of sentence pairs from standard input.
    Words,
    /// Compare articles.
    Compare(CompareArgs),
}

/// What to compare, and what to make of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CompareArgs {
    /// Files, stories, or `-` for standard input.
    pub(crate) paths: Vec<PathBuf>,
    /// What the articles are called, in their order, in place of what the files say.
    pub(crate) outlets: Vec<String>,
    /// What the story is called, in place of what the files say.
    pub(crate) title: Option<String>,
    /// Form of the result.
    pub(crate) format: Format,
    /// Language of the controls.
    pub(crate) lang: &'static str,
    /// Where the result goes; standard output when there is none.
    pub(crate) output: Option<PathBuf>,
    /// The knobs.
    pub(crate) options: Options,
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
}

/// Reads the arguments, the program's name first.
///
/// # Errors
/// One sentence saying what is wrong.
pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Invocation, String> {
    let matches = match command().try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Ok(Invocation::Print(error.to_string()));
        }
        Err(error) => return Err(sentence(&error)),
    };
    match matches.subcommand() {
        Some(("compare", matches)) => compare(matches).map(Invocation::Compare),
        _ => Ok(Invocation::Words),
    }
}

/// The commands with their arguments.
fn command() -> Command {
    let words = Command::new("words").about(
        "Reads lines {\"a\": \"…\", \"b\": \"…\"} from standard input and writes, for each, the words of both \
         sentences and the pairs that stand for each other",
    );
    Command::new("diptych")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Shows how different articles tell the same event")
        .after_help(
            "Exits with 0, or with 2 and one sentence when something is wrong with what it was given.",
        )
        .subcommand_required(true)
        .args_override_self(true)
        .subcommand(compare_command())
        .subcommand(words)
}

fn compare_command() -> Command {
    let mut command = Command::new("compare")
        .about("Links the sentences of articles and compares their words and facts")
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .required(true)
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf))
                .help("Texts, or stories in JSON; \"-\" is standard input"),
        )
        .arg(
            option("format", "FORMAT", "Form of the result")
                .value_parser(PossibleValuesParser::new(Format::ALL.map(|(name, _)| name)))
                .default_value("json"),
        )
        .arg(
            option("output", "FILE", "Writes the result to a file in place of standard output")
                .short('o')
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            option("outlet", "NAME", "What an article is called; once for each article, in their order")
                .action(ArgAction::Append)
                .value_parser(NonEmptyStringValueParser::new()),
        )
        .arg(
            option("title", "TITLE", "What the story is called, with \"--format html\"")
                .value_parser(NonEmptyStringValueParser::new()),
        )
        .arg(option("lang", "LANG", "Language of the page around the articles, with \"--format html\""));
    for Knob { name, min, max, default, meaning, .. } in KNOBS {
        let help = format!("{meaning} From {min} to {max}; {default} when nothing is said.");
        let option = option(name, "N", help).value_parser(value_parser!(u64).range(*min..=*max));
        command = command.arg(option.allow_negative_numbers(true));
    }
    command
}

/// An option with a value.
fn option(name: &'static str, value: &'static str, help: impl Into<clap::builder::StyledStr>) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn compare(matches: &ArgMatches) -> Result<CompareArgs, String> {
    let text = |name: &str| matches.get_one::<String>(name);
    let mut options = Options::default();
    for knob in KNOBS {
        if let Some(&value) = matches.get_one::<u64>(knob.name) {
            (knob.set)(&mut options, value);
        }
    }
    let chosen = Format::ALL.iter().find(|(name, _)| text("format").is_some_and(|f| f == name));
    let format = chosen.map_or(Format::Json, |&(_, format)| format);
    let title = text("title").cloned();
    if format != Format::Html
        && let Some(name) = ["title", "lang"].into_iter().find(|n| text(n).is_some())
    {
        return Err(format!("\"--{name}\" is about the page; say \"--format html\" too, or leave it out."));
    }
    let lang = text("lang").map_or(Ok("en"), |tag| language(tag))?;
    let outlets = matches.get_many("outlet").unwrap_or_default().cloned().collect();
    let paths = matches.get_many("files").unwrap_or_default().cloned().collect();
    Ok(CompareArgs {
        paths,
        outlets,
        title,
        format,
        lang,
        output: matches.get_one("output").cloned(),
        options,
    })
}

/// The language of the controls that a BCP 47 tag asks for.
fn language(tag: &str) -> Result<&'static str, String> {
    let served = Strings::language(tag);
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
    if primary(served) == primary(tag) {
        return Ok(served);
    }
    let known: Vec<&str> = Strings::languages().collect();
    Err(format!("The page does not speak \"{tag}\"; choose one of {}.", known.join(", ")))
}

/// What is wrong with the arguments, in one sentence.
fn sentence(error: &clap::Error) -> String {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.as_str(),
        _ => "",
    };
    let argument = said(ContextKind::InvalidArg);
    // Clap names an option together with its value: "--format <FORMAT>".
    let name = argument.split_once(' ').map_or(argument, |(name, _)| name);
    let value = said(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::MissingSubcommand => "A command is missing; \"diptych --help\" lists them.".to_owned(),
        ErrorKind::InvalidSubcommand => {
            let command = said(ContextKind::InvalidSubcommand);
            format!("There is no command \"{command}\"; \"diptych --help\" lists them.")
        }
        ErrorKind::MissingRequiredArgument => {
            "Name the files to compare, or \"-\" for standard input.".to_owned()
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            format!(
                "There is no option \"{argument}\" here; \"--help\" in its place lists those that there are."
            )
        }
        ErrorKind::UnknownArgument => {
            format!("\"words\" reads standard input and takes no argument such as \"{argument}\".")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("\"{name}\" needs a value."),
        ErrorKind::InvalidValue => match error.get(ContextKind::ValidValue) {
            Some(ContextValue::Strings(known)) if !known.is_empty() => {
                format!("\"{name}\" can't be \"{value}\"; choose one of {}.", known.join(", "))
            }
            _ => format!("\"{name}\" needs a value."),
        },
        ErrorKind::ValueValidation => out_of_range(name, value),
        ErrorKind::InvalidUtf8 => "An argument is not in UTF-8; only names of files may be.".to_owned(),
        _ => "The arguments can't be understood; \"diptych --help\" says how to use it.".to_owned(),
    }
}

/// Only the values of knobs are checked for more than being one of a list.
fn out_of_range(name: &str, value: &str) -> String {
    let knob = KNOBS.iter().find(|knob| name.strip_prefix("--") == Some(knob.name));
    let range = knob.map_or_else(String::new, |knob| format!(" from {} to {}", knob.min, knob.max));
    format!("\"{name}\" takes a whole number{range}, not \"{value}\".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_are_put_together_rightly() {
        command().debug_assert();
    }

    #[test]
    fn the_last_of_two_values_counts() {
        let args =
            ["diptych", "compare", "--sensitivity=1", "a", "--sensitivity", "2", "-"].map(OsString::from);
        let Ok(Invocation::Compare(compare)) = parse(args) else { panic!("a comparison") };
        assert_eq!(compare.options.sensitivity.get(), 2);
        assert_eq!(compare.paths, ["a", "-"].map(PathBuf::from));
    }

    #[test]
    fn a_language_serves_its_countries() {
        assert_eq!(language("de-AT"), Ok("de"));
        assert!(language("tlh").is_err_and(|sentence| sentence.contains("tlh")));
    }
}
