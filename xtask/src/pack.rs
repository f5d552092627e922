//! `cargo xtask pack`: the page with a story of one's own, in one file that opens from disk; with the
//! address where it will lie, also what oEmbed consumers read about it.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::build::{self, Artifact, Mode, Story};
use crate::failure::{Failure, Outcome};

/// What may be asked for.
pub(crate) fn command() -> Command {
    let file = |name: &'static str| {
        Arg::new(name).long(name).value_name("FILE").value_parser(value_parser!(PathBuf))
    };
    Command::new("pack")
        .about("Put the page and a story of your own into one HTML file")
        .arg(file("story").required(true).help("the story, as docs/embedding.md describes it"))
        .arg(file("out").default_value("story.html").help("where the page goes"))
        .arg(Arg::new("url").long("url").value_name("URL").help("where it will lie: adds what oEmbed reads"))
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let file = |name| arguments.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let (story, out) = (file("story"), file("out"));
    let url = arguments.get_one::<String>("url");
    if !story.is_file() {
        return Err(Failure::usage(format!("there is no file {}.", story.display())));
    }
    let here = |path: PathBuf| std::path::absolute(&path).unwrap_or(path);
    let dist = build::build(Mode::Published, Story::Example, &[Artifact::Page])?;
    build::pack(&dist, &here(out), &here(story), url.map(String::as_str))
}
