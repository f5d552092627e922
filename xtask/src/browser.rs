//! What every command that drives a browser needs: the built page, served, and Node with the driver library.

use std::path::Path;
use std::process::Command;

use crate::failure::Outcome;
use crate::server::{Readers, Server};
use crate::{paths, tools};

/// A call of Node, and the servers that its program needs.
pub(crate) struct Session {
    pub(crate) node: Command,
    _servers: [Server; 2],
}

/// A call of Node in the folder of the browser tests that knows the page's address and the browser:
/// `DIPTYCH_URL`, `DIPTYCH_DIST` and `DIPTYCH_CHROME`, and `DIPTYCH_CDN_URL`, the same files from another
/// origin that lets every page read them. `dist` is the folder with all that was built.
pub(crate) fn node_with_page(dist: &Path) -> Outcome<Session> {
    let chromium = tools::chromium()?;
    tools::npm_packages(&paths::browser_tests())?;
    let page = Server::start(dist, &[0], Readers::OwnPages)?;
    let cdn = Server::start(dist, &[0], Readers::EveryPage)?;
    let mut node = tools::node();
    node.current_dir(paths::browser_tests());
    node.env("DIPTYCH_URL", page.address()).env("DIPTYCH_CDN_URL", cdn.address());
    node.env("DIPTYCH_DIST", dist).env("DIPTYCH_CHROME", chromium);
    Ok(Session { node, _servers: [page, cdn] })
}
