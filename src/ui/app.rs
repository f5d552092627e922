//! The widget.

use super::browser::{Listener, Resize};
use super::context::Context;
use super::help::Help;
use super::input::Input;
use super::interleaved::Interleaved;
use super::keys::act_for;
use super::legend::Legend;
use super::list::List;
use super::masthead::Masthead;
use super::pair_panel::PairPanel;
use super::remote::Remote;
use super::rows::Rows;
use super::search::Search;
use super::share::Share;
use super::stage::{Stage, beside};
use super::state::{Act, Breadth, Panel, Side, Stop, Ui, choose, near, step, stops};
use super::states::{Progress, Remarks, Standing};
use super::strings::Strings;
use super::strip::{Frames, Strip};
use super::{Draft, Phase, UiEvent};
use crate::order;
use crate::view::{
    Choice, ColumnsView, Comparison, Label, PairView, Reading, SearchView, SentenceId, ViewKind,
};
use std::rc::Rc;
use yew::prelude::*;

/// Everything that the widget is given. What the reader does comes back as events; the owner answers by new
/// properties.
#[derive(Clone, Properties, PartialEq)]
pub struct AppProps {
    /// What is shown, once it is there.
    pub comparison: Option<Rc<Comparison>>,
    /// How far the work is.
    pub phase: Phase,
    /// The reader's choices.
    pub choice: Choice,
    /// What the story is called.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// BCP 47 tag of the language that the widget speaks.
    #[prop_or("en".into())]
    pub lang: AttrValue,
    /// The reader's own articles, as far as they are typed.
    #[prop_or_default]
    pub drafts: Rc<Vec<Draft>>,
    /// How far a comparison under way is, of 1000.
    #[prop_or_default]
    pub progress: Option<u16>,
    /// What the page has to say about the reader's last wish, in the widget's language.
    #[prop_or_default]
    pub said: Option<AttrValue>,
    /// Told what the reader does.
    pub on_event: Callback<UiEvent>,
    /// For acting in the reader's place.
    #[prop_or_default]
    pub remote: Remote,
}

/// What is computed from the properties, each part only when its own inputs change.
struct Shown {
    choice: Rc<Choice>,
    reading: Option<Rc<Reading>>,
    labels: Rc<Vec<Label>>,
    pair: Option<[u32; 2]>,
    columns: Option<Rc<ColumnsView>>,
    raised: Option<Rc<PairView>>,
    stops: Rc<Vec<Stop>>,
    found: Rc<SearchView>,
}

/// The whole widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let ui = use_reducer(Ui::default);
    let strings = use_memo(props.lang.clone(), |lang| Strings::new(lang));
    let shown = use_shown(props, &ui);
    let act = use_act(props, &ui, &shown);
    props.remote.connect(&act);
    let root = use_node_ref();
    use_breadth(&root, &act);
    let printing = use_print();
    let view = if printing { ViewKind::Rows } else { chosen_view(&props.choice, ui.breadth) };
    let onkeydown = use_keys(props, &ui, &act, view, shown.labels.len());
    use_focus(&root, &ui, shown.pair, view);
    let (ondrop, ondragover) = drops(props, &ui, &act);
    let raised = shown.raised.is_some().then_some("raised");
    let context = Context { strings: Rc::clone(&strings), act: act.clone() };
    html! {
        <ContextProvider<Context> {context}>
            <div class={classes!("dp", raised, props.choice.only_here.then_some("only-here"))} ref={root} {onkeydown}
                data-theme={props.choice.theme.key()} data-view={view.key()} lang={strings.lang()} dir={strings.dir()}
                role="region" aria-label={strings.t("label")} {ondrop} {ondragover}>
                <Masthead title={props.title.clone()} {view} theme={props.choice.theme} panel={ui.panel} />
                if let (Some(share), true) = (props.progress, shown.reading.is_some()) {
                    <Progress {share} on_event={props.on_event.clone()} />
                }
                <p class="said" role="status">{props.said.clone()}</p>
                {panel(props, &ui, &shown)}
                {body(props, &ui, &shown, view, &strings)}
            </div>
        </ContextProvider<Context>>
    }
}

/// The reader's own choice, else what fits.
fn chosen_view(choice: &Choice, breadth: Breadth) -> ViewKind {
    choice.view.unwrap_or(match breadth {
        Breadth::Narrow => ViewKind::Interleaved,
        _ => ViewKind::Columns,
    })
}

fn panel(props: &AppProps, ui: &Ui, shown: &Shown) -> Html {
    let reading = shown.reading.as_ref().filter(|_| props.phase == Phase::Ready);
    match ui.panel {
        Some(Panel::List) if let Some(reading) = reading => html! {
            <List reading={Rc::clone(reading)} stops={Rc::clone(&shown.stops)} at={place(shown, ui)} />
        },
        Some(Panel::Search) if let Some(reading) = reading => html! {
            <Search reading={Rc::clone(reading)} query={ui.query.clone()} found={Rc::clone(&shown.found)} at={hit(shown, ui)} />
        },
        Some(Panel::Help) => html! { <Help keys={props.choice.keys} /> },
        Some(Panel::Input) => {
            html! { <Input drafts={Rc::clone(&props.drafts)} on_event={props.on_event.clone()} /> }
        }
        Some(Panel::Share) if reading.is_some() => html! { <Share on_event={props.on_event.clone()} /> },
        _ => html! {},
    }
}

fn body(
    props: &AppProps,
    ui: &UseReducerHandle<Ui>,
    shown: &Shown,
    view: ViewKind,
    strings: &Strings,
) -> Html {
    let (Phase::Ready, Some(reading), Some(columns), Some(pair)) =
        (&props.phase, &shown.reading, &shown.columns, shown.pair)
    else {
        return html! { <Standing phase={props.phase.clone()} share={props.progress.unwrap_or_default()} on_event={props.on_event.clone()} /> };
    };
    let at = place(shown, ui);
    let outlets: Vec<String> = shown.labels.iter().map(|l| strings.outlet(l)).collect();
    let kept = shown.raised.clone().filter(|p| Some(p.ids) == props.choice.selected);
    let common =
        (Rc::clone(columns), Rc::clone(&shown.labels), shown.raised.clone(), Rc::clone(&shown.choice));
    html! {
        <>
            <Remarks notices={reading.notices().to_vec()} {outlets} />
            <Legend columns={Rc::clone(columns)} choice={Rc::clone(&shown.choice)} at={(at, shown.stops.len())} />
            {match view {
                ViewKind::Columns => html! {
                    <>
                        <Columns columns={common.0} labels={common.1} raised={common.2} choice={common.3}
                            ui={Rc::new((**ui).clone())} reading={Rc::clone(reading)} {pair} found={Rc::clone(&shown.found)} />
                        <PairPanel pair={kept} labels={Rc::clone(&shown.labels)} />
                    </>
                },
                ViewKind::Rows => html! { <Table reading={Rc::clone(reading)} choice={common.3} {pair} narrow={ui.breadth == Breadth::Narrow} /> },
                ViewKind::Interleaved => html! {
                    <Interleaved columns={common.0} labels={common.1} pair={common.2} choice={common.3} />
                },
            }}
            <p class="vh" role="status" aria-live="polite">{super::names::place(strings, shown.stops.as_slice(), at)}</p>
        </>
    }
}

/// What the columns with their strip need.
#[derive(Properties, PartialEq)]
struct ColumnsProps {
    columns: Rc<ColumnsView>,
    labels: Rc<Vec<Label>>,
    raised: Option<Rc<PairView>>,
    choice: Rc<Choice>,
    ui: Rc<Ui>,
    reading: Rc<Reading>,
    pair: [u32; 2],
    found: Rc<SearchView>,
}

/// The columns and the strip beside them.
#[component]
fn Columns(props: &ColumnsProps) -> Html {
    let frames = use_memo((), |()| Frames::default());
    let strip = use_memo(Rc::clone(&props.reading), |reading| reading.strip());
    let ids = props.raised.as_ref().map(|p| p.ids);
    let raised = use_memo((ids, Rc::clone(&props.reading)), |(ids, reading)| {
        ids.map(|[left, right]| reading.group_of(left, right)).unwrap_or_default()
    });
    html! {
        <div class="stage">
            <Stage columns={Rc::clone(&props.columns)} labels={Rc::clone(&props.labels)} pair={props.raised.clone()}
                choice={Rc::clone(&props.choice)} ui={Rc::clone(&props.ui)} frames={(*frames).clone()} found={Rc::clone(&props.found)} />
            <Strip {strip} shown={props.pair} {raised} pair={ids} side={props.ui.side} stops={props.ui.stops}
                along={props.ui.breadth != Breadth::Wide} frames={(*frames).clone()} />
        </div>
    }
}

/// What the table needs.
#[derive(Properties, PartialEq)]
struct TableProps {
    reading: Rc<Reading>,
    choice: Rc<Choice>,
    pair: [u32; 2],
    narrow: bool,
}

/// More columns than this don't fit a page; the two chosen articles are shown then.
const MOST_COLUMNS: usize = 6;

/// The table of all articles, the left one first.
#[component]
fn Table(props: &TableProps) -> Html {
    let rows = use_memo((Rc::clone(&props.reading), props.pair, props.narrow), |(reading, pair, narrow)| {
        let few = *narrow || reading.labels().len() > MOST_COLUMNS;
        let mut articles = pair.to_vec();
        articles.extend(reading.labels().iter().map(|l| l.article).filter(|a| !few && !pair.contains(a)));
        if !few {
            order::sort(&mut articles);
        }
        reading.rows(&articles)
    });
    html! { <Rows {rows} choice={Rc::clone(&props.choice)} /> }
}

#[hook]
fn use_shown(props: &AppProps, ui: &UseReducerHandle<Ui>) -> Shown {
    let choice = use_memo(props.choice.clone(), Choice::clone);
    let base = use_memo(props.comparison.clone(), |c| {
        c.as_ref().map(|c| Rc::new(Reading::new(Rc::clone(c), Choice::default().sensitivity)))
    });
    let reading = use_memo(((*base).clone(), choice.sensitivity), |(base, sensitivity)| {
        base.as_ref().map(|b| Rc::new(b.at(*sensitivity)))
    });
    let labels = use_memo((*base).clone(), |b| b.as_ref().map(|b| b.labels().to_vec()).unwrap_or_default());
    let pair = base.as_ref().as_ref().and_then(|b| b.pair_shown(choice.pair));
    let columns = use_memo(((*reading).clone(), pair), |(reading, pair)| {
        let [left, right] = (*pair)?;
        reading.as_ref()?.columns(left, right).map(Rc::new)
    });
    let fits = |p: &[crate::view::SentenceId; 2]| Some([p[0].article, p[1].article]) == pair;
    let wanted = choice.selected.filter(fits).or(ui.pointed.filter(fits));
    let raised = use_memo(((*reading).clone(), wanted), |(reading, wanted)| {
        let [left, right] = (*wanted)?;
        reading.as_ref()?.pair(left, right).map(Rc::new)
    });
    let stops = use_memo(((*columns).clone(), Rc::clone(&choice)), |(columns, choice)| {
        columns.as_ref().map(|c| stops(c, choice)).unwrap_or_default()
    });
    let query = if ui.panel == Some(Panel::Search) { ui.query.clone() } else { String::new() };
    let found = use_memo(((*reading).clone(), query), |(reading, query)| {
        reading.as_ref().map(|r| r.search(query)).unwrap_or_default()
    });
    Shown {
        choice,
        found,
        reading: (*reading).clone(),
        labels,
        pair,
        columns: (*columns).clone(),
        raised: (*raised).clone(),
        stops,
    }
}

/// Where the reader is among the differences: at the sentence that has the focus, else at what was chosen last.
fn place(shown: &Shown, ui: &Ui) -> Option<usize> {
    let chosen = shown.stops.iter().position(|stop| match stop {
        Stop::Pair(pair, _) => shown.choice.selected == Some(*pair),
        Stop::Alone(id, _) => ui.visited == Some(*id),
    });
    let Some((side, sentence)) = ui.focused else { return chosen };
    let here = |stop: &Stop| stop.on(side) == Some(sentence);
    chosen.filter(|&at| shown.stops.get(at).is_some_and(here)).or(shown.stops.iter().position(here))
}

/// Which of the sentences found the reader is at.
fn hit(shown: &Shown, ui: &Ui) -> Option<usize> {
    shown.found.hits.iter().position(|hit| Some(hit.id) == ui.visited)
}

/// One callback for the life of the widget that always acts on what is shown now.
#[hook]
fn use_act(props: &AppProps, ui: &UseReducerHandle<Ui>, shown: &Shown) -> Callback<Act> {
    let latest = use_mut_ref(|| None::<Rc<dyn Fn(Act)>>);
    let (ui, choice, pair) = (ui.clone(), props.choice.clone(), shown.pair);
    let (stops, at, on_event) = (Rc::clone(&shown.stops), place(shown, &ui), props.on_event.clone());
    let (found, hit, columns) = (Rc::clone(&shown.found), hit(shown, &ui), shown.columns.clone());
    *latest.borrow_mut() = Some(Rc::new(move |act: Act| {
        let find = |id: SentenceId| match pair.and_then(|shown| shown.iter().position(|a| *a == id.article)) {
            Some(0) => Act::Found(id, Side::Left),
            Some(_) => Act::Found(id, Side::Right),
            None => Act::Found(id, ui.side),
        };
        let act = match act {
            Act::Step(direction) => {
                let nearby = ui.focused.filter(|_| at.is_none()).and_then(|f| near(&stops, f, direction));
                match nearby.or(step(stops.len(), at, direction)).and_then(|i| stops.get(i)) {
                    Some(Stop::Pair(pair, _)) => Act::Select(*pair, Side::Left),
                    Some(Stop::Alone(id, side)) => Act::Visit(*id, *side),
                    None => return,
                }
            }
            Act::Hit(direction) => {
                match step(found.hits.len(), hit, direction).and_then(|i| found.hits.get(i)) {
                    Some(hit) => find(hit.id),
                    None => return,
                }
            }
            Act::Find(id) => find(id),
            Act::Revealed(side, sentence) => match pair {
                Some(pair) => Act::Unfold(SentenceId { article: pair[side.index()], sentence }),
                None => return,
            },
            Act::Sentence(direction) => {
                match columns.as_ref().and_then(|c| beside(c, &choice, &ui, direction)) {
                    Some(sentence) => Act::Move(sentence),
                    None => return,
                }
            }
            act => act,
        };
        if let Some(choice) = choose(&choice, &ui, pair, &act) {
            on_event.emit(UiEvent::Choice(choice));
        }
        ui.dispatch(act);
    }));
    use_callback((), move |act, ()| {
        let handler = latest.borrow().clone();
        if let Some(handler) = handler {
            handler(act);
        }
    })
}

/// Whether the page is being printed: on paper the rows stand for every view, as they alone keep what is linked
/// together.
#[hook]
fn use_print() -> bool {
    let printing = use_state_eq(|| false);
    let state = printing.clone();
    use_effect_with((), move |()| {
        let query = super::browser::print_query();
        let listener = query.and_then(|query| {
            state.set(query.matches());
            let asked = query.clone();
            Listener::passive(&query, "change", move |_| state.set(asked.matches()))
        });
        move || drop(listener)
    });
    *printing
}

/// Files may be dropped anywhere on the widget; they are put into the fields of the reader's own articles.
fn drops(
    props: &AppProps,
    ui: &UseReducerHandle<Ui>,
    act: &Callback<Act>,
) -> (Callback<DragEvent>, Callback<DragEvent>) {
    let (open, act, on_event) = (ui.panel == Some(Panel::Input), act.clone(), props.on_event.clone());
    let drop = move |event: DragEvent| {
        if let Some(files) = event.data_transfer().and_then(|d| d.files()).filter(|f| f.length() > 0) {
            event.prevent_default();
            if !open {
                act.emit(Act::Open(Panel::Input));
            }
            on_event.emit(UiEvent::Files(files));
        }
    };
    (Callback::from(drop), Callback::from(|event: DragEvent| event.prevent_default()))
}

/// Gives the focus back when a panel closes that had it; and goes to the sentence that is wanted where no columns
/// scroll by themselves.
#[hook]
fn use_focus(root: &NodeRef, ui: &UseReducerHandle<Ui>, pair: Option<[u32; 2]>, view: ViewKind) {
    let before = use_mut_ref(|| (None::<Panel>, None::<web_sys::HtmlElement>));
    if let (Some(root), Some(_), (None, focused)) =
        (root.cast::<web_sys::Element>(), ui.panel, &mut *before.borrow_mut())
    {
        *focused = super::browser::focused(&root);
    }
    before.borrow_mut().0 = ui.panel;
    use_effect_with((ui.panel, root.clone()), move |(panel, root)| {
        if let (None, Some(root)) = (panel, root.cast::<web_sys::Element>())
            && let Some(focused) = before.borrow_mut().1.take()
            && super::browser::focused(&root).is_none()
        {
            let _ = focused.focus();
        }
    });
    let (root, ui) = (root.clone(), ui.clone());
    use_effect_with(ui.leveled + ui.moved + ui.strip_moved, move |wishes| {
        let at = |[left, right]: [u32; 2]| if ui.side == Side::Left { left } else { right };
        let here = pair.map(|pair| SentenceId { article: at(pair), sentence: ui.target() });
        if let (Some(root), Some(id), true) = (root.cast(), ui.visited.or(here), *wishes > 0)
            && view != ViewKind::Columns
        {
            super::browser::go_to(&root, &super::names::anchor(id), ui.panel == Some(Panel::Search));
        }
    });
}

#[hook]
fn use_breadth(root: &NodeRef, act: &Callback<Act>) {
    let (root, act) = (root.clone(), act.clone());
    use_effect_with((), move |()| {
        let element = root.cast::<web_sys::HtmlElement>();
        let read = move || {
            // What has no width is out of sight: drawn to be kept as a page, or not shown yet.
            if let Some(e) = root.cast::<web_sys::HtmlElement>().filter(|e| e.client_width() > 0) {
                act.emit(Act::Breadth(Breadth::of(f64::from(e.client_width()))));
            }
        };
        read();
        let resize = Resize::new(read);
        if let (Some(resize), Some(element)) = (&resize, &element) {
            resize.observe(element);
        }
        move || drop(resize)
    });
}

#[hook]
fn use_keys(
    props: &AppProps,
    ui: &UseReducerHandle<Ui>,
    act: &Callback<Act>,
    view: ViewKind,
    articles: usize,
) -> Callback<KeyboardEvent> {
    let (choice, ui, act) = (props.choice.clone(), ui.clone(), act.clone());
    let articles = u32::try_from(articles).unwrap_or(u32::MAX);
    Callback::from(move |event: KeyboardEvent| {
        if super::browser::is_blind_find(&event) {
            act.emit(Act::UnfoldAll);
        }
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
            return;
        }
        let field = super::browser::is_field(&event);
        if field && event.key() != "Escape" {
            return;
        }
        if let Some(what) = act_for(&event.key(), &choice, &ui, view, articles) {
            event.prevent_default();
            act.emit(what);
        }
    })
}
