// @ts-check
// Files that a reader dropped or chose, as drafts: their text comes into a field, where the reader can edit it.

import { readHtml } from './html.js';
import { readStory } from './story.js';

/** @import { ArticleInput, Draft } from '../../npm/element.js' */

/**
 * A sentence for the reader: its key in the string tables, a file's name, and a count.
 * @typedef {[key: string, file: string, count: number]} Remark
 */

/** Larger files are refused. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Why a file is not read: the message is a key of the string tables. */
class Refusal extends Error {}

/**
 * @param {Iterable<File>} files
 * @returns {Promise<{ drafts: Draft[], remark: Remark | null }>} `remark` is about the last file that needs one; a
 *   file left out comes before one that was read
 */
export async function readFiles(files) {
  /** @type {Draft[]} */
  const drafts = [];
  /** @type {Remark | null} */
  let remark = null;
  /** @type {Remark | null} */
  let refused = null;
  for (const file of files) {
    try {
      const taken = await readFile(file);
      drafts.push(...taken.drafts);
      remark = taken.remark ?? remark;
    } catch (error) {
      refused = [error instanceof Refusal ? error.message : 'story', file.name, 0];
    }
  }
  return { drafts, remark: refused ?? remark };
}

/** @param {File} file @returns {Promise<{ drafts: Draft[], remark: Remark | null }>} */
async function readFile(file) {
  if (file.size > MAX_BYTES) throw new Refusal('large');
  const { text, guessed } = decoded(new Uint8Array(await file.arrayBuffer()));
  const name = file.name.replace(/\.[^.]*$/, '');
  /** @type {Remark | null} */
  const remark = guessed ? ['decoded', file.name, 0] : null;
  if (/\.json$/i.test(file.name) || file.type === 'application/json') {
    const articles = readStory(text).filter((article) => article.text);
    return {
      drafts: articles.map(({ outlet, title, text }) => ({ outlet: outlet ?? title ?? name, text: text ?? '' })),
      remark,
    };
  }
  if (/\.x?html?$/i.test(file.name) || /html/.test(file.type)) {
    const { title, blocks } = readHtml(text);
    const draft = { outlet: title ?? name, text: textOf({ blocks }) };
    return { drafts: [draft], remark: remark ?? ['taken', file.name, blocks.length] };
  }
  return { drafts: [{ outlet: name, text }], remark };
}

/**
 * The text of a file: UTF-8 or UTF-16, else what its markup says, else the code page that most old files are in.
 * @param {Uint8Array} bytes
 */
function decoded(bytes) {
  const starts = (/** @type {string} */ magic) => [...magic].every((c, i) => bytes[i] === c.charCodeAt(0));
  if (starts('%PDF-')) throw new Refusal('pdf');
  if (['PK\x03\x04', '\xd0\xcf\x11\xe0', '{\\rtf', '\x1f\x8b', 'Rar!'].some(starts)) throw new Refusal('archive');
  const encoding = starts('\xff\xfe') ? 'utf-16le' : starts('\xfe\xff') ? 'utf-16be' : 'utf-8';
  let text;
  let guessed = false;
  try {
    // A byte order mark is sure evidence of UTF-16, so damage after it is no reason to guess again.
    text = new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
  } catch {
    const declared = /<meta[^>]{0,200}charset=["']?([\w-]{3,20})/i.exec(
      String.fromCharCode(...bytes.subarray(0, 1024)),
    )?.[1];
    [text, guessed] = declaredText(bytes, declared) ?? [new TextDecoder('windows-1252').decode(bytes), true];
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = text.match(/[\0-\x08\x0e-\x1f]/g)?.length ?? 0;
  if (text.includes('\0') || controls > text.length / 100) throw new Refusal('binary');
  return { text, guessed };
}

/**
 * The text in the encoding that its markup declares.
 * @param {Uint8Array} bytes
 * @param {string | undefined} encoding
 * @returns {[text: string, guessed: boolean] | null}
 */
function declaredText(bytes, encoding) {
  if (!encoding || /^utf-?8$/i.test(encoding)) return null;
  try {
    return [new TextDecoder(encoding).decode(bytes), false];
  } catch {
    return null;
  }
}

/** An article as a draft. @param {ArticleInput} article @returns {Draft} */
export const draftOf = (article) => ({ outlet: article.outlet ?? article.title ?? '', text: textOf(article) });

/** The text of an article, with empty lines between its blocks. @param {ArticleInput} article */
const textOf = ({ text, blocks }) => (blocks?.length ? blocks.map((block) => block.text).join('\n\n') : (text ?? ''));
