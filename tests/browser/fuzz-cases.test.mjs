// What the fuzzer of the page's JavaScript attacks, on everything that it ever found: `cargo xtask fuzz` looks for more.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { targets } from '../../fuzz/js/targets.mjs';

const found = path.join(import.meta.dirname, '..', '..', 'fuzz', 'found');

for (const [name, target] of Object.entries(targets)) {
  test(`what was found once of ${name} is right now`, async () => {
    const cases = readdirSync(path.join(found, name));
    assert.ok(cases.length > 0, `${name} has no case in fuzz/found`);
    for (const file of cases) await target(readFileSync(path.join(found, name, file)));
  });
}

test('a check that holds nothing would find nothing: these mistakes are found', async () => {
  await assert.rejects(async () => targets.html(Symbol('no bytes')));
  const { readStory } = await import('../../www/input/story.js');
  assert.throws(() => readStory('{'), { code: 'story-invalid' });
});
