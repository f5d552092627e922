//! `cargo xtask screenshots`: pictures of the main states, to look at after a change.

use clap::{Arg, ArgMatches, Command};

use crate::browser::node_with_page;
use crate::build::{self, Artifact, Mode, Story};
use crate::clock::timed;
use crate::failure::Outcome;
use crate::{paths, process};

/// What may be asked for.
pub(crate) fn command() -> Command {
    Command::new("screenshots")
        .about("Write pictures of the main states to target/screenshots")
        .arg(Arg::new("docs").long("docs").value_name("NAME").help("copy this one to docs/"))
        .arg(Arg::new("filter").value_name("FILTER").help("take only pictures whose name contains this"))
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let word = |name| arguments.get_one::<String>(name);
    let (chosen, filter) = (word("docs"), word("filter"));
    let out = paths::target().join("screenshots");
    paths::make_folder(&out)?;
    // Pictures in the documentation are published.
    let story = if chosen.is_some() { Story::Example } else { Story::Seeds };
    let mut session = node_with_page(&build::build(Mode::Published, story, Artifact::ALL)?)?;
    session.node.arg("screenshots.mjs").arg(&out).args(filter.or(chosen));
    timed("taking pictures", || process::run(&mut session.node))?;
    if let Some(name) = chosen {
        let docs = paths::root().join("docs");
        paths::make_folder(&docs)?;
        let file = format!("{name}.png");
        paths::copy_file(&out.join(&file), &docs.join(&file))?;
    }
    Ok(())
}
