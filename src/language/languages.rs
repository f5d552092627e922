//! The languages that there are data for: one row each, and one file each in `data/`.

use crate::unicode::Script;

/// Makes the type [`Language`] and its look-ups from one row a language: name, BCP 47 tag, script. The data of a language are the
/// file of its tag in `data/`.
macro_rules! languages {
    ($($(#[doc = $doc:literal])* $name:ident = $tag:literal in $script:ident,)*) => {
        /// A language that there are rules for. The order settles ties.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum Language {
            $($(#[doc = $doc])* $name,)*
            /// Any other.
            Other,
        }

        impl Language {
            /// Every language that there are rules for.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// How many values this type has, [`Language::Other`] included.
            pub(super) const COUNT: usize = Self::ALL.len() + 1;

            /// The primary subtag of BCP 47; "und" for [`Language::Other`].
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $tag,)*
                    Self::Other => "und",
                }
            }

            /// The script that the language is written in; none for [`Language::Other`].
            pub(super) fn script(self) -> Option<Script> {
                match self {
                    $(Self::$name => Some(Script::$script),)*
                    Self::Other => None,
                }
            }

            /// The lines of its data file.
            pub(super) fn data(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!(concat!("data/", $tag, ".txt")),)*
                    Self::Other => include_str!("data/und.txt"),
                }
            }
        }
    };
}

languages! {
    /// English.
    En = "en" in Latin,
    /// German.
    De = "de" in Latin,
    /// French.
    Fr = "fr" in Latin,
    /// Spanish.
    Es = "es" in Latin,
    /// Italian.
    It = "it" in Latin,
    /// Portuguese.
    Pt = "pt" in Latin,
    /// Dutch.
    Nl = "nl" in Latin,
    /// Polish.
    Pl = "pl" in Latin,
    /// Russian.
    Ru = "ru" in Cyrillic,
    /// Arabic.
    Ar = "ar" in Arabic,
    /// Hindi.
    Hi = "hi" in Devanagari,
    /// Chinese.
    Zh = "zh" in Han,
    /// Japanese.
    Ja = "ja" in Kana,
    /// Korean.
    Ko = "ko" in Hangul,
}

impl Language {
    /// The language of a BCP 47 tag such as "pt-BR"; [`Language::Other`] when there are no rules for it.
    pub fn from_tag(tag: &str) -> Self {
        let primary = primary(tag.trim());
        Self::ALL.iter().copied().find(|l| primary.eq_ignore_ascii_case(l.code())).unwrap_or(Self::Other)
    }
}

/// The primary subtag of a BCP 47 tag: the language without script and region.
pub fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or("")
}
