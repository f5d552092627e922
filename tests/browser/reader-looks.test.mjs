// Point 9: typeset for reading, at every width, in every light, with the reader's own spacing.
import assert from 'node:assert/strict';
import { pageTest } from './support/page-test.mjs';
import { open, panel, press, sentence } from './support/story.mjs';
import { painted } from './support/wait.mjs';

/** Nothing to scroll sideways, and no text cut off at its side. */
const overflow = (page) => page.evaluate(() => {
  const root = document.querySelector('diptych-compare').shadowRoot;
  const cut = [...root.querySelectorAll('p, h1, h2, h3, td, th, li, dd, dt, button, label, legend, summary, span')].filter((e) => {
    if (e.closest('.vh, .th, .told, svg') || !e.checkVisibility()) return false;
    const style = getComputedStyle(e);
    return e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && style.clipPath === 'none';
  });
  return { sideways: document.documentElement.scrollWidth - innerWidth, cut: cut.map((e) => e.outerHTML.slice(0, 100)) };
});

for (const [width, columns] of [[1440, true], [1180, true], [1000, true], [2560, true]]) {
  pageTest(`at ${width} pixels a line has no more than 75 characters`, { viewport: { width, height: 900 } }, async (t) => {
    const widget = await open(t);
    assert.ok(columns);
    const lengths = await widget.locator('.pane-right article').evaluate((article) => {
      const found = [];
      for (const block of article.querySelectorAll('p:not(.cap)')) {
        const lines = Math.round(block.getBoundingClientRect().height / parseFloat(getComputedStyle(block).lineHeight));
        if (lines >= 4) found.push(block.innerText.length / lines);
      }
      return found;
    });
    const mean = lengths.reduce((a, b) => a + b) / lengths.length;
    assert.ok(mean <= 75 && mean >= (width < 1180 ? 30 : 45), `${mean} characters on average`);
  });
}

for (const [name, options] of Object.entries({ '320 pixels': { viewport: { width: 320, height: 640 } }, '400 % zoom': { viewport: { width: 320, height: 256 }, context: { deviceScaleFactor: 4 } } })) {
  for (const view of ['Interleaved', 'Rows', 'Columns']) {
    pageTest(`at ${name} nothing is cut off or has to be scrolled sideways: ${view}`, options, async (t) => {
      const widget = await open(t);
      await widget.getByRole('button', { name: view }).click();
      await widget.getByRole('button', { name: view, pressed: true }).waitFor();
      await painted(t.page);
      assert.deepEqual(await overflow(t.page), { sideways: 0, cut: [] });
    });
  }
}

pageTest('no panel is wider than a phone', { viewport: { width: 320, height: 640 } }, async (t) => {
  const widget = await open(t);
  for (const name of ['Compare your own', 'Search all articles', 'All differences', 'Keep and share', 'Keys and help']) {
    await widget.getByRole('button', { name, exact: true }).click();
    await widget.getByRole('button', { name, exact: true, expanded: true }).waitFor();
    assert.deepEqual(await overflow(t.page), { sideways: 0, cut: [] }, name);
  }
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  pageTest(`the reader’s own text spacing cuts nothing off at ${viewport.width} pixels`, { viewport }, async (t) => {
    await open(t);
    await t.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }');
      document.querySelector('diptych-compare').shadowRoot.adoptedStyleSheets.push(sheet);
    });
    await painted(t.page);
    assert.deepEqual(await overflow(t.page), { sideways: 0, cut: [] });
  });
}

pageTest('every class has a line style of its own, whatever the colours', { media: { forcedColors: 'active' } }, async (t) => {
  const widget = await open(t);
  const drawn = async (selector) => widget.locator(selector).first().evaluate((path) => {
    const { strokeWidth, strokeDasharray } = getComputedStyle(path);
    return `${strokeWidth} ${strokeDasharray} ${path.getAttribute('d').match(/[A-Z]/g).join('')}`;
  });
  const bars = await Promise.all(['same', 'reworded', 'partly', 'only', 'unsure'].map((name) => drawn(`.bb-${name}`)));
  assert.equal(new Set(bars).size, bars.length, bars.join('\n'));
  const glyphs = await widget.getByRole('list', { name: 'Legend and filter' }).locator('svg').evaluateAll((all) => all.map((svg) => svg.innerHTML));
  assert.equal(new Set(glyphs).size, glyphs.length, 'each has a glyph of its own');
});

pageTest('word marks are told apart without colour', { media: { forcedColors: 'active' } }, async (t) => {
  const widget = await open(t, 'B', 'D');
  await press(sentence(widget, 'B', 'seven people'));
  await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
  const looks = await widget.evaluate((root) => {
    const look = (name) => {
      const mark = root.querySelector(`.pane .s.on .m-${name}`);
      if (!mark) return null;
      const { textDecorationStyle, textDecorationLine, outlineStyle } = getComputedStyle(mark);
      return `${textDecorationLine} ${textDecorationStyle} ${outlineStyle}`;
    };
    return ['moved', 'variant', 'reworded', 'only', 'fact'].map(look).filter(Boolean);
  });
  assert.ok(looks.length >= 3);
  assert.equal(new Set(looks).size, looks.length, looks.join('\n'));
});

pageTest('light and dark are the system’s, unless the reader chooses', { media: { colorScheme: 'dark' } }, async (t) => {
  const widget = await open(t);
  const paper = () => widget.evaluate((root) => getComputedStyle(root).backgroundColor);
  const dark = await paper();
  await widget.getByRole('button', { name: 'Colours: as the page' }).click();
  await widget.getByRole('button', { name: 'Colours: light' }).waitFor();
  const light = await paper();
  assert.notEqual(light, dark);
  await widget.getByRole('button', { name: 'Colours: light' }).click();
  await widget.getByRole('button', { name: 'Colours: dark' }).waitFor();
  assert.equal(await paper(), dark);
});

pageTest('with less motion a level jump is instant and shown by an outline', async (t) => {
  const widget = await open(t);
  assert.ok(await widget.evaluate((root) => [...root.querySelectorAll('.s, .rg, .gb')].every((e) => parseFloat(getComputedStyle(e).transitionDuration) === 0)));
  await press(sentence(widget, 'B', 'It also accused Soleimani'));
  await widget.locator('.pane-right .s.on').waitFor();
  assert.notEqual(await widget.locator('.pane-right .s.on').evaluate((s) => getComputedStyle(s).outlineStyle), 'none');
});
