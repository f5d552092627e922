//! Look-up tables whose keys are the project's own words.
//!
//! Their hash is several times as fast as the standard one, which guards against keys chosen to collide. Nobody can
//! choose these keys; words of articles go into standard maps.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map from the project's own words.
pub(in crate::text) type Table<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// A set of the project's own words.
pub(in crate::text) type Words = HashSet<String, BuildHasherDefault<Quick>>;

/// Takes eight bytes at a time: turns, mixes and multiplies.
#[derive(Clone, Debug, Default)]
pub(in crate::text) struct Quick(u64);

impl Quick {
    fn mix(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(5) ^ part).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        for part in whole {
            self.mix(u64::from_le_bytes(*part));
        }
        if !rest.is_empty() {
            self.mix(rest.iter().fold(rest.len() as u64, |part, &byte| part << 8 | u64::from(byte)));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The map takes its group from the upper bits and its place from the lower: let the former reach the latter.
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in() {
        let word = |n: u32| format!("word{n}");
        let table: Table<String, u32> = (0..1000).map(|n| (word(n), n)).collect();
        assert!((0..1000).all(|n| table.get(word(n).as_str()) == Some(&n)));
        assert_eq!(table.get("word1000"), None);
    }
}
