// @ts-check
// Elements as text: the element's children as articles, and the walk over a document that every reader of HTML shares.

/** @import { ArticleInput, Block } from '../../npm/core.js' */

const HEADINGS = 'H1 H2 H3 H4 H5 H6'.split(' ');
const BLOCKS = new Set([
  ...HEADINGS,
  ...'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
]);
/** Elements whose content is not read. */
export const SKIPPED = new Set(
  'AUDIO BUTTON CANVAS FORM IFRAME INPUT MATH NAV NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'.split(
    ' ',
  ),
);

const ELEMENT = 1;
const TEXT = 3;

/**
 * The articles among the descendants of `host`, in their order.
 * @param {Element} host
 * @returns {ArticleInput[]}
 */
export function readArticles(host) {
  const all = Array.from(host.querySelectorAll('article'));
  return all.filter((article) => article.parentElement?.closest('article') == null).map(readArticle);
}

/** @param {Element} article */
function readArticle(article) {
  /** @type {Block[]} */
  const blocks = [];
  const steps = walk(article, SKIPPED, (block) => blocks.push(block));
  while (!steps.next().done);
  const attribute = (/** @type {string} */ name) => article.getAttribute(name)?.trim() || null;
  return {
    title: attribute('data-title') ?? blocks.find((block) => block.kind === 'heading')?.text ?? null,
    outlet: attribute('data-outlet'),
    url: attribute('cite'),
    published: attribute('datetime') ?? article.querySelector('time[datetime]')?.getAttribute('datetime') ?? null,
    lang: article.closest('[lang]')?.getAttribute('lang') || null,
    blocks,
  };
}

/** The text of an article, with empty lines between its blocks. @param {ArticleInput} article */
export const textOf = ({ text, blocks }) =>
  blocks?.length ? blocks.map((block) => block.text).join('\n\n') : (text ?? '');

/** Where in a page a block is. @typedef {'article' | 'main' | ''} Area */

/**
 * Walks the nodes below `root` and gives each block of text to `add`. Markup inside a block is dropped, its words are
 * kept; hidden elements are left out. Each step handles one node, so that a caller can spread the steps over several turns.
 * @param {Node} root
 * @param {Set<string>} skipped names of the elements whose content is not read
 * @param {(block: Block, area: Area) => void} add
 * @returns {Generator<void, void>}
 */
export function* walk(root, skipped, add) {
  let text = '';
  /** @param {Block['kind']} kind @param {Area} area */
  const endBlock = (kind, area) => {
    const words = text.replace(/[ \t\r\f\n]+/g, (run) => run.replace(/[^\n]+/g, '') || ' ').trim();
    if (words) add({ kind, text: words }, area);
    text = '';
  };
  /** The elements that are open, innermost last. @type {Open[]} */
  const path = [{ next: root.firstChild, isBlock: true, kind: 'paragraph', area: '' }];
  for (let inner = path.at(-1); inner; inner = path.at(-1)) {
    const { next: node, kind, area } = inner;
    if (!node) {
      if (inner.isBlock) endBlock(kind, area);
      path.pop();
      continue;
    }
    inner.next = node.nextSibling;
    if (node.nodeType === TEXT) {
      text += (node.nodeValue ?? '').replace(/\s+/g, (run) => (run.includes('\n') ? ' ' : run));
    } else if (node.nodeType === ELEMENT) {
      const element = /** @type {Element} */ (node);
      const tag = element.tagName.toUpperCase();
      if (skipped.has(tag) || element.hasAttribute('hidden')) {
        // Left out with all that is in it.
      } else if (tag === 'BR') text += '\n';
      else {
        const isBlock = BLOCKS.has(tag);
        if (isBlock) endBlock(kind, area);
        path.push({ next: node.firstChild, isBlock, kind: kindOf(tag, kind), area: areaOf(tag, area) });
      }
    }
    yield;
  }
}

/**
 * An element on the way from the root to the node that is read.
 * @typedef {object} Open
 * @property {Node | null} next its next child to read
 * @property {boolean} isBlock whether its end ends a block
 * @property {Block['kind']} kind
 * @property {Area} area
 */

/** @param {string} tag @param {Block['kind']} outer @returns {Block['kind']} */
function kindOf(tag, outer) {
  if (HEADINGS.includes(tag)) return 'heading';
  if (tag === 'BLOCKQUOTE') return 'quote';
  if (tag === 'LI') return 'list-item';
  return outer;
}

/** @param {string} tag @param {Area} outer @returns {Area} */
const areaOf = (tag, outer) => (tag === 'ARTICLE' ? 'article' : outer || (tag === 'MAIN' ? 'main' : ''));
