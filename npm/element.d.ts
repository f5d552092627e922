import type { ArticleInput, FaultCode, Report } from './core.js';

export type { ArticleInput, Block, DiptychError, FaultCode, Place, Report } from './core.js';

/** A class of sentences in the legend, or `fact`, the marks of differing facts. */
export type ClassName = 'same' | 'reworded' | 'partly' | 'only' | 'unsure' | 'not-news' | 'fact';

export type ViewName = 'columns' | 'rows' | 'interleaved';

/** An article of the reader's own, as far as it is typed. */
export interface Draft {
  outlet: string;
  text: string;
}

/** The reader's choices; keep them and give them back as they are. */
export interface Choice {
  pair?: [left: number | null, right: number | null] | null;
  view?: ViewName | null;
  theme?: 'auto' | 'light' | 'dark';
  sensitivity?: number;
  /** The classes switched off, as bits in the order of `ClassName`. */
  hidden?: number;
  weak?: boolean;
  onlyHere?: boolean;
  onlyDifferences?: boolean;
  locked?: boolean;
  keys?: boolean;
  selected?: [SentenceId, SentenceId] | null;
}

export interface SentenceId {
  article: number;
  sentence: number;
}

export interface DiptychEventMap {
  /** A comparison is shown. */
  'diptych-ready': CustomEvent<{ articles: number }>;
  /** The reader chose a pair, or let it go. */
  'diptych-select': CustomEvent<{ pair: [SentenceId, SentenceId] | null }>;
  /** The choices, the drafts or the articles changed, or the reader asked for a link to copy. */
  'diptych-change': CustomEvent<{
    what: 'choice' | 'drafts' | 'articles' | 'link' | 'link-with-texts';
    /** Says something to the reader, by the name of a sentence that the element knows. */
    say: (...words: [key: string, value: string, count: number]) => void;
  }>;
  /** Something failed. */
  'diptych-error': CustomEvent<{ code: FaultCode; message: string }>;
}

/** The element's class. Importing it registers nothing. */
export class DiptychCompare extends HTMLElement {
  /** The view; empty where the width decides. */
  get view(): ViewName | '';
  set view(value: ViewName | '' | null);
  /** Which article stands on the left, counted from 1; `null` for the one that shares most with the right one. */
  get left(): number | null;
  set left(value: number | null);
  /** Which article stands on the right; `null` for the one that shares most with the left one. */
  get right(): number | null;
  set right(value: number | null);
  /** 0–1000; `null` for the built-in value. */
  get sensitivity(): number | null;
  set sensitivity(value: number | null);
  /** The classes shown. */
  get shown(): ClassName[];
  set shown(value: readonly ClassName[] | string | null);
  get theme(): 'auto' | 'light' | 'dark';
  set theme(value: 'auto' | 'light' | 'dark' | null);
  /** Address of a story; empty where the children are read. */
  get src(): string;
  set src(value: string | null);
  get loading(): 'lazy' | 'eager';
  set loading(value: 'lazy' | 'eager' | null);

  /** Resolves when the comparison of the present articles is shown; rejected with a `DiptychError`. */
  readonly ready: Promise<void>;
  /** The articles compared. Setting them is `compare(articles)`. */
  get articles(): ArticleInput[];
  set articles(value: ArticleInput[] | Promise<ArticleInput[]> | null);
  get choice(): Choice;
  set choice(value: Choice);
  get drafts(): Draft[];
  set drafts(value: Draft[]);

  /** Compares these articles in place of the children; without them, the children or `src` again. */
  compare(articles?: ArticleInput[] | Promise<ArticleInput[]> | null): Promise<void>;
  /** Goes to the next difference of the shown classes. */
  next(): void;
  /** Goes to the previous difference of the shown classes. */
  previous(): void;
  /** The comparison as data; `null` while nothing is drawn. */
  toJSON(): Report | null;
  /** The comparison as a whole HTML page that needs no script; `null` before there is one. */
  exportHTML(): Promise<string | null>;

  addEventListener<K extends keyof DiptychEventMap>(
    type: K,
    listener: (this: DiptychCompare, event: DiptychEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof DiptychEventMap>(
    type: K,
    listener: (this: DiptychCompare, event: DiptychEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
