//! The widget.

use super::browser::{Listener, Resize, is_blind_find, is_field, print_query, show_current};
use super::context::Context;
use super::focus::Focus;
use super::help::help;
use super::input::{self, Input};
use super::interleaved::{self, interleaved};
use super::legend::legend;
use super::list::list;
use super::markup::{self, El, nothing, tag};
use super::masthead::{self, masthead};
use super::pair_panel::pair_panel;
use super::props::AppProps;
use super::rows::table;
use super::search::search;
use super::share::share;
use super::stage::{self, Stage};
use super::state::{Act, Breadth, Panel};
use super::states::{progress, remarks, standing};
use super::strings::Strings;
use super::strip::{self, Frames, Strip};
use super::widget::Widget;
use super::{Phase, UiEvent};
use crate::view::ViewKind;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;
use yew::virtual_dom::{ListenerKind, VChild};

/// The whole widget.
pub struct App {
    widget: Rc<RefCell<Widget>>,
    cx: Context,
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
    /// An act changed the state.
    State,
    Printing(bool),
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &yew::Context<Self>) -> Self {
        let widget = Rc::new(RefCell::new(Widget::default()));
        let (link, acted) = (ctx.link().clone(), Rc::clone(&widget));
        let act = Callback::from(move |act: Act| {
            // Who is told of a choice may act in turn, so nothing stays borrowed.
            let Ok(mut widget) = acted.try_borrow_mut() else { return };
            let (effect, owner) = (widget.act(act), widget.owner.clone());
            drop(widget);
            if let Some(choice) = effect.choice {
                owner.emit(UiEvent::Choice(choice));
            }
            if effect.redraw {
                link.send_message(Message(Change::State));
            }
        });
        let strings = Rc::new(Strings::new(&ctx.props().lang));
        let app = Self {
            widget,
            cx: Context { strings, act },
            root: NodeRef::default(),
            frames: Frames::default(),
            focus: Focus::default(),
            sheet: NodeRef::default(),
            resize: None,
            print: None,
        };
        app.take(ctx.props());
        app
    }

    fn update(&mut self, _: &yew::Context<Self>, Message(change): Message) -> bool {
        let mut widget = self.widget.borrow_mut();
        if let Change::Printing(printing) = change {
            widget.print(printing);
        }
        let panel = widget.ui.panel;
        drop(widget);
        self.focus.leave(&self.root, panel);
        true
    }

    fn changed(&mut self, ctx: &yew::Context<Self>, before: &AppProps) -> bool {
        if before.lang != ctx.props().lang {
            self.cx.strings = Rc::new(Strings::new(&ctx.props().lang));
        }
        self.take(ctx.props());
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let (props, cx, widget) = (ctx.props(), &self.cx, &*self.widget.borrow());
        let (view, choice) = (widget.view(), widget.choice());
        let top = masthead::Shown {
            title: props.title.as_deref(),
            view,
            theme: choice.theme,
            panel: widget.ui.panel,
        };
        let under_way = props.progress.filter(|_| widget.shown.reading.is_some());
        let root = tag("div")
            .class("dp")
            .class_if(widget.shown.raised.is_some(), "raised")
            .class_if(choice.only_here, "only-here")
            .node(&self.root)
            .on(ListenerKind::onkeydown, self.keys())
            .attr("data-theme", choice.theme.key())
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
            .with(self.panel(props, widget))
            .with(self.body(props, widget));
        self.drops(root, props).into()
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, first: bool) {
        if first {
            self.watch_width();
            self.watch_printing(ctx);
        }
        // To move the focus is an act too, so nothing stays borrowed.
        let widget = self.widget.borrow();
        let (ui, listed) = (Rc::clone(&widget.ui), widget.listed());
        let pair = widget.shown.pair.filter(|_| widget.view() != ViewKind::Columns);
        drop(widget);
        if self.focus.is_news((ui.panel, listed)) {
            show_current(&self.sheet);
        }
        self.focus.follow(&self.root, &ui, pair);
    }
}

impl App {
    fn take(&self, props: &AppProps) {
        props.remote.connect(&self.cx.act);
        self.widget.borrow_mut().take(props);
    }

    fn panel(&self, props: &AppProps, widget: &Widget) -> Html {
        let (cx, shown, ui) = (&self.cx, &widget.shown, &widget.ui);
        let reading = shown.reading.as_ref().filter(|_| props.phase == Phase::Ready);
        match (ui.panel, reading) {
            (Some(Panel::List), Some(reading)) => {
                list(cx, reading, &shown.stops, shown.place(ui)).node(&self.sheet).into()
            }
            (Some(Panel::Search), Some(reading)) => {
                let at = shown.hit(ui);
                search(cx, reading, &ui.query, &shown.found, at).node(&self.sheet).into()
            }
            (Some(Panel::Help), _) => help(cx, widget.choice().keys),
            (Some(Panel::Input), _) => {
                let (drafts, on_event) = (Rc::clone(&props.drafts), props.on_event.clone());
                VChild::<Input>::new(input::Props { cx: cx.clone(), drafts, on_event }, None).into()
            }
            (Some(Panel::Share), Some(_)) => share(cx, &props.on_event),
            _ => nothing(),
        }
    }

    fn body(&self, props: &AppProps, widget: &Widget) -> Html {
        let (cx, shown) = (&self.cx, &widget.shown);
        let (Phase::Ready, Some(reading), Some(columns), Some(pair)) =
            (&props.phase, &shown.reading, &shown.columns, shown.pair)
        else {
            return standing(cx, &props.phase, props.progress.unwrap_or_default(), &props.on_event);
        };
        let at = shown.place(&widget.ui);
        let view = match widget.view() {
            ViewKind::Columns => self.columns(widget, pair),
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
    fn columns(&self, widget: &Widget, pair: [u32; 2]) -> Html {
        let (shown, ui) = (&widget.shown, &widget.ui);
        let (Some(columns), Some(strip)) = (&shown.columns, &shown.strip) else { return nothing() };
        let stage = stage::Props {
            cx: self.cx.clone(),
            columns: Rc::clone(columns),
            labels: Rc::clone(&shown.labels),
            pair: shown.raised.clone(),
            choice: Rc::clone(&shown.choice),
            ui: Rc::clone(ui),
            frames: self.frames.clone(),
            found: Rc::clone(&shown.found),
        };
        let strip = strip::Props {
            cx: self.cx.clone(),
            strip: Rc::clone(strip),
            shown: pair,
            raised: Rc::clone(&shown.group),
            pair: shown.raised.as_ref().map(|p| p.ids),
            along: ui.breadth != Breadth::Wide,
            side: ui.side,
            stops: ui.stops,
            frames: self.frames.clone(),
        };
        let (stage, strip) = (VChild::<Stage>::new(stage, None), VChild::<Strip>::new(strip, None));
        let kept = shown.raised.as_deref().filter(|p| Some(p.ids) == widget.choice().selected);
        markup::list(vec![
            tag("div").class("stage").with(Html::from(stage)).with(Html::from(strip)).into(),
            pair_panel(&self.cx, kept, &shown.labels),
        ])
    }

    /// What single keys do.
    fn keys(&self) -> impl Fn(Event) + 'static {
        let (widget, act) = (Rc::clone(&self.widget), self.cx.act.clone());
        move |event| {
            let event: KeyboardEvent = event.unchecked_into();
            if is_blind_find(&event) {
                act.emit(Act::UnfoldAll);
            }
            let taken = event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented();
            if taken || (is_field(&event) && event.key() != "Escape") {
                return;
            }
            let what = widget.try_borrow().ok().and_then(|widget| widget.act_for(&event.key()));
            if let Some(what) = what {
                event.prevent_default();
                act.emit(what);
            }
        }
    }

    /// Files may be dropped anywhere on the widget; they are put into the fields of the reader's own articles.
    fn drops(&self, root: El, props: &AppProps) -> El {
        let (widget, act) = (Rc::clone(&self.widget), self.cx.act.clone());
        let on_event = props.on_event.clone();
        let drop = move |event: Event| {
            let files = event.dyn_ref::<web_sys::DragEvent>().and_then(|e| e.data_transfer()?.files());
            if let Some(files) = files.filter(|f| f.length() > 0) {
                event.prevent_default();
                let open = widget.try_borrow().is_ok_and(|widget| widget.ui.panel == Some(Panel::Input));
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
