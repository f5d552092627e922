// The published types are held to the code by www/types/published.ts, which `cargo xtask lint` checks. Here: that it finds
// what drifts apart, and that no script goes unchecked.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
const tsc = path.join(import.meta.dirname, 'node_modules', 'typescript', 'bin', 'tsc');

/** What TypeScript says of www/ in a copy where some text of a file is another. */
async function errors(file, before, after) {
  const copy = await fs.mkdtemp(path.join(os.tmpdir(), 'diptych-types-'));
  try {
    for (const folder of ['www', 'npm']) await fs.cp(path.join(root, folder), path.join(copy, folder), { recursive: true });
    await fs.mkdir(path.join(copy, 'tests/browser'), { recursive: true });
    await fs.symlink(path.join(import.meta.dirname, 'node_modules'), path.join(copy, 'tests/browser/node_modules'));
    const text = await fs.readFile(path.join(copy, file), 'utf8');
    assert.ok(text.includes(before), `${file} has no “${before}”`);
    await fs.writeFile(path.join(copy, file), text.replace(before, after));
    return await promisify(execFile)('node', [tsc, '--project', path.join(copy, 'www')]).then(() => '', ({ stdout }) => stdout);
  } finally {
    await fs.rm(copy, { recursive: true, force: true });
  }
}

const drifts = {
  'a method that the code lacks': ['npm/element.d.ts', '  next(): void;', '  next(): void;\n  last(): void;'],
  'a method that the types lack': ['npm/element.d.ts', '  next(): void;', ''],
  'a property of another type': ['npm/element.d.ts', 'get sensitivity(): number | null;', 'get sensitivity(): string | null;'],
  'a code that the code lacks': ['npm/core.d.ts', "  | 'story-missing'", "  | 'story-missing'\n  | 'story-lost'"],
  'an event with another detail': ['npm/element.d.ts', "'diptych-ready': CustomEvent<{ articles: number }>", "'diptych-ready': CustomEvent<{ count: number }>"],
  'a function of the core with another result': ['npm/core.d.ts', '): Promise<Report>;', '): Promise<LinkReport>;'],
};

test('the types are those of the code', async () => {
  assert.equal(await errors('npm/element.d.ts', '  next(): void;', '  next(): void;'), '');
});

for (const [name, change] of Object.entries(drifts)) {
  test(`${name} is found`, async () => {
    assert.match(await errors(...change), /error TS\d+/);
  });
}

test('every script is checked, also by an editor', async () => {
  const folders = ['www', 'npm', 'xtask/js', 'fuzz/js', 'tests/browser/support'];
  for (const folder of folders) {
    const names = (await fs.readdir(path.join(root, folder), { recursive: true })).filter((name) => /\.m?js$/.test(name));
    assert.ok(names.length > 2);
    for (const name of names) assert.match(await fs.readFile(path.join(root, folder, name), 'utf8'), /^\/\/ @ts-check\n/, `${folder}/${name}`);
  }
});
