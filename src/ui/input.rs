//! The reader's own articles: pasted, typed or dropped. Nothing typed is lost: the drafts live outside, and closing
//! the panel keeps them.

use super::context::Context;
use super::icons::icon;
use super::markup::{El, tag};
use super::state::Act;
use super::states::event_button;
use super::{Draft, UiEvent};
use crate::view::input::{InputError, problem_of};
use crate::view::label::letter;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

/// What the panel shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) cx: Context,
    pub(super) drafts: Rc<Vec<Draft>>,
    pub(super) on_event: Callback<UiEvent>,
}

/// The panel of drafts.
#[derive(Default)]
pub(super) struct Input {
    /// Whether a comparison was asked for, so that it is time to say what is missing.
    tried: bool,
    /// Drafts taken out, each with the place where it stood, the last one last.
    removed: Vec<(usize, Draft)>,
}

/// What is done with the drafts.
#[derive(Clone)]
pub(super) enum Change {
    Add,
    Remove(usize),
    Up(usize),
    Clear,
    Undo,
    Outlet(usize, String),
    Text(usize, String),
    Compare,
}

impl Component for Input {
    type Message = Change;
    type Properties = Props;

    fn create(_: &yew::Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, ctx: &yew::Context<Self>, change: Change) -> bool {
        let props = ctx.props();
        let drafts = filled_up(&props.drafts);
        match self.changed_drafts(drafts.clone(), change) {
            Some(next) => props.on_event.emit(UiEvent::Drafts(next)),
            None => compare(props, drafts),
        }
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let Props { cx, drafts, on_event } = ctx.props();
        let drafts = filled_up(drafts);
        let change = ctx.link().callback(|change| change);
        let ready = drafts.iter().filter(|d| !d.text.trim().is_empty()).count();
        let too_few = self.tried && ready < 2;
        let mut fields = tag("div").class("drafts");
        for (at, draft) in drafts.iter().enumerate() {
            let problem = problem_of(&draft.text).filter(|p| *p != InputError::Empty || too_few);
            fields = fields.with(field(cx, &change, at, draft, problem));
        }
        let button = |key: &'static str, what| changing(&change, what).with(cx.t(key));
        let examples = tag("span")
            .attr("role", "group")
            .class("row")
            .label(cx.t("input.examples"))
            .with(event_button(cx.t("input.fill"), on_event, UiEvent::Fill))
            .with(example(cx, on_event));
        let add = changing(&change, Change::Add).with(icon("add")).with(tag("span").with(cx.t("input.add")));
        let problem = tag("p").class("problem").attr("role", "alert");
        let row = tag("div")
            .class("row")
            .with(add)
            .with((!self.removed.is_empty()).then(|| button("input.undo", Change::Undo)))
            .with((ready > 0).then(|| button("input.clear", Change::Clear)))
            .with(examples)
            .with(button("input.compare", Change::Compare).class("main"))
            .with(too_few.then(|| problem.with(cx.t("input.two"))));
        let sheet = cx.sheet("input", cx.t("input.title"));
        sheet.with(tag("p").with(cx.t("input.hint"))).with(fields).with(row).into()
    }
}

impl Input {
    /// The drafts after `change`; nothing when they are to be compared.
    fn changed_drafts(&mut self, mut drafts: Vec<Draft>, change: Change) -> Option<Vec<Draft>> {
        match change {
            Change::Add => drafts.push(Draft::default()),
            Change::Remove(at) if at < drafts.len() => self.removed.push((at, drafts.remove(at))),
            Change::Up(at) if at > 0 && at < drafts.len() => drafts.swap(at, at - 1),
            Change::Clear => self.removed = drafts.drain(..).map(|d| (0, d)).collect(),
            Change::Undo => {
                for (at, draft) in self.removed.drain(..).rev() {
                    drafts.insert(at.min(drafts.len()), draft);
                }
                while drafts.last().is_some_and(|d| *d == Draft::default()) {
                    drafts.pop();
                }
            }
            Change::Outlet(at, outlet) => drafts.get_mut(at)?.outlet = outlet,
            Change::Text(at, text) => drafts.get_mut(at)?.text = text,
            Change::Compare => {
                self.tried = true;
                return None;
            }
            Change::Remove(_) | Change::Up(_) => {}
        }
        Some(drafts)
    }
}

/// Has the drafts with a text compared, when there are two or more and all of them can be read.
fn compare(props: &Props, mut drafts: Vec<Draft>) {
    drafts.retain(|d| !d.text.trim().is_empty());
    if drafts.len() >= 2 && drafts.iter().all(|d| problem_of(&d.text).is_none()) {
        props.cx.act.emit(Act::Close);
        props.on_event.emit(UiEvent::Compare(drafts));
    }
}

/// At least two fields.
fn filled_up(drafts: &[Draft]) -> Vec<Draft> {
    let mut drafts = drafts.to_vec();
    drafts.resize(drafts.len().max(2), Draft::default());
    drafts
}

/// A button that changes the drafts.
fn changing(change: &Callback<Change>, what: Change) -> El {
    let change = change.clone();
    let button = tag("button").attr("type", "button").class("btn");
    button.on(ListenerKind::onclick, move |_| change.emit(what.clone()))
}

/// The button that shows the built-in story again.
fn example(cx: &Context, on_event: &Callback<UiEvent>) -> El {
    let (act, on_event) = (cx.act.clone(), on_event.clone());
    let button = tag("button").attr("type", "button").class("btn").with(cx.t("input.example"));
    button.on(ListenerKind::onclick, move |_| {
        act.emit(Act::Close);
        on_event.emit(UiEvent::Example);
    })
}

/// One draft as fields.
fn field(
    cx: &Context,
    change: &Callback<Change>,
    at: usize,
    draft: &Draft,
    problem: Option<InputError>,
) -> El {
    let strings = &cx.strings;
    let letter = letter(u32::try_from(at).unwrap_or(u32::MAX));
    let named = !draft.outlet.trim().is_empty();
    let outlet = if named { draft.outlet.clone() } else { strings.fill("outlet", &[("letter", &letter)]) };
    let (named, written) = (change.clone(), change.clone());
    let name =
        tag("input").attr("type", "text").value(&draft.outlet).on(ListenerKind::oninput, move |event| {
            let input = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            named.emit(Change::Outlet(at, input.map(|i| i.value()).unwrap_or_default()));
        });
    let text = tag("textarea")
        .attr("rows", "9")
        .attr("placeholder", cx.t("input.placeholder"))
        .value(&draft.text)
        .state("aria-invalid", problem.is_some())
        .on(ListenerKind::oninput, move |event| {
            let area = event.target().and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok());
            written.emit(Change::Text(at, area.map(|a| a.value()).unwrap_or_default()));
        });
    let named = |key: &'static str, name: &str, what| {
        changing(change, what).label(&strings.fill(key, &[("outlet", &outlet)])).with(icon(name))
    };
    let words = draft.text.split_whitespace().count();
    let count = tag("p")
        .class("count")
        .with(tag("span").with(strings.count("input.words", words, &[])))
        .with((at > 0).then(|| named("input.up", "up", Change::Up(at))))
        .with(named("input.remove", "close", Change::Remove(at)));
    let said =
        problem.map(|p| tag("p").class("problem").attr("role", "alert").with(strings.part("input", p.key())));
    tag("fieldset")
        .class("draft")
        .key(&at.to_string())
        .with(tag("legend").with(outlet.as_str()))
        .with(tag("label").with(tag("span").with(cx.t("input.outlet"))).with(name))
        .with(
            tag("label")
                .class("grow")
                .with(tag("span").with(strings.fill("input.text", &[("letter", &letter)])))
                .with(text),
        )
        .with(count)
        .with(said)
}
