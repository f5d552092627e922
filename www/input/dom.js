// @ts-check
// The element's light DOM as input: what its <article> children say, as blocks of text.

/** @import { ArticleInput, Block } from '../../npm/core.js' */

/** The attributes of an article and of what is in it that are read. */
export const READ_ATTRIBUTES = ['lang', 'cite', 'datetime', 'hidden', 'data-outlet', 'data-title'];

const HEADINGS = 'H1 H2 H3 H4 H5 H6'.split(' ');
const BLOCKS = new Set([
  ...HEADINGS,
  ...'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
]);
const SILENT = new Set(
  'AUDIO BUTTON CANVAS FORM IFRAME INPUT MATH NAV NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'.split(
    ' ',
  ),
);

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
  const blocks = readBlocks(article);
  const said = (/** @type {string} */ name) => article.getAttribute(name)?.trim() || null;
  return {
    title: said('data-title') ?? blocks.find((block) => block.kind === 'heading')?.text ?? null,
    outlet: said('data-outlet'),
    url: said('cite'),
    published: said('datetime') ?? article.querySelector('time[datetime]')?.getAttribute('datetime') ?? null,
    lang: article.closest('[lang]')?.getAttribute('lang') || null,
    blocks,
  };
}

/**
 * The text below `root`, block by block. Markup inside a block is dropped, its words are kept.
 * @param {Element} root
 * @returns {Block[]}
 */
export function readBlocks(root) {
  /** @type {Block[]} */
  const blocks = [];
  let text = '';
  /** @param {Block['kind']} kind */
  const flush = (kind) => {
    const whole = text
      .replace(/[ \t\r\f]*\n[ \t\r\f]*/g, '\n')
      .replace(/[ \t\r\f]+/g, ' ')
      .trim();
    if (whole) blocks.push({ kind, text: whole });
    text = '';
  };
  /** @param {Node} parent @param {Block['kind']} kind */
  const walk = (parent, kind) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        text += (node.nodeValue ?? '').replace(/\s*\n\s*/g, ' ');
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const element = /** @type {Element} */ (node);
        const tag = element.tagName.toUpperCase();
        if (SILENT.has(tag) || element.hasAttribute('hidden')) continue;
        if (tag === 'BR') text += '\n';
        else if (BLOCKS.has(tag)) {
          flush(kind);
          const inner = kindOf(tag, kind);
          walk(element, inner);
          flush(inner);
        } else walk(element, kind);
      }
    }
  };
  walk(root, 'paragraph');
  flush('paragraph');
  return blocks;
}

/** @param {string} tag @param {Block['kind']} outer */
function kindOf(tag, outer) {
  if (HEADINGS.includes(tag)) return 'heading';
  if (tag === 'BLOCKQUOTE') return 'quote';
  if (tag === 'LI') return 'list-item';
  return outer;
}
