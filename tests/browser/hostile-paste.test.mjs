// What a reader may paste into the page's own fields: markup that is meant to hurt, and more than anyone can read.
import assert from 'node:assert/strict';
import { INLINE_NOTED, MARKUP, STORY, harmless } from './support/hostile.mjs';
import { element, host, shown } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { paste } from './support/paste.mjs';
import { open } from './support/story.mjs';

const text = (widget, letter) => widget.getByLabel(`Text of article ${letter}`);
const compare = (widget) => widget.getByRole('button', { name: 'Compare', exact: true });

async function fields(t) {
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Compare your own' }).click();
  await text(widget, 'A').waitFor();
  return widget;
}

pageTest('markup pasted as rich text is text or nothing', { timeout: 120_000, allowed: INLINE_NOTED }, async (t) => {
  const widget = await fields(t);
  for (const markup of MARKUP) {
    const html = `<p>Ships wait outside the port.</p>${markup}<p>${STORY}</p>`;
    await text(widget, 'A').fill('');
    assert.equal(await paste(text(widget, 'A'), { 'text/html': html, 'text/plain': 'flat' }), false, 'the page takes the paste itself');
    await t.page.waitForFunction((field) => field.value.includes('Ships wait'), await text(widget, 'A').elementHandle());
    await harmless(t.page);
  }
  await text(widget, 'A').fill(MARKUP.join('\n\n') + STORY);
  await text(widget, 'B').fill(STORY);
  await compare(widget).click();
  await widget.getByRole('article', { name: 'Outlet A' }).getByText('closed the harbour').waitFor();
  await harmless(t.page);
});

pageTest('of 30,000 sentences the first are drawn, and the reader is told', { timeout: 120_000 }, async ({ page, context }) => {
  page.setDefaultTimeout(60_000);
  await page.goto(await host(context, element()));
  await shown(page);
  const compared = await page.evaluate(async (story) => {
    const made = document.querySelector('diptych-compare');
    await made.compare([{ text: 'Ships wait.\n'.repeat(30_000) }, { text: story }]);
    return made.toJSON().articles[0].sentences.length;
  }, STORY);
  assert.equal(compared, 30_000, 'as data they are all there');
  await page.getByText(/^Only the first 11,99\d sentences of each article are shown here/).waitFor();
  assert.ok((await page.locator('diptych-compare .s').count()) <= 12_000);
});

pageTest('over a million sentences the page answers, can give up, and goes on', { timeout: 180_000 }, async ({ page, context }) => {
  page.setDefaultTimeout(120_000);
  await page.goto(await host(context, element()));
  await shown(page);
  await page.evaluate((story) => {
    void document.querySelector('diptych-compare').compare([{ text: 'Ships wait.\n'.repeat(1_000_000) }, { text: story }]).catch(() => {});
  }, STORY);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const links = await page.evaluate(async (story) => {
    const made = document.querySelector('diptych-compare');
    await made.compare([{ text: story }, { text: story }]);
    return made.toJSON().links.length;
  }, STORY);
  assert.equal(links, 2, 'the next comparison is like any other');
});
