//! The widget.

use super::browser::{Listener, Resize, is_blind_find, is_field, print_query, show_current};
use super::context::Context;
use super::focus::Focus;
use super::help::help;
use super::input::{self, Input};
use super::interleaved::{self, interleaved};
use super::keys::act_for;
use super::legend::legend;
use super::list::list;
use super::markup::{self, El, nothing, tag};
use super::masthead::{self, masthead};
use super::pair_panel::pair_panel;
use super::props::AppProps;
use super::rows::table;
use super::search::search;
use super::share::share;
use super::shown::Shown;
use super::stage::{self, Stage, beside};
use super::state::{Act, Breadth, Panel, Side, Stop, Ui, choose, near, step};
use super::states::{progress, remarks, standing};
use super::strings::Strings;
use super::strip::{self, Frames, Strip};
use super::{Phase, UiEvent};
use crate::view::{Choice, SentenceId, ViewKind};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;
use yew::virtual_dom::{ListenerKind, VChild};

/// The whole widget.
pub struct App {
    ui: Rc<Ui>,
    on_event: Callback<UiEvent>,
    cx: Context,
    shown: Shown,
    /// On paper the rows stand for every view, as they alone keep what is linked together.
    printing: bool,
    root: NodeRef,
    frames: Frames,
    focus: Focus,
    /// The list of differences.
    sheet: NodeRef,
    resize: Option<Resize>,
    print: Option<Listener>,
}

/// What happened to the widget.
pub struct Message(Change);

enum Change {
    Act(Act),
    Printing(bool),
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &yew::Context<Self>) -> Self {
        let link = ctx.link().clone();
        // The page hears of a choice before anything is drawn, so that its answer is part of the same drawing.
        let act = Callback::from(move |act: Act| {
            let asked = link.get_component().map(|app| (app.asked(act.clone()), app.on_event.clone()));
            let (act, choice, on_event) = match asked {
                Some((Some((act, choice)), on_event)) => (act, choice, Some(on_event)),
                Some((None, _)) => return,
                // In the middle of a drawing nothing is asked for but its breadth.
                None => (act, None, None),
            };
            if let Some((choice, on_event)) = choice.zip(on_event) {
                on_event.emit(UiEvent::Choice(choice));
            }
            link.send_message(Message(Change::Act(act)));
        });
        let strings = Rc::new(Strings::new(&ctx.props().lang));
        let mut app = Self {
            ui: Rc::default(),
            on_event: ctx.props().on_event.clone(),
            cx: Context { strings, act },
            shown: Shown::default(),
            printing: false,
            root: NodeRef::default(),
            frames: Frames::default(),
            focus: Focus::default(),
            sheet: NodeRef::default(),
            resize: None,
            print: None,
        };
        ctx.props().remote.connect(&app.cx.act);
        app.refresh(ctx.props());
        app
    }

    fn update(&mut self, ctx: &yew::Context<Self>, Message(change): Message) -> bool {
        match change {
            Change::Act(act) => {
                let next = self.ui.after(act);
                if *self.ui == next {
                    return false;
                }
                if self.ui.panel.is_none() && next.panel.is_some() {
                    self.focus.leave(&self.root);
                }
                self.ui = Rc::new(next);
            }
            Change::Printing(printing) => self.printing = printing,
        }
        self.refresh(ctx.props());
        true
    }

    fn changed(&mut self, ctx: &yew::Context<Self>, before: &AppProps) -> bool {
        if before.lang != ctx.props().lang {
            self.cx.strings = Rc::new(Strings::new(&ctx.props().lang));
        }
        self.on_event = ctx.props().on_event.clone();
        ctx.props().remote.connect(&self.cx.act);
        self.refresh(ctx.props());
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let (props, cx) = (ctx.props(), &self.cx);
        let view = self.chosen_view(props);
        let top = masthead::Shown {
            title: props.title.as_deref(),
            view,
            theme: props.choice.theme,
            panel: self.ui.panel,
        };
        let under_way = props.progress.filter(|_| self.shown.reading.is_some());
        let root = tag("div")
            .class("dp")
            .class_if(self.shown.raised.is_some(), "raised")
            .class_if(props.choice.only_here, "only-here")
            .node(&self.root)
            .on(ListenerKind::onkeydown, self.keys(view))
            .attr("data-theme", props.choice.theme.key())
            .attr("data-view", view.key())
            .attr("lang", cx.strings.lang())
            .attr("dir", cx.strings.dir())
            .attr("role", "region")
            .label(cx.t("label"))
            .with(masthead(cx, &top))
            .with(under_way.map(|share| progress(cx, share, &props.on_event)))
            .with(
                tag("p").class("said").attr("role", "status").with(props.said.as_deref().unwrap_or_default()),
            )
            .with(self.panel(props))
            .with(self.body(props, view));
        self.drops(root, props).into()
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, first: bool) {
        if first {
            self.watch_width();
            self.watch_printing(ctx);
        }
        let (place, hit) = (self.shown.place(&self.ui), self.shown.hit(&self.ui));
        let at = if self.ui.panel == Some(Panel::Search) { hit } else { place };
        if self.focus.is_news((self.ui.panel, at)) {
            show_current(&self.sheet);
        }
        let place = self.shown.pair.filter(|_| self.chosen_view(ctx.props()) != ViewKind::Columns);
        self.focus.follow(&self.root, &self.ui, place);
    }
}

impl App {
    fn refresh(&mut self, props: &AppProps) {
        let (view, narrow) = (self.chosen_view(props), self.ui.breadth == Breadth::Narrow);
        self.shown.refresh(props.comparison.as_ref(), &props.choice, &self.ui, view, narrow);
    }

    /// The reader's own choice, else what fits.
    fn chosen_view(&self, props: &AppProps) -> ViewKind {
        let fitting =
            if self.ui.breadth == Breadth::Narrow { ViewKind::Interleaved } else { ViewKind::Columns };
        if self.printing { ViewKind::Rows } else { props.choice.view.unwrap_or(fitting) }
    }

    /// What an act comes to, with the reader's choices after it where it changes any.
    fn asked(&self, act: Act) -> Option<(Act, Option<Choice>)> {
        let act = self.resolved(act)?;
        let choice = choose(&self.shown.choice, &self.ui, self.shown.pair, &act);
        Some((act, choice))
    }

    /// What an act means for what is shown now.
    fn resolved(&self, act: Act) -> Option<Act> {
        let stops = &self.shown.stops;
        Some(match act {
            Act::Step(direction) => {
                let at = self.shown.place(&self.ui);
                let nearby = self.ui.focused.filter(|_| at.is_none()).and_then(|f| near(stops, f, direction));
                match stops.get(nearby.or(step(stops.len(), at, direction))?)? {
                    Stop::Pair(pair, _) => Act::Select(*pair, Side::Left),
                    Stop::Alone(id, side) => Act::Visit(*id, *side),
                }
            }
            Act::Hit(direction) => {
                let hits = &self.shown.found.hits;
                self.find(hits.get(step(hits.len(), self.shown.hit(&self.ui), direction)?)?.id)
            }
            Act::Find(id) => self.find(id),
            Act::Revealed(side, sentence) => {
                Act::Unfold(SentenceId { article: self.shown.pair?[side.index()], sentence })
            }
            Act::Sentence(direction) => {
                Act::Move(beside(self.shown.columns.as_ref()?, &self.shown.choice, &self.ui, direction)?)
            }
            act => act,
        })
    }

    /// Goes to a sentence in the column that shows its article, else in the one that the reader is in.
    fn find(&self, id: SentenceId) -> Act {
        match self.shown.pair {
            Some([left, _]) if left == id.article => Act::Found(id, Side::Left),
            Some([_, right]) if right == id.article => Act::Found(id, Side::Right),
            _ => Act::Found(id, self.ui.side),
        }
    }

    fn panel(&self, props: &AppProps) -> Html {
        let (cx, shown) = (&self.cx, &self.shown);
        let reading = shown.reading.as_ref().filter(|_| props.phase == Phase::Ready);
        match (self.ui.panel, reading) {
            (Some(Panel::List), Some(reading)) => {
                list(cx, reading, &shown.stops, shown.place(&self.ui)).node(&self.sheet).into()
            }
            (Some(Panel::Search), Some(reading)) => {
                let at = shown.hit(&self.ui);
                search(cx, reading, &self.ui.query, &shown.found, at).node(&self.sheet).into()
            }
            (Some(Panel::Help), _) => help(cx, props.choice.keys),
            (Some(Panel::Input), _) => {
                let (drafts, on_event) = (Rc::clone(&props.drafts), props.on_event.clone());
                VChild::<Input>::new(input::Props { cx: cx.clone(), drafts, on_event }, None).into()
            }
            (Some(Panel::Share), Some(_)) => share(cx, &props.on_event),
            _ => nothing(),
        }
    }

    fn body(&self, props: &AppProps, view: ViewKind) -> Html {
        let (cx, shown) = (&self.cx, &self.shown);
        let (Phase::Ready, Some(reading), Some(columns), Some(pair)) =
            (&props.phase, &shown.reading, &shown.columns, shown.pair)
        else {
            return standing(cx, &props.phase, props.progress.unwrap_or_default(), &props.on_event);
        };
        let at = shown.place(&self.ui);
        let view = match view {
            ViewKind::Columns => self.columns(props, pair),
            ViewKind::Rows => {
                let rows = shown.rows.as_ref().map(|(rows, _)| table(&cx.strings, rows, &shown.choice));
                rows.unwrap_or_default()
            }
            ViewKind::Interleaved => interleaved(
                cx,
                &interleaved::Shown {
                    columns,
                    labels: &shown.labels,
                    pair: shown.raised.as_deref(),
                    choice: &shown.choice,
                },
            ),
        };
        let place = super::names::place(&cx.strings, &shown.stops, at);
        let said = tag("p").class("vh").attr("role", "status").attr("aria-live", "polite").with(place);
        markup::list(vec![
            remarks(cx, reading.notices(), &shown.labels),
            legend(cx, columns, &shown.choice, (at, shown.stops.len())),
            view,
            said.into(),
        ])
    }

    /// The columns with the strip beside them, and the panel of the kept pair.
    fn columns(&self, props: &AppProps, pair: [u32; 2]) -> Html {
        let shown = &self.shown;
        let (Some(columns), Some(strip)) = (&shown.columns, &shown.strip) else { return nothing() };
        let stage = stage::Props {
            cx: self.cx.clone(),
            columns: Rc::clone(columns),
            labels: Rc::clone(&shown.labels),
            pair: shown.raised.clone(),
            choice: Rc::clone(&shown.choice),
            ui: Rc::clone(&self.ui),
            frames: self.frames.clone(),
            found: Rc::clone(&shown.found),
        };
        let strip = strip::Props {
            cx: self.cx.clone(),
            strip: Rc::clone(strip),
            shown: pair,
            raised: Rc::clone(&shown.group),
            pair: shown.raised.as_ref().map(|p| p.ids),
            along: self.ui.breadth != Breadth::Wide,
            side: self.ui.side,
            stops: self.ui.stops,
            frames: self.frames.clone(),
        };
        let (stage, strip) = (VChild::<Stage>::new(stage, None), VChild::<Strip>::new(strip, None));
        let kept = shown.raised.as_deref().filter(|p| Some(p.ids) == props.choice.selected);
        markup::list(vec![
            tag("div").class("stage").with(Html::from(stage)).with(Html::from(strip)).into(),
            pair_panel(&self.cx, kept, &shown.labels),
        ])
    }

    /// What single keys do while `view` is shown.
    fn keys(&self, view: ViewKind) -> impl Fn(Event) + 'static {
        let (choice, ui, act) = (Rc::clone(&self.shown.choice), Rc::clone(&self.ui), self.cx.act.clone());
        let articles = u32::try_from(self.shown.labels.len()).unwrap_or(u32::MAX);
        move |event| {
            let event: KeyboardEvent = event.unchecked_into();
            if is_blind_find(&event) {
                act.emit(Act::UnfoldAll);
            }
            let taken = event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented();
            if taken || (is_field(&event) && event.key() != "Escape") {
                return;
            }
            if let Some(what) = act_for(&event.key(), &choice, &ui, view, articles) {
                event.prevent_default();
                act.emit(what);
            }
        }
    }

    /// Files may be dropped anywhere on the widget; they are put into the fields of the reader's own articles.
    fn drops(&self, root: El, props: &AppProps) -> El {
        let (open, act) = (self.ui.panel == Some(Panel::Input), self.cx.act.clone());
        let on_event = props.on_event.clone();
        let drop = move |event: Event| {
            let files = event.dyn_ref::<web_sys::DragEvent>().and_then(|e| e.data_transfer()?.files());
            if let Some(files) = files.filter(|f| f.length() > 0) {
                event.prevent_default();
                if !open {
                    act.emit(Act::Open(Panel::Input));
                }
                on_event.emit(UiEvent::Files(files));
            }
        };
        root.on(ListenerKind::ondrop, drop).on(ListenerKind::ondragover, |event| event.prevent_default())
    }

    /// Tells how much room there is, now and as it changes.
    fn watch_width(&mut self) {
        let (root, act) = (self.root.clone(), self.cx.act.clone());
        let read = move || {
            // What has no width is out of sight: drawn to be kept as a page, or not shown yet.
            if let Some(e) = root.cast::<web_sys::HtmlElement>().filter(|e| e.client_width() > 0) {
                act.emit(Act::Breadth(Breadth::of(f64::from(e.client_width()))));
            }
        };
        read();
        self.resize = Resize::new(read);
        if let (Some(resize), Some(element)) = (&self.resize, self.root.cast::<web_sys::Element>()) {
            resize.observe(&element);
        }
    }

    /// Tells whether the page is being printed, now and as it changes.
    fn watch_printing(&mut self, ctx: &yew::Context<Self>) {
        let Some(query) = print_query() else { return };
        let told = ctx.link().callback(|printing| Message(Change::Printing(printing)));
        if query.matches() {
            told.emit(true);
        }
        let asked = query.clone();
        self.print = Listener::passive(&query, "change", move |_| told.emit(asked.matches()));
    }
}
