//! The command line: the same core as in the browser, for scripts and tests.

mod args;
mod input;
mod words;

use args::{CompareArgs, Format, Invocation};
use diptych::compare;
use diptych::export::html::html;
use diptych::export::json::Report;
use diptych::export::text::text;
use diptych::view::{Choice, Reading};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;
use std::rc::Rc;

/// Exit code for anything that the caller can put right.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    match args::parse(std::env::args_os()).and_then(|invocation| run(&invocation)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            let _ = writeln!(io::stderr(), "diptych: {sentence}");
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn run(invocation: &Invocation) -> Result<(), String> {
    let output = BufWriter::new(io::stdout().lock());
    match invocation {
        Invocation::Print(text) => written(print(output, text)),
        Invocation::Words => words::words(io::stdin().lock(), output),
        Invocation::Compare(args) => compare_files(args, output),
    }
}

fn compare_files(args: &CompareArgs, output: impl Write) -> Result<(), String> {
    let (title, articles) = input::story(&args.paths, &args.outlets)?;
    let title = args.title.clone().or(title);
    let comparison = compare(&articles, &args.options);
    let Some(path) = &args.output else {
        return written(write_result(output, args, comparison, title.as_deref()));
    };
    let file = File::create(path)
        .and_then(|file| write_result(BufWriter::new(file), args, comparison, title.as_deref()));
    file.map_err(|e| format!("{} can't be written: {}.", path.display(), input::reason(&e)))
}

fn write_result(
    output: impl Write,
    args: &CompareArgs,
    comparison: diptych::Comparison,
    title: Option<&str>,
) -> io::Result<()> {
    let sensitivity = args.options.sensitivity;
    match args.format {
        Format::Json => json(output, &Report::new(&comparison, &comparison.at(sensitivity))),
        Format::Html => {
            let choice = Choice { sensitivity: sensitivity.get(), ..Choice::default() };
            print(output, &html(&Rc::new(comparison), &choice, title, args.lang))
        }
        Format::Text => print(output, &text(&Reading::new(Rc::new(comparison), sensitivity.get()))),
    }
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
