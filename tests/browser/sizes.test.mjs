// What the parts weigh that come before anything is seen, and the limits they keep.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { dist } from './support/settings.mjs';

const compressed = (bytes) => brotliCompressSync(bytes).length;
const read = (name) => fs.readFile(path.join(dist, name));

/** A module and all that it imports before it runs. */
async function atOnce(entry, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const text = String(await read(entry));
  for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) await atOnce(name, seen);
  return seen;
}

/** What a module weighs with all that it imports before it runs. @param {string} entry */
async function weightAtOnce(entry) {
  const names = [...(await atOnce(entry))];
  assert.ok(names.length > 1 && !names.includes('diptych.js'), names.join());
  const sizes = await Promise.all(names.map(async (name) => compressed(await read(name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('the script that comes before anything else weighs at most 8 KB', async (t) => {
  const whole = await weightAtOnce('define.js');
  t.diagnostic(`${whole} bytes with brotli`);
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

test('nothing weighs more than the embedding guide says', async (t) => {
  const guide = await fs.readFile(path.join(import.meta.dirname, '../../docs/embedding.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| `([^`]+)`([^|]*)\|[^|]*\| ([\d,]*) ?\| ([\d,]+) \|$/gm)];
  assert.ok(rows.length >= 9, `${rows.length} rows`);
  const number = (text) => Number(text.replaceAll(',', ''));
  for (const [, name, more, whole, brotli] of rows) {
    const bytes = await read(name);
    const weight = more.trim() ? await weightAtOnce(name) : compressed(bytes);
    t.diagnostic(`${name}: ${bytes.length} bytes, ${weight} with brotli`);
    if (whole) assert.ok(bytes.length <= number(whole), `${name} has ${bytes.length} bytes, the guide says ${whole}`);
    assert.ok(weight <= number(brotli), `${name} has ${weight} bytes with brotli, the guide says ${brotli}`);
  }
});
