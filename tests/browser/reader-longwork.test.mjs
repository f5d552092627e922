// Point 12: long work says how far it is, can be given up, and never holds up the reader.
import assert from 'node:assert/strict';
import { pageTest } from './support/page-test.mjs';
import { ready } from './support/ready.mjs';
import { compareOwn, open, scrolled, sentence } from './support/story.mjs';
import { painted } from './support/wait.mjs';

/** Two articles that take a while, put among the reader's drafts. */
const longDrafts = (page) => page.evaluate(() => {
  const words = (seed) => Array.from({ length: 30_000 }, (_, i) => `Sentence ${(i * 7919) % 9973} of ${seed} tells of place ${i % 811} and day ${i % 367}.`).join(' ');
  document.querySelector('diptych-compare').drafts = [{ outlet: 'Long One', text: words('one') }, { outlet: 'Long Two', text: words('two') }];
});

async function begin(t) {
  const widget = await open(t);
  await longDrafts(t.page);
  await compareOwn(widget, []);
  await widget.getByRole('progressbar', { name: 'Comparing the articles' }).waitFor();
  return widget;
}

pageTest('long work shows how far it is, and giving it up returns to what was there', { timeout: 120_000 }, async (t) => {
  const widget = await begin(t);
  const bar = widget.getByRole('progressbar');
  const share = await bar.evaluate((p) => p.position);
  assert.ok(share >= 0 && share < 1);
  await sentence(widget, 'B', 'The Pentagon has confirmed').waitFor();
  await widget.getByRole('button', { name: 'Cancel' }).click();
  await bar.waitFor({ state: 'detached' });
  assert.ok(await sentence(widget, 'B', 'The Pentagon has confirmed').isVisible());
  await widget.getByRole('button', { name: 'Compare your own' }).click();
  assert.match(await widget.getByLabel('Text of article B').inputValue(), /^Sentence 0 of two/, 'nothing entered is lost');
});

pageTest('the progress grows', { timeout: 120_000 }, async (t) => {
  const widget = await begin(t);
  const bar = widget.getByRole('progressbar');
  const first = await bar.evaluate((p) => p.position);
  await bar.evaluate((p, before) => new Promise((done) => {
    const look = () => (!p.isConnected || p.position > before ? done() : requestAnimationFrame(look));
    look();
  }), first);
  await widget.getByRole('button', { name: 'Cancel' }).click();
});

pageTest('while it compares the reader scrolls and types', { timeout: 120_000 }, async (t) => {
  const { page } = t;
  const widget = await begin(t);
  await page.evaluate(() => {
    globalThis.longest = 0;
    let last = performance.now();
    const beat = (now) => {
      globalThis.longest = Math.max(globalThis.longest, now - last);
      last = now;
      requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);
  });
  await widget.locator('.pane-left').hover();
  await page.mouse.wheel(0, 300);
  await painted(page);
  assert.ok((await scrolled(widget, 'left')) > 0);
  await widget.getByRole('button', { name: 'Search all articles' }).click();
  await widget.getByRole('searchbox').fill('quds');
  await widget.getByRole('search').getByText(/^Found/).waitFor();
  const longest = await page.evaluate(() => globalThis.longest);
  assert.ok(longest < 1000, `the page stood still for ${longest} ms`);
  await widget.getByRole('button', { name: 'Cancel' }).click();
});

pageTest('a visit that begins with long work shows it too, and giving it up leads to the example', { timeout: 120_000 }, async ({ page, visit }) => {
  await page.addInitScript(() => {
    const words = (seed) => Array.from({ length: 20_000 }, (_, i) => `Sentence ${(i * 7919) % 9973} of ${seed} tells of place ${i % 811} and day ${i % 367}.`).join(' ');
    localStorage.setItem('diptych-articles', JSON.stringify([{ outlet: 'Long One', text: words('one') }, { outlet: 'Long Two', text: words('two') }]));
  });
  await visit();
  const widget = page.locator('diptych-compare .dp');
  await widget.getByRole('progressbar').waitFor();
  await widget.getByRole('button', { name: 'Cancel' }).click();
  await ready(page);
  await widget.getByText('The Pentagon has confirmed').first().waitFor();
});
