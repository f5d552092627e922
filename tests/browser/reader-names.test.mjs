// Points 10 and 11: names for those who listen, keys that can be switched off, languages.
import assert from 'node:assert/strict';
import { element, host, shown } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { open, sentence, sentences } from './support/story.mjs';

pageTest('a sentence is named by its number, who else tells it, how, and what differs', async (t) => {
  const widget = await open(t, 'B', 'D');
  const seven = sentence(widget, 'B', 'seven people');
  assert.match(await seven.getAttribute('aria-label'), /^Sentence 4, also in Outlet D, (worded differently|partly shared); number differs$/);
  assert.match(await seven.locator('.m-fact').innerText(), /seven/);
  assert.match(await sentence(widget, 'D', 'at least eight').locator('.m-fact').innerText(), /at least eight/);
  const names = await sentences(widget, 'B').evaluateAll((all) => all.map((s) => s.getAttribute('aria-label')));
  assert.ok(names.every((name, at) => name.startsWith(`Sentence ${at + 1}, `)), names.join('\n'));
  assert.ok(names.some((name) => /^Sentence \d+, only here$/.test(name)));
});

pageTest('Tab stops once in each column, and j and k go through its sentences', async (t) => {
  const { page } = t;
  const widget = await open(t);
  assert.equal(await widget.locator('.pane-left [tabindex="0"]').count(), 1);
  await sentences(widget, 'B').first().focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const at = () => widget.evaluate((root) => root.getRootNode().activeElement.dataset.s);
  assert.equal(await at(), '2');
  await page.keyboard.press('k');
  assert.equal(await at(), '1');
  await page.keyboard.press('Tab');
  assert.ok(await widget.evaluate((root) => root.getRootNode().activeElement.closest('.pane-right') !== null));
});

pageTest('every control can be reached by Tab, is named, and shows the focus', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await page.evaluate(() => document.activeElement?.blur?.());
  const wanted = await widget.evaluate((root) => [...root.querySelectorAll('button, input, select, [tabindex="0"]')].filter((e) => e.checkVisibility()).length);
  const seen = new Set();
  for (let i = 0; i < wanted + 8; i++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const e = document.querySelector('diptych-compare').shadowRoot.activeElement;
      if (!e) return null;
      e.seen ??= Math.random();
      const { outlineStyle, outlineWidth } = getComputedStyle(e);
      const { x, y, width, height } = e.getClientRects()[0];
      const on = e.getRootNode().elementFromPoint(Math.max(x + Math.min(width, 60) / 2, 1), y + height / 2);
      const covered = on && !(on === e || e.contains(on) || on.contains(e) || e.closest('label')?.contains(on));
      return { id: e.seen, outline: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, covered, what: e.outerHTML.slice(0, 120) };
    });
    if (!now) continue;
    seen.add(now.id);
    assert.ok(now.outline, `the focus shows on ${now.what}`);
    assert.ok(!now.covered, `nothing covers ${now.what}`);
  }
  assert.equal(seen.size, wanted);
});

pageTest('single keys can be switched off, and stay off', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await sentences(widget, 'B').first().focus();
  await page.keyboard.press('?');
  const help = widget.getByRole('region', { name: 'Keys and help' });
  for (const key of ['n', 'j', 'Enter', 'Esc']) await help.getByText(key, { exact: true }).first().waitFor();
  await help.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  await sentences(widget, 'B').first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('n');
  assert.equal(await widget.locator('.pane-left').getByRole('article', { name: 'Outlet B' }).count(), 1);
  assert.equal(await widget.locator('[data-s][aria-current=true]').count(), 2, 'the sentence that has the focus stays raised');
  assert.equal(await widget.evaluate((root) => root.getRootNode().activeElement.dataset.s), '0');
});

pageTest('o, d, s and v switch what they say', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await sentences(widget, 'B').first().focus();
  for (const [key, name] of [['o', 'Only here'], ['d', 'Only differences']]) {
    await page.keyboard.press(key);
    await widget.getByRole('button', { name, exact: true, pressed: true }).waitFor();
    await page.keyboard.press(key);
    await widget.getByRole('button', { name, exact: true, pressed: false }).waitFor();
  }
  await page.keyboard.press('s');
  await widget.getByRole('button', { name: 'Scroll together', pressed: false }).waitFor();
  await widget.getByRole('button', { name: 'Rows' }).focus();
  await page.keyboard.press('v');
  await widget.getByRole('button', { name: 'Rows', pressed: true }).waitFor();
  await page.keyboard.press('v');
  await widget.getByRole('button', { name: 'Interleaved', pressed: true }).waitFor();
});

pageTest('keys do nothing while the focus is elsewhere', async ({ page, context }) => {
  await page.goto(await host(context, `<input aria-label="mine">${element('loading="eager" view="columns"')}`));
  await shown(page);
  await page.getByLabel('mine').focus();
  await page.keyboard.press('x');
  await page.keyboard.press('?');
  assert.equal(await page.locator('diptych-compare .sheet').count(), 0);
});

const languages = { de: ['Spalten', 'ltr'], es: ['Columnas', 'ltr'], fr: ['Colonnes', 'ltr'], ar: ['أعمدة', 'rtl'], 'en-GB': ['Columns', 'ltr'], xx: ['Columns', 'ltr'] };
for (const [lang, [columns, dir]] of Object.entries(languages)) {
  pageTest(`a page in ${lang} has the controls in ${lang === 'xx' ? 'English' : 'that language'}`, async ({ page, context }) => {
    await page.goto(await host(context, element('loading="eager" view="columns"'), { root: `lang="${lang}"` }));
    await shown(page);
    const widget = page.locator('diptych-compare .dp');
    assert.equal(await widget.getAttribute('dir'), dir);
    assert.equal(await widget.locator('.views button').first().innerText(), columns);
    assert.doesNotMatch(await widget.innerText(), /\{\w+\}/, 'no hole is left open');
    // The articles keep their own language and direction.
    assert.deepEqual(await widget.getByRole('article').evaluateAll((all) => all.map((a) => [a.lang, a.dir])), [['en', 'ltr'], ['en', 'ltr']]);
  });
}

pageTest('an Arabic article runs from right to left beside an English one', async ({ page, context }) => {
  const arabic = '<article lang="ar" data-outlet="النهر"><p>فاض نهر إلم يوم الخميس. أُنقذ سبعة أشخاص بالقوارب.</p></article>';
  const english = '<article lang="en" data-outlet="The Post"><p>The river Elm flooded on Thursday. Seven people were saved by boat.</p></article>';
  await page.goto(await host(context, element('loading="eager" view="columns"', arabic + english)));
  await shown(page);
  const articles = page.locator('diptych-compare').getByRole('article');
  assert.deepEqual(await articles.evaluateAll((all) => all.map((a) => [a.lang, getComputedStyle(a).direction])), [['ar', 'rtl'], ['en', 'ltr']]);
  const start = await articles.first().locator('[data-s]').first().evaluate((s) => [s.getClientRects()[0].right, s.closest('article').getBoundingClientRect().right]);
  assert.ok(start[1] - start[0] < 20, `the first line begins at the right edge: ${start}`);
});
