//! The forms in which a comparison leaves the page.

/// A form in which a comparison can be kept or shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Keep {
    /// A link to this view of the page.
    Link,
    /// A link that carries the texts as well.
    LinkWithTexts,
    /// A page that needs no script.
    Html,
    /// Data.
    Json,
}

impl Keep {
    /// Every form, in the order of the panel.
    pub const ALL: [Self; 4] = [Self::Link, Self::LinkWithTexts, Self::Html, Self::Json];

    /// A short name for string tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::LinkWithTexts => "texts",
            Self::Html => "html",
            Self::Json => "json",
        }
    }
}
