// Points 4 and 5: the legend as a filter, going through the differences, only here, only differences, the list,
// the sensitivity.
import assert from 'node:assert/strict';
import { pageTest } from './support/page-test.mjs';
import { compareOwn, open, panel, press, sentence, sentences } from './support/story.mjs';
import { painted } from './support/wait.mjs';

const row = (widget, name) => widget.getByRole('list', { name: 'Legend and filter' }).getByRole('button', { name });
const counts = async (locator) => (await locator.innerText()).match(/\d+/g).map(Number);

pageTest('the legend counts what is there and hides a class at a press', async (t) => {
  const widget = await open(t);
  const only = row(widget, /^Only here/);
  const shown = await Promise.all(['B', 'E'].map((l) => widget.getByRole('article', { name: `Outlet ${l}` }).locator('.is-only').count()));
  assert.deepEqual(await counts(only), shown);
  const partly = row(widget, /^Partly shared/);
  assert.deepEqual(await counts(partly), [await widget.locator('.rb-partly').count()]);
  await partly.click();
  assert.equal(await partly.getAttribute('aria-pressed'), 'false');
  await widget.locator('.rb-partly').first().waitFor({ state: 'detached' });
});

pageTest('next and previous go through the shown classes and say where the reader is', async (t) => {
  const { page } = t;
  const widget = await open(t);
  const total = async () => Number((await widget.getByText(/^\d+ differences$|^\d+ of \d+$/).first().innerText()).match(/\d+/g).at(-1));
  const all = await total();
  await row(widget, /^Only here/).click();
  await widget.getByText(`${all} differences`).waitFor({ state: 'detached' });
  const some = await total();
  assert.ok(some < all, `${some} of ${all}`);
  await widget.getByRole('button', { name: 'Next difference' }).click();
  await widget.getByText(`1 of ${some}`, { exact: true }).waitFor();
  await page.keyboard.press('n');
  await widget.getByText(`2 of ${some}`, { exact: true }).waitFor();
  assert.match(await widget.locator('[aria-live=polite]').textContent(), new RegExp(`^2 of ${some}: (worded differently|partly shared)$`));
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await widget.getByText(`${some} of ${some}`, { exact: true }).waitFor();
  await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
});

pageTest('n starts from where the reader is', async (t) => {
  const { page } = t;
  const widget = await open(t);
  const from = sentence(widget, 'B', 'Amir Hatami');
  await from.focus();
  await page.keyboard.press('n');
  await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
  const at = Number(await widget.locator('.pane-left [aria-current=true]').getAttribute('data-s'));
  assert.ok(at > Number(await from.getAttribute('data-s')), `went to sentence ${at + 1}`);
});

pageTest('only here lets the rest of an article step back', async (t) => {
  const widget = await open(t);
  const ink = (target) => target.evaluate((s) => getComputedStyle(s).color);
  const alone = widget.locator('.pane-left .is-only').first();
  const told = sentence(widget, 'B', 'The Pentagon has confirmed');
  assert.equal(await ink(alone), await ink(told));
  await widget.getByRole('button', { name: 'Only here', exact: true }).click();
  await widget.getByRole('button', { name: 'Only here', exact: true, pressed: true }).waitFor();
  assert.notEqual(await ink(alone), await ink(told));
});

const shared = ['The river Elm rose on Monday.', 'The dam at Marlow held all night.', 'Nobody had expected so much rain.', 'The trains stood still until noon.'];
const own = [
  `Seven people were hurt in Marlow on Monday evening. ${shared.join(' ')}\n\n${shared[0].replace('Monday', 'Friday')} The school stays closed.`,
  `${shared.join(' ')}\n\nNine people were hurt in Marlow on Monday evening. The harbour office gave no figures.`,
];

async function folded(t) {
  const widget = await open(t);
  await compareOwn(widget, own);
  await widget.getByRole('article', { name: 'Outlet A' }).getByText('The dam at Marlow').waitFor();
  await widget.getByRole('button', { name: 'Only differences' }).click();
  return widget;
}
const fold = (widget, letter) => widget.getByRole('article', { name: `Outlet ${letter}` }).getByRole('button', { name: /sentences also in/ });

pageTest('only differences folds shared sentences inside their paragraph, and a press opens them', async (t) => {
  const widget = await folded(t);
  const line = fold(widget, 'A');
  assert.equal(await line.innerText(), '4 sentences also in Outlet B');
  assert.equal(await line.getAttribute('aria-expanded'), 'false');
  assert.ok(await sentence(widget, 'A', 'Seven people').isVisible());
  const dam = sentence(widget, 'A', 'The dam at Marlow');
  assert.equal(await dam.evaluate((s) => s.checkVisibility({ contentVisibilityAuto: true })), false);
  await line.click();
  await widget.locator('.pane-left .fold[aria-expanded=true]').waitFor();
  assert.equal(await dam.evaluate((s) => s.checkVisibility({ contentVisibilityAuto: true })), true);
  await line.click();
  await widget.locator('.pane-left .fold[aria-expanded=false]').waitFor();
});

pageTest('j and k pass over what is folded away', async (t) => {
  const { page } = t;
  const widget = await folded(t);
  await sentence(widget, 'A', 'Seven people').focus();
  await page.keyboard.press('j');
  const at = () => widget.evaluate((root) => root.getRootNode().activeElement?.textContent);
  assert.match(await at(), /on Friday/);
  await page.keyboard.press('k');
  assert.match(await at(), /Seven people/);
});

pageTest('what is folded away is still found by the browser’s own search', async (t) => {
  const { page } = t;
  const widget = await folded(t);
  // A link to a passage of text makes the browser search the page as its own find does.
  await page.evaluate(() => (location.hash = '#:~:text=The%20dam%20at%20Marlow'));
  await widget.locator('.pane-left .fold[aria-expanded=true]').waitFor();
  assert.equal(await sentence(widget, 'A', 'The dam at Marlow').evaluate((s) => s.checkVisibility({ contentVisibilityAuto: true })), true);
});

pageTest('where the browser can’t look into folds, starting its search opens them', async (t) => {
  await t.page.addInitScript(() => {
    delete HTMLElement.prototype.onbeforematch;
    delete globalThis.onbeforematch;
  });
  const widget = await folded(t);
  await sentence(widget, 'A', 'Seven people').focus();
  await t.page.keyboard.press('Control+f');
  await widget.locator('.pane-left .fold[aria-expanded=true]').waitFor();
  await widget.locator('.pane-right .fold[aria-expanded=true]').waitFor();
});

pageTest('the list names every difference by class with both snippets, in step with the focus', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await widget.getByRole('button', { name: 'All differences' }).click();
  const list = widget.getByRole('region', { name: 'All differences' });
  const items = list.getByRole('listitem');
  const total = Number((await widget.getByText(/^\d+ differences$/).innerText()).match(/\d+/));
  assert.equal(await items.count(), total);
  assert.ok((await list.getByRole('heading', { level: 3 }).allInnerTexts()).some((h) => /^Worded differently\s+\d+/.test(h)));
  const linked = items.filter({ hasText: 'actively developing' }).first();
  assert.equal(await linked.locator('.snip').count(), 2);
  await linked.getByRole('button').click();
  await list.locator('[aria-current=true]', { hasText: 'actively developing' }).waitFor();
  await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
  await page.keyboard.press('n');
  await list.locator('[aria-current=true]').filter({ hasNotText: 'was actively developing' }).waitFor();
  await widget.locator('.pane-left .is-only').first().focus();
  const words = (await widget.locator('.pane-left .is-only').first().innerText()).slice(0, 20);
  await list.locator('[aria-current=true]', { hasText: words }).waitFor();
  const inView = await list.locator('[aria-current=true]').evaluate((item) => {
    const [box, frame] = [item.getBoundingClientRect(), item.closest('section').getBoundingClientRect()];
    return box.top >= frame.top && box.bottom <= frame.bottom + 1;
  });
  assert.ok(inView, 'the current one is in view');
});

pageTest('the sensitivity draws more or fewer links while it is moved', async (t) => {
  const { page } = t;
  const widget = await open(t);
  const slider = widget.getByRole('slider', { name: 'Sensitivity' });
  const said = async () => Number((await slider.getAttribute('aria-valuetext')).match(/\d+/));
  const before = await said();
  assert.equal(await widget.locator('.rg').count(), before);
  await slider.focus();
  for (let i = 0; i < 25; i++) await page.keyboard.press('ArrowRight');
  await painted(page);
  const more = await said();
  assert.ok(more > before, `${before} then ${more}`);
  assert.equal(await widget.locator('.rg').count(), more);
  await page.keyboard.press('Home');
  await painted(page);
  assert.ok((await said()) < before);
});

pageTest('weak candidates are drawn dashed, when asked for, and never counted', async (t) => {
  const widget = await open(t);
  const unsure = row(widget, /^Unsure/);
  assert.equal(await unsure.getAttribute('aria-pressed'), 'false');
  assert.equal(await widget.locator('.rb-unsure').count(), 0);
  const links = await widget.getByRole('slider', { name: 'Sensitivity' }).getAttribute('aria-valuetext');
  await unsure.click();
  const dashed = widget.locator('.rb-unsure');
  await dashed.first().waitFor({ state: 'attached' });
  assert.notEqual(await dashed.first().evaluate((path) => getComputedStyle(path).strokeDasharray), 'none');
  assert.equal(await widget.getByRole('slider', { name: 'Sensitivity' }).getAttribute('aria-valuetext'), links);
});

pageTest('a pressed row stays pressed while a pair is kept', async (t) => {
  const widget = await open(t);
  await row(widget, /^Only here/).click();
  await press(sentence(widget, 'B', 'It also accused Soleimani'));
  await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
  assert.equal(await row(widget, /^Only here/).getAttribute('aria-pressed'), 'false');
  assert.equal(await sentences(widget, 'B').count(), 19);
});
