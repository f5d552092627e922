//! Plain objects of JavaScript, read field by field.

use wasm_bindgen::prelude::*;

/// What stands below `name` in an object; `undefined` in anything else.
///
/// Objects from JavaScript are read by hand: a derived reader of a few fields would bring twenty kilobytes of messages
/// about wrong types, with the printing of fractions they need.
pub(super) fn field(value: &JsValue, name: &str) -> JsValue {
    if !value.is_object() {
        return JsValue::UNDEFINED;
    }
    js_sys::Reflect::get(value, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}
