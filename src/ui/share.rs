//! Keep and share: files to save, and links to this view.

use super::context::Context;
use super::markup::tag;
use super::states::event_button;
use super::{Keep, UiEvent};
use yew::{Callback, Html};

/// The panel.
pub(super) fn share(cx: &Context, on_event: &Callback<UiEvent>) -> Html {
    let item = |keep: Keep| {
        let button = event_button(cx.strings.part("keep", keep.key()), on_event, UiEvent::Keep(keep));
        tag("li").with(button).with(tag("span").with(cx.strings.part("keep.about", keep.key())))
    };
    cx.sheet("share", cx.t("share")).with(tag("ul").class("keeps").each(Keep::ALL, item)).into()
}
