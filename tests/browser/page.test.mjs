// The page as a reader opens it.
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.mjs';
import { pageTest } from './support/page-test.mjs';
import { ready } from './support/ready.mjs';
import { pageUrl } from './support/settings.mjs';

pageTest('the page opens without a word on the console and asks no other origin', async ({ page, visit, watcher }) => {
  await visit();
  await ready(page);
  assert.ok(watcher.requests.some((url) => url.endsWith('.wasm')), 'the wasm was fetched');
  assert.ok(watcher.requests.every((url) => url.startsWith(pageUrl) || url.startsWith('data:')), watcher.requests.join());
});

for (const colorScheme of ['light', 'dark']) {
  pageTest(`axe finds nothing on the ${colorScheme} page`, { media: { colorScheme } }, async ({ page, visit }) => {
    await visit();
    await ready(page);
    await assertAccessible(page);
  });
}
