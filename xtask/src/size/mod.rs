//! `cargo xtask size`: what the page weighs on the wire, against its budget.

mod brotli;
mod crates;
mod module;

use std::path::Path;

use crate::args::Args;
use crate::build::{self, Mode, wasm};
use crate::clock::timed;
use crate::failure::{Failure, Outcome};
use crate::paths;
use crate::tools::Toolbox;

/// Bytes after brotli of all that the widget loads: wasm, JavaScript and style together.
const WIDGET_BUDGET: usize = 140_000;

/// Bytes after brotli of the core's own wasm.
const CORE_BUDGET: usize = 60_000;

/// The command.
pub(crate) fn run(mut args: Args) -> Outcome {
    let by_crate = args.switch("--crates");
    args.finish()?;
    if by_crate {
        return weigh_crates();
    }
    let dist = build::build(Mode::Published)?;
    let widget: Vec<String> = paths::files(&dist)?.into_iter().filter(|name| is_widget_part(name)).collect();
    let widget = table(&dist, &widget, "widget", WIDGET_BUDGET)?;
    let folder = paths::scratch().join("core");
    let core = core_alone(&folder)?;
    let core = table(&folder, &[core], "core alone", CORE_BUDGET)?;
    if widget && core { Ok(()) } else { Err(Failure::work("the budget is exceeded.")) }
}

fn is_widget_part(name: &str) -> bool {
    !name.contains('/') && [".wasm", ".js", ".css"].iter().any(|ending| name.ends_with(ending))
}

/// Builds the core's wasm into `folder` and returns its name.
fn core_alone(folder: &Path) -> Outcome<String> {
    let tools = Toolbox::ready()?;
    paths::make_folder(folder)?;
    timed("compiling the core alone", || wasm::compile(&tools, "web", "core", folder))?;
    let file = folder.join("core_bg.wasm");
    timed("optimizing the core's wasm", || wasm::optimize(&tools, &file, &file, wasm::Names::Strip))?;
    Ok("core_bg.wasm".into())
}

/// Tells what each crate weighs in the page and in the core alone, in builds that keep function names.
fn weigh_crates() -> Outcome {
    let tools = Toolbox::ready()?;
    let folder = paths::scratch().join("crates");
    paths::make_folder(&folder)?;
    for (features, title) in [("page", "the page's wasm"), ("web", "the core alone")] {
        let file = folder.join(format!("{features}_bg.wasm"));
        timed(&format!("compiling {title}"), || wasm::compile(&tools, features, features, &folder))?;
        timed("optimizing, with names", || wasm::optimize(&tools, &file, &file, wasm::Names::Keep))?;
        println!("{title}");
        crates::print(&file, &folder.join("owners"))?;
    }
    Ok(())
}

/// Prints the parts with their sizes; returns whether their sum is within `budget`.
fn table(folder: &Path, names: &[String], title: &str, budget: usize) -> Outcome<bool> {
    let sizes = brotli::sizes(folder, names)?;
    println!("{title:<28} {:>10} {:>10}", "bytes", "brotli");
    for (name, size) in names.iter().zip(&sizes) {
        println!("  {name:<26} {:>10} {:>10}", size.raw, size.brotli);
    }
    let total: usize = sizes.iter().map(|size| size.brotli).sum();
    let verdict = if total <= budget { "within" } else { "ABOVE" };
    println!("  {:<26} {:>10} {total:>10}   {verdict} the budget of {budget}\n", "together", "");
    Ok(total <= budget)
}
