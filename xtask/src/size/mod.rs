//! `cargo xtask size`: what the page weighs on the wire, against its budget.

mod brotli;
mod crates;
mod module;

use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::build::{self, Artifact, Mode, Story, wasm};
use crate::clock::timed;
use crate::failure::{Failure, Outcome};
use crate::paths;

/// What a part may weigh, in bytes after brotli.
struct Budget {
    /// What it should weigh.
    target: usize,
    /// What it may weigh today. It only ever goes down, to the target: a part above its target may not grow.
    ceiling: usize,
}

/// All that the widget loads: wasm, JavaScript and style together.
const WIDGET: Budget = Budget { target: 140_000, ceiling: 337_500 };

/// The core's own wasm.
const CORE: Budget = Budget { target: 60_000, ceiling: 180_500 };

/// What may be asked for.
pub(crate) fn command() -> Command {
    let crates = Arg::new("crates").long("crates").action(ArgAction::SetTrue);
    Command::new("size")
        .about("Print the compressed sizes, fail above the budget")
        .arg(crates.help("print what each crate and the heaviest functions weigh instead"))
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    if arguments.get_flag("crates") { weigh_crates() } else { check() }
}

/// Prints the sizes and fails where a part is above its ceiling.
pub(crate) fn check() -> Outcome {
    let dist = build::build(Mode::Published, Story::Example, Artifact::ALL)?;
    let widget = table(&dist, &widget_parts(&dist)?, "widget, read in English", &WIDGET)?;
    languages(&dist)?;
    let core = table(&build::core_folder(), &[build::CORE_WASM.to_owned()], "core alone", &CORE)?;
    if widget && core { Ok(()) } else { Err(Failure::work("the page has grown past its ceiling.")) }
}

/// Prints what a reader of each other language loads beside the widget.
fn languages(dist: &Path) -> Outcome {
    let names: Vec<String> =
        paths::files(dist)?.into_iter().filter(|name| name.starts_with("words-")).collect();
    println!("{:<28} {:>10} {:>10}", "beside it, one of", "bytes", "brotli");
    for (name, size) in names.iter().zip(brotli::sizes(dist, &names)?) {
        println!("  {name:<26} {:>10} {:>10}", size.raw, size.brotli);
    }
    println!();
    Ok(())
}

/// Folders of what is published that are no part of the widget: the npm package, which holds the same files once more,
/// and the builder, a page of its own.
const APART: &[&str] = &["builder/", "npm/"];

/// Every file of code or style in `dist`, in whatever folder, that belongs to the widget.
fn widget_parts(dist: &Path) -> Outcome<Vec<String>> {
    Ok(paths::files(dist)?.into_iter().filter(|name| is_widget_part(name)).collect())
}

fn is_widget_part(name: &str) -> bool {
    let apart = APART.iter().any(|folder| name.starts_with(folder));
    !apart && [".wasm", ".js", ".css"].iter().any(|ending| name.ends_with(ending))
}

/// Tells what each crate weighs in the page and in the core alone, in builds that keep function names.
fn weigh_crates() -> Outcome {
    let folder = paths::scratch().join("crates");
    for (features, title) in [("page", "the page's wasm"), ("web", "the core alone")] {
        let compiled = timed(&format!("compiling {title}"), || wasm::compile(features, Mode::Published))?;
        let file = wasm::bind(&compiled, features, &folder)?;
        wasm::optimize(&file, &file, wasm::Names::Keep)?;
        println!("{title}");
        crates::print(&file, &folder.join("owners"))?;
    }
    Ok(())
}

/// Prints the parts with their sizes; returns whether their sum is below the ceiling.
fn table(folder: &Path, names: &[String], title: &str, budget: &Budget) -> Outcome<bool> {
    let sizes = brotli::sizes(folder, names)?;
    println!("{title:<28} {:>10} {:>10}", "bytes", "brotli");
    for (name, size) in names.iter().zip(&sizes) {
        println!("  {name:<26} {:>10} {:>10}", size.raw, size.brotli);
    }
    let total: usize = sizes.iter().map(|size| size.brotli).sum();
    println!("  {:<26} {:>10} {total:>10}", "together", "");
    println!("  {}\n", verdict(total, budget));
    Ok(total <= budget.ceiling)
}

fn verdict(total: usize, Budget { target, ceiling }: &Budget) -> String {
    if total <= *target {
        format!("within the target of {target}")
    } else if total <= *ceiling {
        format!("MISSES the target of {target} by {}; the ceiling is {ceiling}", total - target)
    } else {
        format!("ABOVE the ceiling of {ceiling} by {}; the target is {target}", total - ceiling)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_widget_is_counted_in_whatever_folder() {
        let dist = paths::scratch().join("test-widget-parts");
        let parts = ["a.css", "b.js", "engine/c.js", "engine/deep/d.wasm"];
        let others = ["builder/e.js", "index.html", "npm/b.js", "npm/engine/c.js", "words-de.txt"];
        paths::remove_folder(&dist).unwrap();
        for name in parts.iter().chain(&others) {
            let file = dist.join(name);
            paths::make_folder(file.parent().unwrap()).unwrap();
            paths::write(&file, "x").unwrap();
        }
        let mut counted = widget_parts(&dist).unwrap();
        counted.sort();
        assert_eq!(counted, parts);
        paths::remove_folder(&dist).unwrap();
    }

    #[test]
    fn the_verdict_names_what_is_missed() {
        let budget = Budget { target: 100, ceiling: 150 };
        assert_eq!(verdict(100, &budget), "within the target of 100");
        assert_eq!(verdict(120, &budget), "MISSES the target of 100 by 20; the ceiling is 150");
        assert_eq!(verdict(151, &budget), "ABOVE the ceiling of 150 by 1; the target is 100");
    }
}
