// What the documentation and the package's manifest list is what the code has.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { DiptychCompare } from '../../www/element/element.js';
import { PROPERTIES } from '../../www/element/reflect.js';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name) => fs.readFile(path.join(root, name), 'utf8');
const sorted = (list) => [...new Set(list)].sort();
const found = (text, pattern) => sorted([...text.matchAll(pattern)].map((match) => match[1]));

const guide = await read('docs/embedding.md');
const manifest = JSON.parse(await read('npm/custom-elements.json')).modules[0].declarations[0];
const scripts = (await Promise.all(['element/element.js', 'element/shadow-view.js', 'engine/renderer.js', 'engine/fault.js'].map((name) => read(`www/${name}`)))).join('\n');
const components = (await fs.readdir(path.join(root, 'src/ui'), { recursive: true })).filter((name) => name.endsWith('.rs')).map((name) => `src/ui/${name}`);
const names = (list) => sorted(list.map(({ name }) => name));

/** The first column of the table below a header. */
function listed(header) {
  const rows = guide.split('\n');
  const start = rows.findIndex((row) => row.startsWith(`| ${header} |`));
  assert.ok(start >= 0, `docs/embedding.md has no table “${header}”`);
  const end = rows.findIndex((row, at) => at > start && !row.startsWith('|'));
  return sorted(rows.slice(start + 2, end).map((row) => /^\| `([^`(]+)/.exec(row)[1]));
}

test('attributes', () => {
  const known = sorted(DiptychCompare.observedAttributes);
  assert.deepEqual(listed('attribute'), known);
  assert.deepEqual(names(manifest.attributes), known);
});

test('properties and methods', () => {
  const callbacks = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'rendererBroke'];
  const all = Object.getOwnPropertyNames(DiptychCompare.prototype).filter((name) => !callbacks.includes(name));
  assert.deepEqual(names(manifest.members), sorted(all));
  assert.deepEqual(listed('name'), sorted(all.filter((name) => !Object.hasOwn(PROPERTIES, name))));
});

test('events and codes', () => {
  const events = found(scripts, /#dispatch\('(diptych-[a-z]+)'/g);
  assert.ok(events.length > 2);
  assert.deepEqual(listed('event'), events);
  assert.deepEqual(names(manifest.events), events);
  const codes = found(scripts, /^ {2}'?([a-z-]+)'?: '[A-Z]/gm);
  assert.deepEqual(listed('code'), codes);
});

test('parts and custom properties', async () => {
  const drawn = (await Promise.all(components.map(read))).join('');
  const parts = sorted([...found(scripts, /setAttribute\('part', '([a-z-]+)'\)/g), ...found(drawn, /\.part\("([a-z-]+)"\)/g)]);
  assert.ok(parts.length > 8);
  assert.deepEqual(listed('part'), parts);
  assert.deepEqual(names(manifest.cssParts), parts);
  const sheets = ['src/ui/style/base.css', 'src/ui/style/views.css', 'www/element/diptych.css'];
  const styles = (await Promise.all(sheets.map(read))).join('');
  const properties = found(styles, /var\((--diptych-[a-z-]+)/g);
  assert.deepEqual(listed('custom property'), properties);
  assert.deepEqual(names(manifest.cssProperties), properties);
});

test('the types know every event and code', async () => {
  const types = (await read('npm/element.d.ts')) + (await read('npm/core.d.ts'));
  for (const name of [...listed('event'), ...listed('code')]) assert.ok(types.includes(`'${name}'`), name);
});
