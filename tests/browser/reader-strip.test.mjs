// Point 2: the overview strip.
import assert from 'node:assert/strict';
import { pageTest } from './support/page-test.mjs';
import { compareOwn, open, scrolled, sentences, settled } from './support/story.mjs';
import { painted } from './support/wait.mjs';

const strip = (widget) => widget.getByRole('slider', { name: 'Overview of all articles' });
const frame = (widget, at) => widget.locator('.ov .frame').nth(at).evaluate((rect) => ['x', 'y', 'height'].map((name) => Number(rect.getAttribute(name))));

pageTest('the strip shows every article as a lane and every sentence as a cell', async (t) => {
  const widget = await open(t);
  const lanes = widget.locator('.ov svg g');
  assert.equal(await lanes.count(), 5);
  assert.deepEqual(await lanes.locator('text').allTextContents(), ['A', 'B', 'C', 'D', 'E']);
  const cells = await lanes.nth(1).evaluate((lane) => lane.querySelectorAll('rect:not(.slit, .c-fact)').length);
  assert.equal(cells, await sentences(widget, 'B').count());
});

pageTest('its frames move with the columns', async (t) => {
  const widget = await open(t);
  await painted(t.page);
  const before = await frame(widget, 0);
  await widget.locator('.pane-left').hover();
  await t.page.mouse.wheel(0, 400);
  await settled(t.page, () => scrolled(widget, 'left'));
  await painted(t.page);
  const after = await frame(widget, 0);
  assert.ok(after[1] > before[1] + 5, `${before} then ${after}`);
});

pageTest('a click goes to a sentence, a drag goes along, a click on another lane shows that article', async (t) => {
  const { page } = t;
  const widget = await open(t);
  const at = async (lane, cell) => {
    const box = await widget.locator('.ov svg g').nth(lane).locator('rect').nth(cell).boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const last = await widget.locator('.ov svg g').nth(1).locator('rect').count();
  await page.mouse.click(...(await at(1, last - 2)));
  const far = await settled(t.page, () => scrolled(widget, 'left'));
  assert.ok(far > 200, `went down: ${far}`);
  await page.mouse.move(...(await at(1, last - 2)));
  await page.mouse.down();
  await page.mouse.move(...(await at(1, 6)), { steps: 5 });
  await page.mouse.move(...(await at(1, 0)), { steps: 5 });
  await page.mouse.up();
  assert.equal(await settled(t.page, () => scrolled(widget, 'left')), 0);
  await page.mouse.click(...(await at(2, 3)));
  await widget.getByRole('article', { name: 'Outlet C' }).waitFor();
});

pageTest('it is reached by Tab, says where it stands, and goes by arrow keys', async (t) => {
  const { page } = t;
  const widget = await open(t);
  const slider = strip(widget);
  await slider.focus();
  const said = () => slider.getAttribute('aria-valuetext');
  assert.match(await said(), /^Outlet [BE], sentence \d+ of \d+$/);
  await page.keyboard.press('Home');
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowDown');
  await widget.locator('[aria-valuenow="10"]').waitFor();
  assert.match(await said(), /sentence 10 of/);
  const here = (await said()).slice(0, 8);
  await page.keyboard.press('ArrowRight');
  await widget.locator('[aria-valuenow="1"]').waitFor();
  assert.notEqual((await said()).slice(0, 8), here);
  await page.keyboard.press('End');
  const side = (await said()).startsWith('Outlet B') ? 'left' : 'right';
  assert.ok((await settled(t.page, () => scrolled(widget, side))) > 200);
  assert.ok(await slider.evaluate((s) => s.matches(':focus-visible')));
});

pageTest('its frames pass over what is folded away', async (t) => {
  const { page } = t;
  const widget = await open(t);
  const told = 'The river Elm rose on Monday. The dam at Marlow held all night. Nobody had expected so much rain.';
  await compareOwn(widget, [`${told}\n\nThe school stays closed for a week, said the mayor.`, `${told}\n\nThe harbour office gave no figures of the damage.`]);
  await widget.getByRole('article', { name: 'Outlet A' }).getByText('The school').waitFor();
  await widget.getByRole('button', { name: 'Only differences' }).click();
  await widget.getByRole('button', { name: '3 sentences also in Outlet B' }).waitFor();
  await painted(page);
  const last = await widget.locator('.ov svg g').nth(0).locator('rect').last().evaluate((cell) => Number(cell.getAttribute('y')));
  const [, y, height] = await frame(widget, 0);
  assert.ok(y + 3 > last && height > 5, `the frame at ${y} stands around the sentence at ${last}`);
});
