//! What the owner of the widget may do in the reader's place.

use super::state::{Act, Direction};
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// Acts on the widget that it was given to; without one that is drawn it does nothing.
#[derive(Clone, Debug, Default)]
pub struct Remote(Rc<RefCell<Option<Callback<Act>>>>);

impl PartialEq for Remote {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Remote {
    /// Goes to the next difference of the shown classes, or to the first.
    pub fn next(&self) {
        self.act(Act::Step(Direction::Forward));
    }

    /// Goes to the previous difference of the shown classes, or to the last.
    pub fn previous(&self) {
        self.act(Act::Step(Direction::Back));
    }

    pub(super) fn connect(&self, act: &Callback<Act>) {
        *self.0.borrow_mut() = Some(act.clone());
    }

    fn act(&self, act: Act) {
        // What is acted on may come back here, so nothing stays borrowed.
        let connected = self.0.borrow().clone();
        if let Some(connected) = connected {
            connected.emit(act);
        }
    }
}
