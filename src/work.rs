//! How much a comparison may still do, counted in operations and never in time: the same limit gives the same result on
//! every machine.

/// What is left of [`work_limit`](crate::Options::work_limit). One operation is about one posting visited, one word of a
/// scored sentence read, or one pair of words looked at.
#[derive(Clone, Debug)]
pub struct Work {
    left: u64,
    short: bool,
}

impl Work {
    /// A limit of so many operations.
    pub fn new(limit: u64) -> Self {
        Self { left: limit, short: false }
    }

    /// Takes `cost` operations and says whether there were as many. Where there were not, nothing is left for what
    /// comes after.
    pub fn take(&mut self, cost: u64) -> bool {
        let rest = self.left.checked_sub(cost);
        self.left = rest.unwrap_or(0);
        self.short |= rest.is_none();
        rest.is_some()
    }

    /// Whether something was left undone.
    pub fn is_short(&self) -> bool {
        self.short
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_suffices_exactly_is_not_short() {
        let mut work = Work::new(3);
        assert!(work.take(2) && work.take(1) && work.take(0) && !work.is_short());
        assert!(!work.take(1) && work.is_short());
    }

    #[test]
    fn once_short_nothing_is_left() {
        let mut work = Work::new(3);
        assert!(!work.take(4) && !work.take(1) && work.is_short());
    }
}
