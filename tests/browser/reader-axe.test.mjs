// Point 10: axe-core in every view and state.
import { assertAccessible } from './support/axe.mjs';
import { element, host } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { open, panel, press, sentence } from './support/story.mjs';
import { painted } from './support/wait.mjs';

const narrow = { width: 390, height: 844 };
const openPanel = (name) => async ({ widget }) => {
  await widget.getByRole('button', { name, exact: true }).click();
  await widget.getByRole('button', { name, exact: true, expanded: true }).waitFor();
};
const keepPair = async ({ widget }) => {
  await press(sentence(widget, 'B', 'It also accused Soleimani'));
  await panel(widget).getByRole('button', { name: /Copy both/ }).waitFor();
};
const view = (name) => async ({ widget }) => {
  await widget.getByRole('button', { name }).click();
  await widget.getByRole('button', { name, pressed: true }).waitFor();
};
const say = (call) => async ({ page, widget }) => {
  await page.evaluate(call);
  await painted(page);
  await widget.waitFor();
};

/** Each: its name, what a reader does, and under which circumstances. */
const states = [
  ['columns', null, {}],
  ['columns, dark', null, { media: { colorScheme: 'dark' } }],
  ['columns, more contrast', null, { media: { contrast: 'more' } }],
  ['columns, more contrast, dark', null, { media: { contrast: 'more', colorScheme: 'dark' } }],
  ['columns, forced colors', null, { media: { forcedColors: 'active' } }],
  ['columns, narrow', view('Columns'), { viewport: narrow }],
  ['a kept pair', keepPair, {}],
  ['a kept pair, dark', keepPair, { media: { colorScheme: 'dark' } }],
  ['a kept pair, more contrast', keepPair, { media: { contrast: 'more' } }],
  ['only here', async ({ widget }) => widget.getByRole('button', { name: 'Only here', exact: true }).click(), {}],
  ['only differences', async ({ widget }) => widget.getByRole('button', { name: 'Only differences' }).click(), { pair: ['D', 'E'] }],
  ['weak candidates', async ({ widget }) => widget.getByRole('button', { name: /^Unsure/ }).click(), {}],
  ['rows', view('Rows'), {}],
  ['rows, dark', view('Rows'), { media: { colorScheme: 'dark' } }],
  ['rows, narrow', view('Rows'), { viewport: narrow }],
  ['interleaved', view('Interleaved'), {}],
  ['interleaved, narrow', null, { viewport: narrow }],
  ['interleaved, narrow, dark', null, { viewport: narrow, media: { colorScheme: 'dark' } }],
  ['help', openPanel('Keys and help'), {}],
  ['help, narrow', openPanel('Keys and help'), { viewport: narrow }],
  ['list', openPanel('All differences'), {}],
  ['list, dark', openPanel('All differences'), { media: { colorScheme: 'dark' } }],
  ['search', async ({ page, widget }) => {
    await widget.getByRole('button', { name: 'Search all articles' }).click();
    await widget.getByRole('searchbox').fill('quds');
    await page.keyboard.press('Enter');
    await widget.getByText(/sentence 1 of/).waitFor();
  }, {}],
  ['share', openPanel('Keep and share'), {}],
  ['input', openPanel('Compare your own'), {}],
  ['input, narrow', openPanel('Compare your own'), { viewport: narrow }],
  ['input with a problem', async ({ widget }) => {
    await openPanel('Compare your own')({ widget });
    await widget.getByLabel('Text of article A').fill('https://example.org');
    await widget.getByRole('button', { name: 'Compare', exact: true }).click();
    await widget.getByText('Two articles are needed.').waitFor();
  }, {}],
  ['empty', say(() => document.querySelector('diptych-compare').compare([])), {}],
  ['one article', say(() => document.querySelector('diptych-compare').compare([{ text: 'Alone.' }])), {}],
  ['failed', say(() => document.querySelector('diptych-compare').compare(Promise.reject(new Error('gone'))).catch(() => {})), { allowed: [/gone/] }],
  ['at work', async ({ page, widget }) => {
    await page.evaluate(() => {
      const words = (seed) => Array.from({ length: 30_000 }, (_, i) => `Sentence ${(i * 7919) % 9973} of ${seed} tells of place ${i % 811}.`).join(' ');
      void document.querySelector('diptych-compare').compare([{ text: words('one') }, { text: words('two') }]);
    });
    await widget.getByRole('progressbar').waitFor();
  }, {}],
  ['the smallest width', null, { viewport: { width: 320, height: 640 } }],
  ['the largest width', null, { viewport: { width: 2560, height: 1300 } }],
  ['print', async ({ widget }) => widget.getByRole('table').waitFor(), { viewport: { width: 794, height: 1123 }, after: { media: 'print' } }],
];

for (const [name, act, { pair = ['B', 'E'], viewport, media, allowed, after }] of states) {
  pageTest(`axe finds nothing: ${name}`, { viewport, media, allowed }, async (t) => {
    const widget = await open(t, ...pair);
    if (after) await t.page.emulateMedia(after);
    await act?.({ page: t.page, widget });
    await painted(t.page);
    await assertAccessible(t.page);
  });
}

pageTest('axe finds nothing: loading, at the first visit', async ({ page, visit }) => {
  await page.addInitScript(() => {
    const words = (seed) => Array.from({ length: 20_000 }, (_, i) => `Sentence ${(i * 7919) % 9973} of ${seed} tells of place ${i % 811}.`).join(' ');
    localStorage.setItem('diptych-articles', JSON.stringify([{ outlet: 'One', text: words('one') }, { outlet: 'Two', text: words('two') }]));
  });
  await visit();
  await page.locator('diptych-compare').getByRole('progressbar').waitFor();
  await assertAccessible(page);
});

pageTest('axe finds nothing: controls in Arabic, from right to left', async ({ page, context }) => {
  await page.goto(await host(context, `<main><h1>Story</h1>${element('loading="eager" view="columns"')}</main>`, { root: 'lang="ar" dir="rtl"' }));
  await page.locator('diptych-compare .dp[dir=rtl]').waitFor();
  await assertAccessible(page);
});
