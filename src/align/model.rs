//! The model that turns features into a score: a weighted sum and a table. Its weights are data, see `weights.txt`.

use super::context;
use super::features;
use super::link::Score;
use crate::order;
use std::sync::OnceLock;

/// A weighted sum: thousandths times thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linear {
    /// What it gives when all features are zero, in millionths.
    pub bias: i64,
    /// The weight of each feature, in thousandths.
    pub weights: Vec<i64>,
}

impl Linear {
    /// The weighted sum of the features, in millionths.
    pub fn of(&self, features: impl Iterator<Item = i32>) -> i64 {
        self.weights.iter().zip(features).fold(self.bias, |sum, (w, f)| sum + w * i64::from(f))
    }
}

/// Everything that is trained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// Judges a pair by itself.
    pub base: Linear,
    /// Judges it among all pairs of its articles.
    pub full: Linear,
    /// From sums, in millionths, to scores; straight between the points.
    pub points: Vec<(i64, u16)>,
}

/// The names of all features, those of a pair by itself first, in the order of the weights of [`Model::full`].
pub fn feature_names() -> impl Iterator<Item = &'static str> {
    let (pair, context) = (features::FEATURES.iter(), context::FEATURES.iter());
    pair.map(|feature| feature.name).chain(context.map(|feature| feature.name))
}

const WEIGHTS: &str = include_str!("weights.txt");

impl Model {
    /// The model that comes with the crate. Read at the first call.
    pub fn shipped() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Self::parse(WEIGHTS))
    }

    /// Reads a weights file: lines of `base`, `full` or `point`, a name, and a number in thousandths. Features that
    /// no line names weigh nothing; lines that can't be read are passed over.
    pub fn parse(text: &str) -> Self {
        let names: Vec<&str> = feature_names().collect();
        let zero = |n| Linear { bias: 0, weights: vec![0; n] };
        let mut model = Self { base: zero(features::COUNT), full: zero(names.len()), points: Vec::new() };
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let mut fields = line.split_whitespace();
            let (Some(what), Some(name), Some(value)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let Ok(value) = value.parse::<i64>() else { continue };
            let linear = match what {
                "base" => &mut model.base,
                "full" => &mut model.full,
                _ => {
                    let at = name.parse::<i64>().map(|n| n * 1000);
                    model.points.extend(at.ok().zip(u16::try_from(value).ok()));
                    continue;
                }
            };
            if name == "bias" {
                linear.bias = value * 1000;
            } else if let Some(weight) =
                names.iter().position(|n| *n == name).and_then(|at| linear.weights.get_mut(at))
            {
                *weight = value;
            }
        }
        order::sort(&mut model.points);
        model
    }

    /// The score of a sum in millionths.
    pub fn score(&self, sum: i64) -> Score {
        let after = self.points.partition_point(|p| p.0 <= sum);
        let low = after.checked_sub(1).and_then(|at| self.points.get(at));
        let value = match (low, self.points.get(after)) {
            (Some(&(x0, y0)), Some(&(x1, y1))) => {
                i64::from(y0) + (i64::from(y1) - i64::from(y0)) * (sum - x0) / (x1 - x0).max(1)
            }
            (Some(&(_, y)), None) | (None, Some(&(_, y))) => i64::from(y),
            (None, None) => 0,
        };
        Score::new(u16::try_from(value).unwrap_or(0))
    }
}
