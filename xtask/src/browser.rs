//! What every command that drives a browser needs: the built page, served, and Node with the driver library.

use std::process::Command;

use crate::build::{self, Mode};
use crate::failure::Outcome;
use crate::http::Server;
use crate::{paths, tools};

/// A call of Node in the folder of the browser tests that knows the page's address and the browser:
/// `DIPTYCH_URL`, `DIPTYCH_DIST` and `DIPTYCH_CHROME`. The page is built first and served until the program ends.
pub(crate) fn node_with_page() -> Outcome<Command> {
    let chromium = tools::chromium()?;
    tools::npm_packages(&paths::browser_tests())?;
    let dist = build::build(Mode::Published)?;
    let server = Server::bind(dist.clone(), 0)?;
    let address = server.address()?;
    server.start();
    let mut node = tools::node();
    node.current_dir(paths::browser_tests());
    node.env("DIPTYCH_URL", address).env("DIPTYCH_DIST", dist).env("DIPTYCH_CHROME", chromium);
    Ok(node)
}
