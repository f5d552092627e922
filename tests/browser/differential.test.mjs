// The published wasm and the native program tell the same, byte for byte. `cargo xtask test` lets `tests/differential.rs`
// write the native reports first; here the same comparisons run in the wasm, in Node, whose engine is Chromium's.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from './support/settings.mjs';

const folder = process.env.DIPTYCH_NATIVE;
const FEWEST = 1000;

/** The functions around a fresh instance of the page's wasm. */
async function instance() {
  const { makeGlue } = await import(pathToFileURL(path.join(dist, 'diptych.js')).href);
  const glue = makeGlue();
  await glue.default({ module_or_path: await readFile(path.join(dist, 'diptych_bg.wasm')) });
  return glue;
}

/** How each published wasm compares: the page's, and the core package's by the function that people import. */
const wasms = {
  'the page’s': async () => {
    const glue = await instance();
    return (articles, options) => glue.compare(articles, options);
  },
  'the core package’s': async () => (await import(pathToFileURL(path.join(dist, 'npm', 'core-node.js')).href)).compare,
};

/** Where two texts part, with a little of both. */
function parting(native, wasm) {
  let at = 0;
  while (at < native.length && native[at] === wasm[at]) at += 1;
  const around = (text) => text.slice(Math.max(0, at - 80), at + 80);
  return `at ${at}:\nnative ${around(native)}\nwasm   ${around(wasm)}`;
}

for (const [whose, ready] of Object.entries(wasms)) {
  test(`${whose} wasm reports what the native program reports`, { timeout: 300_000 }, async () => {
    assert.ok(folder, 'DIPTYCH_NATIVE is not set: run the tests with `cargo xtask test --browser`.');
    const compare = await ready();
    let [held, partial] = [0, 0];
    for (const line of (await readFile(path.join(folder, 'differential.jsonl'), 'utf8')).trimEnd().split('\n')) {
      const { texts, lang, options, report } = JSON.parse(line);
      const found = JSON.stringify(await compare(texts.map((text) => ({ text, lang })), options));
      assert.ok(found === report, `comparison ${held}, ${parting(report, found)}`);
      held += 1;
      partial += report.includes('"work-limit"');
    }
    assert.ok(held > FEWEST, `only ${held} comparisons were held against each other`);
    assert.ok(partial > 20, `only ${partial} of them were cut off by a limit`);
  });
}

test('one instance that is asked again and again answers the same', async () => {
  const glue = await instance();
  const texts = ['The bridge over the Elm was closed on Friday. Seven cars stood on it.', 'On Friday the bridge over the Elm was closed. Eight cars stood on it.'];
  const first = JSON.stringify(glue.compare(texts, undefined));
  for (let turn = 0; turn < 50; turn += 1) {
    glue.compare(['A. '.repeat(turn * 20), 'B. '.repeat(turn)], undefined);
    assert.equal(JSON.stringify(glue.compare(texts, undefined)), first);
  }
});
