//! What the stagehand listens to in both columns.

use super::{OnReveal, Stage, ask};
use crate::ui::browser::Listener;
use crate::ui::stage::number_at;
use crate::ui::state::Side;
use std::cell::RefCell;
use std::rc::Rc;

/// Follows what scrolls, notes which column the reader moves, and tells `on_reveal` what the browser's own search found.
pub(super) fn listeners(stage: &Rc<RefCell<Stage>>, on_reveal: OnReveal) -> Vec<Listener> {
    let mut listeners = Vec::new();
    let on_reveal = Rc::new(on_reveal);
    for side in 0..2 {
        let pane = stage.borrow().panes[side].clone();
        let reveal = Rc::clone(&on_reveal);
        let column = if side == 0 { Side::Left } else { Side::Right };
        listeners.extend(Listener::passive(&pane, "beforematch", move |event| {
            if let Some(fold) = event.target().and_then(|t| number_at(&t, "[data-fold]", "data-fold")) {
                reveal(column, fold);
            }
        }));
        let weak = Rc::downgrade(stage);
        listeners.extend(Listener::passive(&pane, "scroll", move |_| ask(&weak, false)));
        for event in ["wheel", "touchmove", "pointerdown", "keydown", "focusin"] {
            let weak = Rc::downgrade(stage);
            listeners.extend(Listener::passive(&pane, event, move |_| {
                let Some(stage) = weak.upgrade() else { return };
                let Ok(mut stage) = stage.try_borrow_mut() else { return };
                stage.leader = side;
                if matches!(event, "wheel" | "touchmove") {
                    stage.moving = None;
                    stage.home = None;
                }
            }));
        }
    }
    listeners
}
