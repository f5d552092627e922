//! Keys, marks, and what a link means.

use super::context::Context;
use super::icons::{class_glyph, mark_glyph};
use super::keys::KEYS;
use super::markup::{El, tag};
use super::state::Act;
use super::strings::Strings;
use crate::view::{Class, Mark};
use yew::Html;
use yew::virtual_dom::ListenerKind;

/// The help. `keys` is whether single keys do something.
pub(super) fn help(cx: &Context, keys: bool) -> Html {
    let key = |(keys, what): (&'static str, &'static str)| {
        let keys = tag("dt").each(keys.split(' '), |key| tag("kbd").with(key));
        tag("div").with(keys).with(tag("dd").with(cx.t(what)))
    };
    let act = cx.act.clone();
    let switch = tag("input")
        .attr("type", "checkbox")
        .checked(keys)
        .on(ListenerKind::onchange, move |_| act.emit(Act::Keys));
    let marks = tag("div")
        .with(tag("h3").with(cx.t("help.marks")))
        .with(tag("ul").class("marklist").each(Class::ALL, |class| class_line(&cx.strings, class)))
        .with(tag("ul").class("marklist").each(Mark::ALL, |mark| mark_line(&cx.strings, mark)))
        .with(tag("p").with(cx.t("help.keys")))
        .with(tag("label").class("check").with(switch).with(cx.t("help.switch")));
    cx.sheet("help", cx.t("help.title"))
        .with(tag("p").with(cx.t("help.about")))
        .with(tag("div").class("cols2").with(tag("dl").class("keys").each(KEYS, key)).with(marks))
        .into()
}

/// A class as the legends of help and export show it.
pub(super) fn class_line(strings: &Strings, class: Class) -> El {
    tag("li").with(class_glyph(class)).with(tag("span").with(strings.part("class", class.key())))
}

/// A word mark as the legends of help and export show it.
pub(super) fn mark_line(strings: &Strings, mark: Mark) -> El {
    let key = mark.key();
    let name = tag("span").class("m").class_of("m-", key).with(strings.part("mark", key));
    tag("li").with(mark_glyph(Some(mark))).with(name)
}
