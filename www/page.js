// The page around the element: what only our own page may do with the address and the browser's storage.
import './define.js';
import { Fault } from './fault.js';

const element = /** @type {import('./element.js').DiptychCompare} */ (document.querySelector('diptych-compare'));

/** Choices that a link carries, as words in the fragment. */
const LINKED = ['view', 'left', 'right', 'sensitivity', 'shown'];
const DRAFTS = 'diptych-drafts';
const ARTICLES = 'diptych-articles';

/** Storage that is full, switched off or refused is as good as empty. */
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
    } catch {
      // The reader keeps working; the next visit begins afresh.
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
}

function writeAddress() {
  const linked = new URLSearchParams();
  for (const name of LINKED) {
    const value = element.getAttribute(name);
    if (value !== null) linked.set(name, value);
  }
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
  const { unpack } = await import('./share.js');
  const articles = await unpack(texts);
  if (articles === null) throw new Fault('story-invalid', { message: 'This link is damaged or was cut short; ask for it again.' });
  return articles;
}

/** Copies the address of this view, with the texts in it where that was asked for. */
async function copyLink(withTexts) {
  const linked = new URLSearchParams(location.hash.slice(1));
  if (withTexts) {
    const { pack } = await import('./share.js');
    linked.set(TEXTS, await pack(element.articles));
  }
  const address = new URL(location.href);
  address.hash = linked.toString();
  await navigator.clipboard?.writeText(address.href).catch(() => {});
}

readAddress();
addEventListener('hashchange', readAddress);
element.drafts = listOfDrafts(store.read(DRAFTS));
const own = listOfDrafts(store.read(ARTICLES));
if (own.length > 1 && !location.hash.includes(TEXTS)) element.compare(own).catch(() => {});

element.addEventListener('diptych-change', (event) => {
  const { what } = /** @type {CustomEvent} */ (event).detail;
  if (what === 'drafts') store.write(DRAFTS, element.drafts.length > 0 ? element.drafts : null);
  else if (what === 'choice') writeAddress();
  else if (what === 'link' || what === 'link-with-texts') void copyLink(what === 'link-with-texts');
  else if (what === 'articles') store.write(ARTICLES, element.articles.every(isDraft) ? element.articles : null);
});
element.ready.then(
  () => (document.documentElement.dataset.ready = ''),
  () => {},
);
