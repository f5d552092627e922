// Point 3: rows and interleaved; the reader's choice before the width, the container's width before the window's.
import assert from 'node:assert/strict';
import { element, host, shown } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { open } from './support/story.mjs';

const narrow = { viewport: { width: 390, height: 844 } };

pageTest('rows are a table with one column for each outlet, and gaps say that nothing was found', async (t) => {
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Rows' }).click();
  const heads = await widget.getByRole('columnheader').allTextContents();
  assert.deepEqual(heads.slice(1), ['A', 'B', 'C', 'D', 'E'].map((l) => `Outlet ${l}`));
  const rows = widget.getByRole('row');
  assert.ok((await rows.count()) > 30);
  const row = rows.filter({ hasText: 'was actively developing plans to attack American diplomats' }).first();
  assert.match(await row.getByRole('rowheader').innerText(), /told by [345] of 5/);
  assert.equal(await row.getByRole('cell').count(), 5);
  const alone = rows.filter({ has: t.page.getByRole('rowheader', { name: 'Only here' }) }).first();
  assert.equal(await alone.getByRole('cell', { name: 'none found' }).count(), 4);
  const dirs = await row.getByRole('cell').evaluateAll((cells) => cells.map((c) => c.dir));
  assert.deepEqual(new Set(dirs), new Set(['ltr']));
});

pageTest('a narrow page interleaves: the pivot’s sentence, its counterparts under it, who else tells it', narrow, async (t) => {
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Interleaved', pressed: true }).waitFor();
  const item = widget.getByRole('listitem').filter({ hasText: 'was actively developing plans to attack' }).first();
  assert.match(await item.locator('.cp').first().innerText(), /actively\s+developing plans/);
  assert.match(await item.locator('.al').innerText(), /Worded differently · also in/);
  await item.getByRole('button', { name: /^Compare words: Sentence \d+, also in Outlet E, worded differently/ }).click();
  await item.locator('.cp.on .m').first().waitFor();
  assert.ok(await t.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing to scroll sideways');
});

pageTest('what only the other article tells stands between the pivot’s sentences, and goes with its class', narrow, async (t) => {
  const widget = await open(t);
  const others = widget.locator('.iv.is-only > .cp');
  await others.first().waitFor();
  const all = await widget.getByRole('listitem').count();
  assert.ok((await others.count()) > 3 && all > (await others.count()) + 20);
  assert.match(await others.first().locator('xpath=..').innerText(), /Only here/);
  await widget.locator('.legend').getByRole('button', { name: /^Only here/ }).click();
  await others.first().waitFor({ state: 'detached' });
});

pageTest('what the reader chose stays when the page grows narrow, and on paper there are rows', { viewport: { width: 1000, height: 800 } }, async (t) => {
  const { page } = t;
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Columns', pressed: true }).waitFor();
  await page.setViewportSize({ width: 500, height: 800 });
  await widget.getByRole('button', { name: 'Interleaved', pressed: true }).waitFor();
  await widget.getByRole('button', { name: 'Columns' }).click();
  await widget.getByRole('article').nth(1).waitFor();
  await page.setViewportSize({ width: 480, height: 800 });
  assert.equal(await widget.getByRole('button', { name: 'Columns' }).getAttribute('aria-pressed'), 'true');
  await page.emulateMedia({ media: 'print' });
  await widget.getByRole('table').waitFor();
  await page.emulateMedia({ media: 'screen' });
  await widget.getByRole('article').nth(1).waitFor();
});

pageTest('a narrow container in a wide window decides', async ({ page, context }) => {
  await page.goto(await host(context, element('loading="eager"'), { root: 'lang="en"' }));
  await shown(page);
  await page.evaluate(() => (document.body.style.inlineSize = '420px'));
  const widget = page.locator('diptych-compare .dp');
  await widget.getByRole('button', { name: 'Interleaved', pressed: true }).waitFor();
  await page.evaluate(() => (document.body.style.inlineSize = '1000px'));
  await widget.getByRole('button', { name: 'Columns', pressed: true }).waitFor();
});

pageTest('n goes to the next difference in every view', narrow, async (t) => {
  const { page } = t;
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Search all articles' }).focus();
  for (let step = 1; step <= 8; step++) {
    await page.keyboard.press('n');
    await widget.getByText(new RegExp(`^${step} of \\d+$`)).waitFor();
  }
  const item = await widget.getByRole('listitem').evaluateAll((all) => all.findIndex((li) => li === li.getRootNode().activeElement));
  assert.ok(item > 3, `the focus is on item ${item}`);
  assert.ok(await page.evaluate(() => scrollY > 100));
});
