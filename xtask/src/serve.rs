//! `cargo xtask serve`: the page on this machine, with all set-up that it needs.

use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::args::Args;
use crate::build::{self, Mode, Story};
use crate::failure::{Failure, Outcome};
use crate::http::{Readers, Server};
use crate::paths;

/// Tried first when no port is asked for.
const USUAL_PORT: u16 = 8080;

/// How often `--dev` looks for changed files.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// The command.
pub(crate) fn run(mut args: Args) -> Outcome {
    let mode = build::mode(&mut args);
    let port = args.value("--port")?.map(|text| parse_port(&text)).transpose()?;
    args.finish()?;
    // The port is taken before minutes go into building.
    let listen = |port| Server::bind(Story::Seeds.goal(), port, Readers::OwnPages);
    let server = match port {
        Some(port) => listen(port)?,
        None => listen(USUAL_PORT).or_else(|_| listen(0))?,
    };
    let address = server.address()?;
    build::build(mode, Story::Seeds)?;
    println!("The page is at {address} (this machine only). Ctrl-C stops it.");
    if mode == Mode::Dev {
        std::thread::spawn(rebuild_after_changes);
    }
    server.run();
    Ok(())
}

fn parse_port(text: &str) -> Outcome<u16> {
    text.parse().map_err(|_| Failure::usage(format!("`{text}` is no port: a number from 0 to 65535.")))
}

/// Builds again whenever a source file is newer than the last build; a failed build waits for the next change.
fn rebuild_after_changes() {
    let mut seen = newest_source();
    loop {
        std::thread::sleep(LOOK_EVERY);
        let newest = newest_source();
        if newest > seen {
            seen = newest;
            match build::build(Mode::Dev, Story::Seeds) {
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
    fn a_port_is_a_number() {
        assert_eq!(parse_port("8080").unwrap(), 8080);
        assert!(parse_port("80800").unwrap_err().is_usage());
    }

    #[test]
    fn the_sources_have_a_newest_file() {
        assert!(newest_source().is_some());
    }
}
