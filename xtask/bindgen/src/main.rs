//! A `wasm-bindgen` with the options that Trunk and the build use, for the web only.
//!
//! It does what the program of `wasm-bindgen-cli` does and brings a third of its dependencies: that one also holds a test
//! runner with a server and a client. Trunk looks for the name on PATH and for the version that `Cargo.lock` has.

use std::error::Error;
use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let path = |name: &'static str| Arg::new(name).required(true).value_parser(value_parser!(PathBuf));
    let switch = |name: &'static str, help| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    let arguments = Command::new("wasm-bindgen")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Binds a wasm file to a JavaScript module for browsers")
        .arg(path("input").value_name("WASM").help("what the compiler wrote"))
        .arg(path("out-dir").long("out-dir").value_name("FOLDER").help("where the module and the wasm go"))
        .arg(Arg::new("out-name").long("out-name").value_name("NAME").help("what the files are called"))
        .arg(Arg::new("target").long("target").value_parser(["web"]).default_value("web"))
        .arg(switch("no-typescript", "write no .d.ts file"))
        .arg(switch("keep-debug", "keep what debuggers read"))
        .arg(switch("no-demangle", "keep names of functions as the compiler wrote them"))
        .get_matches();

    let path = |name| arguments.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(path("input"))
        .web(true)?
        .typescript(!arguments.get_flag("no-typescript"))
        .keep_debug(arguments.get_flag("keep-debug"))
        .demangle(!arguments.get_flag("no-demangle"))
        .omit_default_module_path(false);
    if let Some(name) = arguments.get_one::<String>("out-name") {
        bindgen.out_name(name);
    }
    Ok(bindgen.generate(path("out-dir"))?)
}
