//! Logistic regression with a penalty on large weights (ridge), fitted by Newton's method.
//!
//! Only operations that IEEE 754 defines to the bit are used (`+ - * /` and the square root), in a fixed order, so that
//! every machine fits the same weights.

/// A weighted sum whose logistic function is a probability: the bias, then one weight for each feature.
pub(crate) type Weights = Vec<f64>;

/// The probability that `weights` give to `row`.
pub(crate) fn probability(weights: &[f64], row: &[f64]) -> f64 {
    let sum: f64 = weights[0] + weights[1..].iter().zip(row).map(|(w, x)| w * x).sum::<f64>();
    logistic(sum)
}

/// The logistic function.
pub(crate) fn logistic(sum: f64) -> f64 {
    1.0 / (1.0 + exp(-sum))
}

/// Fits weights to rows and their labels; `penalty` holds each weight (not the bias) near zero.
pub(crate) fn fit(rows: &[Vec<f64>], labels: &[bool], penalty: f64) -> Weights {
    let size = rows.first().map_or(0, Vec::len) + 1;
    let mut weights = vec![0.0; size];
    for _ in 0..STEPS {
        let mut gradient = vec![0.0; size];
        let mut curvature = vec![vec![0.0; size]; size];
        for (row, &label) in rows.iter().zip(labels) {
            let p = probability(&weights, row);
            let error = p - f64::from(u8::from(label));
            let bend = (p * (1.0 - p)).max(1e-6);
            let x = |k: usize| if k == 0 { 1.0 } else { row[k - 1] };
            for (k, curve) in curvature.iter_mut().enumerate().filter(|(k, _)| x(*k).abs() > 0.0) {
                gradient[k] += error * x(k);
                for (l, cell) in curve.iter_mut().enumerate().take(k + 1) {
                    *cell += bend * x(k) * x(l);
                }
            }
        }
        for k in 0..size {
            let held = if k == 0 { 1e-6 } else { penalty };
            gradient[k] += held * weights[k];
            curvature[k][k] += held;
        }
        let step = solve(curvature, gradient);
        let length = step.iter().map(|s| s * s).sum::<f64>().sqrt();
        let damp = if length > 10.0 { 10.0 / length } else { 1.0 };
        for (weight, step) in weights.iter_mut().zip(&step) {
            *weight -= damp * step;
        }
        if length < 1e-6 {
            break;
        }
    }
    weights
}

const STEPS: usize = 60;

/// Solves `matrix · x = right` for a symmetric positive matrix given by its lower half (Cholesky).
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for k in 0..size {
        for l in 0..=k {
            let dot: f64 = (0..l).map(|m| matrix[k][m] * matrix[l][m]).sum();
            let rest = matrix[k][l] - dot;
            matrix[k][l] = if k == l { rest.max(1e-12).sqrt() } else { rest / matrix[l][l] };
        }
    }
    for k in 0..size {
        let dot: f64 = (0..k).map(|m| matrix[k][m] * right[m]).sum();
        right[k] = (right[k] - dot) / matrix[k][k];
    }
    for k in (0..size).rev() {
        let dot: f64 = (k + 1..size).map(|m| matrix[m][k] * right[m]).sum();
        right[k] = (right[k] - dot) / matrix[k][k];
    }
    right
}

/// The natural logarithm of 2 in two parts: the first has few enough digits that whole multiples of it are exact.
const LN_2: [f64; 2] = [6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10];

/// The exponential function: a power of 2 times the Taylor series of what is left, which is at most half of ln 2. The
/// standard library's may differ in the last bit from one system to the next.
#[expect(clippy::cast_possible_truncation, reason = "at most 1010")]
fn exp(x: f64) -> f64 {
    let x = x.clamp(-700.0, 700.0);
    let whole = (x / std::f64::consts::LN_2).round();
    let rest = (x - whole * LN_2[0]) - whole * LN_2[1];
    let series = (1..=20).rev().fold(1.0, |sum, n| 1.0 + sum * rest / f64::from(n));
    let factor = if whole < 0.0 { 0.5 } else { 2.0 };
    (0..whole.abs() as i32).fold(series, |product, _| product * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The standard library is the oracle.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "it is what the own function is held against")]
    fn the_exponential_is_right_to_the_last_digits() {
        for step in -7000_i32..=7000 {
            let x = f64::from(step) / 10.0;
            let (own, theirs) = (exp(x), x.exp());
            assert!((own - theirs).abs() <= theirs * 1e-14, "{x}: {own} {theirs}");
        }
    }
}
