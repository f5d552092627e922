//! What is known of characters without knowing a language: folding, widths, marks, scripts, grapheme clusters.

mod clusters;
mod digits;
mod fold;
mod marks;
mod scripts;
mod width;

pub(crate) use clusters::{cluster_end, cluster_starts, is_cluster_start};
pub(crate) use digits::digit;
pub(crate) use fold::{fold, is_ignorable};
pub(crate) use marks::{is_apostrophe, is_closer, is_inner, is_mark, is_opener};
pub(crate) use scripts::{Script, is_hiragana, is_katakana, is_right_to_left, is_wide, needs_no_spaces};
pub(crate) use width::{width, width_of};
