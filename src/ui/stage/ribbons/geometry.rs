//! Where bars, braces, ribbons and stubs run. Numbers in, outlines out; no browser.

use crate::order::sort_by_key;
use crate::view::LinkView;

/// Where a sentence stands in its column, in pixels from the top of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Extent {
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

impl Extent {
    /// Where a sentence stands that is folded away.
    pub(crate) const AWAY: Self = Self { top: f64::MAX / 4.0, bottom: f64::MAX / 4.0 };

    /// Whether its sentence is folded away.
    pub(crate) fn is_away(self) -> bool {
        self.bottom >= Self::AWAY.bottom
    }
}

/// The part of a sentence's bar at which a ribbon ends.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Slot {
    pub(crate) extent: Extent,
    /// Whether the sentence has more than one link, and so a brace.
    pub(crate) braced: bool,
}

/// The gutter and how far each column is scrolled.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Frame {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) scroll: [f64; 2],
    /// Whether the left article stands on the right, as where the page's language runs from right to left.
    pub(crate) mirrored: bool,
}

/// Where an end of a ribbon is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Out {
    /// In view.
    No,
    /// Past the upper edge.
    Above,
    /// Past the lower edge.
    Below,
}

/// A ribbon as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ribbon {
    /// The outline.
    pub(crate) d: String,
    /// Which ends are out of view.
    pub(crate) out: [Out; 2],
    /// Points along its middle where a glyph may sit, best first.
    pub(crate) seats: [(f64, f64); 5],
}

/// Distance of the bars from the edge of the gutter.
pub(crate) const BAR_INSET: f64 = 10.0;
/// Width of a bar.
pub(crate) const BAR_WIDTH: f64 = 6.0;
/// Space that a bar takes at each side of the gutter.
const BAR_ROOM: f64 = 19.0;
/// Space that a brace takes beside it.
const BRACE_ROOM: f64 = 9.0;
/// An end is out of view when it reaches no further into it than this.
const EDGE: f64 = 4.0;
/// Where a ribbon whose other end is out of view leaves.
const DOCK: f64 = 26.0;

/// The slots of both ends of each link: the bar of a sentence is shared among its links in the order of their other
/// ends. Cost: `n log n` in the links.
pub(crate) fn slots(links: &[LinkView], extents: &[Vec<Extent>; 2]) -> Vec<[Slot; 2]> {
    let mut slots = vec![[Slot::default(); 2]; links.len()];
    for side in 0..2 {
        let ends =
            |i: usize| links.get(i).map(|l| if side == 0 { (l.left, l.right) } else { (l.right, l.left) });
        let own = |i: usize| ends(i).map(|e| e.0);
        let mut order: Vec<usize> = (0..links.len()).collect();
        sort_by_key(&mut order, |&i| ends(i));
        for mine in order.chunk_by(|&i, &j| own(i) == own(j)) {
            let sentence = mine.first().and_then(|&i| own(i)).map_or(usize::MAX, |s| s as usize);
            let Some(extent) = extents.get(side).and_then(|e| e.get(sentence)) else { continue };
            let share = (extent.bottom - extent.top) / count(mine.len());
            for (place, &link) in mine.iter().enumerate() {
                let top = extent.top + share * count(place) + f64::from(u8::from(place > 0));
                let bottom =
                    extent.top + share * count(place + 1) - f64::from(u8::from(place + 1 < mine.len()));
                if let Some(slot) = slots.get_mut(link).and_then(|s| s.get_mut(side)) {
                    *slot = Slot { extent: Extent { top, bottom }, braced: mine.len() > 1 };
                }
            }
        }
    }
    slots
}

/// `value`, or the nearest that is at least `low` and at most `high`; `high` wins where they cross. The standard
/// library's own brings the printing of fractions into the page, for a panic.
pub(crate) fn held(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The ribbon between two slots; `None` when neither end is in view.
pub(crate) fn ribbon(ends: &[Slot; 2], frame: &Frame) -> Option<Ribbon> {
    let [left, right] = [0, 1].map(|side| dock(&ends[side], frame, side));
    if left.1 != Out::No && right.1 != Out::No {
        return None;
    }
    let room = |slot: &Slot| BAR_ROOM + if slot.braced { BRACE_ROOM } else { 0.0 };
    let (x0, x1) = if frame.mirrored {
        (frame.width - room(&ends[0]), room(&ends[1]))
    } else {
        (room(&ends[0]), frame.width - room(&ends[1]))
    };
    let ease = (x1 - x0) * 0.48;
    let (a, b) = (left.0, right.0);
    let mut path = Path::default();
    path.at('M', x0, a.top).curve(x0 + ease, a.top, x1 - ease, b.top, x1, b.top);
    path.at('L', x1, b.bottom).curve(x1 - ease, b.bottom, x0 + ease, a.bottom, x0, a.bottom).close();
    let middle = |extent: Extent| f64::midpoint(extent.top, extent.bottom);
    let seat = |t: f64| {
        let u = 1.0 - t;
        let near = [u * u * u, 3.0 * u * u * t];
        let far = [3.0 * u * t * t, t * t * t];
        (
            near[0] * x0 + near[1] * (x0 + ease) + far[0] * (x1 - ease) + far[1] * x1,
            (near[0] + near[1]) * middle(a) + (far[0] + far[1]) * middle(b),
        )
    };
    Some(Ribbon { d: path.0, out: [left.1, right.1], seats: [0.5, 0.38, 0.62, 0.26, 0.74].map(seat) })
}

/// Where an end is drawn, in pixels from the top of the gutter: at its slot, or as a thin line near the edge past
/// which the slot lies.
fn dock(slot: &Slot, frame: &Frame, side: usize) -> (Extent, Out) {
    let scroll = frame.scroll.get(side).copied().unwrap_or_default();
    let Extent { top, bottom } = slot.extent;
    let (top, bottom) = (top - scroll, bottom - scroll);
    let thin = |y: f64| Extent { top: y - 1.5, bottom: y + 1.5 };
    if bottom < EDGE {
        (thin(DOCK), Out::Above)
    } else if top > frame.height - EDGE {
        (thin(frame.height - DOCK), Out::Below)
    } else {
        (Extent { top, bottom }, Out::No)
    }
}

/// The brace at a sentence with several links, opening towards the bar; `toward` is 1 for the left column, -1 for the
/// right one.
pub(crate) fn brace(extent: Extent, x: f64, toward: f64) -> String {
    let Extent { top, bottom } = extent;
    let middle = f64::midpoint(top, bottom);
    let (near, far) = (x + toward * 4.0, x + toward * 8.0);
    let bend = 4.0_f64.min((bottom - top) / 4.0);
    let mut d = Path::default();
    d.at('M', x, top).bend(near, top, near, top + bend);
    d.at('L', near, middle - bend).bend(near, middle, far, middle);
    d.bend(near, middle, near, middle + bend);
    d.at('L', near, bottom - bend).bend(near, bottom, x, bottom);
    d.0
}

/// The path of an outline, written without the weight of float formatting.
#[derive(Default)]
pub(crate) struct Path(pub(crate) String);

impl Path {
    /// A command with one point.
    pub(crate) fn at(&mut self, command: char, x: f64, y: f64) -> &mut Self {
        self.0.push(command);
        self.point(x, y)
    }

    fn curve(&mut self, x1: f64, y1: f64, x2: f64, y2: f64, x: f64, y: f64) -> &mut Self {
        self.at('C', x1, y1).at(' ', x2, y2).at(' ', x, y)
    }

    fn bend(&mut self, x1: f64, y1: f64, x: f64, y: f64) -> &mut Self {
        self.at('Q', x1, y1).at(' ', x, y)
    }

    fn close(&mut self) {
        self.0.push('Z');
    }

    fn point(&mut self, x: f64, y: f64) -> &mut Self {
        number(&mut self.0, x);
        self.0.push(' ');
        number(&mut self.0, y);
        self
    }
}

/// A number with one decimal place.
pub(crate) fn number(out: &mut String, value: f64) {
    #[expect(clippy::cast_possible_truncation, reason = "pixels; a cast from float saturates")]
    let tenths = (value * 10.0).round() as i32;
    if tenths < 0 {
        out.push('-');
    }
    out.push_str(&(tenths.unsigned_abs() / 10).to_string());
    let rest = tenths.unsigned_abs() % 10;
    if rest != 0 {
        out.push('.');
        out.push_str(&rest.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Class;

    fn link(left: u32, right: u32) -> LinkView {
        LinkView { left, right, class: Class::Reworded, score: 500, differs: false }
    }

    fn extent(top: f64, bottom: f64) -> Extent {
        Extent { top, bottom }
    }

    #[test]
    fn numbers_have_one_decimal_place_at_most() {
        let written = |value| {
            let mut out = String::new();
            number(&mut out, value);
            out
        };
        assert_eq!(written(12.34), "12.3");
        assert_eq!(written(-0.52), "-0.5");
        assert_eq!(written(7.0), "7");
    }

    #[test]
    fn links_of_one_sentence_share_its_bar_without_overlap() {
        let extents = [vec![extent(0.0, 60.0)], vec![extent(0.0, 20.0), extent(30.0, 50.0)]];
        let slots = slots(&[link(0, 1), link(0, 0)], &extents);
        assert!(slots[1][0].extent.bottom < slots[0][0].extent.top, "in the order of their other ends");
        assert!(slots[0][0].braced && slots[1][0].braced && !slots[0][1].braced);
    }

    #[test]
    fn a_ribbon_is_drawn_only_with_an_end_in_view() {
        let slot = |top, bottom| Slot { extent: extent(top, bottom), braced: false };
        let frame = Frame { width: 148.0, height: 500.0, scroll: [0.0, 300.0], mirrored: false };
        let ribbon = |a, b| super::ribbon(&[a, b], &frame);
        assert_eq!(ribbon(slot(10.0, 60.0), slot(400.0, 450.0)).map(|r| r.out), Some([Out::No, Out::No]));
        assert_eq!(ribbon(slot(10.0, 60.0), slot(10.0, 60.0)).map(|r| r.out), Some([Out::No, Out::Above]));
        assert_eq!(ribbon(slot(600.0, 650.0), slot(900.0, 950.0)), None);
    }
}
