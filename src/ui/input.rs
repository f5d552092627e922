//! The reader's own articles: pasted, typed or dropped. Nothing typed is lost: the drafts live outside, and closing
//! the panel keeps them.

use super::context::{on, use_words_and_acts};
use super::icons::icon;
use super::state::Act;
use super::strings::Strings;
use super::{Draft, UiEvent};
use crate::view::input::{Problem, problem_of};
use crate::view::label::letter;
use std::rc::Rc;
use yew::prelude::*;

/// What the panel shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) drafts: Rc<Vec<Draft>>,
    pub(super) on_event: Callback<UiEvent>,
}

/// The panel of drafts.
#[component]
pub(super) fn Input(props: &Props) -> Html {
    let (strings, act) = use_words_and_acts();
    let tried = use_state_eq(|| false);
    let removed = use_state_eq(Vec::<(usize, Draft)>::new);
    let drafts = filled_up(&props.drafts);
    let change = {
        let on_event = props.on_event.clone();
        Callback::from(move |drafts: Vec<Draft>| on_event.emit(UiEvent::Drafts(drafts)))
    };
    let ready = drafts.iter().filter(|d| !d.text.trim().is_empty()).count();
    let compare = {
        let (drafts, on_event, tried, act) =
            (drafts.clone(), props.on_event.clone(), tried.clone(), act.clone());
        Callback::from(move |_: MouseEvent| {
            tried.set(true);
            let given: Vec<Draft> = drafts.iter().filter(|d| !d.text.trim().is_empty()).cloned().collect();
            if given.len() >= 2 && given.iter().all(|d| problem_of(&d.text).is_none()) {
                act.emit(Act::Close);
                on_event.emit(UiEvent::Compare(given));
            }
        })
    };
    let add = {
        let (drafts, change) = (drafts.clone(), change.clone());
        Callback::from(move |_: MouseEvent| {
            let mut next = drafts.clone();
            next.push(Draft::default());
            change.emit(next);
        })
    };
    let undo = {
        let (drafts, change, removed) = (drafts.clone(), change.clone(), removed.clone());
        Callback::from(move |_: MouseEvent| {
            let mut next = drafts.clone();
            for (at, draft) in removed.iter().rev() {
                next.insert((*at).min(next.len()), draft.clone());
            }
            while next.last().is_some_and(|d| *d == Draft::default()) {
                next.pop();
            }
            change.emit(next);
            removed.set(Vec::new());
        })
    };
    let clear = {
        let (drafts, change, removed) = (drafts.clone(), change.clone(), removed.clone());
        Callback::from(move |_: MouseEvent| {
            removed.set(drafts.iter().cloned().map(|d| (0, d)).collect());
            change.emit(Vec::new());
        })
    };
    let remove = {
        let (drafts, change, removed) = (drafts.clone(), change.clone(), removed.clone());
        Callback::from(move |at: usize| {
            let mut next = drafts.clone();
            if at < next.len() {
                let mut gone = (*removed).clone();
                gone.push((at, next.remove(at)));
                removed.set(gone);
                change.emit(next);
            }
        })
    };
    let item = |(at, draft): (usize, &Draft)| {
        let set = {
            let (drafts, change) = (drafts.clone(), change.clone());
            Callback::from(move |draft: Draft| {
                let mut next = drafts.clone();
                if let Some(slot) = next.get_mut(at) {
                    *slot = draft;
                }
                change.emit(next);
            })
        };
        let up = {
            let (drafts, change) = (drafts.clone(), change.clone());
            Callback::from(move |_: MouseEvent| {
                let mut next = drafts.clone();
                if at > 0 && at < next.len() {
                    next.swap(at, at - 1);
                    change.emit(next);
                }
            })
        };
        let problem = problem_of(&draft.text).filter(|p| *p != Problem::Empty || (*tried && ready < 2));
        let remove = remove.reform(move |_: MouseEvent| at);
        html! { <Field key={at} {at} draft={draft.clone()} {problem} {set} {up} {remove} /> }
    };
    html! {
        <section class="sheet input" aria-label={strings.t("input.title")}>
            <header><h2>{strings.t("input.title")}</h2>
                <button type="button" class="ib" aria-label={strings.t("close")} onclick={on(&act, Act::Close)}>{icon("close")}</button></header>
            <p>{strings.t("input.hint")}</p>
            <div class="drafts">{for drafts.iter().enumerate().map(item)}</div>
            <div class="row">
                <button type="button" class="btn" onclick={add}>{icon("add")}<span>{strings.t("input.add")}</span></button>
                if !removed.is_empty() { <button type="button" class="btn" onclick={undo}>{strings.t("input.undo")}</button> }
                if ready > 0 { <button type="button" class="btn" onclick={clear}>{strings.t("input.clear")}</button> }
                <span role="group" class="row" aria-label={strings.t("input.examples")}>
                    <button type="button" class="btn" onclick={props.on_event.reform(|_: MouseEvent| UiEvent::Fill)}>{strings.t("input.fill")}</button>
                    <button type="button" class="btn" onclick={on_example(&props.on_event, &act)}>{strings.t("input.example")}</button>
                </span>
                <button type="button" class="btn main" onclick={compare}>{strings.t("input.compare")}</button>
                if *tried && ready < 2 { <p class="problem" role="alert">{strings.t("input.two")}</p> }
            </div>
        </section>
    }
}

fn on_example(on_event: &Callback<UiEvent>, act: &Callback<Act>) -> Callback<MouseEvent> {
    let (on_event, act) = (on_event.clone(), act.clone());
    Callback::from(move |_| {
        act.emit(Act::Close);
        on_event.emit(UiEvent::Example);
    })
}

/// At least two fields.
fn filled_up(drafts: &[Draft]) -> Vec<Draft> {
    let mut drafts = drafts.to_vec();
    drafts.resize(drafts.len().max(2), Draft::default());
    drafts
}

/// One draft as fields.
#[derive(Properties, PartialEq)]
struct FieldProps {
    at: usize,
    draft: Draft,
    problem: Option<Problem>,
    set: Callback<Draft>,
    up: Callback<MouseEvent>,
    remove: Callback<MouseEvent>,
}

#[component]
fn Field(props: &FieldProps) -> Html {
    let (strings, _) = use_words_and_acts();
    let letter = letter(u32::try_from(props.at).unwrap_or(u32::MAX));
    let outlet = name_of(&strings, &props.draft, &letter);
    let on_outlet = {
        let (set, draft) = (props.set.clone(), props.draft.clone());
        Callback::from(move |e: InputEvent| {
            let input: web_sys::HtmlInputElement = e.target_unchecked_into();
            set.emit(Draft { outlet: input.value(), ..draft.clone() });
        })
    };
    let on_text = {
        let (set, draft) = (props.set.clone(), props.draft.clone());
        Callback::from(move |e: InputEvent| {
            let area: web_sys::HtmlTextAreaElement = e.target_unchecked_into();
            set.emit(Draft { text: area.value(), ..draft.clone() });
        })
    };
    let words = props.draft.text.split_whitespace().count();
    let problem = props.problem.map(|p| strings.part("input", p.key()));
    html! {
        <fieldset class="draft">
            <legend>{&outlet}</legend>
            <label><span>{strings.t("input.outlet")}</span><input type="text" value={props.draft.outlet.clone()} oninput={on_outlet} /></label>
            <label class="grow"><span>{strings.fill("input.text", &[("letter", &letter)])}</span>
                <textarea rows="9" placeholder={strings.t("input.placeholder")} value={props.draft.text.clone()} oninput={on_text}
                    aria-invalid={problem.is_some().to_string()} /></label>
            <p class="count">
                <span>{strings.count("input.words", words, &[])}</span>
                if props.at > 0 {
                    <button type="button" class="btn" onclick={props.up.clone()}
                        aria-label={strings.fill("input.up", &[("outlet", &outlet)])}>{icon("up")}</button>
                }
                <button type="button" class="btn" onclick={props.remove.clone()}
                    aria-label={strings.fill("input.remove", &[("outlet", &outlet)])}>{icon("close")}</button>
            </p>
            if let Some(problem) = problem { <p class="problem" role="alert">{problem}</p> }
        </fieldset>
    }
}

fn name_of(strings: &Strings, draft: &Draft, letter: &str) -> String {
    if draft.outlet.trim().is_empty() {
        strings.fill("outlet", &[("letter", letter)])
    } else {
        draft.outlet.clone()
    }
}
