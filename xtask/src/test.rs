//! `cargo xtask test`: every native test, then every browser test.

use crate::args::Args;
use crate::browser::node_with_page;
use crate::clock::timed;
use crate::failure::{Failure, Outcome};
use crate::{paths, process};

/// The command.
pub(crate) fn run(mut args: Args) -> Outcome {
    let (native_only, browser_only) = (args.switch("--native"), args.switch("--browser"));
    let filter = args.filter();
    args.finish()?;
    if native_only && browser_only {
        return Err(Failure::usage("`--native` and `--browser` each leave out the other: give one of them."));
    }
    if !browser_only {
        native(filter.as_deref())?;
    }
    if !native_only {
        browser(filter.as_deref())?;
    }
    Ok(())
}

fn native(filter: Option<&str>) -> Outcome {
    let runs: [(&str, &[&str]); 2] = [
        ("native tests: the crate and this tool", &["--workspace"]),
        ("native tests of the core alone", &["--package", "diptych", "--no-default-features"]),
    ];
    for (doing, options) in runs {
        timed(doing, || {
            process::run(process::cargo().args(["test", "--locked"]).args(options).args(filter))
        })?;
    }
    Ok(())
}

fn browser(filter: Option<&str>) -> Outcome {
    let folder = paths::browser_tests();
    let files = paths::files(&folder)?;
    let tests = files.iter().filter(|name| name.ends_with(".test.mjs") && !name.starts_with("node_modules/"));
    let mut node = node_with_page()?;
    node.args(["--test", "--test-reporter=spec"]);
    node.args(filter.map(|name| format!("--test-name-pattern={}", literally(name)))).args(tests);
    timed("browser tests in Chromium", || process::run(&mut node))
}

/// A pattern that matches exactly this text.
fn literally(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        if r"\^$.*+?()[]{}|/".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_text_and_no_pattern() {
        assert_eq!(literally("a.b (c)"), r"a\.b \(c\)");
    }
}
