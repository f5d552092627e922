// What a reader sees and does on the built-in story.
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.mjs';
import { pageTest } from './support/page-test.mjs';
import { ready } from './support/ready.mjs';

/** Opens the story, with two articles in the columns by their letters. */
async function open({ page, visit }, left = 'B', right = 'E') {
  await visit();
  await ready(page);
  const widget = page.locator('diptych-compare .dp');
  const [first, second] = [widget.getByLabel('Left article'), widget.getByLabel('Right article')];
  if (await first.isVisible()) {
    await second.selectOption({ label: `Outlet ${right}` });
    await first.selectOption({ label: `Outlet ${left}` });
    await second.selectOption({ label: `Outlet ${right}` });
  }
  return widget;
}

/** The sentence in the article of an outlet that holds some words. */
const sentence = (widget, letter, words) => widget.getByRole('article', { name: `Outlet ${letter}` }).locator('[data-s]', { hasText: words });
/** Clicks on the first line of a sentence, as a hand would. */
async function press(target) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.evaluate((s) => {
    const { x, y, width, height } = s.getClientRects()[0];
    return { x: x + Math.min(width / 2, 60), y: y + height / 2 };
  });
  await target.page().mouse.click(box.x, box.y);
}

pageTest('two columns tell their articles in full, in their authors’ order', async (t) => {
  const widget = await open(t);
  const texts = await widget.getByRole('article', { name: 'Outlet B' }).locator('[data-s]').allTextContents();
  assert.equal(texts.length, 19);
  assert.match(texts[0], /^US kills Iran’s most senior general/);
  assert.match(texts[3], /^The Pentagon has confirmed President Trump ordered an attack/);
});

for (const other of ['D', 'E']) {
  pageTest(`the Pentagon’s statement in B is linked to that in ${other}`, async (t) => {
    const widget = await open(t, 'B', other);
    await press(sentence(widget, 'B', 'At the direction of the President'));
    const raised = sentence(widget, other, 'At the direction of the President');
    await assert.doesNotReject(raised.and(widget.locator('[aria-current=true]')).waitFor());
    const panel = widget.getByRole('region', { name: 'Linked pair' });
    assert.match(await panel.innerText(), /Told by [345] of 5/);
  });
}

pageTest('seven against at least eight is a number that differs, and said so', async (t) => {
  const widget = await open(t, 'B', 'D');
  const seven = sentence(widget, 'B', 'seven people');
  assert.match(await seven.getAttribute('aria-label'), /^Sentence 4, .*number differs/);
  assert.match(await seven.locator('.m-fact').innerText(), /seven/);
  assert.match(await sentence(widget, 'D', 'at least eight').locator('.m-fact').innerText(), /at least eight/);
});

pageTest('Qassim and Qassem are one name in two spellings, not a difference', async (t) => {
  const widget = await open(t, 'A', 'B');
  const qassim = sentence(widget, 'A', 'Top Iranian general Qassim');
  assert.equal(await qassim.locator('.m-fact', { hasText: 'Qass' }).count(), 0);
});

pageTest('a pair is raised by the pointer, kept by a click, and let go with Escape', async (t) => {
  const { page } = t;
  const widget = await open(t);
  const target = sentence(widget, 'B', 'It also accused Soleimani');
  await target.scrollIntoViewIfNeeded();
  await target.hover();
  await widget.locator('[aria-current=true]').nth(1).waitFor();
  await press(target);
  const panel = widget.getByRole('region', { name: 'Linked pair' });
  await panel.getByRole('button', { name: /Copy both/ }).waitFor();
  const heights = await widget.locator('[aria-current=true]').evaluateAll((all) => all.map((s) => s.getClientRects()[0].top));
  assert.ok(Math.abs(heights[0] - heights[1]) < 40, `both stand at one height: ${heights}`);
  await page.keyboard.press('Escape');
  await panel.getByText('Choose a sentence').waitFor();
});

pageTest('next and previous go through the differences and tell where the reader is', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Next difference' }).click();
  await widget.getByText(/^1 of \d+$/).waitFor();
  await page.keyboard.press('n');
  await widget.getByText(/^2 of \d+$/).waitFor();
  assert.match(await widget.locator('[aria-live=polite]').textContent(), /^2 of \d+: /);
});

pageTest('a row of the legend hides its class', async (t) => {
  const widget = await open(t);
  const row = widget.getByRole('button', { name: /^Partly shared/ });
  assert.ok((await widget.locator('.rb-partly').count()) > 0);
  await row.click();
  assert.equal(await row.getAttribute('aria-pressed'), 'false');
  await widget.locator('.rb-partly').first().waitFor({ state: 'detached' });
});

pageTest('rows are a table with one column for each outlet', async (t) => {
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Rows' }).click();
  const heads = await widget.getByRole('columnheader').allTextContents();
  assert.deepEqual(heads.slice(1), ['A', 'B', 'C', 'D', 'E'].map((l) => `Outlet ${l}`));
  assert.ok((await widget.getByRole('row').count()) > 30);
  await assertAccessible(t.page);
});

pageTest('a narrow page interleaves, unless the reader wants otherwise', { viewport: { width: 390, height: 844 } }, async (t) => {
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Interleaved', pressed: true }).waitFor();
  assert.ok(await t.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing to scroll sideways');
  await assertAccessible(t.page);
  await widget.getByRole('button', { name: 'Columns' }).click();
  await widget.getByRole('article').nth(1).waitFor();
});

pageTest('two pasted articles are compared; an address alone gets a sentence and stays', async (t) => {
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Compare your own' }).click();
  const [first, second] = [widget.getByLabel('Text of article A'), widget.getByLabel('Text of article B')];
  await first.fill('https://example.org/story');
  await widget.getByText('Pages can’t be fetched').or(widget.getByText("Pages can't be fetched")).waitFor();
  assert.equal(await first.inputValue(), 'https://example.org/story');
  await first.fill('The mayor of Ulm opened the new bridge over the Danube on Monday. It cost 12 million euros.');
  await second.fill('On Monday the new bridge over the Danube was opened by the mayor of Ulm. It cost 14 million euros.');
  await widget.getByRole('button', { name: 'Compare', exact: true }).click();
  await widget.getByRole('article', { name: 'Outlet A' }).getByText('The mayor of Ulm').waitFor();
  assert.match(await widget.getByRole('article', { name: 'Outlet B' }).innerText(), /14 million/);
});

pageTest('axe finds nothing while a pair is kept, in the help and in the search', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Next difference' }).click();
  await assertAccessible(page);
  for (const key of ['?', '/']) {
    await page.keyboard.press(key);
    await assertAccessible(page);
    await page.keyboard.press('Escape');
  }
});
