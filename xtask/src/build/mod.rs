//! `cargo xtask build`: everything that is published, into `dist/`.
//!
//! The steps fill a staging folder one after the other; the folder with the result is replaced when all of them are done.
//! What is built for serving and testing holds the seeds and lies in the scratch folder, never in `dist/`.

mod package;
mod page;
mod scripts;
mod story;
mod tidy;
pub(crate) mod wasm;

pub(crate) use scripts::pack;
pub(crate) use story::Story;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::clock::{Stopwatch, timed};
use crate::failure::{Failure, Outcome};
use crate::paths;
use crate::tools::Toolbox;

/// How the crate is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// As published: small.
    Published,
    /// For looking at one's own change soon: barely optimized.
    Dev,
}

impl Mode {
    /// The cargo profile that this mode compiles with.
    pub(crate) fn profile(self) -> &'static str {
        match self {
            Self::Published => "wasm",
            Self::Dev => "wasm-dev",
        }
    }
}

/// What a step works with.
pub(crate) struct Job {
    pub(crate) mode: Mode,
    pub(crate) story: Story,
    pub(crate) tools: Toolbox,
    /// Where the finished files of this build are gathered.
    pub(crate) staging: PathBuf,
}

/// One step of a build.
struct Step {
    doing: &'static str,
    modes: &'static [Mode],
    run: fn(&Job) -> Outcome,
}

const ALWAYS: &[Mode] = &[Mode::Published, Mode::Dev];

const STEPS: &[Step] = &[
    Step { doing: "fetching the crates of Cargo.lock", modes: ALWAYS, run: page::fetch },
    Step {
        doing: "compiling and bundling the page (about 2 minutes when nothing is compiled yet)",
        modes: ALWAYS,
        run: page::bundle,
    },
    Step { doing: "copying the page's data", modes: ALWAYS, run: page::copy_files },
    Step {
        doing: "optimizing the wasm (about 10 seconds after a change)",
        modes: &[Mode::Published],
        run: wasm::optimize_page,
    },
    Step { doing: "bundling the scripts", modes: ALWAYS, run: scripts::bundle },
    Step {
        doing: "packing the page into one file, and the frame (about 10 seconds after a change)",
        modes: &[Mode::Published],
        run: scripts::one_files,
    },
    Step {
        doing: "compiling the core alone (about 2 minutes when nothing is compiled yet)",
        modes: &[Mode::Published],
        run: package::compile_core,
    },
    Step { doing: "gathering the npm package", modes: &[Mode::Published], run: package::gather },
    Step { doing: "checking the page's HTML", modes: ALWAYS, run: tidy::index },
    Step { doing: "writing the licenses", modes: &[Mode::Published], run: package::write_licenses },
    Step {
        doing: "checking that nothing of the seeds is published",
        modes: ALWAYS,
        run: story::check_published,
    },
];

/// What may be asked for.
pub(crate) fn command() -> Command {
    let dev = dev_switch().help("build faster, and larger than what is published");
    Command::new("build").about("Build everything that is published into dist/").arg(dev)
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let dist = build(mode(arguments), Story::Example)?;
    for name in paths::files(&dist)? {
        let bytes = std::fs::metadata(dist.join(&name)).map_or(0, |file| file.len());
        println!("{bytes:>9}  dist/{name}");
    }
    Ok(())
}

/// The switch that asks for the mode [`Mode::Dev`].
pub(crate) fn dev_switch() -> Arg {
    Arg::new("dev").long("dev").action(ArgAction::SetTrue)
}

/// The mode that was asked for.
pub(crate) fn mode(arguments: &ArgMatches) -> Mode {
    if arguments.get_flag("dev") { Mode::Dev } else { Mode::Published }
}

/// Builds the page with `story` in it and returns the folder with the result.
pub(crate) fn build(mode: Mode, story: Story) -> Outcome<PathBuf> {
    let tools = Toolbox::ready()?;
    let watch = Stopwatch::start();
    let job = Job { mode, story, tools, staging: paths::scratch().join("staging") };
    paths::remove_folder(&job.staging)?;
    paths::make_folder(&job.staging)?;
    for step in STEPS.iter().filter(|step| step.modes.contains(&mode)) {
        timed(step.doing, || (step.run)(&job))?;
    }
    let goal = story.goal();
    replace(&goal, &job.staging)?;
    let shown = goal.strip_prefix(paths::root()).unwrap_or(&goal);
    eprintln!("    built {} in {watch}", shown.display());
    Ok(goal)
}

fn replace(goal: &Path, staging: &Path) -> Outcome {
    paths::remove_folder(goal)?;
    if std::fs::rename(staging, goal).is_ok() {
        return Ok(());
    }
    // A target folder on another disk can't be renamed into the clone.
    paths::copy_folder(staging, goal, &[])?;
    paths::remove_folder(staging)
}

/// Fails with `sentence` unless `holds`.
fn require(holds: bool, sentence: impl Into<String>) -> Outcome {
    if holds { Ok(()) } else { Err(Failure::work(sentence)) }
}
