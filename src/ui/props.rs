//! What the widget is given.

use super::{Draft, Phase, Remote, UiEvent};
use crate::view::{Choice, Comparison};
use std::rc::Rc;
use yew::{AttrValue, Callback, Properties};

/// Everything that the widget is given. What the reader does comes back as events; the owner answers by new
/// properties.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// What is shown, once it is there.
    pub comparison: Option<Rc<Comparison>>,
    /// How far the work is.
    pub phase: Phase,
    /// The reader's choices.
    pub choice: Choice,
    /// How many choices the owner had been told of when it gave `choice`.
    #[prop_or_default]
    pub answered: u32,
    /// What the story is called.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// BCP 47 tag of the language that the widget speaks.
    #[prop_or("en".into())]
    pub lang: AttrValue,
    /// The reader's own articles, as far as they are typed.
    #[prop_or_default]
    pub drafts: Rc<Vec<Draft>>,
    /// How far a comparison under way is, of 1000.
    #[prop_or_default]
    pub progress: Option<u16>,
    /// What the page has to say about the reader's last wish, in the widget's language.
    #[prop_or_default]
    pub said: Option<AttrValue>,
    /// Told what the reader does.
    pub on_event: Callback<UiEvent>,
    /// For acting in the reader's place.
    #[prop_or_default]
    pub remote: Remote,
}

/// A comparison is the same only if it is the same one: to compare two would cost more than to show it again.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        let of = |props: &Self| props.comparison.as_ref().map(Rc::as_ptr);
        of(self) == of(other)
            && (&self.phase, &self.choice, &self.title, &self.lang, &self.drafts, &self.on_event)
                == (&other.phase, &other.choice, &other.title, &other.lang, &other.drafts, &other.on_event)
            && (&self.progress, &self.said, &self.remote, self.answered)
                == (&other.progress, &other.said, &other.remote, other.answered)
    }
}
