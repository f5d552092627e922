//! Logistic regression with a penalty on large weights, fitted by Newton's method.

/// A weighted sum whose logistic function is a probability: the bias, then one weight for each feature.
pub(crate) type Weights = Vec<f64>;

/// The probability that `weights` give to `row`.
pub(crate) fn probability(weights: &[f64], row: &[f64]) -> f64 {
    let sum: f64 = weights[0] + weights[1..].iter().zip(row).map(|(w, x)| w * x).sum::<f64>();
    logistic(sum)
}

/// The logistic function.
pub(crate) fn logistic(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
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
