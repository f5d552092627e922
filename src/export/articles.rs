//! Articles as the plain elements that `<diptych-compare>` stands around, for pages that have them in their text.

use crate::text::{Article, Block, BlockKind};

/// The article as an `<article>` element, a block a line.
pub(super) fn article_html(article: &Article) -> String {
    let mut html = String::from("<article");
    let labels = [
        ("lang", &article.lang),
        ("cite", &article.url),
        ("data-outlet", &article.outlet),
        ("data-title", &article.title),
        ("datetime", &article.published),
    ];
    for (name, value) in labels {
        if let Some(value) = value.as_deref().filter(|v| !v.is_empty()) {
            html += &[" ", name, "=\"", &escaped(value), "\""].concat();
        }
    }
    html += ">\n";
    for block in &article.blocks {
        html += &block_html(&article.text, block);
    }
    html + "</article>"
}

fn block_html(text: &str, block: &Block) -> String {
    let (start, end) = match block.kind {
        BlockKind::Heading => ("<h2>", "</h2>\n"),
        BlockKind::Paragraph => ("<p>", "</p>\n"),
        BlockKind::ListItem => ("<ul><li>", "</li></ul>\n"),
        BlockKind::Quote => ("<blockquote>", "</blockquote>\n"),
    };
    [start, &escaped(block.span.of(text)), end].concat()
}

/// Text that no parser takes for markup, between tags or between double quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let article = Article {
            outlet: Some("The \"Post\" & <b>".into()),
            lang: Some(String::new()),
            ..Article::from_text("One <script>.\n\nTwo & three.")
        };
        let html = article_html(&article);
        let wanted = "<article data-outlet=\"The &quot;Post&quot; &amp; &lt;b&gt;\">\n<p>One &lt;script&gt;.</p>\n<p>Two &amp; three.</p>\n</article>";
        assert_eq!(html, wanted);
    }
}
