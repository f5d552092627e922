//! Every difference as a list, grouped by class.

use super::context::Context;
use super::icons::class_glyph;
use super::markup::{El, tag};
use super::state::{Act, Side, Stop};
use crate::view::{Class, Reading, SentenceId};

/// A snippet is cut off after this many characters.
const SNIPPET: usize = 90;

/// The list of `stops`; `at` is the index of the one that the reader is at.
pub(super) fn list(cx: &Context, reading: &Reading, stops: &[Stop], at: Option<usize>) -> El {
    let mut sheet = cx.sheet("list", cx.t("list"));
    for class in [Class::Reworded, Class::Partly, Class::Same, Class::Only] {
        let mut items = tag("ol");
        let mut count = 0_usize;
        for (i, stop) in stops.iter().enumerate().filter(|(_, stop)| stop.class() == class) {
            items = items.with(item(cx, reading, *stop, at == Some(i)));
            count += 1;
        }
        if count > 0 {
            let title = tag("h3").with(class_glyph(class)).with(cx.strings.part("class", class.key()));
            let title = title.with(" ").with(tag("span").class("n").with(count.to_string()));
            sheet = sheet.with(tag("section").key(class.key()).with(title).with(items));
        } else {
            sheet = sheet.with(super::markup::nothing());
        }
    }
    sheet
}

fn item(cx: &Context, reading: &Reading, stop: Stop, current: bool) -> El {
    let (ids, what) = match stop {
        Stop::Pair(pair, _) => ([Some(pair[0]), Some(pair[1])], Act::Select(pair, Side::Left)),
        Stop::Alone(id, side) => ([Some(id), None], Act::Visit(id, side)),
    };
    let snippet =
        |id: SentenceId| snippet(cx, reading, id, tag("span").with(shortened(reading.sentence_text(id))));
    let button = cx.button("", what).attr_opt("aria-current", current.then_some("true"));
    tag("li").with(button.each(ids.into_iter().flatten(), snippet))
}

/// A piece of a sentence behind the letter of its article.
pub(super) fn snippet(cx: &Context, reading: &Reading, id: SentenceId, text: El) -> El {
    let label = reading.labels().get(id.article as usize);
    let outlet = label.map(|l| cx.strings.outlet(l));
    let letter = tag("b").class("ol").attr_opt("title", outlet.as_deref());
    tag("span")
        .class("snip")
        .with(letter.with(label.map_or("", |l| l.letter.as_str())))
        .with(text.attr_opt("lang", label.and_then(|l| l.lang.as_deref())))
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(SNIPPET).collect();
    if short.len() < text.len() {
        short.truncate(short.rfind(' ').unwrap_or(short.len()));
        short.push('…');
    }
    short
}
