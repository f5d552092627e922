// The module that wasm-bindgen writes, made a factory by xtask/js/glue.mjs. Its functions are those of src/web.
import type { ArticleInput, CompareOptions, Report } from '../../../npm/core.js';
import type { Choice, Draft } from '../../../npm/element.js';

/** What the drawn widget reports to the element. */
export type Message =
  | { type: 'drawn' | 'fill' | 'cancel' | 'retry' }
  | { type: 'choice'; choice: Choice }
  | { type: 'drafts'; drafts: Draft[] }
  | { type: 'articles'; articles: Draft[] | null }
  | { type: 'files'; files: Iterable<File> }
  | { type: 'keep'; keep: 'link' | 'link-with-texts' | 'html' | 'json' };

/** A comparison in steps. */
export interface Task {
  /** Does one step; false after the last. */
  step(): boolean;
  /** The share that is done, 0–1. */
  progress(): number;
  /** The comparison as bytes, after the last step. */
  finish(): Uint8Array<ArrayBuffer>;
}

/** What is drawn inside one element. */
export interface View {
  showComparison(bytes: Uint8Array, choice: Choice): void;
  showDocument(bytes: Uint8Array, choice: Choice, title: string | undefined): void;
  update(choice: Choice): void;
  showTitle(title: string | undefined): void;
  showDrafts(drafts: Draft[]): void;
  showProgress(share: number): void;
  say(key: string, value: string, count: number): void;
  showError(message: string): void;
  next(): void;
  previous(): void;
  report(): Report | undefined;
  clear(): void;
}

/** The functions around one wasm instance. */
export interface Glue {
  /** Starts the instance. */
  default(from: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  Task: new (articles: readonly (string | ArticleInput)[], options: CompareOptions | undefined) => Task;
  View: new (root: Element, report: (message: Message) => void) => View;
  compare(articles: readonly (string | ArticleInput)[], options: CompareOptions | undefined): Report;
  /** Gives an instance the strings of a language. */
  learn(lang: string, strings: string): void;
  /** Calls `report` with the message when the instance panics. */
  onPanic(report: (message: string) => void): void;
  stylesheet(): string;
}

export function makeGlue(): Glue;
