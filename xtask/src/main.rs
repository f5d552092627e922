//! The project's own commands, run as `cargo xtask NAME`.
//!
//! `COMMANDS` is the whole list: a new command is a file with a `run` function and one row here.

mod args;
mod bench;
mod browser;
mod build;
mod ci;
mod clock;
mod deny;
mod failure;
mod fuzz;
mod http;
mod json;
mod lint;
mod notices;
mod pack;
mod paths;
mod process;
mod sbom;
mod screenshots;
mod serve;
mod size;
mod test;
mod tools;
mod train;
mod workflows;

use std::process::ExitCode;

use args::Args;
use failure::{Failure, Outcome};

/// One command: what to type, what it does, and the function that does it.
struct Command {
    name: &'static str,
    usage: &'static str,
    about: &'static str,
    run: fn(Args) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        usage: "[--port N] [--dev]",
        about: "build the page and serve it on this machine; --dev builds faster and again after each change",
        run: serve::run,
    },
    Command {
        name: "test",
        usage: "[--native | --browser] [FILTER]",
        about: "run every native and browser test, or those whose name contains FILTER",
        run: test::run,
    },
    Command {
        name: "build",
        usage: "[--dev]",
        about: "build everything that is published into dist/",
        run: build::run,
    },
    Command {
        name: "pack",
        usage: "--story FILE [--out FILE] [--url URL]",
        about: "put the page and a story of your own into one HTML file; --url adds what oEmbed reads",
        run: pack::run,
    },
    Command {
        name: "lint",
        usage: "",
        about: "check formatting, clippy (native and wasm), documentation, workflow files, and the crates' licenses and sources",
        run: lint::run,
    },
    Command {
        name: "size",
        usage: "[--crates]",
        about: "print the compressed sizes, fail above the budget; --crates tells what each crate weighs",
        run: size::run,
    },
    Command {
        name: "screenshots",
        usage: "[--docs NAME] [FILTER]",
        about: "write pictures of the main states to target/screenshots; --docs copies one to docs/",
        run: screenshots::run,
    },
    Command {
        name: "train",
        usage: "--gold LINKS --sentences JSON --texts FOLDER [--test-gold … --test-sentences … --test-texts …] [--write FILE] [--ablate] [--show]",
        about: "fit the link model on gold alignments, cross-validate it, test it, write its weights",
        run: train::run,
    },
    Command {
        name: "bench",
        usage: "[--native | --browser] [--runs N] [--lines N,N,…]",
        about: "measure time, memory and F1, natively and beside other libraries in Chromium",
        run: bench::run,
    },
    Command {
        name: "fuzz",
        usage: "[TARGET] [--minutes N]",
        about: "attack the core and the page's scripts with made-up texts, 10 minutes each; found cases stay in fuzz/found",
        run: fuzz::run,
    },
    Command {
        name: "sbom",
        usage: "[--out FILE]",
        about: "write the software bill of materials, CycloneDX JSON, to target/diptych.cdx.json",
        run: sbom::run,
    },
    Command {
        name: "notices",
        usage: "[--out FOLDER]",
        about: "write the licenses of what others wrote and is published, to target/THIRD-PARTY.md",
        run: notices::run,
    },
    Command { name: "ci", usage: "", about: "all that a change has to pass: lint, test, size", run: ci::run },
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let name = words.next().unwrap_or_else(|| "help".into());
    match dispatch(&name, words.collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            failure.exit_code()
        }
    }
}

fn dispatch(name: &str, words: Vec<String>) -> Outcome {
    if matches!(name, "help" | "--help" | "-h") || words.iter().any(|word| word == "--help" || word == "-h") {
        print!("{}", help());
        return Ok(());
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return Err(Failure::usage(format!("there is no command `{name}`; `cargo xtask help` lists them.")));
    };
    (command.run)(Args::new(command.name, words))
}

fn help() -> String {
    let mut text = String::from("Usage: cargo xtask COMMAND\n\n");
    for command in COMMANDS {
        let call = format!("{} {}", command.name, command.usage);
        let row = format!("  {:<38} {}\n", call.trim_end(), command.about);
        text.push_str(&row);
    }
    text.push_str(
        "\nTools are installed once into a cache that later clones share: DIPTYCH_CACHE, else\n\
         XDG_CACHE_HOME/diptych, else ~/.cache/diptych. CHROME names the browser to test with.\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_lists_every_command_once() {
        let help = help();
        for command in COMMANDS {
            assert_eq!(help.matches(&format!("\n  {} ", command.name)).count(), 1, "{}", command.name);
        }
    }

    #[test]
    fn contributors_are_told_every_command() {
        let guide = paths::read_text(&paths::root().join("CONTRIBUTING.md")).unwrap();
        for command in COMMANDS {
            assert!(guide.contains(&format!("| `cargo xtask {}` |", command.name)), "{}", command.name);
        }
    }

    #[test]
    fn an_unknown_command_is_bad_usage() {
        let failure = dispatch("srve", vec![]).unwrap_err();
        assert!(failure.to_string().contains("`srve`"));
        assert!(failure.is_usage());
    }
}
