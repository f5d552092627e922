//! SHA-256 in base64, as content security policies name what they allow.

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
const ROUNDS: [u32; 64] = cube_roots();

/// The same of the square roots of the first eight primes.
const START: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

const BLOCK: usize = 64;
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The source expression `'sha256-…'` for an inline style or script. Cost: linear in its length.
pub(super) fn source_expression(content: &str) -> String {
    ["'sha256-", &base64(&sha256(content.as_bytes())), "'"].concat()
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    while padded.len() % BLOCK != BLOCK - 8 {
        padded.push(0);
    }
    padded.extend((bytes.len() as u64 * 8).to_be_bytes());
    let mut state = START;
    for block in padded.chunks_exact(BLOCK) {
        mix(&mut state, block);
    }
    let mut digest = [0; 32];
    for (four, word) in digest.chunks_exact_mut(4).zip(state) {
        four.copy_from_slice(&word.to_be_bytes());
    }
    digest
}

#[expect(clippy::many_single_char_names, reason = "the names of the standard")]
fn mix(state: &mut [u32; 8], block: &[u8]) {
    let mut words = [0_u32; 64];
    for (word, four) in words.iter_mut().zip(block.chunks_exact(4)) {
        *word = four.iter().fold(0, |word, byte| word << 8 | u32::from(*byte));
    }
    for i in 16..words.len() {
        let (old, young) = (words[i - 15], words[i - 2]);
        let old = old.rotate_right(7) ^ old.rotate_right(18) ^ (old >> 3);
        let young = young.rotate_right(17) ^ young.rotate_right(19) ^ (young >> 10);
        words[i] = words[i - 16].wrapping_add(old).wrapping_add(words[i - 7]).wrapping_add(young);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (word, round) in words.into_iter().zip(ROUNDS) {
        let sum = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let one = h.wrapping_add(sum).wrapping_add((e & f) ^ (!e & g)).wrapping_add(round).wrapping_add(word);
        let sum = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let two = sum.wrapping_add((a & b) ^ (a & c) ^ (b & c));
        (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(one), c, b, a, one.wrapping_add(two));
    }
    for (sum, one) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *sum = sum.wrapping_add(one);
    }
}

/// By whole numbers alone: the cube root of a prime, times 2³², is the largest `r` with `r³ ≤ prime · 2⁹⁶`.
const fn cube_roots() -> [u32; 64] {
    let mut roots = [0; 64];
    let (mut prime, mut i) = (2_u128, 0);
    while i < roots.len() {
        let (mut low, mut high) = (0_u128, 1 << 36);
        while low + 1 < high {
            let middle = u128::midpoint(low, high);
            if middle * middle * middle <= prime << 96 { low = middle } else { high = middle }
        }
        roots[i] = (low & 0xffff_ffff) as u32;
        i += 1;
        prime += 1;
        while !is_prime(prime) {
            prime += 1;
        }
    }
    roots
}

const fn is_prime(number: u128) -> bool {
    let mut divisor = 2;
    while divisor * divisor <= number {
        if number.is_multiple_of(divisor) {
            return false;
        }
        divisor += 1;
    }
    true
}

fn base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits =
            (0..3).fold(0, |bits, i| bits << 8 | usize::from(three.get(i).copied().unwrap_or_default()));
        for i in 0..4 {
            let letter = LETTERS[bits >> (18 - 6 * i) & 63];
            text.push(if i <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> String {
        sha256(text.as_bytes()).map(|byte| format!("{byte:02x}")).concat()
    }

    /// The examples of the standard, FIPS 180-4.
    #[test]
    fn the_standards_examples() {
        assert_eq!(hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
        assert_eq!(hex(long), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    }

    #[test]
    fn base64_fills_up() {
        assert_eq!(
            ["", "f", "fo", "foo", "foob"].map(|t| base64(t.as_bytes())),
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]
        );
    }

    #[test]
    fn a_source_expression() {
        assert_eq!(source_expression(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
