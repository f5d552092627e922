// @ts-check
// The page around the element: what only Diptych's own page may do with the address and the browser's storage.
import '../element/define.js';
import { Fault } from '../engine/fault.js';

/** @import { Draft, SentenceId } from '../../npm/element.js' */

/**
 * @typedef {import('../../npm/element.js').DiptychEventMap['diptych-change']} ChangeEvent
 * @typedef {ChangeEvent['detail']['say']} Say shows the reader a sentence
 */

const element = /** @type {import('../element/element.js').DiptychCompare} */ (
  document.querySelector('diptych-compare')
);

/** The choices that a link carries as words in the fragment: those that are attributes of the element. */
const LINKED_ATTRIBUTES = ['view', 'left', 'right', 'sensitivity', 'shown'];
/** The same for choices that are on or off, by their word. */
const SWITCHES = /** @type {const} */ ({
  weak: 'weak',
  'only-here': 'onlyHere',
  'only-differences': 'onlyDifferences',
});
/** The kept pair, such as `2.4-5.1`: article and sentence of each, counted from 1. */
const PAIR = 'pair';
/** The articles, where the reader asked for a link that holds them. */
const TEXTS = 'texts';

/** Keys of the storage. */
const DRAFTS = 'diptych-drafts';
const ARTICLES = 'diptych-articles';

/** The browser's storage. Where it is switched off or full, it is empty and `write` returns false. */
const storage = {
  /** @param {string} key */
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  },
  /** @param {string} key @param {unknown} value `null` removes what is stored */
  write(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
};

const isDraft = (/** @type {any} */ value) => typeof value?.outlet === 'string' && typeof value?.text === 'string';

/** A list of drafts that was stored; an empty one in place of anything else. @param {unknown} value @returns {Draft[]} */
const draftsOf = (value) => (Array.isArray(value) && value.every(isDraft) ? value : []);

function readAddress() {
  const linked = new URLSearchParams(location.hash.slice(1));
  const texts = linked.get(TEXTS);
  if (texts !== null) {
    element.compare(unpacked(texts)).catch(() => {});
    linked.delete(TEXTS);
  }
  for (const name of LINKED_ATTRIBUTES) {
    const value = linked.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  const on = Object.entries(SWITCHES).filter(([word]) => linked.has(word));
  const selected = pairOf(linked.get(PAIR) ?? '');
  if (on.length === 0 && !selected) return;
  element.choice = { ...Object.fromEntries(on.map(([, name]) => [name, true])), ...(selected && { selected }) };
}

/** The pair that a link names. @param {string} text @returns {[SentenceId, SentenceId] | null} */
function pairOf(text) {
  const [, ...found] = /^(\d{1,4})\.(\d{1,5})-(\d{1,4})\.(\d{1,5})$/.exec(text) ?? [];
  const [a, b, c, d] = found.map((number) => Number(number) - 1);
  if (found.length === 0 || Math.min(a, b, c, d) < 0) return null;
  return [
    { article: a, sentence: b },
    { article: c, sentence: d },
  ];
}

const wordOf = (/** @type {SentenceId} */ { article, sentence }) => `${article + 1}.${sentence + 1}`;

function writeAddress() {
  const linked = new URLSearchParams();
  for (const name of LINKED_ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value !== null) linked.set(name, value);
  }
  const { choice } = element;
  for (const [word, name] of Object.entries(SWITCHES)) if (choice[name]) linked.set(word, '');
  if (choice.selected) linked.set(PAIR, choice.selected.map(wordOf).join('-'));
  const fragment = linked.size > 0 ? `#${linked}` : '';
  if (fragment === location.hash) return;
  try {
    history.replaceState(null, '', `${location.pathname}${location.search}${fragment}`);
  } catch {
    // A file from disk may not change its address in every browser.
  }
}

/** The articles of a link. @param {string} texts */
async function unpacked(texts) {
  const { unpack } = await import('../output/link.js');
  const articles = await unpack(texts);
  if (articles !== null) return articles;
  const message = 'This link is damaged or was cut short; ask for it again.';
  throw new Fault('story-invalid', { message, key: 'link-cut' });
}

/**
 * Copies the address of this view and tells the reader what was copied. Where nothing may be copied, the address bar gets
 * the address.
 * @param {boolean} withTexts whether the address holds the articles
 * @param {Say} say
 */
async function copyLink(withTexts, say) {
  const linked = new URLSearchParams(location.hash.slice(1));
  if (withTexts) {
    const { pack } = await import('../output/link.js');
    linked.set(TEXTS, await pack(element.articles));
  }
  const address = new URL(location.href);
  address.hash = linked.toString();
  try {
    await navigator.clipboard.writeText(address.href);
    say(withTexts ? 'texts' : 'link', '', address.href.length);
  } catch {
    try {
      history.replaceState(null, '', address.hash);
    } catch {
      location.hash = address.hash;
    }
    say('refused', '', 0);
  }
}

readAddress();
addEventListener('hashchange', readAddress);
element.drafts = draftsOf(storage.read(DRAFTS));
const stored = draftsOf(storage.read(ARTICLES));
if (stored.length > 1 && !location.hash.includes(TEXTS)) element.compare(stored).catch(() => {});

/** Whether the reader knows that nothing can be stored. */
let toldUnstored = false;

/** Stores a value; where that fails, tells the reader once. @param {string} key @param {unknown} value @param {Say} say */
function store(key, value, say) {
  if (storage.write(key, value) || value === null || toldUnstored) return;
  toldUnstored = true;
  say('unkept', '', 0);
}

element.addEventListener('diptych-change', (event) => {
  const { what, say } = /** @type {ChangeEvent} */ (event).detail;
  if (what === 'drafts') store(DRAFTS, element.drafts.length > 0 ? element.drafts : null, say);
  else if (what === 'choice') writeAddress();
  else if (what === 'link' || what === 'link-with-texts') void copyLink(what === 'link-with-texts', say);
  else if (what === 'articles') store(ARTICLES, element.articles.every(isDraft) ? element.articles : null, say);
});
element.ready.then(
  () => {
    document.documentElement.dataset.ready = '';
  },
  () => {},
);
