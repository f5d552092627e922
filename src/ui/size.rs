//! The size of an element, as the browser lays it out.

use super::browser::Resize;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Width and height of the element in CSS pixels; zero before it is on screen.
#[hook]
pub(super) fn use_size(node: &NodeRef) -> (f64, f64) {
    let size = use_state_eq(|| (0.0, 0.0));
    let (node, state) = (node.clone(), size.clone());
    use_effect_with((), move |()| {
        let element = node.cast::<HtmlElement>();
        let read = move |node: &NodeRef| {
            if let Some(e) = node.cast::<HtmlElement>() {
                state.set((f64::from(e.client_width()), f64::from(e.client_height())));
            }
        };
        read(&node);
        let resize = Resize::new(move || read(&node));
        if let (Some(resize), Some(element)) = (&resize, &element) {
            resize.observe(element);
        }
        move || drop(resize)
    });
    *size
}
