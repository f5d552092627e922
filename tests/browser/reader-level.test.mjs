// A kept pair stands level whatever the fonts, the size of the text and the zoom.
import assert from 'node:assert/strict';
import { pageTest } from './support/page-test.mjs';
import { open, panel, sentence, settled } from './support/story.mjs';

// Where one is not installed the browser takes another serif.
const FAMILIES = ['Noto Serif', 'DejaVu Serif'];
const SIZES = ['16px', '22px'];

/** Where the first lines of the raised pair stand, and whether a column is at its start or its end. */
const pair = (page, widget) => settled(page, () => widget.evaluate((root) => ({
  tops: [...root.querySelectorAll('[data-s][aria-current=true]')].map((s) => s.getClientRects()[0].top),
  atEnd: [...root.querySelectorAll('.pane')].some((p) => p.scrollTop < 1 || p.scrollTop > p.scrollHeight - p.clientHeight - 1),
})));

for (const family of FAMILIES) {
  for (const size of SIZES) {
    const zoom = size === SIZES[1] ? 1.25 : 1;
    const options = { viewport: { width: 1440 / zoom, height: 900 / zoom }, context: { deviceScaleFactor: zoom } };
    pageTest(`in ${family} at ${size}, zoomed to ${100 * zoom} %`, options, async (t) => {
      const { page } = t;
      const widget = await open(t);
      await page.evaluate(([font, em]) => {
        const { style } = document.querySelector('diptych-compare');
        style.setProperty('--diptych-reading-font', `'${font}', serif`);
        style.setProperty('--diptych-font-size', em);
      }, [family, size]);
      await sentence(widget, 'B', 'A spokesperson for the US Defence').focus();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
      const { tops } = await pair(page, widget);
      assert.ok(Math.abs(tops[0] - tops[1]) < 2, `after a step and Enter: ${tops}`);
      let level = 0;
      for (let steps = 0; steps < 30 && level < 5; steps += 1) {
        const place = await widget.locator('.step > span').textContent();
        await page.keyboard.press('n');
        await widget.locator('.step > span').filter({ hasNotText: place }).waitFor();
        const now = await pair(page, widget);
        if (now.tops.length < 2) continue;
        // At the start or the end of a column there may be no way to bring the two to one height.
        const holds = Math.abs(now.tops[0] - now.tops[1]) < 2;
        assert.ok(holds || now.atEnd, `difference ${place}: ${now.tops}`);
        level += Number(holds);
      }
      assert.equal(level, 5, 'so many pairs could be level');
    });
  }
}
