//! From which score on a pair of sentences counts, and how many pairs one sentence may have: every bound that decides
//! which pairs a reader sees.

/// Candidates below this score are not kept, not even as weak ones: the model gives them less than one chance in 25.
pub const LOWEST_SCORE: u16 = 40;

/// The score from which on a candidate is linked at the default sensitivity. On articles left out of training the F1
/// is the same between 200 and 300; the largest of these scores is taken because precision comes first.
pub const LINKED_BY_DEFAULT: u16 = 300;

/// At least this many candidates are kept for one sentence and other article, if it has as many. Sentences of news
/// articles seldom have more; in a book most have some likeness with dozens, and every candidate may cost a word
/// alignment.
pub const KEPT_PER_SENTENCE: usize = 8;

/// At most this many weak candidates, those below the score of a link, are shown for one sentence and other article:
/// more than a reader compares by hand help nobody.
pub const WEAK_PER_SENTENCE: usize = 3;
