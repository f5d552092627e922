// The page where a newsroom makes its embed: what it shows, and whether what it gives works elsewhere.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertAccessible } from './support/axe.mjs';
import { host, shown } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';

const texts = ['The bridge over the Elm is closed. Seven cars stood on it. <b>Nobody</b> was hurt.', 'The bridge over the Elm was closed on Friday. Eight cars stood on it.'];

/** Fills in two articles and waits until they are compared. */
async function filled({ page, visit }) {
  await visit('builder.html');
  await page.getByLabel('What the story is called').fill('Bridge & "dam"');
  for (const [at, text] of texts.entries()) {
    const article = page.getByRole('group', { name: `Article ${at + 1}` });
    await article.getByLabel('Outlet').fill(`Paper ${at + 1}`);
    await article.getByLabel('Text').fill(text);
  }
  await shown(page);
  await page.waitForFunction(() => document.querySelector('#frame').value.includes('#texts='));
}

const inside = (target) => target.evaluate(() => document.querySelector('diptych-compare').shadowRoot.textContent);

pageTest('two pasted articles are shown at the width that is chosen', { viewport: { width: 1400, height: 1000 } }, async (given) => {
  const { page } = given;
  await filled(given);
  for (const width of [320, 480, 660, 1200]) {
    await page.getByLabel(`${width} px`).check();
    assert.equal(await page.locator('diptych-compare').evaluate((one) => one.getBoundingClientRect().width), width);
  }
  assert.match(await inside(page), /Eight cars/);
  await assertAccessible(page);
});

pageTest('the element’s snippet works on a page of its own', async (given) => {
  const { page, context } = given;
  await filled(given);
  const snippet = await page.locator('#element').inputValue();
  assert.ok(snippet.includes('&lt;b&gt;Nobody&lt;/b&gt;') && snippet.includes('data-title="Bridge &amp; &quot;dam&quot;"'), snippet);
  await page.goto(await host(context, snippet, { head: '' }));
  await shown(page);
  assert.match(await inside(page), /<b>Nobody<\/b>/);
});

pageTest('the frame’s snippet works without a story anywhere', { origins: ['null'] }, async (given) => {
  const { page, context } = given;
  await filled(given);
  const snippet = await page.locator('#frame').inputValue();
  await page.goto(await host(context, snippet, { head: '', policy: null }));
  const frame = await (await page.locator('iframe').elementHandle()).contentFrame();
  await frame.waitForFunction(() => document.querySelector('diptych-compare')?.shadowRoot?.textContent.includes('Eight cars'));
  assert.equal(await frame.title(), 'Bridge & "dam"');
  await page.waitForFunction(() => document.querySelector('iframe').style.height !== '');
});

pageTest('the saved page opens from disk, and the saved story comes back', { origins: ['null'] }, async (given) => {
  const { page, context, visit } = given;
  await filled(given);
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'diptych-builder-'));
  try {
    for (const name of ['page', 'story']) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `Save the ${name}` }).click()]);
      await download.saveAs(path.join(folder, name === 'page' ? 'comparison.html' : 'story.json'));
    }
    const saved = await context.newPage();
    await saved.goto(pathToFileURL(path.join(folder, 'comparison.html')).href);
    await saved.locator('html[data-ready]').waitFor({ state: 'attached' });
    assert.match(await inside(saved), /Eight cars/);
    assert.doesNotMatch(await inside(saved), /Baghdad/);
    assert.equal(await saved.title(), 'Bridge & "dam"');
    const story = await fs.readFile(path.join(folder, 'story.json'), 'utf8');
    await visit('builder.html');
    await page.evaluate((json) => {
      const data = new DataTransfer();
      data.items.add(new File([json], 'story.json', { type: 'application/json' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, story);
    await shown(page);
    assert.equal(await page.getByLabel('What the story is called').inputValue(), 'Bridge & "dam"');
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
});
