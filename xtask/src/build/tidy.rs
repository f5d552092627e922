//! The page's HTML after Trunk: its leftovers go, and what the page promises is checked.

use super::{Job, require};
use crate::failure::Outcome;
use crate::paths;

/// Removes Trunk's own elements from the index and refuses markup that the pages' rules would block.
pub(super) fn index(job: &Job) -> Outcome {
    let file = job.staging.join("index.html");
    let html = without_trunk_elements(&paths::read_text(&file)?);
    require(
        html.contains("Content-Security-Policy"),
        "www/pages/index.html has lost its Content-Security-Policy.",
    )?;
    paths::write(&file, html)?;
    for name in paths::files(&job.staging)? {
        let file = job.staging.join(&name);
        if file.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let html = paths::read_text(&file)?;
        // Pages in one file allow what they hold by its hash.
        if html.contains("script-src 'sha256-") {
            continue;
        }
        if let Some(tag) = inline_code(&html) {
            require(false, format!("the pages' rules block inline code, and {name} has `{tag}`."))?;
        }
    }
    Ok(())
}

/// The text without the lines that hold nothing but an element of Trunk's.
fn without_trunk_elements(html: &str) -> String {
    html.split_inclusive('\n')
        .filter(|line| !(line.trim_start().starts_with("<link") && line.contains("data-trunk")))
        .collect()
}

/// The first tag that carries a script or a style in the markup itself.
fn inline_code(html: &str) -> Option<&str> {
    tags(html).find(|tag| {
        let lower = tag.to_ascii_lowercase();
        (lower.starts_with("<script") && !has_attribute(&lower, "src"))
            || lower.starts_with("<style")
            || has_attribute(&lower, "style")
            || has_handler(&lower)
    })
}

fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|rest| {
        let end = rest.find('>')?;
        let starts_name = rest.starts_with(|first: char| first.is_ascii_alphabetic());
        let tag = html.get(html.len().min(offset(html, rest) - 1)..=offset(html, rest) + end)?;
        starts_name.then_some(tag)
    })
}

fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr().addr() - whole.as_ptr().addr()
}

fn has_attribute(tag: &str, name: &str) -> bool {
    tag.split_ascii_whitespace().skip(1).any(|word| {
        word.trim_end_matches('>')
            .strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
    })
}

fn has_handler(tag: &str) -> bool {
    tag.split_ascii_whitespace().skip(1).any(|word| {
        word.strip_prefix("on")
            .and_then(|rest| rest.split_once('='))
            .is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_trunks_elements_go() {
        let html = "<head>\n  <link data-trunk rel=\"rust\">\n  <link rel=\"icon\">\n</head>\n";
        assert_eq!(without_trunk_elements(html), "<head>\n  <link rel=\"icon\">\n</head>\n");
    }

    #[test]
    fn inline_code_is_found() {
        for html in
            ["<script>x</script>", "<p><STYLE>p{}</STYLE>", "<p style=\"color:red\">", "<a onclick=\"x()\">"]
        {
            assert!(inline_code(html).is_some(), "{html}");
        }
    }

    #[test]
    fn files_by_name_are_allowed() {
        let html = "<script type=\"module\" src=\"page.js\"></script><link rel=\"stylesheet\" href=\"page.css\"><p>on = 1 < 2";
        assert_eq!(inline_code(html), None);
    }
}
