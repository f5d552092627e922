//! The static server in `xtask/js/server.mjs`, run beside a command.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use crate::failure::{Failure, Outcome};
use crate::tools::{node, script};

/// Which pages may read the files with a script.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readers {
    /// Those of the server itself.
    OwnPages,
    /// Those of every origin, as from a CDN.
    EveryPage,
}

/// A server on 127.0.0.1 that ends with this value, and with this program.
pub(crate) struct Server {
    child: Child,
    address: String,
}

impl Server {
    /// Serves `folder`, which may come to be later, on the first of `ports` that is free; 0 is any.
    pub(crate) fn start(folder: &Path, ports: &[u16], readers: Readers) -> Outcome<Self> {
        let mut command = node();
        command.arg(script("server.mjs"));
        command.args(ports.iter().map(|port| format!("--port={port}")));
        command.args((readers == Readers::EveryPage).then_some("--every-origin"));
        command.arg(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| Failure::io("start the server", &error))?;
        let mut address = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output)
                .read_line(&mut address)
                .map_err(|error| Failure::io("read the server's address", &error))?;
        }
        if address.is_empty() {
            return Err(Failure::usage("the server did not start; `--port` chooses another port."));
        }
        address.truncate(address.trim_end().len());
        Ok(Self { child, address })
    }

    /// The address to type into a browser.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Waits for as long as the server runs.
    pub(crate) fn wait(mut self) -> Outcome {
        // Waiting would close its input, with which it ends.
        let _input = self.child.stdin.take();
        self.child.wait().map(drop).map_err(|error| Failure::io("wait for the server", &error))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It ends by itself when its input closes; a server that is gone already is no failure.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn status(address: &str) -> String {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut connection = TcpStream::connect(host).unwrap();
        let request = format!("GET /Cargo.toml HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        connection.write_all(request.as_bytes()).unwrap();
        let mut response = String::new();
        connection.read_to_string(&mut response).unwrap();
        response.lines().next().unwrap_or_default().to_owned()
    }

    #[test]
    fn serves_until_it_is_dropped() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let server = Server::start(folder, &[0], Readers::OwnPages).unwrap();
        assert_eq!(status(server.address()), "HTTP/1.1 200 OK");
        let address = server.address().to_owned();
        drop(server);
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        assert!(TcpStream::connect(host).is_err());
    }

    #[test]
    fn serves_for_as_long_as_it_is_waited_for() {
        let server = Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), &[0], Readers::OwnPages).unwrap();
        let address = server.address().to_owned();
        std::thread::spawn(|| server.wait());
        for _ in 0..100 {
            assert_eq!(status(&address), "HTTP/1.1 200 OK");
        }
    }

    #[test]
    fn a_port_that_is_taken_is_passed_over_or_refused() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let first = Server::start(folder, &[0], Readers::OwnPages).unwrap();
        let port = first.address().trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        let second = Server::start(folder, &[port, 0], Readers::EveryPage).unwrap();
        assert_eq!(status(second.address()), "HTTP/1.1 200 OK");
        assert!(Server::start(folder, &[port], Readers::OwnPages).err().unwrap().is_usage());
    }
}
