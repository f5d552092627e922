//! What every command that drives a browser needs: the built page, served, and Node with the driver library.

use std::process::Command;

use crate::build::{self, Mode, Story};
use crate::failure::Outcome;
use crate::http::{Readers, Server};
use crate::{paths, tools};

/// A call of Node in the folder of the browser tests that knows the page's address and the browser:
/// `DIPTYCH_URL`, `DIPTYCH_DIST` and `DIPTYCH_CHROME`, and `DIPTYCH_CDN_URL`, the same files from another
/// origin that lets every page read them. The page with `story` is built first and served until the program ends.
pub(crate) fn node_with_page(story: Story) -> Outcome<Command> {
    let chromium = tools::chromium()?;
    tools::npm_packages(&paths::browser_tests())?;
    let dist = build::build(Mode::Published, story)?;
    let mut node = tools::node();
    node.current_dir(paths::browser_tests());
    for (name, readers) in [("DIPTYCH_URL", Readers::OwnPages), ("DIPTYCH_CDN_URL", Readers::EveryPage)] {
        let server = Server::bind(dist.clone(), 0, readers)?;
        node.env(name, server.address()?);
        server.start();
    }
    node.env("DIPTYCH_DIST", dist).env("DIPTYCH_CHROME", chromium);
    Ok(node)
}
