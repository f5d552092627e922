//! The notices as a document: a table of the parts, then each text once.

use std::fmt::Write;

use super::RUST_NOTICES;
use super::parts::{Part, Texts};
use crate::failure::Outcome;
use crate::paths;

/// No text of a license has as many backticks in a row.
const FENCE: &str = "````";

/// The whole document.
pub(super) fn markdown(parts: &[Part]) -> Outcome<String> {
    let mut out = String::from(
        "# Third-party notices\n\nDiptych is licensed under MIT or Apache-2.0, as you like. What is published contains the \
         following works of\nothers: \"page\" is the page, the element and the package for npm, \"command line\" is the \
         program `diptych`.\n",
    );
    let _ = writeln!(
        out,
        "Both also contain Rust's standard library, under MIT or Apache-2.0; its own notices are in `{RUST_NOTICES}`.\n"
    );
    out.push_str("| work | version | license | authors | part of |\n|---|---|---|---|---|\n");
    for part in parts {
        let authors = part.authors.join(", ").replace('|', "/");
        let Part { name, version, license, places, .. } = part;
        let _ = writeln!(out, "| {name} | {version} | {license} | {authors} | {} |", places.join(", "));
    }
    for (text, users) in texts(parts)? {
        let _ = write!(out, "\n## {}\n\n{FENCE}text\n{}\n{FENCE}\n", users.join(", "), text.trim_end());
    }
    Ok(out)
}

/// Each text once, with the names of the parts that it goes with.
fn texts(parts: &[Part]) -> Outcome<Vec<(String, Vec<&str>)>> {
    let apache = paths::read_text(&paths::root().join("LICENSE-APACHE"))?;
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for part in parts {
        let own: Vec<&str> = match &part.texts {
            Texts::Apache(notice) => [apache.as_str()].into_iter().chain(notice.as_deref()).collect(),
            Texts::Own(texts) => texts.iter().map(String::as_str).collect(),
        };
        for text in own {
            let text = lines(text);
            match found.iter_mut().find(|(known, _)| *known == text) {
                Some((_, users)) if users.last() == Some(&part.name.as_str()) => {}
                Some((_, users)) => users.push(&part.name),
                None => found.push((text, vec![&part.name])),
            }
        }
    }
    Ok(found)
}

/// The text without white space at the ends of its lines and without empty lines around it.
fn lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, texts: Texts) -> Part {
        let authors = vec!["A | B".to_owned()];
        Part {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: "MIT".to_owned(),
            authors,
            places: vec!["page", "command line"],
            texts,
        }
    }

    #[test]
    fn a_text_stands_there_once_with_all_its_users() {
        let own = |text: &str| Texts::Own(vec![text.to_owned()]);
        let parts = [
            part("a", own("Be kind.\r\n")),
            part("b", own("\nBe kind.")),
            part("c", Texts::Apache(Some("By C.".to_owned()))),
        ];
        let markdown = markdown(&parts).unwrap();
        assert!(markdown.contains("| b | 1.0.0 | MIT | A / B | page, command line |\n"), "{markdown}");
        assert!(markdown.contains("\n## a, b\n\n````text\nBe kind.\n````\n"), "{markdown}");
        assert_eq!(markdown.matches("\n## c\n").count(), 2, "the license and the notice");
    }
}
