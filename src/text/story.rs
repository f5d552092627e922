//! Stories: several articles on one event in one file, the form `diptych-story/1`.
//!
//! Unknown keys are ignored; another version is refused, because guessing would show a reader something that the
//! author of the file did not mean.

use super::article::Article;
use serde::Deserialize;
use std::fmt;

/// Name and version of the form.
pub const SCHEMA: &str = "diptych-story/1";

/// A story. Deserializing one checks its version.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "AnyStory")]
pub struct Story {
    /// What it is about, in a few words.
    pub title: Option<String>,
    /// Its articles, in the order to be shown.
    pub articles: Vec<Entry>,
}

/// One article of a story, its text there or in a file beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// A label.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published, as the source says it.
    pub published: Option<String>,
    /// BCP 47 language tag.
    pub lang: Option<String>,
    /// The text.
    pub text: Option<String>,
    /// The name of the file that holds the text, where there is no `text`.
    pub file: Option<String>,
}

/// A story of any version.
#[derive(Default, Deserialize)]
#[serde(default)]
struct AnyStory {
    schema: String,
    title: Option<String>,
    articles: Vec<Entry>,
}

/// Why a story can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoryError {
    /// It says that it is something else, or nothing.
    Version(String),
    /// It has no articles.
    NoArticles,
    /// An article, counted from one, has neither text nor file.
    NoText(usize),
}

/// Longer names of versions are cut in messages.
const SHOWN_VERSION: usize = 40;

impl fmt::Display for StoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(version) if version.is_empty() => {
                write!(f, "This story does not say that its schema is \"{SCHEMA}\".")
            }
            Self::Version(version) => {
                let shown: String = version.chars().take(SHOWN_VERSION).collect();
                write!(f, "This story says that its schema is \"{shown}\"; only \"{SCHEMA}\" can be read.")
            }
            Self::NoArticles => f.write_str("This story has no articles."),
            Self::NoText(number) => write!(f, "Article {number} of this story has neither text nor file."),
        }
    }
}

impl std::error::Error for StoryError {}

impl TryFrom<AnyStory> for Story {
    type Error = StoryError;

    fn try_from(story: AnyStory) -> Result<Self, StoryError> {
        if story.schema != SCHEMA {
            return Err(StoryError::Version(story.schema));
        }
        if story.articles.is_empty() {
            return Err(StoryError::NoArticles);
        }
        match story.articles.iter().position(|a| a.text.is_none() && a.file.is_none()) {
            Some(index) => Err(StoryError::NoText(index + 1)),
            None => Ok(Self { title: story.title, articles: story.articles }),
        }
    }
}

impl Story {
    /// The articles, with what `open` finds under the name of a file as the text of those that only name one.
    ///
    /// # Errors
    /// The first error of `open`.
    pub fn into_articles<E>(
        self,
        mut open: impl FnMut(&str) -> Result<Article, E>,
    ) -> Result<Vec<Article>, E> {
        let article = |mut entry: Entry| {
            let body = match (entry.text.take(), &entry.file) {
                (Some(text), _) => Article::from_text(text),
                (None, Some(file)) => open(file)?,
                (None, None) => Article::default(),
            };
            Ok(entry.label(body))
        };
        self.articles.into_iter().map(article).collect()
    }
}

impl Entry {
    /// `body` under the labels of this entry. Blank labels count as unknown; an address that is none of the web's is
    /// left out, because a reader could follow it.
    fn label(self, body: Article) -> Article {
        let known = |label: Option<String>| label.filter(|l| !l.trim().is_empty());
        Article {
            title: known(self.title),
            outlet: known(self.outlet),
            url: self.url.filter(|url| is_web_address(url)),
            published: known(self.published),
            lang: known(self.lang),
            ..body
        }
    }
}

fn is_web_address(url: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        url.get(..scheme.len()).filter(|s| s.eq_ignore_ascii_case(scheme)).and(url.get(scheme.len()..))
    });
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(schema: &str, articles: Vec<Entry>) -> Result<Story, StoryError> {
        Story::try_from(AnyStory { schema: schema.to_owned(), title: None, articles })
    }

    fn entry(text: &str, url: &str) -> Entry {
        Entry { text: Some(text.to_owned()), url: Some(url.to_owned()), ..Entry::default() }
    }

    fn urls(entries: Vec<Entry>) -> Vec<Option<String>> {
        let articles = story(SCHEMA, entries).unwrap().into_articles(|_| Err::<Article, _>(()));
        articles.unwrap().into_iter().map(|a| a.url).collect()
    }

    #[test]
    fn another_version_is_refused_with_a_sentence() {
        let error = story("diptych-story/2", vec![entry("A.", "")]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "This story says that its schema is \"diptych-story/2\"; only \"diptych-story/1\" can be read."
        );
        assert_eq!(story("", Vec::new()), Err(StoryError::Version(String::new())));
    }

    #[test]
    fn a_story_needs_articles_with_texts() {
        assert_eq!(story(SCHEMA, Vec::new()), Err(StoryError::NoArticles));
        assert_eq!(story(SCHEMA, vec![entry("A.", ""), Entry::default()]), Err(StoryError::NoText(2)));
    }

    #[test]
    fn only_addresses_of_the_web_are_kept() {
        let kept = urls(vec![entry("A.", "https://example.org/a"), entry("B.", "HTTP://example.org")]);
        assert!(kept.iter().all(Option::is_some));
        let dropped = urls(
            ["javascript:alert(1)", "data:text/html,x", "https://", "https://a b", "//x"]
                .map(|u| entry("A.", u))
                .into(),
        );
        assert!(dropped.iter().all(Option::is_none));
    }

    #[test]
    fn files_are_opened_by_the_caller() {
        let file = Entry { file: Some("a.txt".to_owned()), lang: Some("en".to_owned()), ..Entry::default() };
        let articles =
            story(SCHEMA, vec![file]).unwrap().into_articles(|name| Ok::<_, ()>(Article::from_text(name)));
        let articles = articles.unwrap();
        assert_eq!((articles[0].text.as_str(), articles[0].lang.as_deref()), ("a.txt", Some("en")));
    }
}
