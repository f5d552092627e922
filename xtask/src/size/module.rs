//! Reads the parts of a wasm file that tell where its bytes go: function bodies, their names, and data.

use std::collections::BTreeMap;
use std::ops::Range;

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

const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const CODE: u8 = 10;
const DATA: u8 = 11;

const HEADER: &[u8] = b"\0asm\x01\0\0\0";

/// The name section's part with function names.
const FUNCTION_NAMES: u8 = 1;

/// The file's contents, or nothing when it is not well-formed as far as it is read.
pub(super) fn parse(file: &[u8]) -> Option<Module> {
    let mut cursor = Cursor { file, at: 0 };
    if cursor.bytes(HEADER.len())? != HEADER {
        return None;
    }
    let mut module = Module { rest: HEADER.len(), ..Module::default() };
    let (mut names, mut imported) = (BTreeMap::new(), 0);
    while cursor.at < file.len() {
        let id = cursor.byte()?;
        let mut section = cursor.part()?;
        let range = section.at..section.file.len();
        match id {
            CODE => module.functions = bodies(&mut section)?.into_iter().map(|body| (None, body)).collect(),
            DATA => module.data = Some(range),
            IMPORT => {
                imported = imported_functions(&mut section)?;
                module.rest += range.len();
            }
            CUSTOM if section.text()? == "name" => names = function_names(&mut section)?,
            _ => module.rest += range.len(),
        }
    }
    for (index, (name, _)) in module.functions.iter_mut().enumerate() {
        *name = names.remove(&(imported + u32::try_from(index).ok()?));
    }
    Some(module)
}

fn bodies(section: &mut Cursor) -> Option<Vec<Range<usize>>> {
    (0..section.number()?).map(|_| section.part().map(|body| body.at..body.file.len())).collect()
}

fn imported_functions(section: &mut Cursor) -> Option<u32> {
    const FUNCTION: u8 = 0;
    const TABLE: u8 = 1;
    const MEMORY: u8 = 2;
    const GLOBAL: u8 = 3;
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        match section.byte()? {
            FUNCTION => {
                section.number()?;
                functions += 1;
            }
            TABLE => {
                section.byte()?;
                section.limits()?;
            }
            MEMORY => section.limits()?,
            GLOBAL => drop(section.bytes(2)?),
            _ => return None,
        }
    }
    Some(functions)
}

fn function_names(section: &mut Cursor) -> Option<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    while section.at < section.file.len() {
        let kind = section.byte()?;
        let mut part = section.part()?;
        if kind != FUNCTION_NAMES {
            continue;
        }
        for _ in 0..part.number()? {
            names.insert(part.number()?, part.text()?.to_owned());
        }
    }
    Some(names)
}

/// A place in the file; every read moves it on, or fails at the end.
struct Cursor<'a> {
    file: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(count)?;
        let found = self.file.get(self.at..end)?;
        self.at = end;
        Some(found)
    }

    fn byte(&mut self) -> Option<u8> {
        self.bytes(1).map(|bytes| bytes[0])
    }

    /// A LEB128 number.
    fn number(&mut self) -> Option<u32> {
        let mut value = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.bytes(length as usize)?).ok()
    }

    fn limits(&mut self) -> Option<()> {
        let has_maximum = self.byte()? & 1 == 1;
        self.number()?;
        if has_maximum {
            self.number()?;
        }
        Some(())
    }

    /// The part that follows its own length; this cursor moves behind it.
    fn part(&mut self) -> Option<Cursor<'a>> {
        let length = self.number()? as usize;
        let start = self.at;
        self.bytes(length)?;
        Some(Cursor { file: self.file.get(..self.at)?, at: start })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function, one own function named "f" with a body of two bytes, three bytes of data.
    const SMALL: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x07\x01\x01m\x01i\0\0\
        \x0a\x04\x01\x02\0\x0b\
        \x0b\x03abc\
        \x00\x0b\x04name\x01\x04\x01\x01\x01f";

    #[test]
    fn a_small_file_is_read_whole() {
        let module = parse(SMALL).unwrap();
        assert_eq!(module.functions.len(), 1);
        let (name, body) = &module.functions[0];
        assert_eq!(name.as_deref(), Some("f"));
        assert_eq!(&SMALL[body.clone()], b"\0\x0b");
        assert_eq!(&SMALL[module.data.unwrap()], b"abc");
    }

    #[test]
    fn a_cut_file_is_refused_and_never_a_panic() {
        for end in 1..SMALL.len() {
            let _ = parse(&SMALL[..end]);
        }
        assert_eq!(parse(&SMALL[..SMALL.len() - 1]), None);
        assert_eq!(parse(b"<html>"), None);
    }
}
