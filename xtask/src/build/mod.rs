//! `cargo xtask build`: everything that is published, into `dist/`.
//!
//! Each step says which artifact it makes, and those run whose artifact is asked for. They fill a staging folder one after the
//! other; the folder with the result is replaced when all of them are done. What is built for serving and testing holds the
//! seeds and lies in the scratch folder, never in `dist/`.

mod package;
mod page;
mod scripts;
mod story;
mod tidy;
pub(crate) mod wasm;

pub(crate) use package::{CORE_WASM, core_folder};
pub(crate) use scripts::{add_one_files, pack};
pub(crate) use story::Story;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::clock::{Stopwatch, timed};
use crate::failure::{Failure, Outcome};
use crate::{paths, tools};

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

/// A part of what is published. A build makes those that it is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Artifact {
    /// The page with everything that it loads.
    Page,
    /// `diptych.html` and `embed.html`, each the page in one file.
    SingleFiles,
    /// The wasm that compares and draws nothing, in the scratch folder.
    Core,
    /// The package for npm, with the licenses of what is in it.
    Package,
}

impl Artifact {
    pub(crate) const ALL: &[Self] = &[Self::Page, Self::SingleFiles, Self::Core, Self::Package];
}

/// What a step works with.
pub(crate) struct Job {
    pub(crate) mode: Mode,
    pub(crate) story: Story,
    /// Where the finished files of this build are gathered.
    pub(crate) staging: PathBuf,
}

/// One step of a build.
struct Step {
    doing: &'static str,
    makes: Artifact,
    run: fn(&Job) -> Outcome,
}

const STEPS: &[Step] = &[
    Step { doing: "compiling what is missing for the page", makes: Artifact::Page, run: page::compile },
    Step { doing: "bundling the page", makes: Artifact::Page, run: page::bundle },
    Step { doing: "copying the page's data", makes: Artifact::Page, run: page::copy_files },
    Step { doing: "bundling the scripts", makes: Artifact::Page, run: scripts::bundle },
    Step {
        doing: "packing the page into one file, and the frame",
        makes: Artifact::SingleFiles,
        run: scripts::one_files,
    },
    Step { doing: "compiling the core alone", makes: Artifact::Core, run: package::compile_core },
    Step { doing: "gathering the npm package", makes: Artifact::Package, run: package::gather },
    Step { doing: "checking the page's HTML", makes: Artifact::Page, run: tidy::index },
    Step { doing: "writing the licenses", makes: Artifact::Package, run: package::write_licenses },
    Step {
        doing: "checking that nothing of the seeds is published",
        makes: Artifact::Page,
        run: story::check_published,
    },
];

/// What may be asked for.
pub(crate) fn command() -> Command {
    let dev = dev_switch().help("build the page alone, faster, and larger than what is published");
    Command::new("build").about("Build everything that is published into dist/").arg(dev)
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let dist = match mode(arguments) {
        Mode::Published => build(Mode::Published, Story::Example, Artifact::ALL)?,
        Mode::Dev => build(Mode::Dev, Story::Example, &[Artifact::Page])?,
    };
    let shown = dist.strip_prefix(paths::root()).unwrap_or(&dist);
    for name in paths::files(&dist)? {
        let bytes = std::fs::metadata(dist.join(&name)).map_or(0, |file| file.len());
        println!("{bytes:>9}  {}/{name}", shown.display());
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

/// Builds `artifacts`, the page with `story` among them, and returns the folder with the result.
pub(crate) fn build(mode: Mode, story: Story, artifacts: &[Artifact]) -> Outcome<PathBuf> {
    tools::check_node()?;
    tools::ensure_wasm_target()?;
    let watch = Stopwatch::start();
    let goal = goal(story, artifacts);
    let job = Job { mode, story, staging: paths::scratch().join("staging") };
    paths::remove_folder(&job.staging)?;
    paths::make_folder(&job.staging)?;
    for step in STEPS.iter().filter(|step| artifacts.contains(&step.makes)) {
        timed(step.doing, || (step.run)(&job))?;
    }
    replace(&goal, &job.staging)?;
    let shown = goal.strip_prefix(paths::root()).unwrap_or(&goal);
    eprintln!("    built {} in {watch}", shown.display());
    Ok(goal)
}

/// Where a finished build lies. `dist/` holds nothing but what may be published, and all of that.
pub(crate) fn goal(story: Story, artifacts: &[Artifact]) -> PathBuf {
    match (story, artifacts == Artifact::ALL) {
        (Story::Example, true) => paths::dist(),
        (Story::Example, false) => paths::scratch().join("example"),
        (Story::Seeds, true) => paths::scratch().join("seeds"),
        (Story::Seeds, false) => paths::scratch().join("served"),
    }
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
