//! Elements, put together step by step.
//!
//! The `html!` macro writes every element out in full wherever it stands, about a hundred bytes for each attribute.
//! Here each step is a call of one small function that exists once, so that a line of markup costs the page little
//! more than its text. What comes out is the same as from `html!`: `tag("p").class("hint").with(text)` is
//! `<p class="hint">{text}</p>`. Values are copied; none is ever read as markup.

use super::state::Act;
use std::rc::Rc;
use web_sys::Event;
use yew::virtual_dom::{Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Callback, Html, NodeRef};

/// An element under construction. On the heap, so that a step passes one pointer on.
pub(super) struct El(Box<Draft>);

struct Draft {
    tag: VTag,
    class: String,
}

/// An element of that name, without anything yet.
#[inline(never)]
pub(super) fn tag(name: &'static str) -> El {
    El(Box::new(Draft { tag: VTag::new(name), class: String::new() }))
}

/// Nothing, in a place that stays the same for what stands behind it.
#[inline(never)]
pub(super) fn nothing() -> Html {
    Html::default()
}

/// Several things without an element around them.
#[inline(never)]
pub(super) fn list(parts: Vec<Html>) -> Html {
    Html::from(VList::from(parts))
}

impl El {
    /// One more class; none when it is empty.
    #[inline(never)]
    pub(super) fn class(mut self, name: &str) -> Self {
        if !name.is_empty() {
            if !self.0.class.is_empty() {
                self.0.class.push(' ');
            }
            self.0.class.push_str(name);
        }
        self
    }

    /// The class `prefix` followed by `key`.
    #[inline(never)]
    pub(super) fn class_of(self, prefix: &str, key: &str) -> Self {
        self.class(&[prefix, key].concat())
    }

    /// One more class where `holds`.
    #[inline(never)]
    pub(super) fn class_if(self, holds: bool, name: &str) -> Self {
        if holds { self.class(name) } else { self }
    }

    /// An attribute.
    #[inline(never)]
    pub(super) fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.0.tag.add_attribute(name, AttrValue::from(Rc::from(value)));
        self
    }

    /// An attribute that may be missing.
    #[inline(never)]
    pub(super) fn attr_opt(self, name: &'static str, value: Option<&str>) -> Self {
        if let Some(value) = value { self.attr(name, value) } else { self }
    }

    /// An attribute that says `true` or `false`.
    #[inline(never)]
    pub(super) fn state(self, name: &'static str, holds: bool) -> Self {
        self.attr(name, if holds { "true" } else { "false" })
    }

    /// What assistive technology calls it.
    #[inline(never)]
    pub(super) fn label(self, text: &str) -> Self {
        self.attr("aria-label", text)
    }

    /// Only for the eye.
    #[inline(never)]
    pub(super) fn hidden_from_aria(self) -> Self {
        self.attr("aria-hidden", "true")
    }

    /// What a page around calls it in its style sheet; `docs/embedding.md` lists these names.
    #[inline(never)]
    pub(super) fn part(self, name: &str) -> Self {
        self.attr("part", name)
    }

    /// What tells it from its siblings as they come and go.
    #[inline(never)]
    pub(super) fn key(mut self, key: &str) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    /// A handle to its node in the page.
    #[inline(never)]
    pub(super) fn node(mut self, node: &NodeRef) -> Self {
        self.0.tag.node_ref = node.clone();
        self
    }

    /// The value of a field.
    #[inline(never)]
    pub(super) fn value(mut self, value: &str) -> Self {
        self.0.tag.set_value(Some(AttrValue::from(Rc::from(value))));
        self
    }

    /// Whether a box is checked.
    #[inline(never)]
    pub(super) fn checked(mut self, checked: bool) -> Self {
        self.0.tag.set_checked(checked);
        self
    }

    /// Does `act` when it is clicked.
    #[inline(never)]
    pub(super) fn click(self, act: &Callback<Act>, what: Act) -> Self {
        let act = act.clone();
        self.on(ListenerKind::onclick, move |_| act.emit(what.clone()))
    }

    /// Calls `run` at each event of a kind.
    pub(super) fn on(self, kind: ListenerKind, run: impl Fn(Event) + 'static) -> Self {
        self.hear(kind, Box::new(run))
    }

    #[inline(never)]
    fn hear(mut self, kind: ListenerKind, run: Box<dyn Fn(Event)>) -> Self {
        self.0.tag.add_listener(Rc::new(Heard { kind, run }));
        self
    }

    /// Puts something in behind what is there. Children are known by their place from the end, so one that may be
    /// missing is an `Option`: without its place, what stands before it would be made anew, and lose the focus.
    pub(super) fn with(self, part: impl Part) -> Self {
        part.put_into(self)
    }

    /// Puts something in for each item.
    pub(super) fn each<I: IntoIterator, P: Part>(
        mut self,
        items: I,
        mut part: impl FnMut(I::Item) -> P,
    ) -> Self {
        for item in items {
            self = self.with(part(item));
        }
        self
    }

    #[inline(never)]
    fn put(mut self, part: Html) -> Self {
        self.0.tag.add_child(part);
        self
    }

    #[inline(never)]
    fn put_text(self, text: &str) -> Self {
        self.put(VText::new(AttrValue::from(Rc::from(text))).into())
    }

    #[inline(never)]
    fn put_element(self, element: El) -> Self {
        self.put(element.into())
    }

    #[inline(never)]
    fn done(self) -> Html {
        let Draft { mut tag, class } = *self.0;
        if !class.is_empty() {
            tag.add_attribute("class", class);
        }
        tag.into()
    }
}

impl From<El> for Html {
    fn from(element: El) -> Self {
        element.done()
    }
}

/// What can stand in an element. What is missing leaves its place to nothing, so that its siblings keep theirs.
pub(super) trait Part {
    fn put_into(self, element: El) -> El;
}

impl Part for &str {
    fn put_into(self, element: El) -> El {
        element.put_text(self)
    }
}

impl Part for String {
    fn put_into(self, element: El) -> El {
        element.put_text(&self)
    }
}

impl Part for El {
    fn put_into(self, element: El) -> El {
        element.put_element(self)
    }
}

impl Part for Html {
    fn put_into(self, element: El) -> El {
        element.put(self)
    }
}

impl<P: Part> Part for Option<P> {
    fn put_into(self, element: El) -> El {
        match self {
            Some(part) => part.put_into(element),
            None => element.put(nothing()),
        }
    }
}

/// The one kind of listener.
struct Heard {
    kind: ListenerKind,
    run: Box<dyn Fn(Event)>,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        (self.run)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
