//! The command line: the same core as in the browser, for scripts and tests.

mod args;
mod input;
mod words;

use args::{Command, Format};
use diptych::compare;
use diptych::export::html::html;
use diptych::export::json::Report;
use diptych::export::text::text;
use diptych::options::Options;
use diptych::view::{Choice, Reading};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;
use std::rc::Rc;

/// The language of the page's own words.
const PAGE_LANGUAGE: &str = "en";

/// Exit code for anything that the caller can put right.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    match args::parse(std::env::args_os().skip(1)).and_then(|command| run(&command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            let _ = writeln!(io::stderr(), "diptych: {sentence}");
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn run(command: &Command) -> Result<(), String> {
    let output = BufWriter::new(io::stdout().lock());
    match command {
        Command::Help => written(print(output, &args::help())),
        Command::Version => written(print(output, concat!("diptych ", env!("CARGO_PKG_VERSION"), "\n"))),
        Command::Words => words::words(io::stdin().lock(), output),
        Command::Compare { paths, format, options } => {
            written(compare_files(output, paths, *format, options)?)
        }
    }
}

fn compare_files(
    output: impl Write,
    paths: &[String],
    format: Format,
    options: &Options,
) -> Result<io::Result<()>, String> {
    let (title, articles) = input::story(paths)?;
    let comparison = compare(&articles, options);
    Ok(match format {
        Format::Json => json(output, &Report::new(&comparison, &comparison.at(options.sensitivity))),
        Format::Html => {
            let choice = Choice { sensitivity: options.sensitivity.get(), ..Choice::default() };
            print(output, &html(&Rc::new(comparison), &choice, title.as_deref(), PAGE_LANGUAGE))
        }
        Format::Text => print(output, &text(&Reading::new(Rc::new(comparison), options.sensitivity.get()))),
    })
}

fn json(mut output: impl Write, report: &Report) -> io::Result<()> {
    serde_json::to_writer(&mut output, report)?;
    output.write_all(b"\n")?;
    output.flush()
}

fn print(mut output: impl Write, text: &str) -> io::Result<()> {
    output.write_all(text.as_bytes())?;
    output.flush()
}

/// A reader that stops listening, such as `head`, is no error.
fn written(result: io::Result<()>) -> Result<(), String> {
    match result {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(format!("The result can't be written: {e}.")),
        _ => Ok(()),
    }
}
