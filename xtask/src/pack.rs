//! `cargo xtask pack`: the page with a story of one's own, in one file that opens from disk; with the
//! address where it will lie, also what oEmbed consumers read about it.

use std::path::PathBuf;

use crate::args::Args;
use crate::build::{self, Mode, Story};
use crate::failure::{Failure, Outcome};
use crate::tools::Toolbox;

/// The command.
pub(crate) fn run(mut args: Args) -> Outcome {
    let story = args.value("--story")?;
    let out = args.value("--out")?.unwrap_or_else(|| "story.html".into());
    let url = args.value("--url")?;
    args.finish()?;
    let Some(story) = story.map(PathBuf::from) else {
        return Err(Failure::usage("`cargo xtask pack` needs a story: --story my.json."));
    };
    if !story.is_file() {
        return Err(Failure::usage(format!("there is no file {}.", story.display())));
    }
    let here = |path: PathBuf| std::path::absolute(&path).unwrap_or(path);
    let dist = build::build(Mode::Published, Story::Example)?;
    build::pack(&Toolbox::ready()?, &dist, &here(out.into()), &here(story), url.as_deref())
}
