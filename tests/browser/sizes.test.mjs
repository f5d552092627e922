// What the parts weigh that come before anything is seen, and the limits they keep.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { dist } from './support/settings.mjs';

const read = (name) => fs.readFile(path.join(dist, name));

/** A module and all that it imports before it runs. */
async function atOnce(entry, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const text = String(await read(entry));
  for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) await atOnce(name, seen);
  return seen;
}

test('the script that comes before anything else weighs at most 8 KB', async (t) => {
  const names = [...(await atOnce('define.js'))];
  assert.ok(names.length > 1 && !names.includes('diptych.js'), names.join());
  const sizes = await Promise.all(names.map(async (name) => brotliCompressSync(await read(name)).length));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  t.diagnostic(`${whole} bytes with brotli in ${names.length} files`);
  assert.ok(whole <= 8 * 1024, `${whole} bytes`);
});

for (const [name, limit] of [['diptych.css', 1024], ['frame-host.js', 1024]]) {
  test(`${name} weighs at most ${limit} bytes`, async (t) => {
    const { length } = await read(name);
    t.diagnostic(`${length} bytes`);
    assert.ok(length <= limit, `${length} bytes`);
  });
}

test('the one file holds its wasm once, and no second copy of the script', async () => {
  const page = String(await read('diptych.html'));
  assert.equal(page.match(/id="diptych-wasm"/g)?.length, 1);
  assert.equal(page.match(/__wbindgen_externref_table_alloc/g)?.length, String(await read('diptych.js')).match(/__wbindgen_externref_table_alloc/g)?.length);
});
