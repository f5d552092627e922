//! The drawing in the gutter: geometry without a browser, measuring and drawing with one.

mod bars;
mod draw;
mod drawn;
pub(crate) mod geometry;
mod measure;
mod svg;

pub(crate) use draw::Drawing;
pub(crate) use measure::{Dots, dots, extents, sentences, spread_dots};
