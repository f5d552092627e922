// Scripts from another host, each with the hash that it must have.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { element, host, shown } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { cdnUrl, dist } from './support/settings.mjs';

const cdn = new URL(cdnUrl).origin;
const { integrity } = JSON.parse(await fs.readFile(path.join(dist, 'integrity.json'), 'utf8'));
/** The hash of something else. */
const WRONG = `sha384-${createHash('sha384').update('something else').digest('base64')}`;
/** The modules that come before anything is compared. */
const parts = Object.keys(integrity).filter((name) => name.startsWith('./part-'));

/** A page under a strict policy whose scripts come from the other host; `wrong` names those with a wrong hash. */
function embedded(context, wrong = []) {
  const hashes = Object.fromEntries(Object.entries(integrity).map(([name, hash]) => [new URL(name, cdnUrl).href, wrong.includes(name) ? WRONG : hash]));
  const map = JSON.stringify({ integrity: hashes });
  const allowed = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${cdn} ${allowed} 'wasm-unsafe-eval'; style-src 'self'; connect-src ${cdn}; img-src data:; worker-src blob: ${cdn}; require-trusted-types-for 'script'; trusted-types diptych`;
  const address = new URL('define.js', cdnUrl).href;
  const head = `<script type="importmap">${map}</script><script type="module" crossorigin src="${address}" integrity="${hashes[address]}"></script>`;
  return host(context, element(), { policy, head });
}

const readable = async (page) => assert.ok(await page.getByText('Seven people were brought to safety').isVisible(), 'the articles can be read');
const refused = [/integrity/i, /digest/i, /Failed to load module|failed request|404/i];

pageTest('scripts that have their hash run', { origins: [cdn] }, async ({ page, context }) => {
  await page.goto(await embedded(context));
  await shown(page);
  assert.ok(await page.locator('.dp').getByText('Eight people').first().isVisible());
});

for (const [name, wrong] of Object.entries({ 'the first script': ['./define.js'], 'the modules behind it': parts })) {
  pageTest(`${name} with another hash: nothing runs, the articles stay`, { origins: [cdn], allowed: refused }, async ({ page, context }) => {
    await page.goto(await embedded(context, wrong));
    await page.waitForLoadState('load');
    assert.equal(await page.evaluate(() => customElements.get('diptych-compare')), undefined);
    await readable(page);
  });
}

pageTest('a later module with another hash: the articles stay, and the page is told', { origins: [cdn], allowed: refused }, async ({ page, context }) => {
  await page.addInitScript(() => {
    globalThis.firstError = new Promise((done) => addEventListener('diptych-error', (event) => done(event.detail.code), { once: true }));
  });
  await page.goto(await embedded(context, ['./diptych.js']));
  assert.equal(await page.evaluate(() => globalThis.firstError), 'wasm-missing');
  await readable(page);
});
