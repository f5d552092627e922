//! A small static file server for this machine only.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::failure::{Failure, Outcome};

/// Longest request head that is read; browsers send far less.
const LONGEST_HEAD: u64 = 64 * 1024;

/// An idle connection is closed after this time.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server that listens on 127.0.0.1 until the program ends.
pub(crate) struct Server {
    listener: TcpListener,
    site: Site,
}

/// What is served, and to whom.
#[derive(Clone)]
struct Site {
    folder: Arc<Path>,
    readers: Readers,
}

/// Which pages may read the files with a script.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readers {
    /// Those of the server itself.
    OwnPages,
    /// Those of every origin, as from a CDN.
    EveryPage,
}

impl Server {
    /// Listens on `port`, or on any free one for 0.
    pub(crate) fn bind(folder: PathBuf, port: u16, readers: Readers) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
            Failure::usage(format!("could not listen on port {port}: {error}; try another with --port."))
        })?;
        Ok(Self { listener, site: Site { folder: folder.into(), readers } })
    }

    /// The address to type into a browser.
    pub(crate) fn address(&self) -> Outcome<String> {
        let address: SocketAddr =
            self.listener.local_addr().map_err(|error| Failure::io("read the server's address", &error))?;
        Ok(format!("http://{address}/"))
    }

    /// Answers requests, each connection on a thread of its own, for as long as the program runs.
    pub(crate) fn run(self) {
        for connection in self.listener.incoming().flatten() {
            let site = self.site.clone();
            std::thread::spawn(move || converse(&connection, &site));
        }
    }

    /// The same in the background.
    pub(crate) fn start(self) {
        std::thread::spawn(move || self.run());
    }
}

/// Answers one connection's requests until it closes. A reader who went away is no failure.
fn converse(connection: &TcpStream, site: &Site) {
    let _ = connection.set_read_timeout(Some(PATIENCE));
    let _ = connection.set_nodelay(true);
    let mut reader = BufReader::new(connection);
    while let Some(request) = read_request(&mut reader) {
        let mut writer = connection;
        if answer(&request, &site.folder).send(&mut writer, &request, site.readers).is_err() {
            break;
        }
    }
}

/// The part of a request that matters here.
struct Request {
    method: String,
    path: String,
    host: String,
}

fn read_request(reader: &mut impl BufRead) -> Option<Request> {
    let mut head = reader.take(LONGEST_HEAD);
    let mut line = String::new();
    head.read_line(&mut line).ok()?;
    let mut words = line.split_ascii_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut host = String::new();
    loop {
        let mut header = String::new();
        if head.read_line(&mut header).ok()? == 0 {
            return None;
        }
        if header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("host")
        {
            value.trim().clone_into(&mut host);
        }
    }
    let path = target.split(['?', '#']).next().unwrap_or_default().to_owned();
    Some(Request { method, path, host })
}

struct Answer {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

impl Answer {
    fn plain(status: &'static str) -> Self {
        Self { status, kind: "text/plain; charset=utf-8", body: format!("{status}\n").into_bytes() }
    }

    fn send(&self, writer: &mut impl Write, request: &Request, readers: Readers) -> std::io::Result<()> {
        let Self { status, kind, body } = self;
        let shared = match readers {
            Readers::OwnPages => "",
            Readers::EveryPage => "Access-Control-Allow-Origin: *\r\n",
        };
        let mut message = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n{shared}\r\n",
            body.len()
        )
        .into_bytes();
        if request.method != "HEAD" {
            message.extend_from_slice(body);
        }
        writer.write_all(&message)
    }
}

fn answer(request: &Request, folder: &Path) -> Answer {
    // A name that a stranger's page has pointed at this machine is no way in.
    let host = request.host.rsplit_once(':').map_or(request.host.as_str(), |(name, _)| name);
    if !matches!(host, "127.0.0.1" | "localhost") {
        return Answer::plain("403 Forbidden");
    }
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return Answer::plain("405 Method Not Allowed");
    }
    let Some(file) = locate(folder, &request.path) else { return Answer::plain("404 Not Found") };
    match std::fs::read(&file) {
        Ok(body) => Answer { status: "200 OK", kind: media_type(&file), body },
        Err(_) => Answer::plain("404 Not Found"),
    }
}

/// The file under `folder` that a request's path names, or nothing for a path that would leave it.
fn locate(folder: &Path, path: &str) -> Option<PathBuf> {
    let below = PathBuf::from(unescape(path.strip_prefix('/')?)?);
    if below.components().any(|part| !matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(below);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

/// Undoes percent signs.
fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let value = digit(rest.next()?)? * 16 + digit(rest.next()?)?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().filter(|name| !name.contains('\0'))
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
    }

    fn ask(method: &str, path: &str, host: &str) -> Answer {
        let request = Request { method: method.into(), path: path.into(), host: host.into() };
        answer(&request, &folder())
    }

    #[test]
    fn serves_a_file_under_its_folder() {
        let found = ask("GET", "/build/mod.rs", "127.0.0.1:80");
        assert_eq!(found.status, "200 OK");
        assert!(!found.body.is_empty());
    }

    #[test]
    fn nothing_above_the_folder_is_served() {
        for path in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/build/../../Cargo.toml", "Cargo.toml"]
        {
            assert_eq!(ask("GET", path, "localhost").status, "404 Not Found", "{path}");
        }
    }

    #[test]
    fn only_this_machines_names_are_answered() {
        assert_eq!(ask("GET", "/main.rs", "news.example:8080").status, "403 Forbidden");
        assert_eq!(ask("GET", "/main.rs", "").status, "403 Forbidden");
        assert_eq!(ask("POST", "/main.rs", "localhost").status, "405 Method Not Allowed");
    }

    #[test]
    fn a_real_connection_is_answered_twice() {
        let server = Server::bind(folder(), 0, Readers::EveryPage).unwrap();
        let address = server.address().unwrap();
        server.start();
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut connection = TcpStream::connect(host).unwrap();
        let request = format!("HEAD /main.rs?x HTTP/1.1\r\nHost: {host}\r\n\r\n");
        for _ in 0..2 {
            connection.write_all(request.as_bytes()).unwrap();
            let mut reader = BufReader::new(&connection);
            let lines: Vec<String> =
                reader.by_ref().lines().map(Result::unwrap).take_while(|line| !line.is_empty()).collect();
            assert_eq!(lines[0], "HTTP/1.1 200 OK");
            assert!(lines.contains(&"X-Content-Type-Options: nosniff".to_owned()));
            assert!(lines.contains(&"Access-Control-Allow-Origin: *".to_owned()));
        }
    }

    #[test]
    fn wasm_and_modules_have_the_type_that_browsers_ask_for() {
        assert_eq!(media_type(Path::new("a/diptych_bg.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("element.js")), "text/javascript; charset=utf-8");
    }
}
