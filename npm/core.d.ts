/** A stretch of an article's text: start and end in UTF-16 units, as in `text.slice(start, end)`. */
export type Offsets = [start: number, end: number];

/** A sentence: index of its article, index of the sentence in it. */
export type Place = [article: number, sentence: number];

/** A paragraph or another block of an article. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'list-item' | 'quote';
  text: string;
}

/** An article: its text, whole or in blocks, and what is known about it. */
export interface ArticleInput {
  title?: string | null;
  outlet?: string | null;
  url?: string | null;
  published?: string | null;
  /** BCP 47 language tag; without it the language is told from the text. */
  lang?: string | null;
  text?: string;
  /** Takes the place of `text`. */
  blocks?: Block[];
}

export interface CompareOptions {
  /** How readily sentences count as linked, 0–1000; larger shows more links. Default: 500. */
  sensitivity?: number;
  /** The most operations before the comparison stops with a partial result and a notice. */
  workLimit?: number;
}

export interface SentenceReport {
  start: number;
  end: number;
  /** Index of its block. */
  block: number;
  kind: 'body' | 'headline' | 'caption' | 'byline' | 'dateline';
  text: string;
}

export interface ArticleReport {
  title: string | null;
  outlet: string | null;
  url: string | null;
  published: string | null;
  lang: string | null;
  text: string;
  sentences: SentenceReport[];
}

/** A stretch of words of one or both sentences of a link. */
export interface WordsReport {
  a: Offsets | null;
  b: Offsets | null;
  class: 'shared' | 'moved' | 'variant' | 'reworded' | 'only-a' | 'only-b';
}

/** A fact of one or both sentences of a link. */
export interface FactReport {
  kind: 'number' | 'name' | 'date' | 'quote';
  verdict: 'agree' | 'differ' | 'told-differently' | 'only-a' | 'only-b';
  a: Offsets | null;
  b: Offsets | null;
}

/** Two sentences that tell the same, in whole or in part; `a` is of the article with the smaller index. */
export interface LinkReport {
  a: Place;
  b: Place;
  /** 0–1000; larger is surer. */
  score: number;
  relation: 'same-words' | 'reworded' | 'partly-shared';
  words: WordsReport[];
  facts: FactReport[];
}

/** A pair that is not sure enough to be linked. */
export interface WeakReport {
  a: Place;
  b: Place;
  score: number;
}

/** Linked sentences of several articles. */
export interface GroupReport {
  members: Place[];
  /** How many articles tell it. */
  toldBy: number;
}

export interface Stats {
  articles: number;
  sentences: number;
  linkedSentences: number;
  candidates: number;
  links: number;
  sameWords: number;
  reworded: number;
  partlyShared: number;
  weak: number;
  groups: number;
}

/** A remark about the comparison. */
export interface NoticeReport {
  kind: 'too-few-articles' | 'empty-article' | 'same-text' | 'different-languages' | 'work-limit';
  /** The articles it is about, by index. */
  articles: number[];
  message: string;
}

/** The result of a comparison, as plain data. */
export interface Report {
  schema: 'diptych/1';
  /** What made it: the version of this package, and the link model by the SHA-256 of its weights. */
  generator: { version: string; weights: string };
  articles: ArticleReport[];
  links: LinkReport[];
  weak: WeakReport[];
  groups: GroupReport[];
  stats: Stats;
  notices: NoticeReport[];
}

export type FaultCode =
  | 'wasm-missing'
  | 'wasm-corrupt'
  | 'wasm-refused'
  | 'crashed'
  | 'input'
  | 'story-missing'
  | 'story-invalid';

/** What a call is rejected with; its `name` is `DiptychError`. */
export interface DiptychError extends Error {
  code: FaultCode;
}

/**
 * Compares articles. Any text gives a result; only arguments of another form are refused, with the code `input`.
 * Runs to the end on the thread that calls it: in a page, call it in a worker for long texts.
 */
export function compare(articles: readonly (string | ArticleInput)[], options?: CompareOptions): Promise<Report>;

/**
 * Starts the comparison before its first use; needed only to give the wasm file yourself, where it can't be found
 * beside the script.
 */
export function load(
  wasm?: BufferSource | WebAssembly.Module | Response | Promise<BufferSource | WebAssembly.Module | Response>,
): Promise<void>;
