//! What must hold of every offset that leaves Rust.

use super::invariants::Kept;
use icu_segmenter::GraphemeClusterSegmenter;

/// Every offset of a report, with the article that it points into.
fn offsets(report: &serde_json::Value) -> Vec<(usize, u64)> {
    let mut found = Vec::new();
    let place = |side: &serde_json::Value| side[0].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap();
    for (at, article) in report["articles"].as_array().unwrap().iter().enumerate() {
        for sentence in article["sentences"].as_array().unwrap() {
            found.extend(["start", "end"].map(|end| (at, sentence[end].as_u64().unwrap())));
        }
    }
    for link in report["links"].as_array().unwrap() {
        for part in link["words"].as_array().unwrap().iter().chain(link["facts"].as_array().unwrap()) {
            for side in ["a", "b"] {
                let ends = part[side].as_array().into_iter().flatten().map(|end| end.as_u64().unwrap());
                found.extend(ends.map(|end| (place(&link[side]), end)));
            }
        }
    }
    found
}

/// Every offset that leaves Rust counts UTF-16 units, lies on a grapheme boundary, and sentences come out as written.
pub fn offsets_are_utf16(report: &serde_json::Value) -> Kept {
    let texts: Vec<&str> =
        report["articles"].as_array().unwrap().iter().map(|a| a["text"].as_str().unwrap()).collect();
    let places = texts.iter().map(|text| {
        let bytes = GraphemeClusterSegmenter::new().segment_str(text);
        bytes.map(|at| text[..at].encode_utf16().count() as u64).collect::<std::collections::BTreeSet<u64>>()
    });
    let places: Vec<_> = places.collect();
    for (article, at) in offsets(report) {
        if !places[article].contains(&at) {
            return Err(format!("offset {at} of article {article} splits a character"));
        }
    }
    for article in report["articles"].as_array().unwrap() {
        let units: Vec<u16> = article["text"].as_str().unwrap().encode_utf16().collect();
        for sentence in article["sentences"].as_array().unwrap() {
            let [start, end] =
                ["start", "end"].map(|k| usize::try_from(sentence[k].as_u64().unwrap()).unwrap());
            if String::from_utf16(&units[start..end]).ok().as_deref() != sentence["text"].as_str() {
                return Err(format!("the sentence at {start} is not the text there"));
            }
        }
    }
    Ok(())
}
