//! What every component may need: the words of the page, and where a reader's acts go.

use super::state::Act;
use super::strings::Strings;
use std::rc::Rc;
use yew::prelude::*;

/// Words and acts. The callback stays the same for as long as the widget lives, so that nothing is drawn again for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Context {
    pub(super) strings: Rc<Strings>,
    pub(super) act: Callback<Act>,
}

/// The context of the component.
#[hook]
pub(super) fn use_words_and_acts() -> (Rc<Strings>, Callback<Act>) {
    let context = use_context::<Context>().unwrap_or_default();
    (context.strings, context.act)
}

/// A handler that does `act` whatever the event is.
pub(super) fn on<E>(act: &Callback<Act>, what: Act) -> Callback<E> {
    act.reform(move |_| what.clone())
}
