//! Word comparisons as text: `{…}` around what is marked, with a sign for the class.

use diptych::diff::{Diff, EditClass};
use diptych::mentions::Document;
use diptych::text::Token;

/// The sign of a class; shared words have none.
pub(crate) fn sign(class: EditClass) -> &'static str {
    match class {
        EditClass::Shared => "",
        EditClass::Moved => ">",
        EditClass::Variant => "~",
        EditClass::Reworded => "=",
        EditClass::OnlyA | EditClass::OnlyB => "+",
        other => panic!("the cases have no sign for {other:?}"),
    }
}

/// Both sentences with their marks. Each mark that has a counterpart has its number, the same on both sides.
pub(crate) fn marked(diff: &Diff, a: (&Document, &[Token]), b: (&Document, &[Token])) -> [String; 2] {
    let mut order_b: Vec<usize> = (0..diff.edits.len()).collect();
    diptych::order::sort_by_key(&mut order_b, |&i| (diff.edits[i].b.start, diff.edits[i].b.end));
    let mut text_a = String::new();
    let mut text_b = String::new();
    for edit in &diff.edits {
        text_a += &stretch(edit.class, a, edit.a.start, edit.a.end);
    }
    for &i in &order_b {
        let edit = &diff.edits[i];
        text_b += &stretch(edit.class, b, edit.b.start, edit.b.end);
    }
    [text_a.trim().to_owned(), text_b.trim().to_owned()]
}

fn stretch(class: EditClass, (document, tokens): (&Document, &[Token]), start: u32, end: u32) -> String {
    let text: String =
        tokens[start as usize..end as usize].iter().map(|t| document.text_of(t.span)).collect();
    let inner = text.trim();
    if inner.is_empty() || class == EditClass::Shared {
        return text;
    }
    let lead = &text[..text.len() - text.trim_start().len()];
    let tail = &text[text.trim_end().len()..];
    format!("{lead}{{{}{inner}}}{tail}", sign(class))
}
