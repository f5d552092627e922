// Keys that follow each other faster than the page is drawn: each counts, in the order in which they were pressed.
import assert from 'node:assert/strict';
import { pageTest } from './support/page-test.mjs';
import { open, panel, sentence, settled } from './support/story.mjs';
import { painted } from './support/wait.mjs';

/** Presses keys where the focus is, one after the other, before anything can be drawn. */
const pressAtOnce = (page, ...keys) => page.evaluate((pressed) => {
  const { activeElement } = document.querySelector('diptych-compare').shadowRoot;
  for (const key of pressed) activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}, keys);

/** The number of the sentence that has the focus. */
const focused = (page) => page.evaluate(() => Number(document.querySelector('diptych-compare').shadowRoot.activeElement.dataset.s));

/** The numbers of the raised sentences, left first, and where their first lines stand. */
const raised = (page, widget) => settled(page, () => widget.evaluate((root) => [...root.querySelectorAll('[data-s][aria-current=true]')]
  .map((s) => ({ sentence: Number(s.dataset.s), top: s.getClientRects()[0].top }))));

pageTest('every step to the next sentence counts', async (t) => {
  const widget = await open(t);
  await sentence(widget, 'B', 'The Pentagon has confirmed').focus();
  const start = await focused(t.page);
  await pressAtOnce(t.page, 'j', 'j', 'j', 'k', 'j');
  await widget.locator(`.pane-left [data-s="${start + 3}"]:focus`).waitFor();
});

pageTest('Enter keeps the pair of the sentence that the step before it leads to', async (t) => {
  const widget = await open(t);
  await sentence(widget, 'B', 'A spokesperson for the US Defence').focus();
  const start = await focused(t.page);
  await pressAtOnce(t.page, 'j', 'Enter');
  await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
  const [left, right] = await raised(t.page, widget);
  assert.equal(left.sentence, start + 1);
  assert.ok(Math.abs(left.top - right.top) < 2, `both stand at one height: ${left.top}, ${right.top}`);
  await widget.locator(`.pane-left [data-s="${start + 1}"]:focus`).waitFor();
});

pageTest('a switch pressed twice is where it was, pressed three times it is not', async (t) => {
  const widget = await open(t);
  await sentence(widget, 'B', 'The Pentagon has confirmed').focus();
  await pressAtOnce(t.page, 'o', 'o', 'd', 'd', 'd');
  await widget.getByRole('button', { name: 'Only differences', pressed: true }).waitFor();
  assert.equal(await widget.locator('.mode', { hasText: 'Only here' }).getAttribute('aria-pressed'), 'false');
  await pressAtOnce(t.page, 'v', 'v');
  await widget.getByRole('button', { name: 'Interleaved', pressed: true }).waitFor();
});

/** The choices, the place among the differences, and the sentence that has the focus. */
const state = (page, widget) => settled(page, () => widget.evaluate((root) => ({
  choice: root.getRootNode().host.choice,
  place: root.querySelector('.step > span').textContent,
  focus: root.getRootNode().activeElement?.dataset.s,
})));

// An element that has the focus goes with a change of articles or views, so that such keys come last.
for (const keys of ['njjnk', 'nnpnx', 'djjnop', 'jjkoonn', 'dnnodv']) {
  pageTest(`the keys ${[...keys].join(' ')} come to the same at once as one by one`, async (t) => {
    const { page } = t;
    const states = [];
    for (const press of [(all) => pressAtOnce(page, ...all), async (all) => {
      for (const key of all) {
        await page.keyboard.press(key);
        await painted(page);
      }
    }]) {
      const widget = await open(t);
      await sentence(widget, 'B', 'The Pentagon has confirmed').focus();
      await press([...keys]);
      states.push(await state(page, widget));
      await page.goto('about:blank');
    }
    assert.ok(states[0].choice.pair.every((article) => article !== null), JSON.stringify(states[0]));
    assert.deepEqual(states[0], states[1]);
  });
}

pageTest('the strip counts every arrow', async (t) => {
  const widget = await open(t);
  const strip = widget.getByRole('slider', { name: 'Overview of all articles' });
  await strip.focus();
  await pressAtOnce(t.page, 'Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'PageDown');
  await widget.locator('.ovc[aria-valuenow="8"]').waitFor();
});
