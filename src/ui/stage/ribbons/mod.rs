//! The drawing in the gutter: geometry without a browser, measuring and drawing with one.

mod draw;
pub(crate) mod geometry;
mod measure;

pub(crate) use draw::Drawing;
pub(crate) use measure::{extents, sentences, spread_dots};
