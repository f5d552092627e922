//! Reads the parts of a wasm file that tell where its bytes go: function bodies, their names, and data.

use std::collections::BTreeMap;
use std::ops::Range;

use wasmparser::{BinaryReaderError, KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

/// What was found in one wasm file. Ranges are byte places in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Module {
    /// Function bodies in the file's order, with their names where the file tells them.
    pub(super) functions: Vec<(Option<String>, Range<usize>)>,
    /// Constants and tables, all crates together: the file does not say whose they are.
    pub(super) data: Option<Range<usize>>,
    /// Bytes of everything else but names: types, imports, exports.
    pub(super) rest: usize,
}

/// The file's contents.
pub(super) fn parse(file: &[u8]) -> Result<Module, BinaryReaderError> {
    let mut module = Module::default();
    let (mut names, mut imported, mut known) = (BTreeMap::new(), 0, 0);
    for payload in Parser::new(0).parse_all(file) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                known += body.range().len();
                module.functions.push((None, body.range()));
            }
            Payload::DataSection(section) => {
                known += section.range().len();
                module.data = Some(section.range());
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(parts) = section.as_known() {
                    known += section.range().len();
                    names = function_names(parts)?;
                }
            }
            _ => {}
        }
    }
    for (index, (name, _)) in (imported..).zip(&mut module.functions) {
        *name = names.remove(&index);
    }
    module.rest = file.len() - known;
    Ok(module)
}

/// The names that the file has for its functions, by their index.
fn function_names(parts: NameSectionReader) -> Result<BTreeMap<u32, String>, BinaryReaderError> {
    let mut names = BTreeMap::new();
    for part in parts {
        let Name::Function(list) = part? else { continue };
        for entry in list {
            let entry = entry?;
            names.insert(entry.index, entry.name.to_owned());
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function, one own function named "f" with a body of two bytes, a passive piece of data.
    const SMALL: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x07\x01\x01m\x01i\0\0\
        \x03\x02\x01\0\
        \x0a\x04\x01\x02\0\x0b\
        \x0b\x04\x01\x01\x01c\
        \x00\x0b\x04name\x01\x04\x01\x01\x01f";

    #[test]
    fn a_small_file_is_read_whole() {
        let module = parse(SMALL).unwrap();
        assert_eq!(module.functions.len(), 1);
        let (name, body) = &module.functions[0];
        assert_eq!(name.as_deref(), Some("f"));
        assert_eq!(&SMALL[body.clone()], b"\0\x0b");
        assert_eq!(&SMALL[module.data.unwrap()], b"\x01\x01\x01c");
    }

    #[test]
    fn a_cut_file_is_refused_and_never_a_panic() {
        for end in 1..SMALL.len() {
            let _ = parse(&SMALL[..end]);
        }
        assert!(parse(&SMALL[..SMALL.len() - 1]).is_err());
        assert!(parse(b"<html>").is_err());
    }
}
