//! The project's own commands, run as `cargo xtask NAME`.
//!
//! A new command is a file with two functions, `command`, which describes its arguments, and `run`, and one row in
//! [`COMMANDS`].

mod bench;
mod browser;
mod build;
mod ci;
mod clock;
mod deny;
mod failure;
mod fuzz;
mod lint;
mod notices;
mod pack;
mod paths;
mod process;
mod properties;
mod sbom;
mod screenshots;
mod scripts;
mod serve;
mod server;
mod size;
mod test;
mod tools;
mod train;
mod workflows;

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use failure::Outcome;

/// A command's arguments, and what it does with them.
type Entry = (fn() -> Command, fn(&ArgMatches) -> Outcome);

/// Every command, in the order of the help.
const COMMANDS: &[Entry] = &[
    (serve::command, serve::run),
    (test::command, test::run),
    (lint::command, lint::run),
    (size::command, size::run),
    (ci::command, ci::run),
    (build::command, build::run),
    (pack::command, pack::run),
    (screenshots::command, screenshots::run),
    (bench::command, bench::run),
    (properties::command, properties::run),
    (fuzz::command, fuzz::run),
    (train::command, train::run),
    (sbom::command, sbom::run),
    (notices::command, notices::run),
];

fn main() -> ExitCode {
    let matches = xtask().get_matches();
    let Some((name, arguments)) = matches.subcommand() else { return ExitCode::SUCCESS };
    let chosen = COMMANDS.iter().find(|(command, _)| command().get_name() == name);
    match chosen.map_or(Ok(()), |(_, run)| run(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            failure.exit_code()
        }
    }
}

/// All commands as one program.
fn xtask() -> Command {
    Command::new("xtask")
        .bin_name("cargo xtask")
        .about("Builds, serves, tests and measures Diptych")
        .after_help(
            "Tools are installed once into a cache that later clones share: DIPTYCH_CACHE, else \
             XDG_CACHE_HOME/diptych, else ~/.cache/diptych. CHROME names the browser to test with.",
        )
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(COMMANDS.iter().map(|(command, _)| command()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_of_every_command_are_well_formed() {
        xtask().debug_assert();
    }

    #[test]
    fn contributors_are_told_every_command() {
        let guide = paths::read_text(&paths::root().join("CONTRIBUTING.md")).unwrap();
        for (command, _) in COMMANDS {
            let row = format!("| `cargo xtask {}", command().get_name());
            assert!([" ", "`"].iter().any(|end| guide.contains(&format!("{row}{end}"))), "{row}");
        }
    }

    #[test]
    fn every_command_has_one_name_and_says_what_it_does() {
        let mut names: Vec<String> =
            COMMANDS.iter().map(|(command, _)| command().get_name().to_owned()).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), COMMANDS.len());
        assert!(COMMANDS.iter().all(|(command, _)| command().get_about().is_some()));
    }

    #[test]
    fn what_no_command_knows_is_refused() {
        for line in ["xtask srve", "xtask test --nativ", "xtask serve --port 80800"] {
            let error = xtask().try_get_matches_from(line.split(' ')).unwrap_err();
            assert_eq!(error.exit_code(), 2, "{line}");
        }
    }
}
