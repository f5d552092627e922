// @ts-check
// What is attacked of the page's JavaScript in Node, and what has to hold of it. The fuzzer runs these functions, and so
// does tests/browser/fuzz-cases.test.mjs on everything that was ever found.
import assert from 'node:assert/strict';
import { readStory } from '../../www/input/story.js';
import { pack, unpack } from '../../www/output/link.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const latin = (/** @type {Bytes} */ bytes) => String.fromCharCode(...bytes);
const utf8 = (/** @type {Bytes} */ bytes) => new TextDecoder().decode(bytes);
const isText = (/** @type {unknown} */ value) => typeof value === 'string';
const isLabel = (/** @type {any} */ value) => value == null || (isText(value) && value.trim() !== '');

/** The text in a link's fragment: it holds articles and nothing else, or none. @param {Bytes} bytes */
async function share(bytes) {
  const articles = await unpack(latin(bytes));
  if (articles === null) return;
  assert.ok(Array.isArray(articles) && JSON.stringify(articles).length < 9_000_000, 'no link grows past all measure');
  for (const article of articles) {
    assert.deepEqual(Object.keys(article), ['outlet', 'text'], 'nothing but what is asked for comes through');
    assert.ok(isText(article.outlet) && isText(article.text));
  }
  assert.deepEqual(await unpack(await pack(articles)), articles, 'what is packed again comes out again');
}

/** Articles packed as a link, then damaged: the first byte says where. @param {Bytes} bytes */
async function damaged(bytes) {
  const [at = 0, by = 0, ...rest] = bytes;
  const articles = [
    { outlet: 'One', text: utf8(Uint8Array.from(rest)) },
    { outlet: '', text: 'Two.' },
  ];
  const packed = await pack(articles);
  assert.deepEqual(await unpack(packed), articles, 'a whole link gives its articles');
  const place = Math.floor((at * packed.length) / 256);
  await share(Buffer.from(packed.slice(0, place), 'latin1'));
  await share(Buffer.from(packed.slice(0, place) + String.fromCharCode(by) + packed.slice(place + 1), 'latin1'));
}

/** A story file: it has articles with a text or a file, or is refused with one sentence. @param {Bytes} bytes */
async function story(bytes) {
  let articles;
  try {
    articles = await readStory(utf8(bytes));
  } catch (thrown) {
    const error = /** @type {import('../../www/engine/fault.js').Fault} */ (thrown);
    assert.equal(error.code, 'story-invalid', `${error.stack}`);
    assert.match(error.message, /\.$/);
    return;
  }
  assert.ok(articles.length > 0);
  for (const { text, file, title, outlet, url, published, lang } of articles) {
    assert.ok(isLabel(text) && (text ? true : isText(file)), 'an article has a text or names a file');
    for (const label of [title, outlet, url, published, lang]) assert.ok(isLabel(label), `${label} is no label`);
  }
}

export const targets = { share, damaged, 'story-js': story };
