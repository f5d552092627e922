// The page around the element: what only our own page may do with the address and the browser's storage.
import '../element/define.js';
import { Fault } from '../engine/fault.js';

const element = /** @type {import('../element/element.js').DiptychCompare} */ (document.querySelector('diptych-compare'));

/** Choices that a link carries, as words in the fragment: those that are attributes of the element. */
const LINKED = ['view', 'left', 'right', 'sensitivity', 'shown'];
/** The same for those that are on or off. */
const SWITCHES = { weak: 'weak', 'only-here': 'onlyHere', 'only-differences': 'onlyDifferences' };
/** The pair that is kept, such as `2.4-5.1`: article and sentence of each, counted from 1. */
const PAIR = 'pair';
const DRAFTS = 'diptych-drafts';
const ARTICLES = 'diptych-articles';

/** Storage that is full, switched off or refused is as good as empty; writing tells whether it was kept. */
const store = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  },
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

const isDraft = (draft) => typeof draft?.outlet === 'string' && typeof draft?.text === 'string';
const listOfDrafts = (value) => (Array.isArray(value) && value.every(isDraft) ? value : []);

/** Texts in the address, which a reader asked for with a link that holds them. */
const TEXTS = 'texts';

function readAddress() {
  const linked = new URLSearchParams(location.hash.slice(1));
  const texts = linked.get(TEXTS);
  if (texts !== null) {
    element.compare(opened(texts)).catch(() => {});
    linked.delete(TEXTS);
  }
  for (const name of LINKED) {
    const value = linked.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  const on = Object.entries(SWITCHES).filter(([word]) => linked.has(word)).map(([, name]) => [name, true]);
  const selected = pairOf(linked.get(PAIR) ?? '');
  if (on.length > 0 || selected) element.choice = { ...Object.fromEntries(on), ...(selected && { selected }) };
}

/** @param {string} text */
function pairOf(text) {
  const [, ...found] = /^(\d{1,4})\.(\d{1,5})-(\d{1,4})\.(\d{1,5})$/.exec(text) ?? [];
  const [a, b, c, d] = found.map((number) => Number(number) - 1);
  return found.length > 0 && Math.min(a, b, c, d) >= 0 ? [{ article: a, sentence: b }, { article: c, sentence: d }] : null;
}

const wordOf = (/** @type {{ article: number, sentence: number }} */ { article, sentence }) => `${article + 1}.${sentence + 1}`;

function writeAddress() {
  const linked = new URLSearchParams();
  for (const name of LINKED) {
    const value = element.getAttribute(name);
    if (value !== null) linked.set(name, value);
  }
  const { choice } = element;
  for (const [word, name] of Object.entries(SWITCHES)) if (choice[name]) linked.set(word, '');
  if (choice.selected) linked.set(PAIR, choice.selected.map(wordOf).join('-'));
  const fragment = linked.size > 0 ? `#${linked}` : '';
  if (fragment !== location.hash) {
    try {
      history.replaceState(null, '', `${location.pathname}${location.search}${fragment}`);
    } catch {
      // A file from disk may not change its address in every browser.
    }
  }
}

/** @param {string} texts */
async function opened(texts) {
  const { unpack } = await import('../output/link.js');
  const articles = await unpack(texts);
  if (articles === null) throw new Fault('story-invalid', { message: 'This link is damaged or was cut short; ask for it again.', key: 'link-cut' });
  return articles;
}

/**
 * Copies the address of this view, with the texts in it where that was asked for, and tells what was copied.
 * @param {boolean} withTexts
 * @param {(key: string, what: string, n: number) => void} say
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
element.drafts = listOfDrafts(store.read(DRAFTS));
const own = listOfDrafts(store.read(ARTICLES));
if (own.length > 1 && !location.hash.includes(TEXTS)) element.compare(own).catch(() => {});

let told = false;

/** Keeps something, and says so once where nothing can be kept. */
function keep(key, value, say) {
  if (store.write(key, value) || value === null || told) return;
  told = true;
  say('unkept', '', 0);
}

element.addEventListener('diptych-change', (event) => {
  const { what, say } = /** @type {CustomEvent} */ (event).detail;
  if (what === 'drafts') keep(DRAFTS, element.drafts.length > 0 ? element.drafts : null, say);
  else if (what === 'choice') writeAddress();
  else if (what === 'link' || what === 'link-with-texts') void copyLink(what === 'link-with-texts', say);
  else if (what === 'articles') keep(ARTICLES, element.articles.every(isDraft) ? element.articles : null, say);
});
element.ready.then(
  () => (document.documentElement.dataset.ready = ''),
  () => {},
);
