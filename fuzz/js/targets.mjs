// What is attacked of the page's JavaScript, and what has to hold of it. The fuzzer runs these functions, and so does
// tests/browser/fuzz-cases.test.mjs on everything that was ever found.
import assert from 'node:assert/strict';
import { readHtml, textOf, unescaped } from '../../www/input/html.js';
import { pack, unpack } from '../../www/output/link.js';
import { readStory } from '../../www/input/story.js';

const latin = (bytes) => String.fromCharCode(...bytes);
const utf8 = (bytes) => new TextDecoder().decode(bytes);
const isText = (value) => typeof value === 'string';
const isLabel = (value) => value == null || (isText(value) && value.trim() !== '');

/** Milliseconds that the call takes. */
function timeOf(call) {
  const begin = performance.now();
  call();
  return performance.now() - begin;
}

/** What stands in a link's fragment: articles and nothing else, or `null`. */
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

/** Articles packed as a link, then damaged: the first byte says where. */
async function damaged(bytes) {
  const [at = 0, by = 0, ...rest] = bytes;
  const articles = [{ outlet: 'One', text: utf8(Uint8Array.from(rest)) }, { outlet: '', text: 'Two.' }];
  const packed = await pack(articles);
  assert.deepEqual(await unpack(packed), articles, 'a whole link gives its articles');
  const place = Math.floor((at * packed.length) / 256);
  await share(Buffer.from(packed.slice(0, place), 'latin1'));
  await share(Buffer.from(packed.slice(0, place) + String.fromCharCode(by) + packed.slice(place + 1), 'latin1'));
}

/** A story file: articles with a text or a file, or one sentence. */
function story(bytes) {
  let articles;
  try {
    articles = readStory(utf8(bytes));
  } catch (error) {
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

/** A page from somewhere: blocks of trimmed text in time that grows with its length, the best of three on a busy machine. */
function html(bytes) {
  const source = utf8(bytes);
  const { title, lang, blocks } = readHtml(source);
  const time = Math.min(...[1, 2, 3].map(() => timeOf(() => readHtml(source))));
  assert.ok(time < 50 + source.length / 50, `${source.length} characters took ${time} ms`);
  assert.ok((title === null || isText(title)) && (lang === null || /^[\w-]{2,35}$/.test(lang)));
  for (const { kind, text } of blocks) {
    assert.ok(['heading', 'list-item', 'quote', 'paragraph'].includes(kind));
    assert.ok(isText(text) && text === text.trim() && text !== '', 'a block is trimmed text');
  }
  assert.ok(isText(textOf(source)) && isText(unescaped(source)));
}

export const targets = { share, damaged, 'story-js': story, html };
