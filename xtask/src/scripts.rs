//! The project's JavaScript: its format and lints (Biome) and its types (TypeScript).

use crate::failure::{Outcome, every};
use crate::{paths, process, tools};

/// One check: what it looks at, the program in npm's packages, and its arguments.
struct Check {
    doing: &'static str,
    program: &'static str,
    words: &'static [&'static str],
}

const CHECKS: &[Check] = &[
    Check {
        doing: "format and lints",
        program: "@biomejs/biome/bin/biome",
        words: &["check", "--error-on-warnings"],
    },
    Check { doing: "types of the page", program: "typescript/bin/tsc", words: &["--project", "www"] },
    Check {
        doing: "types of the tools and the tests",
        program: "typescript/bin/tsc",
        words: &["--project", "."],
    },
];

/// Makes every check, also after one has failed.
pub(crate) fn check() -> Outcome {
    let folder = paths::browser_tests();
    tools::npm_packages(&folder)?;
    every(CHECKS.iter().map(|check| {
        let program = folder.join("node_modules").join(check.program);
        (check.doing, process::run(tools::node().arg(program).args(check.words)))
    }))
}
