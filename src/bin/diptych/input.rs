//! From paths to articles.

use diptych::text::Article;
use std::fs;
use std::io::{self, Read};

/// Reads the article of every path; `-` is standard input.
///
/// # Errors
/// One sentence naming the file and what is wrong with it.
pub(crate) fn articles(paths: &[String]) -> Result<Vec<Article>, String> {
    let articles: Vec<Article> = paths
        .iter()
        .map(|path| Article::read(&bytes(path)?).map_err(|e| format!("{path}: {e}")))
        .collect::<Result<_, _>>()?;
    if articles.len() < 2 {
        return Err("There is only one article; name another to compare it with.".to_owned());
    }
    Ok(articles)
}

fn bytes(path: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read =
        if path == "-" { io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes) } else { fs::read(path) };
    read.map_err(|e| format!("{path} can't be read: {}.", reason(&e)))
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "it may not be read".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}
