//! The stagehand: moves the columns and keeps the drawing in step with them, without rendering anything again.

mod listeners;

use super::ribbons::geometry::{Extent, Frame, held, slots};
use super::ribbons::{Dots, Drawing, dots, extents, sentences, spread_dots};
use super::sync::{Landmark, across, landmarks};
use crate::ui::browser::{Listener, Resize, Ticker, prefers_less_motion};
use crate::ui::state::{Pair, Side};
use crate::view::{Class, LinkView};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use web_sys::{Element, FocusOptions, HtmlElement};

/// Leveling takes this long, in milliseconds.
const LEVEL_TIME: f64 = 240.0;
/// A sentence that is gone to stands at least this far from the upper edge, in pixels.
const HEADROOM: f64 = 24.0;
/// The sum of this share of each move brings columns that were leveled by hand back in step.
const CATCH_UP: f64 = 0.3;

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Scene {
    /// The links, and the weak candidates where they are shown.
    pub(super) links: Vec<LinkView>,
    /// For each column the class of each sentence; `None` where the legend hides it.
    pub(super) classes: [Vec<Option<Class>>; 2],
    /// The raised pair.
    pub(super) raised: Option<Pair>,
    /// Whether the columns scroll together.
    pub(super) locked: bool,
}

/// Told where the sentences and the columns stand.
type OnFrame = Box<dyn Fn(&[Vec<Extent>; 2], &Frame)>;
/// Told in which fold the browser's own search found something, by its side and its first sentence.
type OnReveal = Box<dyn Fn(Side, u32)>;

/// A move of the columns under way.
struct Move {
    start: Option<f64>,
    from: [f64; 2],
    to: [f64; 2],
}

/// The elements on stage, and what was last seen of them.
struct Stage {
    panes: [HtmlElement; 2],
    gutter: Element,
    drawing: Drawing,
    scene: Rc<Scene>,
    extents: [Vec<Extent>; 2],
    landmarks: Vec<Landmark>,
    /// The column that the reader moves; the other one follows.
    leader: usize,
    seen: [f64; 2],
    moving: Option<Move>,
    home: Option<[f64; 2]>,
    waiting: bool,
    ticker: Option<Ticker>,
    /// Whether the places have to be measured again.
    stale: bool,
    /// Whether what was measured is not drawn yet.
    undrawn: bool,
    /// The dots of both columns and their heights, until they are spread.
    dots: [Vec<Dots>; 2],
    on_frame: OnFrame,
}

/// Handle of the stage. Listeners end with it.
pub(super) struct Stagehand {
    stage: Rc<RefCell<Stage>>,
    _listeners: Vec<Listener>,
    _resize: Option<Resize>,
}

impl Stagehand {
    /// Sets up on the given elements; `on_frame` is told where the sentences and the columns stand after each frame.
    pub(super) fn new(
        panes: [HtmlElement; 2],
        gutter: Element,
        svg: &Element,
        on_frame: OnFrame,
        on_reveal: OnReveal,
    ) -> Option<Self> {
        let stage = Rc::new(RefCell::new(Stage {
            drawing: Drawing::new(svg)?,
            panes,
            gutter,
            scene: Rc::default(),
            extents: Default::default(),
            landmarks: Vec::new(),
            leader: 0,
            seen: [0.0; 2],
            moving: None,
            home: None,
            waiting: false,
            ticker: None,
            stale: true,
            undrawn: false,
            dots: Default::default(),
            on_frame,
        }));
        let weak = Rc::downgrade(&stage);
        stage.borrow_mut().ticker = Some(Ticker::new(move |now| tick(&weak, now)));
        let listeners = listeners::listeners(&stage, on_reveal);
        let weak = Rc::downgrade(&stage);
        let resize = Resize::new(move || ask(&weak, true));
        if let Some(resize) = &resize {
            let stage = stage.borrow();
            resize.observe(&stage.gutter);
            stage
                .panes
                .iter()
                .filter_map(|p| p.query_selector("article").ok()?)
                .for_each(|a| resize.observe(&a));
        }
        Some(Self { stage, _listeners: listeners, _resize: resize })
    }

    /// Draws another scene from the next frame on.
    pub(super) fn show(&self, scene: &Rc<Scene>) {
        let mut stage = self.stage.borrow_mut();
        if Rc::ptr_eq(&stage.scene, scene) {
            return;
        }
        // Raising a pair moves nothing, so there is nothing to measure again.
        let moved = stage.scene.links != scene.links || stage.scene.classes != scene.classes;
        stage.scene = Rc::clone(scene);
        if !moved {
            stage.raise();
        }
        drop(stage);
        ask(&Rc::downgrade(&self.stage), moved);
    }

    /// Brings the other sentence of a pair to the height of that on `side`.
    pub(super) fn level(&self, pair: Pair, side: Side) {
        let anchor = side.index();
        self.go(|stage| {
            let extent =
                |side: usize| stage.extents.get(side)?.get(pair.get(side)?.sentence as usize).copied();
            let (mut here, mut there) = (extent(anchor)?, extent(1 - anchor)?);
            // Line on line, wherever in its line a sentence begins.
            here.top = stage.first_line(anchor, pair)?;
            there.top = stage.first_line(1 - anchor, pair)?;
            let scroll = stage.scroll();
            let room = stage.height();
            let tall = (here.bottom - here.top).min(room - 2.0 * HEADROOM);
            let wanted = held(here.top - scroll[anchor], HEADROOM, (room - tall - HEADROOM).max(HEADROOM));
            let limit = stage.limits();
            let mut to = scroll;
            to[1 - anchor] = held(there.top - wanted, 0.0, limit[1 - anchor]);
            to[anchor] = held(here.top - (there.top - to[1 - anchor]), 0.0, limit[anchor]);
            Some(to)
        });
    }

    /// Brings a sentence into view.
    pub(super) fn visit(&self, sentence: u32, side: Side) {
        let side = side.index();
        self.go(|stage| {
            let extent = stage.extents.get(side)?.get(sentence as usize)?;
            let mut to = stage.scroll();
            let seen =
                extent.top > to[side] + HEADROOM && extent.bottom < to[side] + stage.height() - HEADROOM;
            if !seen {
                to[side] = held(extent.top - stage.height() / 3.0, 0.0, stage.limits()[side]);
                if stage.scene.locked {
                    let y = across(&stage.landmarks, side, extent.top);
                    to[1 - side] = held(y - stage.height() / 3.0, 0.0, stage.limits()[1 - side]);
                }
            }
            Some(to)
        });
    }

    /// Back to where the columns stood before the first leveling.
    pub(super) fn go_home(&self) {
        let home = self.stage.borrow_mut().home.take();
        if let Some(home) = home {
            self.go(|_| Some(home));
            self.stage.borrow_mut().home = None;
        }
    }

    /// Scrolls a column so that the sentence at its upper edge is `sentence`.
    pub(super) fn scroll_to(&self, sentence: u32, side: Side) {
        let side = side.index();
        let mut stage = self.stage.borrow_mut();
        stage.measure_if_stale();
        let Some(top) = stage.extents.get(side).and_then(|e| e.get(sentence as usize)).map(|e| e.top) else {
            return;
        };
        stage.leader = side;
        stage.moving = None;
        set_scroll(&stage.panes[side], (top - stage.height() / 3.0).max(0.0));
    }

    /// Puts the focus on a sentence.
    pub(super) fn focus(&self, sentence: u32, side: Side) {
        let pane = self.stage.borrow().panes[side.index()].clone();
        let found = sentences(&pane).into_iter().nth(sentence as usize);
        if let Some(element) = found.and_then(|e| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(e).ok()) {
            let options = FocusOptions::new();
            // Where the sentence is to stand is decided elsewhere.
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
    }

    fn go(&self, target: impl FnOnce(&mut Stage) -> Option<[f64; 2]>) {
        let mut stage = self.stage.borrow_mut();
        stage.measure_if_stale();
        let Some(to) = target(&mut stage) else { return };
        let from = stage.scroll();
        if stage.home.is_none() {
            stage.home = Some(from);
        }
        if prefers_less_motion() {
            for (pane, y) in stage.panes.iter().zip(to) {
                set_scroll(pane, y);
            }
            // What is reached, which may be less than was asked for: the other column must not follow the rest.
            stage.seen = stage.scroll();
        } else {
            stage.moving = Some(Move { start: None, from, to });
        }
        drop(stage);
        ask(&Rc::downgrade(&self.stage), false);
    }
}

impl Stage {
    fn scroll(&self) -> [f64; 2] {
        [0, 1].map(|side| f64::from(self.panes[side].scroll_top()))
    }

    fn limits(&self) -> [f64; 2] {
        [0, 1].map(|side| {
            f64::from(self.panes[side].scroll_height() - self.panes[side].client_height()).max(0.0)
        })
    }

    fn height(&self) -> f64 {
        f64::from(self.gutter.client_height())
    }

    /// Top of the line in which the sentence of a pair begins.
    fn first_line(&self, side: usize, pair: Pair) -> Option<f64> {
        let pane = self.panes.get(side)?;
        let sentence = sentences(pane).into_iter().nth(pair.get(side)?.sentence as usize)?;
        let line = sentence.get_client_rects().get(0)?;
        Some(line.top() - pane.get_bounding_client_rect().top() + f64::from(pane.scroll_top()))
    }

    /// Reads where everything stands. Nothing is written meanwhile: a browser lays the page out anew for each reading
    /// that follows a writing.
    fn measure_if_stale(&mut self) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        self.undrawn = true;
        self.extents = [0, 1].map(|side| extents(&self.panes[side]));
        self.dots = [0, 1].map(|side| dots(&self.panes[side]));
        self.drawing.mirrored = self.gutter.closest("[dir=rtl]").is_ok_and(|e| e.is_some());
        let strong: Vec<LinkView> =
            self.scene.links.iter().filter(|l| l.class.is_linked()).copied().collect();
        let weights: Vec<u16> = strong.iter().map(|l| l.score).collect();
        let heights = [0, 1].map(|side| self.extents[side].iter().map(|e| e.bottom).fold(1.0, f64::max));
        self.landmarks = landmarks(&slots(&strong, &self.extents), &weights, heights);
    }

    fn draw_if_undrawn(&mut self, width: f64) {
        if !std::mem::take(&mut self.undrawn) {
            return;
        }
        for dots in std::mem::take(&mut self.dots) {
            spread_dots(&dots);
        }
        let classes = [self.scene.classes[0].as_slice(), self.scene.classes[1].as_slice()];
        self.drawing.layout(&self.scene.links, classes, &self.extents, width);
        self.raise();
    }

    fn raise(&mut self) {
        let raised = self.scene.raised;
        self.drawing.raise(|l| raised.is_some_and(|[a, b]| (l.left, l.right) == (a.sentence, b.sentence)));
    }

    /// One frame. Gives whether another one is wanted.
    fn frame(&mut self, now: f64) -> bool {
        self.measure_if_stale();
        // The last step of a move is no move of the reader's, which the other column would have to follow.
        let led = self.moving.is_none();
        let go_on = self.advance(now);
        let scroll = self.scroll();
        if led && self.scene.locked {
            self.follow(scroll);
        }
        let scroll = self.scroll();
        self.seen = scroll;
        let frame = Frame {
            width: f64::from(self.gutter.client_width()),
            height: self.height(),
            scroll,
            mirrored: self.drawing.mirrored,
        };
        self.draw_if_undrawn(frame.width);
        if frame.width > 0.0 {
            self.drawing.place(&frame);
        }
        (self.on_frame)(&self.extents, &frame);
        go_on
    }

    fn advance(&mut self, now: f64) -> bool {
        let Some(moving) = &mut self.moving else { return false };
        let start = *moving.start.get_or_insert(now);
        let part = held((now - start) / LEVEL_TIME, 0.0, 1.0);
        let eased = 1.0 - (1.0 - part) * (1.0 - part) * (1.0 - part);
        for side in 0..2 {
            set_scroll(&self.panes[side], moving.from[side] + (moving.to[side] - moving.from[side]) * eased);
        }
        if part >= 1.0 {
            self.moving = None;
        }
        self.moving.is_some()
    }

    /// Moves the other column by what belongs to the way that the leading one went.
    fn follow(&mut self, scroll: [f64; 2]) {
        let (leader, other) = (self.leader, 1 - self.leader);
        let way = scroll[leader] - self.seen[leader];
        if way.abs() < 0.5 {
            return;
        }
        let limits = self.limits();
        let target = |y: f64| {
            let part = if limits[leader] > 0.0 { y / limits[leader] } else { 0.0 };
            let line = self.height() * part;
            held(across(&self.landmarks, leader, y + line) - line, 0.0, limits[other])
        };
        let step = target(scroll[leader]) - target(self.seen[leader]);
        let next = scroll[other] + step;
        let error = target(scroll[leader]) - next;
        let pull = held(error, -way.abs() * CATCH_UP, way.abs() * CATCH_UP);
        set_scroll(&self.panes[other], held(next + pull, 0.0, limits[other]));
    }
}

/// Asks for a frame, once; `stale` when places have to be measured again.
fn ask(asked: &Weak<RefCell<Stage>>, stale: bool) {
    let Some(strong) = asked.upgrade() else { return };
    let Ok(mut inner) = strong.try_borrow_mut() else { return };
    inner.stale |= stale;
    if !std::mem::replace(&mut inner.waiting, true)
        && let Some(ticker) = &mut inner.ticker
    {
        ticker.ask();
    }
}

/// A frame is about to be painted.
fn tick(asked: &Weak<RefCell<Stage>>, now: f64) {
    let Some(strong) = asked.upgrade() else { return };
    let again = {
        let Ok(mut inner) = strong.try_borrow_mut() else { return };
        inner.waiting = false;
        inner.frame(now)
    };
    if again {
        ask(asked, false);
    }
}

fn set_scroll(pane: &HtmlElement, y: f64) {
    pane.set_scroll_top(super::whole(y));
}
