//! Data as the plain objects of JavaScript: written as JSON in one small piece of code, and read by the engine.

use serde::ser::{Error, Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use std::fmt;
use wasm_bindgen::prelude::*;

/// Anything as a plain object, as `JSON.parse` gives it. Cost: linear in its size.
pub(super) fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    let read = json(value).ok().and_then(|text| js_sys::JSON::parse(&text).ok());
    read.ok_or_else(|| JsError::new("The result can't be handed over."))
}

/// Anything as JSON: structs with their fields, lists, strings, whole numbers, truth values and what is missing.
fn json(value: &impl Serialize) -> Result<String, Refused> {
    let mut json = Json::default();
    value.serialize(&mut json)?;
    Ok(json.0)
}

/// Something that no type handed over has, such as a fraction.
#[derive(Debug)]
struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not plain data")
    }
}

impl std::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// The text so far.
#[derive(Default)]
struct Json(String);

impl Json {
    #[inline(never)]
    fn push(&mut self, text: &str) {
        self.0.push_str(text);
    }

    #[inline(never)]
    fn number(&mut self, number: u64) {
        let mut digits = [0_u8; 20];
        let mut at = digits.len();
        let mut rest = number;
        while at == digits.len() || rest > 0 {
            at -= 1;
            digits[at] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
        }
        self.push(str::from_utf8(&digits[at..]).unwrap_or("0"));
    }

    #[inline(never)]
    fn string(&mut self, text: &str) {
        self.push("\"");
        let mut rest = text;
        while let Some(at) = rest.find(|c| c < ' ' || c == '"' || c == '\\') {
            let (before, from) = rest.split_at(at);
            let (special, after) = from.split_at(1);
            self.push(before);
            let code = special.bytes().next().unwrap_or_default();
            if code < b' ' {
                self.push(if code < 16 { "\\u000" } else { "\\u001" });
                self.0.push(char::from_digit(u32::from(code % 16), 16).unwrap_or('0'));
            } else {
                self.push("\\");
                self.push(special);
            }
            rest = after;
        }
        self.push(rest);
        self.push("\"");
    }

    fn open(&mut self, start: &'static str, end: &'static str) -> Parts<'_> {
        self.push(start);
        Parts { json: self, end, first: true }
    }
}

/// The parts of a list or a struct.
struct Parts<'j> {
    json: &'j mut Json,
    end: &'static str,
    first: bool,
}

impl Parts<'_> {
    #[inline(never)]
    fn next(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.json.push(",");
        }
    }
}

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = Refused;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.next();
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<(), Refused> {
        self.json.push(self.end);
        Ok(())
    }
}

impl SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = Refused;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Refused> {
        SerializeSeq::end(self)
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Refused;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Refused> {
        self.next();
        self.json.string(name);
        self.json.push(":");
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<(), Refused> {
        SerializeSeq::end(self)
    }
}

/// Methods for values that are never handed over.
macro_rules! refused {
    ($($name:ident($($kind:ty),*))*) => {
        $(fn $name(self, $(_: $kind),*) -> Result<(), Refused> {
            Err(Refused)
        })*
    };
}

/// Methods for whole numbers that are never negative.
macro_rules! numbers {
    ($($name:ident($kind:ty))*) => {
        $(fn $name(self, value: $kind) -> Result<(), Refused> {
            self.number(value.into());
            Ok(())
        })*
    };
}

impl<'j> Serializer for &'j mut Json {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Parts<'j>;
    type SerializeTuple = Parts<'j>;
    type SerializeTupleStruct = Impossible<(), Refused>;
    type SerializeTupleVariant = Impossible<(), Refused>;
    type SerializeMap = Impossible<(), Refused>;
    type SerializeStruct = Parts<'j>;
    type SerializeStructVariant = Impossible<(), Refused>;

    numbers! { serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) }

    refused! {
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_f32(f32) serialize_f64(f64) serialize_char(char) serialize_bytes(&[u8])
        serialize_unit_struct(&'static str)
    }

    fn serialize_bool(self, value: bool) -> Result<(), Refused> {
        self.push(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Refused> {
        self.string(text);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Refused> {
        self.push("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Refused> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Refused> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Refused> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Refused> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Refused> {
        Err(Refused)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'j>, Refused> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'j>, Refused> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Refused> {
        Err(Refused)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Refused> {
        Err(Refused)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Refused> {
        Err(Refused)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'j>, Refused> {
        Ok(self.open("{", "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Refused> {
        Err(Refused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::json::Report;
    use crate::{Article, Options, compare};

    #[test]
    fn a_report_reads_as_the_command_line_writes_it() {
        let texts = ["A “quoted” \"word\" \\ of\t7,5\u{1} 🜲.\n\nIt went on.", "A quoted word, 8 of it."];
        let comparison = compare(&texts.map(Article::from_text), &Options::default());
        let report = Report::new(&comparison, &comparison.at(Options::default().sensitivity));
        let read: serde_json::Value = serde_json::from_str(&json(&report).unwrap()).unwrap();
        assert_eq!(read, serde_json::to_value(&report).unwrap());
    }

    #[test]
    fn numbers_have_all_their_digits() {
        let written = [0_u64, 7, 10, u64::MAX].map(|n| json(&n).unwrap());
        assert_eq!(written, ["0", "7", "10", "18446744073709551615"]);
    }

    #[test]
    fn a_fraction_is_refused() {
        assert!(json(&[0.5]).is_err());
    }
}
