//! The words after a command's name.

use crate::failure::{Failure, Outcome};

/// Words not yet understood; each accessor takes out what it understands, `finish` refuses the rest.
pub(crate) struct Args {
    command: &'static str,
    words: Vec<String>,
}

impl Args {
    pub(crate) fn new(command: &'static str, words: Vec<String>) -> Self {
        Self { command, words }
    }

    /// Whether the switch `name` (with its dashes) is there.
    pub(crate) fn switch(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() < before
    }

    /// What follows the option `name`, as `--name VALUE` or `--name=VALUE`.
    pub(crate) fn value(&mut self, name: &str) -> Outcome<Option<String>> {
        let joined = format!("{name}=");
        let Some(at) = self.words.iter().position(|word| word == name || word.starts_with(&joined)) else {
            return Ok(None);
        };
        let word = self.words.remove(at);
        if let Some(value) = word.strip_prefix(&joined) {
            return Ok(Some(value.to_owned()));
        }
        if at < self.words.len() {
            return Ok(Some(self.words.remove(at)));
        }
        Err(Failure::usage(format!("`cargo xtask {}` needs a value after `{name}`.", self.command)))
    }

    /// The only word left that is no option, if any.
    pub(crate) fn filter(&mut self) -> Option<String> {
        let at = self.words.iter().position(|word| !word.starts_with('-'))?;
        Some(self.words.remove(at))
    }

    /// All words that are left, for another program to understand.
    pub(crate) fn rest(self) -> Vec<String> {
        self.words
    }

    /// Refuses whatever is left over.
    pub(crate) fn finish(self) -> Outcome {
        match self.words.first() {
            None => Ok(()),
            Some(word) => Err(Failure::usage(format!(
                "`cargo xtask {}` does not know `{word}`; see `cargo xtask help`.",
                self.command
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args::new("test", line.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn takes_out_what_it_understands() {
        let mut args = args("--native --port 80 --host=here some");
        assert!(args.switch("--native"));
        assert!(!args.switch("--native"));
        assert_eq!(args.value("--port").unwrap().as_deref(), Some("80"));
        assert_eq!(args.value("--host").unwrap().as_deref(), Some("here"));
        assert_eq!(args.filter().as_deref(), Some("some"));
        args.finish().unwrap();
    }

    #[test]
    fn refuses_the_rest_by_name() {
        let mut args = args("--nativ");
        assert!(!args.switch("--native"));
        assert!(args.finish().unwrap_err().to_string().contains("`--nativ`"));
    }

    #[test]
    fn an_option_without_value_is_refused() {
        assert!(args("--port").value("--port").is_err());
    }
}
