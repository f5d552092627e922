//! SHA-256 in base64, as content security policies name what they allow.

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

/// The source expression `'sha256-…'` for an inline style or script. Cost: linear in its length.
pub(super) fn source_expression(content: &str) -> String {
    ["'sha256-", &Base64::encode_string(&Sha256::digest(content)), "'"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An example of the standard, FIPS 180-4, and the empty text.
    #[test]
    fn a_source_expression() {
        assert_eq!(source_expression("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
        assert_eq!(source_expression(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
