// @ts-check
// HTML from files, stories and the clipboard as blocks of text.

import { nextTurn } from '../engine/event-loop.js';
import { parseHtml } from '../engine/trusted-types.js';
import { SKIPPED, textOf, walk } from './dom.js';

/** @import { Block } from '../../npm/core.js' */
/** @import { Area } from './dom.js' */

/** The parser runs in one go, and longer HTML would stop the page for too long. */
const MAX_BYTES = 2 * 1024 * 1024;
/**
 * The most tags times open elements. At each tag a parser may look through all elements that are open, and some of them it
 * opens anew: a page of 100,000 tags is usual, nested 20 deep.
 */
const MAX_PARSER_STEPS = 5_000_000;
/** The start of a tag with its name. Comparisons in scripts, such as `i<n;`, are none. */
const TAG = /<(\/?)([a-z][\w:-]*)(?=[\s/>])/gi;
/** Elements that have no content, or that end when the next of them begins. */
const NEVER_NESTED =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source|tbody|td|tfoot|th|thead|tr|track|wbr)$/i;
/** How long the walk over what was parsed may keep the page from painting and handling events, in milliseconds. */
const SLICE_MS = 40;
/** Shorter paragraphs of a page without `<article>` and `<main>` are taken for its menus and lists. */
const MIN_PARAGRAPH = 80;
/** What is not read of a whole page. */
const SKIPPED_IN_PAGES = new Set([...SKIPPED, 'ASIDE', 'FOOTER', 'TITLE']);

/** HTML that is not read. */
export class HtmlRefusal extends Error {
  /** @param {'html-large' | 'html-refused'} key what the reader is told, by its key in the string tables */
  constructor(key) {
    super(key);
    this.key = key;
  }
}

/**
 * The article in a page: the text in its JSON-LD, else what is in `<article>`, else in `<main>`, else its paragraphs.
 * @param {string} html
 * @returns {Promise<{ title: string | null, blocks: Block[] }>} rejects with HtmlRefusal
 */
export async function readHtml(html) {
  const page = parsed(html);
  return { title: page.title || null, blocks: fromJsonLd(page) ?? fromElements(await placedBlocks(page)) };
}

/** The text of HTML, with empty lines between its blocks. @param {string} html @returns {Promise<string>} */
export async function textOfHtml(html) {
  const found = await placedBlocks(parsed(html));
  return textOf({ blocks: found.map(({ block }) => block) });
}

/** @param {string} html */
function parsed(html) {
  if (html.length > MAX_BYTES || new Blob([html]).size > MAX_BYTES || parserSteps(html) > MAX_PARSER_STEPS) {
    throw new HtmlRefusal('html-large');
  }
  const page = parseHtml(html);
  if (!page) throw new HtmlRefusal('html-refused');
  return page;
}

/** How many steps a parser may take, at most, besides one for each character. @param {string} html */
function parserSteps(html) {
  /** @type {Map<string, number>} */
  const openByName = new Map();
  let [tags, open, mostOpen] = [0, 0, 0];
  for (const [, slash, tag] of html.matchAll(TAG)) {
    tags += 1;
    const name = tag.toLowerCase();
    const count = openByName.get(name) ?? 0;
    if (NEVER_NESTED.test(name) || (slash && count === 0)) continue;
    const step = slash ? -1 : 1;
    openByName.set(name, count + step);
    open += step;
    mostOpen = Math.max(mostOpen, open);
  }
  return tags * mostOpen;
}

/** @typedef {{ block: Block, area: Area }} PlacedBlock */

/** The blocks of a page, read in slices. @param {Document} page */
async function placedBlocks(page) {
  /** @type {PlacedBlock[]} */
  const found = [];
  const steps = walk(page.body, SKIPPED_IN_PAGES, (block, area) => found.push({ block, area }));
  for (let end = performance.now() + SLICE_MS; !steps.next().done; ) {
    if (performance.now() < end) continue;
    await nextTurn();
    end = performance.now() + SLICE_MS;
  }
  return found;
}

/** @param {PlacedBlock[]} found */
function fromElements(found) {
  const within = (/** @type {Area} */ wanted) => found.filter(({ area }) => area === wanted);
  const long = found.filter(({ block }) => block.kind !== 'list-item' && block.text.length > MIN_PARAGRAPH);
  const chosen = [within('article'), within('main'), long].find((some) => some.length > 0) ?? found;
  return chosen.map(({ block }) => block);
}

/** The article's text as a page's metadata give it. @param {Document} page @returns {Block[] | null} */
function fromJsonLd(page) {
  for (const { textContent } of page.querySelectorAll('script[type*="ld+json" i]')) {
    try {
      const data = JSON.parse(textContent ?? '');
      const items = [data, ...(Array.isArray(data) ? data : []), ...(data?.['@graph'] ?? [])];
      const { articleBody } = items.find((item) => typeof item?.articleBody === 'string') ?? {};
      if (articleBody !== undefined) return paragraphs(articleBody);
    } catch {
      // A page with damaged metadata still has its text.
    }
  }
  return null;
}

/** @param {string} text @returns {Block[]} */
const paragraphs = (text) =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line }));
