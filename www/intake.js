// Files that a reader dropped, as drafts: what was taken from each stands in a field where the reader can trim it.

import { readHtml } from './html.js';
import { readStory } from './story.js';

/** @typedef {{ outlet: string, text: string }} Draft */

/** Larger files are no articles. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * @param {Iterable<File>} files
 * @returns {Promise<{ drafts: Draft[], problem: string | null }>} `problem` is one sentence about a file left out
 */
export async function readFiles(files) {
  const drafts = [];
  let problem = null;
  for (const file of files) {
    try {
      drafts.push(...(await readFile(file)));
    } catch (error) {
      problem = `“${file.name}”: ${/** @type {Error} */ (error).message}`;
    }
  }
  return { drafts, problem };
}

/** @param {File} file */
async function readFile(file) {
  if (file.size > MOST_BYTES) throw new Error('This file is larger than 64 MB; paste the part that you want to compare.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decoded(bytes);
  const name = file.name.replace(/\.[^.]*$/, '');
  if (/\.json$/i.test(file.name) || file.type === 'application/json') {
    return readStory(text)
      .filter((article) => article.text)
      .map((article) => ({ outlet: article.outlet ?? article.title ?? name, text: article.text ?? '' }));
  }
  if (/\.x?html?$/i.test(file.name) || /html/.test(file.type)) {
    const { title, blocks } = readHtml(text);
    return [{ outlet: title ?? name, text: blocks.map((block) => block.text).join('\n\n') }];
  }
  return [{ outlet: name, text }];
}

/** @param {Uint8Array} bytes */
function decoded(bytes) {
  const starts = (/** @type {string} */ word) => [...word].every((c, i) => bytes[i] === c.charCodeAt(0));
  if (starts('%PDF-')) throw new Error('This is a PDF file, which can’t be read here; open it, copy the article’s text and paste it.');
  if (starts('PK\x03\x04')) throw new Error('This is a document or archive file, which can’t be read here; open it, copy the article’s text and paste it.');
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) throw new Error('This is not a text file; copy the article’s text and paste it instead.');
  return text;
}
