//! libFuzzer's way into [`targets`]: `DIPTYCH_FUZZ_TARGET` names the one that is attacked.

#![no_main]

mod targets;

use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

static TARGET: OnceLock<fn(&[u8])> = OnceLock::new();

fn chosen() -> fn(&[u8]) {
    let name = std::env::var("DIPTYCH_FUZZ_TARGET").unwrap_or_default();
    targets::find(&name).unwrap_or_else(|| panic!("DIPTYCH_FUZZ_TARGET names no target: {name:?}"))
}

fuzz_target!(|bytes: &[u8]| TARGET.get_or_init(chosen)(bytes));
