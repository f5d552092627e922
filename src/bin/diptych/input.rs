//! From paths to articles.

use diptych::text::Article;
use diptych::text::story::Story;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path};

/// Reads the articles of every path: a text, a story, or `-` for standard input. The first story's title is that of all.
///
/// # Errors
/// One sentence naming the file and what is wrong with it.
pub(crate) fn story(paths: &[String]) -> Result<(Option<String>, Vec<Article>), String> {
    if paths.iter().filter(|path| *path == "-").count() > 1 {
        return Err("Standard input can be read only once; name \"-\" once.".to_owned());
    }
    let (mut title, mut articles) = (None, Vec::new());
    for path in paths {
        let bytes = bytes(path)?;
        if looks_like_story(&bytes) {
            let story = read_story(path, &bytes)?;
            title = title.or_else(|| story.title.clone());
            articles.extend(story.into_articles(|file| beside(path, file))?);
        } else {
            articles.push(article(path, &bytes)?);
        }
    }
    if articles.len() < 2 {
        return Err("There is only one article; name another to compare it with.".to_owned());
    }
    Ok((title, articles))
}

fn article(path: &str, bytes: &[u8]) -> Result<Article, String> {
    Article::read(bytes).map_err(|e| format!("{path}: {e}"))
}

/// Whether the bytes are a JSON object; no article begins like one.
fn looks_like_story(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    text.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

fn read_story(path: &str, bytes: &[u8]) -> Result<Story, String> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let value: serde_json::Value = serde_json::from_slice(text)
        .map_err(|e| format!("{path}: This is not a complete JSON file ({e})."))?;
    serde_json::from_value(value).map_err(|e| format!("{path}: {e}"))
}

/// The text of a file that a story names; it has to lie beside the story or below it.
fn beside(story: &str, file: &str) -> Result<Article, String> {
    let inside = Path::new(file).components().all(|c| matches!(c, Component::Normal(_) | Component::CurDir));
    if !inside {
        return Err(format!("{story}: The file \"{file}\" does not lie beside the story."));
    }
    let path = Path::new(story).parent().unwrap_or(Path::new("")).join(file).display().to_string();
    article(&path, &bytes(&path)?)
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
