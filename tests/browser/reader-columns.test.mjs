// Point 1: two columns, ribbons between them, leveling, and scrolling together.
import assert from 'node:assert/strict';
import { pageTest } from './support/page-test.mjs';
import { open, panel, press, scrolled, sentence, sentences, settled } from './support/story.mjs';
import { painted } from './support/wait.mjs';

/** Top of a sentence's first line on screen. */
const top = (target) => target.evaluate((s) => s.getClientRects()[0].top);
/** Each link in the gutter: whether it is drawn, and which of its ends are in view. */
const ribbons = (widget) => widget.evaluate((root) => {
  const gutter = root.querySelector('.gut').getBoundingClientRect();
  const names = [...root.querySelectorAll('.rg')].filter((g) => g.getAttribute('visibility') !== 'hidden');
  return names.map((g) => {
    const box = g.querySelector('.rb').getBoundingClientRect();
    return { touches: box.bottom > gutter.top && box.top < gutter.bottom };
  });
});

pageTest('two columns tell their articles in full, in their authors’ order', async (t) => {
  const widget = await open(t);
  const texts = await sentences(widget, 'B').allTextContents();
  assert.equal(texts.length, 19);
  assert.match(texts[0], /^US kills Iran’s most senior general/);
  assert.match(texts[3], /^The Pentagon has confirmed President Trump ordered an attack/);
});

pageTest('ribbons are drawn for links with an end in view and for no others', async (t) => {
  const widget = await open(t);
  const links = await widget.locator('.rg').count();
  const drawn = await ribbons(widget);
  assert.ok(drawn.length > 0 && drawn.length < links, `${drawn.length} of ${links}`);
  assert.ok(drawn.every((ribbon) => ribbon.touches));
  assert.equal(await widget.locator('.gut').getAttribute('aria-hidden'), 'true');
  await widget.locator('.pane-left').evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
  await widget.locator('.pane-right').evaluate((pane) => pane.scrollTo(0, 0));
  await painted(t.page);
  const after = await ribbons(widget);
  assert.ok(after.length < links && after.every((ribbon) => ribbon.touches));
});

/** All that is drawn in the gutter, in an order that does not depend on when it was drawn. */
const drawing = (widget) => widget.evaluate((root) => {
  const shown = (list) => [...list].filter((one) => one.getAttribute('visibility') !== 'hidden');
  const told = (one, ...names) => names.map((name) => one.getAttribute(name)).join(' ');
  const of = (selector, tell) => shown(root.querySelectorAll(`.rib ${selector}`)).map(tell).sort();
  return {
    ribbons: of('.rg', (one) => `${told(one, 'data-link', 'class')} ${told(one.querySelector('.rb'), 'class', 'd')}`),
    glyphs: of('.gb', (one) => told(one, 'data-link', 'class', 'transform')),
    bars: of('.side', (side) => [...side.children].map((one) => told(one, 'data-of', 'class', 'd')).sort().join('\n')),
    edges: of('.stubn', (one) => one.textContent + told(one, 'transform')),
  };
});

pageTest('what was drawn bit by bit is what would be drawn anew', async (t) => {
  const widget = await open(t);
  const set = async (settings) => {
    await t.page.locator('diptych-compare').first().evaluate((element, given) => Object.assign(element, given), settings);
    await painted(t.page);
  };
  for (const sensitivity of [820, 300, 640, 0, 1000, 560]) await set({ sensitivity });
  for (const shown of ['reworded', 'same only', '', 'partly reworded only', 'reworded partly same']) await set({ shown });
  await widget.locator('.gb:not([visibility=hidden])').first().hover();
  await widget.locator('.rg.on').waitFor();
  await t.page.mouse.move(0, 0);
  await widget.locator('.rg.on').waitFor({ state: 'detached' });
  await set({ sensitivity: 700 });
  const grown = await settled(t.page, () => drawing(widget));
  await set({ view: 'rows' });
  await widget.locator('.rib').waitFor({ state: 'detached' });
  await set({ view: 'columns' });
  await widget.locator('.rg').first().waitFor({ state: 'attached' });
  const anew = await settled(t.page, () => drawing(widget));
  assert.ok(anew.ribbons.length > 3 && anew.bars.every(Boolean), JSON.stringify(anew));
  assert.deepEqual(grown, anew);
});

pageTest('a stub counts the links whose other end is out of view', async (t) => {
  const widget = await open(t);
  await painted(t.page);
  const stubs = () => widget.locator('.stubn').evaluateAll((all) => all.map((s) => (s.getAttribute('visibility') === 'hidden' ? '' : s.textContent)));
  const drawn = async () => (await ribbons(widget)).length;
  // With the right column at its end, every link of what is in view on the left either goes up there or stays.
  await widget.getByRole('button', { name: 'Scroll together' }).click();
  await widget.locator('.pane-right').evaluate((pane) => {
    pane.querySelector('article').style.paddingBlockEnd = '200vh';
    pane.scrollTo(0, pane.scrollHeight);
  });
  await widget.locator('.pane-left').evaluate((pane) => pane.scrollTo(0, 0));
  await painted(t.page);
  const seen = await widget.locator('.pane-right [data-s]').evaluateAll((all) => all.filter((s) => s.getClientRects()[0].bottom > s.closest('.pane').getBoundingClientRect().top + 8).length);
  assert.equal(seen, 0, 'the right column stands below its last sentence');
  const [, , above, below] = await stubs();
  assert.deepEqual([above, below], [`↑${await drawn()}`, '']);
});

pageTest('a ribbon is raised by the pointer and takes its pair along', async (t) => {
  const widget = await open(t);
  const glyph = widget.locator('.gb:not([visibility=hidden])').first();
  await glyph.hover();
  await widget.locator('.rg.on').waitFor();
  assert.equal(await widget.locator('[data-s][aria-current=true]').count(), 2);
  await glyph.click();
  await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
});

pageTest('several links of one sentence stand under a brace', async (t) => {
  const widget = await open(t);
  await widget.locator('.brace').first().waitFor({ state: 'attached' });
  const other = panel(widget).getByText('Also linked');
  await press(sentence(widget, 'E', 'The Department of Defense confirmed'));
  await other.waitFor();
  const before = await widget.locator('[data-s][aria-current=true]').first().getAttribute('data-s');
  await panel(widget).getByRole('button', { name: /^Sentence \d+ with 1$/ }).first().click();
  await widget.locator(`[data-s][aria-current=true]:not([data-s="${before}"])`).first().waitFor();
});

pageTest('raising a pair moves no line', async (t) => {
  const widget = await open(t);
  const places = () => sentences(widget, 'B').evaluateAll((all) => all.map((s) => s.getClientRects()[0].top));
  const before = await places();
  await sentence(widget, 'B', 'It also accused Soleimani').hover();
  await widget.locator('[aria-current=true]').nth(1).waitFor();
  assert.deepEqual(await places(), before);
});

pageTest('a click levels the counterpart, and Escape goes back to where the columns were', async (t) => {
  const { page } = t;
  const widget = await open(t);
  const start = [await scrolled(widget, 'left'), await scrolled(widget, 'right')];
  const target = sentence(widget, 'B', 'It also accused Soleimani');
  await press(target);
  await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
  const tops = await settled(t.page, async () => Promise.all((await widget.locator('[data-s][aria-current=true]').all()).map(top)));
  assert.equal(tops.length, 2);
  assert.ok(Math.abs(tops[0] - tops[1]) < 2, `both stand at one height: ${tops}`);
  await page.keyboard.press('Escape');
  await panel(widget).getByText('Choose a sentence').waitFor();
  const end = await settled(t.page, async () => [await scrolled(widget, 'left'), await scrolled(widget, 'right')]);
  assert.deepEqual(end, start);
});

pageTest('Enter on a sentence keeps its pair and levels it', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await sentence(widget, 'B', 'A spokesperson for the US Defence').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
  const tops = await settled(t.page, async () => Promise.all((await widget.locator('[data-s][aria-current=true]').all()).map(top)));
  assert.ok(Math.abs(tops[0] - tops[1]) < 2, `both stand at one height: ${tops}`);
});

pageTest('a pair is level on a slow device too, where one frame is all of the way', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await sentence(widget, 'B', 'A spokesperson for the US Defence').focus();
  await page.keyboard.press('j');
  await page.evaluate(() => {
    let left = 6;
    const slow = () => {
      for (const end = performance.now() + 300; performance.now() < end;);
      left -= 1;
      if (left > 0) requestAnimationFrame(slow);
    };
    requestAnimationFrame(slow);
  });
  await page.keyboard.press('Enter');
  await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
  const tops = await settled(t.page, async () => Promise.all((await widget.locator('[data-s][aria-current=true]').all()).map(top)));
  assert.ok(Math.abs(tops[0] - tops[1]) < 2, `both stand at one height: ${tops}`);
});

pageTest('the columns scroll together by what they share, until the lock is opened', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await widget.locator('.pane-left').hover();
  await page.mouse.wheel(0, 500);
  await settled(t.page, () => scrolled(widget, 'left'));
  const together = await settled(t.page, () => scrolled(widget, 'right'));
  assert.ok(together > 50, `the other column came along: ${together}`);
  await page.keyboard.press('Tab');
  await widget.getByRole('button', { name: 'Scroll together', pressed: true }).click();
  await widget.locator('.pane-left').hover();
  await page.mouse.wheel(0, 300);
  await settled(t.page, () => scrolled(widget, 'left'));
  assert.equal(await settled(t.page, () => scrolled(widget, 'right')), together);
});

pageTest('Qassim and Qassem are one name in two spellings, not a difference', async (t) => {
  const widget = await open(t, 'A', 'B');
  const qassim = sentence(widget, 'A', 'Top Iranian general Qassim');
  assert.equal(await qassim.locator('.m-fact', { hasText: 'Qass' }).count(), 0);
});

pageTest('x swaps the sides, a digit chooses the article of the focused column', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await sentences(widget, 'B').first().focus();
  await page.keyboard.press('x');
  await widget.locator('.pane-left').getByRole('article', { name: 'Outlet E' }).waitFor();
  await sentences(widget, 'E').first().focus();
  await page.keyboard.press('3');
  await widget.locator('.pane-left').getByRole('article', { name: 'Outlet C' }).waitFor();
  await widget.locator('.pane-right').getByRole('article', { name: 'Outlet B' }).waitFor();
});
