//! What people see, in Yew. Everything shown comes from `view`; what a reader does goes out as [`UiEvent`]s.
//!
//! State is in `state`, apart from markup. Text reaches the page as text nodes only, and geometry through classes,
//! attributes of SVG and the object model, never through `style=` attributes.

mod app;
mod browser;
mod context;
pub mod document;
mod focus;
mod help;
mod icons;
mod input;
mod interleaved;
mod keys;
mod legend;
mod list;
mod markup;
mod masthead;
mod names;
mod pair_panel;
mod picker;
mod plural;
mod props;
mod remote;
mod rows;
mod runs;
mod search;
mod share;
mod shown;
mod stage;
mod state;
mod states;
pub mod strings;
mod strip;
mod widget;

pub use app::App;
pub use props::AppProps;
pub use remote::Remote;

use crate::view::Choice;
pub use crate::view::{Draft, Keep};

/// The style sheet of the widget, for the shadow root that it lives in.
pub const STYLE: &str = concat!(include_str!("style/base.css"), include_str!("style/views.css"));

/// How far the work is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// The articles are being read or compared.
    Loading,
    /// The comparison is there.
    Ready,
    /// There is nothing to compare.
    #[default]
    Empty,
    /// It can't be shown.
    Failed {
        /// Why, in one sentence.
        message: String,
    },
}

/// What a reader did that concerns the world outside the components.
#[derive(Clone, Debug, PartialEq)]
pub enum UiEvent {
    /// The choices changed.
    Choice(Choice),
    /// The drafts changed.
    Drafts(Vec<Draft>),
    /// These articles are to be compared.
    Compare(Vec<Draft>),
    /// Files were dropped.
    Files(web_sys::FileList),
    /// The built-in story is wanted.
    Example,
    /// The articles of the built-in story are wanted among the drafts.
    Fill,
    /// The work under way is to be given up.
    Cancel,
    /// What failed is to be tried again.
    Retry,
    /// The comparison is to be kept or shared.
    Keep(Keep),
}
