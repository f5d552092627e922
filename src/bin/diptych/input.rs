//! From paths to articles.

use diptych::input::decode::decode;
use diptych::text::Article;
use diptych::text::read::problem_of;
use diptych::text::story::Story;
use diptych::ui::strings::Strings;
use std::fmt::Display;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

/// The path that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Reads the articles of every path: a text, a story, or `-` for standard input. The first story's title is that of all.
/// `outlets` are what the articles are called, in their order, in place of what the files say.
///
/// # Errors
/// One sentence naming the file and what is wrong with it.
pub(crate) fn story(paths: &[PathBuf], outlets: &[String]) -> Result<(Option<String>, Vec<Article>), String> {
    if paths.iter().filter(|path| path.as_os_str() == STANDARD_INPUT).count() > 1 {
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
    if outlets.len() > articles.len() {
        return Err(format!(
            "{} outlets are named for {} articles; name at most one for each.",
            outlets.len(),
            articles.len()
        ));
    }
    for (article, outlet) in articles.iter_mut().zip(outlets) {
        article.outlet = Some(outlet.clone());
    }
    Ok((title, articles))
}

fn article(path: &Path, bytes: &[u8]) -> Result<Article, String> {
    let text = text(path, bytes)?;
    match problem_of(&text) {
        Some(problem) => Err(about(path, problem)),
        None => Ok(Article::from_text(text)),
    }
}

/// The text of a file. Where its encoding had to be guessed, standard error says so.
fn text(path: &Path, bytes: &[u8]) -> Result<String, String> {
    let decoded = decode(bytes).map_err(|error| about(path, error))?;
    if decoded.guessed {
        let remark = Strings::new("en").say("decoded", &path.display().to_string(), 0);
        let _ = writeln!(io::stderr(), "diptych: {remark}");
    }
    Ok(decoded.text)
}

/// What is wrong with a file, after its name.
fn about(path: &Path, problem: impl Display) -> String {
    format!("{}: {problem}", path.display())
}

/// Whether the bytes are a JSON object; no article begins like one.
fn looks_like_story(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    text.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

fn read_story(path: &Path, bytes: &[u8]) -> Result<Story, String> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let value: serde_json::Value = serde_json::from_slice(text)
        .map_err(|e| format!("{}: This is not a complete JSON file ({e}).", path.display()))?;
    serde_json::from_value(value).map_err(|e| format!("{}: {e}", path.display()))
}

/// The text of a file that a story names; it has to lie beside the story or below it.
fn beside(story: &Path, file: &str) -> Result<Article, String> {
    let inside = Path::new(file).components().all(|c| matches!(c, Component::Normal(_) | Component::CurDir));
    if !inside {
        return Err(format!("{}: The file \"{file}\" does not lie beside the story.", story.display()));
    }
    let path = story.parent().unwrap_or(Path::new("")).join(file);
    article(&path, &bytes(&path)?)
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == STANDARD_INPUT {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    read.map_err(|e| format!("{} can't be read: {}.", path.display(), reason(&e)))
}

/// Why a file can't be read or written, in a few words.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "that is not allowed".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}
