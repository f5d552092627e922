//! Which key does what.

use super::state::{Act, Direction, Panel, Ui};
use crate::view::{Choice, ViewKind};

/// What a key means while the focus is in the widget and not in a field; `None` leaves it to the browser.
/// `articles` is how many there are.
pub(super) fn act_for(key: &str, choice: &Choice, ui: &Ui, view: ViewKind, articles: u32) -> Option<Act> {
    if key == "Escape" {
        return Some(Act::Back);
    }
    if !choice.keys {
        return None;
    }
    Some(match key {
        "n" => Act::Step(Direction::Forward),
        "p" => Act::Step(Direction::Back),
        "j" => Act::Sentence(Direction::Forward),
        "k" => Act::Sentence(Direction::Back),
        "o" => Act::OnlyHere,
        "d" => Act::OnlyDifferences,
        "x" => Act::Swap,
        "v" => Act::View(view.next()),
        "s" => Act::Lock,
        "/" => Act::Open(Panel::Search),
        "?" => Act::Open(Panel::Help),
        _ => {
            let digit = key.parse::<u32>().ok().filter(|d| (1..=9).contains(d) && *d <= articles)?;
            Act::Pick(ui.side, digit - 1)
        }
    })
}

/// The keys with what they do, for the help.
pub(super) const KEYS: [(&str, &str); 13] = [
    ("n", "help.n"),
    ("p", "help.p"),
    ("j k", "help.jk"),
    ("Enter", "help.enter"),
    ("o", "help.o"),
    ("d", "help.d"),
    ("x", "help.x"),
    ("1–9", "help.digits"),
    ("v", "help.v"),
    ("s", "help.s"),
    ("/", "help.slash"),
    ("?", "help.question"),
    ("Esc", "help.esc"),
];

#[cfg(test)]
mod tests {
    use super::super::state::Side;
    use super::*;

    #[test]
    fn keys_that_are_switched_off_do_nothing_but_escape() {
        let choice = Choice { keys: false, ..Choice::default() };
        let of = |key| act_for(key, &choice, &Ui::default(), ViewKind::Columns, 5);
        assert_eq!(of("n"), None);
        assert_eq!(of("Escape"), Some(Act::Back));
    }

    #[test]
    fn digits_choose_an_article_that_exists() {
        let ui = Ui { side: Side::Right, ..Ui::default() };
        let of = |key| act_for(key, &Choice::default(), &ui, ViewKind::Columns, 5);
        assert_eq!(of("3"), Some(Act::Pick(Side::Right, 2)));
        assert_eq!(of("7"), None);
    }
}
