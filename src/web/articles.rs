//! Articles as JavaScript gives them: a string, or an object with `text` or `blocks` and labels.

use crate::span::Span;
use crate::text::{Article, Block, BlockKind};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

/// An article object. Unknown keys are ignored.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Source {
    title: Option<String>,
    outlet: Option<String>,
    url: Option<String>,
    published: Option<String>,
    lang: Option<String>,
    /// Plain text, read only where there are no `blocks`.
    text: String,
    blocks: Vec<SourceBlock>,
}

/// One block of an article that was read from a page.
#[derive(Deserialize)]
struct SourceBlock {
    #[serde(default)]
    kind: BlockKind,
    text: String,
}

/// Reads an array of articles.
pub(super) fn articles(list: &JsValue) -> Result<Vec<Article>, JsError> {
    if !js_sys::Array::is_array(list) {
        return Err(JsError::new("The articles must be given as an array."));
    }
    js_sys::Array::from(list).iter().map(article).collect()
}

fn article(value: JsValue) -> Result<Article, JsError> {
    if let Some(text) = value.as_string() {
        return Ok(Article::from_text(text));
    }
    match serde_wasm_bindgen::from_value::<Source>(value) {
        Ok(source) => Ok(source.into_article()),
        Err(error) => Err(JsError::new(&format!("An article can't be read: {error}"))),
    }
}

impl Source {
    fn into_article(self) -> Article {
        let body = if self.blocks.is_empty() { Article::from_text(self.text) } else { joined(&self.blocks) };
        Article {
            title: self.title,
            outlet: self.outlet,
            url: self.url,
            published: self.published,
            lang: self.lang,
            ..body
        }
    }
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
