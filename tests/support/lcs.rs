//! The textbook's longest common subsequence, slow and obvious.

/// How long the longest common subsequence of `a` and `b` is.
pub(crate) fn length(a: &[u32], b: &[u32]) -> usize {
    let mut best = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..a.len() {
        for j in 0..b.len() {
            best[i + 1][j + 1] =
                if a[i] == b[j] { best[i][j] + 1 } else { best[i][j + 1].max(best[i + 1][j]) };
        }
    }
    best[a.len()][b.len()]
}
