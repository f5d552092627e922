//! `cargo xtask screenshots`: pictures of the main states, to look at after a change.

use crate::args::Args;
use crate::browser::node_with_page;
use crate::build::Story;
use crate::clock::timed;
use crate::failure::Outcome;
use crate::{paths, process};

/// The command.
pub(crate) fn run(mut args: Args) -> Outcome {
    let chosen = args.value("--docs")?;
    let filter = args.filter();
    args.finish()?;
    let out = paths::target().join("screenshots");
    paths::make_folder(&out)?;
    // Pictures in the documentation are published.
    let story = if chosen.is_some() { Story::Example } else { Story::Seeds };
    let mut node = node_with_page(story)?;
    node.arg("screenshots.mjs").arg(&out).args(filter.as_deref().or(chosen.as_deref()));
    timed("taking pictures", || process::run(&mut node))?;
    if let Some(name) = chosen {
        let docs = paths::root().join("docs");
        paths::make_folder(&docs)?;
        let file = format!("{name}.png");
        paths::copy_file(&out.join(&file), &docs.join(&file))?;
    }
    Ok(())
}
