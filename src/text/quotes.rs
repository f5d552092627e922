//! Whether a place lies inside a quotation.

/// Reads a text and remembers which quotation mark is open.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quotes {
    open: Option<char>,
}

impl Quotes {
    /// Reads on.
    pub(super) fn read(&mut self, text: &str) {
        for c in text.chars() {
            self.mark(c);
        }
    }

    fn mark(&mut self, c: char) {
        let closes = match c {
            '"' | '\u{FF02}' => self.open.is_some(),
            // German closes with the mark that English opens with, and both ways round with guillemets.
            '\u{201C}' => self.open == Some('\u{201E}'),
            '«' => self.open == Some('»'),
            '»' => self.open.is_some_and(|open| open != '»'),
            '\u{201D}' | '」' | '』' => true,
            '\u{201E}' | '「' | '『' => false,
            _ => return,
        };
        self.open = if closes { None } else { Some(c) };
    }

    /// Whether a quotation is open.
    pub(super) fn is_open(self) -> bool {
        self.open.is_some()
    }

    /// Whether the open quotation is of the kind that Japanese embeds whole in a sentence.
    pub(super) fn holds_whole_speech(self) -> bool {
        matches!(self.open, Some('「' | '『'))
    }
}
