//! Where the cells of the strip lie. Numbers only.

use crate::view::StripView;

/// Which way the lanes run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// Side by side, each from top to bottom.
    Down,
    /// One under the other, each along the line.
    Along,
}

/// A stretch along a lane, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Stretch {
    pub(crate) start: f64,
    pub(crate) length: f64,
}

/// The places of all cells.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layout {
    pub(crate) run: Run,
    /// Thickness of a lane.
    pub(crate) thick: f64,
    /// Distance from the start of one lane to that of the next.
    pub(crate) pitch: f64,
    /// For each lane its cells, along the lane.
    pub(crate) lanes: Vec<Vec<Stretch>>,
}

/// Space before the first cell, where the letters stand.
pub(crate) const LEAD: f64 = 18.0;
/// Space between two cells, in characters of text.
const GAP: f64 = 14.0;

impl Layout {
    /// Lays the strip out in a box of `width` by `height` pixels.
    pub(crate) fn new(strip: &StripView, run: Run, width: f64, height: f64) -> Self {
        let count = f64::from(u32::try_from(strip.lanes.len().max(1)).unwrap_or(u32::MAX));
        let (along, across) = if run == Run::Down { (height, width) } else { (width, height) };
        let pitch = (across / count).min(24.0);
        let thick = (pitch * 0.62).min(13.0);
        let length =
            |lane: &crate::view::Lane| lane.cells.iter().map(|c| f64::from(c.length) + GAP).sum::<f64>();
        let longest = strip.lanes.iter().map(length).fold(1.0, f64::max);
        let scale = (along - LEAD - 3.0).max(1.0) / longest;
        let lane = |lane: &crate::view::Lane| {
            let mut at = LEAD;
            let cells = lane.cells.iter().map(|cell| {
                let size = f64::from(cell.length) * scale;
                let stretch = Stretch { start: at, length: (size - 1.0).max(1.5) };
                at += size + GAP * scale;
                stretch
            });
            cells.collect()
        };
        Self { run, thick, pitch, lanes: strip.lanes.iter().map(lane).collect() }
    }

    /// Where lane `lane` begins across the strip.
    pub(crate) fn across(&self, lane: usize) -> f64 {
        f64::from(u32::try_from(lane).unwrap_or(u32::MAX)) * self.pitch + (self.pitch - self.thick) / 2.0
    }

    /// The lane and the sentence at a point.
    pub(crate) fn at(&self, x: f64, y: f64) -> Option<(u32, u32)> {
        let (along, across) = if self.run == Run::Down { (y, x) } else { (x, y) };
        let lanes = 0..u32::try_from(self.lanes.len()).unwrap_or(u32::MAX);
        let lane = lanes.rev().find(|&l| across >= f64::from(l) * self.pitch).unwrap_or(0);
        let cells = self.lanes.get(lane as usize)?;
        let before = cells.iter().take_while(|c| c.start <= along).count();
        Some((lane, u32::try_from(before.saturating_sub(1)).unwrap_or(u32::MAX)))
    }

    /// The stretch of a lane from a place in one sentence to a place in another, each as index and part.
    pub(crate) fn stretch(&self, lane: usize, from: (usize, f64), to: (usize, f64)) -> Option<Stretch> {
        let cells = self.lanes.get(lane)?;
        let place = |(index, part): (usize, f64)| cells.get(index).map(|c| c.start + c.length * part);
        let (start, end) = (place(from)?, place(to)?);
        Some(Stretch { start, length: (end - start).max(2.0) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Class, Label, Lane, StripCell};

    fn strip() -> StripView {
        let document =
            crate::Document::new(crate::Article::from_text("A."), &mut crate::text::Lexicon::default());
        let cell = |length| StripCell { length, class: Class::Only, differs: false };
        let lane = |index: u32, lengths: &[u32]| Lane {
            label: Label::new(index, &document),
            cells: lengths.iter().map(|&l| cell(l)).collect(),
        };
        StripView { lanes: vec![lane(0, &[100, 50]), lane(1, &[20])] }
    }

    #[test]
    fn cells_follow_each_other_and_fill_the_longest_lane() {
        let layout = Layout::new(&strip(), Run::Down, 100.0, 400.0);
        let [first, second] = layout.lanes[0][..] else { panic!("two cells") };
        assert!(first.start + first.length < second.start);
        assert!(second.start + second.length <= 400.0 && second.start + second.length > 340.0);
    }

    #[test]
    fn a_point_finds_its_sentence() {
        let layout = Layout::new(&strip(), Run::Down, 48.0, 400.0);
        let second = layout.lanes[0][1].start + 2.0;
        assert_eq!(layout.at(5.0, second), Some((0, 1)));
        assert_eq!(layout.at(40.0, 399.0), Some((1, 0)));
    }
}
