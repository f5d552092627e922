// What the fuzzer of the page's JavaScript attacks, on everything that it ever found: `cargo xtask fuzz` looks for more.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { targets } from '../../fuzz/js/targets.mjs';
import { targets as pageTargets } from '../../fuzz/js/page-targets.js';
import { openModules, origin } from './support/modules.mjs';
import { pageTest } from './support/page-test.mjs';

const folder = path.join(import.meta.dirname, '..', '..', 'fuzz', 'found');

/** What was found of a target. */
function found(name) {
  const files = readdirSync(path.join(folder, name));
  assert.ok(files.length > 0, `${name} has no case in fuzz/found`);
  return files.map((file) => readFileSync(path.join(folder, name, file)));
}

for (const [name, target] of Object.entries(targets)) {
  test(`what was found once of ${name} is right now`, async () => {
    for (const bytes of found(name)) await target(bytes);
  });
}

for (const name of Object.keys(pageTargets)) {
  pageTest(`what was found once of ${name} is right now`, { origins: [origin] }, async ({ page }) => {
    await openModules(page);
    await page.evaluate(async ([wanted, cases]) => {
      const { targets } = await import('/fuzz/js/page-targets.js');
      for (const bytes of cases) await targets[wanted](Uint8Array.from(bytes));
    }, [name, found(name).map((bytes) => [...bytes])]);
  });
}

test('a check that holds nothing would find nothing: this mistake is found', async () => {
  const { readStory } = await import('../../www/input/story.js');
  await assert.rejects(readStory('{'), { code: 'story-invalid' });
});

pageTest('the check of pages finds what ran', { origins: [origin] }, async ({ page }) => {
  await openModules(page);
  const attacked = page.evaluate(async () => {
    const { targets } = await import('/fuzz/js/page-targets.js');
    globalThis.ran = 1;
    await targets.html(new TextEncoder().encode('<p>One.</p>'));
  });
  await assert.rejects(attacked, /nothing runs/);
});
