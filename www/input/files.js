// @ts-check
// Files that a reader dropped or chose, as drafts: their text comes into a field, where the reader can edit it.

import { Fault } from '../engine/fault.js';
import { decode, MAX_BYTES, Refusal } from './decode.js';
import { textOf } from './dom.js';
import { HtmlRefusal, readHtml } from './rich-text.js';
import { readStory } from './story.js';

/** @import { ArticleInput, Draft } from '../../npm/element.js' */

/**
 * A sentence for the reader: its key in the string tables, a file's name, and a count.
 * @typedef {[key: string, file: string, count: number]} Remark
 */

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
      refused = [keyOf(error), file.name, 0];
    }
  }
  return { drafts, remark: refused ?? remark };
}

/** The key of the sentence about a file that is not read. @param {unknown} error */
function keyOf(error) {
  if (error instanceof Refusal) return error.message;
  return error instanceof HtmlRefusal || (error instanceof Fault && error.key.startsWith('html-'))
    ? error.key
    : 'story';
}

/** @param {File} file @returns {Promise<{ drafts: Draft[], remark: Remark | null }>} */
async function readFile(file) {
  if (file.size > MAX_BYTES) throw new Refusal('large');
  const { text, guessed } = decode(new Uint8Array(await file.arrayBuffer()));
  const name = file.name.replace(/\.[^.]*$/, '');
  /** @type {Remark | null} */
  const remark = guessed ? ['decoded', file.name, 0] : null;
  if (/\.json$/i.test(file.name) || file.type === 'application/json') {
    const articles = (await readStory(text)).filter((article) => article.text);
    return {
      drafts: articles.map(({ outlet, title, text }) => ({ outlet: outlet ?? title ?? name, text: text ?? '' })),
      remark,
    };
  }
  if (/\.x?html?$/i.test(file.name) || /html/.test(file.type)) {
    const { title, blocks } = await readHtml(text);
    const draft = { outlet: title ?? name, text: textOf({ blocks }) };
    return { drafts: [draft], remark: remark ?? ['taken', file.name, blocks.length] };
  }
  return { drafts: [{ outlet: name, text }], remark };
}

/** An article as a draft. @param {ArticleInput} article @returns {Draft} */
export const draftOf = (article) => ({ outlet: article.outlet ?? article.title ?? '', text: textOf(article) });

/**
 * More drafts after those that hold text.
 * @param {Draft[]} drafts
 * @param {Draft[]} more
 */
export const addedDrafts = (drafts, more) => [...drafts.filter((draft) => draft.text.trim()), ...more];
