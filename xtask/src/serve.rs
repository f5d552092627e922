//! `cargo xtask serve`: the page on this machine, with all set-up that it needs.

use std::path::Path;
use std::time::{Duration, SystemTime};

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::build::{self, Artifact, Mode, Story};
use crate::clock::timed;
use crate::failure::Outcome;
use crate::server::{Readers, Server};
use crate::{paths, tools};

/// Tried first when no port is asked for.
const USUAL_PORT: u16 = 8080;

/// How often `--dev` looks for changed files.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// All that is built for it.
const PAGE: &[Artifact] = &[Artifact::Page];

/// What may be asked for.
pub(crate) fn command() -> Command {
    Command::new("serve")
        .about("Build the page and serve it on this machine")
        .arg(Arg::new("port").long("port").value_name("N").value_parser(value_parser!(u16)))
        .arg(build::dev_switch().help("build faster, and again after each change"))
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let mode = build::mode(arguments);
    let port = arguments.get_one::<u16>("port").copied();
    // The port is taken before minutes go into building.
    tools::check_node()?;
    let ports = port.map_or(vec![USUAL_PORT, 0], |port| vec![port]);
    let server = Server::start(&build::goal(Story::Seeds, PAGE), &ports, Readers::OwnPages)?;
    build::build(mode, Story::Seeds, PAGE)?;
    println!("The page is at {} (this machine only). Ctrl-C stops it.", server.address());
    match mode {
        Mode::Dev => drop(std::thread::spawn(rebuild_after_changes)),
        Mode::Published => add_what_the_builder_needs(),
    }
    server.wait()
}

/// Adds the files that the page with the builder copies and names. Nobody has to wait for them before looking at the page.
fn add_what_the_builder_needs() {
    let folder = build::goal(Story::Seeds, PAGE);
    let doing = "packing the page into one file, for its builder";
    if let Err(failure) = timed(doing, || build::add_one_files(&folder, Story::Seeds)) {
        eprintln!("xtask: {failure}");
    }
}

/// Builds again whenever a source file is newer than the last build; a failed build waits for the next change.
fn rebuild_after_changes() {
    let mut seen = newest_source();
    loop {
        std::thread::sleep(LOOK_EVERY);
        let newest = newest_source();
        if newest > seen {
            seen = newest;
            match build::build(Mode::Dev, Story::Seeds, PAGE) {
                Ok(_) => eprintln!("    reload the page to see it"),
                Err(failure) => eprintln!("xtask: {failure}"),
            }
        }
    }
}

fn newest_source() -> Option<SystemTime> {
    ["src", "www", "seeds", "Cargo.toml"].iter().filter_map(|name| newest(&paths::root().join(name))).max()
}

/// When the newest file at or under `place` was changed; nothing when there is none.
fn newest(place: &Path) -> Option<SystemTime> {
    let Ok(entries) = std::fs::read_dir(place) else { return place.metadata().ok()?.modified().ok() };
    entries.flatten().filter_map(|entry| newest(&entry.path())).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sources_have_a_newest_file() {
        assert!(newest_source().is_some());
    }
}
