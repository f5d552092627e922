//! Articles as JavaScript gives them: a string, or an object with `text` or `blocks` and labels.

use super::object::field;
use crate::span::Span;
use crate::text::{Article, Block, BlockKind};
use wasm_bindgen::prelude::*;

/// One block of an article that was read from a page.
struct SourceBlock {
    kind: BlockKind,
    text: String,
}

/// Reads an array of articles.
pub(super) fn articles(list: &JsValue) -> Result<Vec<Article>, JsError> {
    if !js_sys::Array::is_array(list) {
        return Err(JsError::new("The articles must be given as an array."));
    }
    js_sys::Array::from(list).iter().map(|value| article(&value)).collect()
}

/// A string, or an object with `blocks` or `text`; unknown keys are ignored.
fn article(value: &JsValue) -> Result<Article, JsError> {
    if let Some(text) = value.as_string() {
        return Ok(Article::from_text(text));
    }
    if !value.is_object() {
        return Err(JsError::new("An article must be a string or an object."));
    }
    let label = |name| field(value, name).as_string();
    // `Array::from` throws on what can't be iterated, such as a missing key.
    let listed = Some(field(value, "blocks")).filter(js_sys::Array::is_array);
    let blocks: Vec<SourceBlock> =
        listed.iter().flat_map(|l| js_sys::Array::from(l).to_vec()).map(|b| block(&b)).collect();
    let body = if blocks.is_empty() {
        Article::from_text(label("text").unwrap_or_default())
    } else {
        joined(&blocks)
    };
    Ok(Article {
        title: label("title"),
        outlet: label("outlet"),
        url: label("url"),
        published: label("published"),
        lang: label("lang"),
        ..body
    })
}

fn block(value: &JsValue) -> SourceBlock {
    let kind = match field(value, "kind").as_string().as_deref() {
        Some("heading") => BlockKind::Heading,
        Some("list-item") => BlockKind::ListItem,
        Some("quote") => BlockKind::Quote,
        _ => BlockKind::Paragraph,
    };
    SourceBlock { kind, text: field(value, "text").as_string().unwrap_or_default() }
}

/// One text of all blocks, an empty line between two.
fn joined(blocks: &[SourceBlock]) -> Article {
    let mut article = Article::default();
    for block in blocks {
        let text = block.text.trim();
        if text.is_empty() {
            continue;
        }
        if !article.text.is_empty() {
            article.text.push_str("\n\n");
        }
        let start = article.text.len();
        article.text.push_str(text);
        article.blocks.push(Block { span: Span::new(start, article.text.len()), kind: block.kind });
    }
    article
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_one_text_with_their_places() {
        let block = |kind, text: &str| SourceBlock { kind, text: text.into() };
        let blocks = [
            block(BlockKind::Heading, " Title é "),
            block(BlockKind::Paragraph, " \n "),
            block(BlockKind::Quote, "Said."),
        ];
        let article = joined(&blocks);
        assert_eq!(article.text, "Title é\n\nSaid.");
        let told: Vec<_> = article.blocks.iter().map(|b| (b.kind, b.span.of(&article.text))).collect();
        assert_eq!(told, [(BlockKind::Heading, "Title é"), (BlockKind::Quote, "Said.")]);
    }
}
