// @ts-check
// The words of an HTML text, block by block, without ever making elements of it: a page under Trusted Types may not
// parse strings, and text is all that is wanted.

/** @import { Block } from '../../npm/core.js' */

const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|td|th|tr|ul)$/;
/** Their content is no text of the article. */
const SILENT =
  /^(?:script|style|template|noscript|svg|math|iframe|object|textarea|select|title|nav|aside|footer|form|button)$/;

const ENTITIES = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  eacute: 'é',
  egrave: 'è',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  ccedil: 'ç',
  ntilde: 'ñ',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  agrave: 'à',
  ecirc: 'ê',
  euro: '€',
};

/** References replaced by their characters. @param {string} text */
export function unescaped(text) {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : whole;
    const point = parseInt(hex ?? decimal, hex ? 16 : 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/**
 * Cuts an HTML text into tags and text. One pass: an unclosed tag or comment is text.
 * @param {string} html
 * @returns {Generator<{ text: string } | { tag: string, closes: boolean, whole: string, end: number }>}
 */
function* pieces(html) {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (open > at) yield { text: html.slice(at, open) };
    const comment = html.startsWith('<!--', open);
    const close = html.indexOf(comment ? '-->' : '>', open);
    if (close < 0) {
      at = open;
      break;
    }
    at = close + (comment ? 3 : 1);
    const whole = html.slice(open, at);
    const name = /^<(\/?)([a-z][a-z0-9]*)/i.exec(whole);
    if (name) yield { tag: name[2].toLowerCase(), closes: name[1] === '/', whole, end: at };
    else if (!comment && !/^<[!?]/.test(whole)) yield { text: whole };
  }
  if (at < html.length) yield { text: html.slice(at) };
}

const kindOf = (tag) =>
  /^h[1-6]$/.test(tag) ? 'heading' : tag === 'li' ? 'list-item' : tag === 'blockquote' ? 'quote' : 'paragraph';

/**
 * Every block of text with the tags around it.
 * @param {string} html
 * @returns {(Block & { around: string[] })[]}
 */
function allBlocks(html) {
  const blocks = [];
  const around = [];
  let text = '';
  let silent = 0;
  const flush = () => {
    const words = unescaped(text)
      .replace(/[ \t\r\n\f]+/g, ' ')
      .trim();
    const kind = kindOf(around.findLast((tag) => kindOf(tag) !== 'paragraph') ?? '');
    if (words) blocks.push({ kind, text: words, around: [...around] });
    text = '';
  };
  for (const piece of pieces(html)) {
    if ('text' in piece) {
      if (silent === 0) text += piece.text;
      continue;
    }
    const { tag, closes, whole } = piece;
    if (SILENT.test(tag)) {
      if (silent === 0) flush();
      if (!whole.endsWith('/>')) silent = Math.max(0, silent + (closes ? -1 : 1));
    } else if (silent === 0 && BLOCK.test(tag)) {
      flush();
      if (tag === 'br' || tag === 'hr') continue;
      const last = around.lastIndexOf(tag);
      if (!closes && around.length < 200) around.push(tag);
      else if (closes && last >= 0) around.length = last;
    }
  }
  flush();
  return blocks;
}

/**
 * The article in a page: its JSON-LD `articleBody`, else its `<article>`, else its `<main>`, else its paragraphs.
 * @param {string} html
 * @returns {{ title: string | null, lang: string | null, blocks: Block[] }}
 */
export function readHtml(html) {
  const title = /<title[^>]{0,500}>([^<]{1,500})/i.exec(html)?.[1];
  const lang = /<html[^>]{0,500}\slang=["']?([\w-]{2,35})/i.exec(html)?.[1] ?? null;
  return {
    title: title ? unescaped(title).trim() : null,
    lang,
    blocks: fromJsonLd(html) ?? fromBlocks(allBlocks(html)),
  };
}

function fromBlocks(blocks) {
  const within = (tag) => blocks.filter((block) => block.around.includes(tag));
  const long = blocks.filter((block) => block.kind !== 'list-item' && block.text.length > 80);
  const chosen = [within('article'), within('main'), long, blocks].find((some) => some.length > 0) ?? [];
  return chosen.map(({ kind, text }) => ({ kind, text }));
}

/** @param {string} html @returns {Block[] | null} */
function fromJsonLd(html) {
  for (const json of jsonLd(html)) {
    try {
      const data = JSON.parse(json);
      const body = [data, ...(Array.isArray(data) ? data : []), ...(data?.['@graph'] ?? [])].find(
        (item) => typeof item?.articleBody === 'string',
      );
      if (body) return paragraphs(body.articleBody);
    } catch {
      // A page with broken metadata still has its text.
    }
  }
  return null;
}

/** The contents of a page's JSON-LD scripts, found in one pass. @param {string} html */
function* jsonLd(html) {
  const opening = /<script[^>]{0,200}application\/ld\+json[^>]{0,200}>/gi;
  const closing = /<\/script/gi;
  while (opening.test(html)) {
    closing.lastIndex = opening.lastIndex;
    const end = closing.exec(html);
    if (!end) return;
    yield html.slice(opening.lastIndex, end.index);
    opening.lastIndex = end.index;
  }
}

/** @param {string} text @returns {Block[]} */
const paragraphs = (text) =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line }));

/** The text of an HTML text, blocks apart. @param {string} html */
export const textOf = (html) =>
  allBlocks(html)
    .map((block) => block.text)
    .join('\n\n');
