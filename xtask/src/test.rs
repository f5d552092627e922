//! `cargo xtask test`: every native test, then every browser test.

use std::path::PathBuf;
use std::process::Stdio;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::browser::node_with_page;
use crate::build::{self, Artifact, Mode, Story};
use crate::clock::timed;
use crate::failure::{Failure, Outcome, every};
use crate::tools::Engine;
use crate::{paths, process, tools};

/// What may be asked for.
pub(crate) fn command() -> Command {
    let half = |name: &'static str, help| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    Command::new("test")
        .about("Run the tests, native and in the browser")
        .arg(half("native", "leave out the browser tests").conflicts_with("browser"))
        .arg(half("browser", "leave out the native tests"))
        .arg(Arg::new("filter").value_name("FILTER").help("run only tests whose name contains this"))
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let filter = arguments.get_one::<String>("filter").map(String::as_str);
    if arguments.get_flag("native") {
        return native(filter);
    }
    if arguments.get_flag("browser") {
        return browser(filter, build_page());
    }
    both(filter)
}

/// All tests.
pub(crate) fn all() -> Outcome {
    both(None)
}

/// The native tests, then those in the browser. The page is built beside the native tests: the compiler's last step and
/// the optimizer take minutes on one core.
fn both(filter: Option<&str>) -> Outcome {
    let (native, page) = std::thread::scope(|scope| {
        let page = scope.spawn(build_page);
        let native = native(filter);
        (native, page.join().unwrap_or_else(|_| Err(Failure::work("building the page ended with a panic."))))
    });
    every([("native tests", native), ("browser tests", browser(filter, page))].into_iter())
}

/// Builds everything that the browser tests look at.
fn build_page() -> Outcome<PathBuf> {
    build::build(Mode::Published, Story::Seeds, Artifact::ALL)
}

/// All tests of the crate, this tool and the benchmarks; then, of the core without any feature, its own tests and one that
/// uses it from outside. It is the same code: no more of it depends on features than which modules there are.
fn native(filter: Option<&str>) -> Outcome {
    // The program for binding has no tests, and would be compiled once more.
    let everything = ["--workspace", "--exclude", "diptych-bindgen"];
    let core = ["--package", "diptych", "--no-default-features", "--lib", "--test", "view"];
    let runs: [(&str, &[&str]); 2] =
        [("native tests", &everything), ("native tests of the core alone", &core)];
    every(runs.into_iter().map(|(doing, options)| {
        let mut cargo = process::cargo();
        cargo.args(["test", "--locked", "--no-fail-fast"]).args(options).args(filter);
        (doing, timed(doing, || process::run(&mut cargo)))
    }))
}

fn browser(filter: Option<&str>, page: Outcome<PathBuf>) -> Outcome {
    let page = page?;
    let folder = paths::browser_tests();
    let files = paths::files(&folder)?;
    let tests = files.iter().filter(|name| name.ends_with(".test.mjs") && !name.starts_with("node_modules/"));
    let native = native_results()?;
    let engines = tools::engines()?;
    let mut session = node_with_page(&page)?;
    let node = &mut session.node;
    node.env("DIPTYCH_NATIVE", native);
    for engine in &engines {
        node.env_remove(engine.variable);
        node.envs(engine.program.as_ref().map(|program| (engine.variable, program)));
    }
    node.args(["--test", "--test-reporter=spec"]);
    node.args(filter.map(|name| format!("--test-name-pattern={}", literally(name)))).args(tests);
    let outcome = timed("browser tests", || process::run(node));
    println!("{}", told(&engines));
    outcome
}

/// Which engines the smoke tests ran in, in one line.
fn told(engines: &[Engine]) -> String {
    let (ran, missing): (Vec<_>, Vec<_>) = engines.iter().partition(|engine| engine.program.is_some());
    let names = |first: Option<&'static str>, engines: &[&Engine]| -> String {
        first.into_iter().chain(engines.iter().map(|engine| engine.name)).collect::<Vec<_>>().join(", ")
    };
    let mut line = format!("engines: {}", names(Some("Chromium"), &ran));
    if !missing.is_empty() {
        line.push_str("; not installed here: ");
        line.push_str(&names(None, &missing));
    }
    line
}

/// The folder with what native code makes of a thousand comparisons, and with a page that it writes: the wasm is held
/// against both.
fn native_results() -> Outcome<PathBuf> {
    let mut cargo = process::cargo();
    cargo.args([
        "test",
        "--quiet",
        "--locked",
        "--package",
        "diptych",
        "--test",
        "differential",
        "--test",
        "still",
    ]);
    cargo.stdout(Stdio::null());
    timed("native results to hold the wasm against", || process::run(&mut cargo))?;
    Ok(paths::target().join("tmp"))
}

/// A pattern that matches exactly this text.
fn literally(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        if r"\^$.*+?()[]{}|/".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_engines_are_told_by_name() {
        let engine =
            |name, program: Option<&str>| Engine { name, variable: "", program: program.map(Into::into) };
        let engines = [engine("Firefox", Some("/firefox")), engine("WebKit", None)];
        assert_eq!(told(&engines), "engines: Chromium, Firefox; not installed here: WebKit");
    }

    #[test]
    fn a_filter_is_text_and_no_pattern() {
        assert_eq!(literally("a.b (c)"), r"a\.b \(c\)");
    }
}
