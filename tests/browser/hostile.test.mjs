// Texts that are meant to hurt, in the page: each gives a comparison or one sentence, the page answers afterwards, and
// nothing of it becomes markup. `tests/hostile*.rs` hold the same texts against the core.
import assert from 'node:assert/strict';
import { MARKUP, STORY, harmless } from './support/hostile.mjs';
import { element, host, shown } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { pageUrl } from './support/settings.mjs';

/** Texts by what is special about them; made in the page, where they need not cross. */
const texts = {
  'a megabyte without a space': () => ['x'.repeat(1_000_000), `${'y'.repeat(1_000_000)}`],
  'five thousand equal sentences a side': () => [0, 1].map(() => 'The ministry closed the harbour.\n'.repeat(5000)),
  'an article fifty times the other': (story) => [Array.from({ length: 5000 }, (_, i) => `The crane sold lot ${i}.`).join('\n') + story, story],
  // Chromium itself takes a minute and a half to lay out 100,000 of them in a plain paragraph; the core gets as many natively.
  'ten thousand marks on one letter': (story) => [`${story} e${'\u0301'.repeat(10_000)}`, story],
  'a sentence of a hundred thousand words': (story) => [Array.from({ length: 100_000 }, (_, i) => `w${i}`).join(' '), story],
  'overrides and isolates of direction': (story) => [story.replaceAll(' ', ' \u202e\u2066'), story],
  'lone surrogates': (story) => [story.replaceAll('h', '\ud800'), story.replaceAll('e', '\udfff')],
  'NUL and control characters': (story) => [story.replaceAll(' ', ' \0\u0007\u001b[2J'), story],
  'byte-order marks, soft hyphens and joiners within words': (story) => [story.replaceAll('r', 'r\ufeff\u00ad\u200d'), story],
  'letters that look alike': (story) => [story.replaceAll('a', '\u0430').replaceAll('o', '\u043e'), story],
  'numbers of every kind': (story) => [`${story} 1e999 NaN -0 \u0661\u0662 \uff11\uff12 \u00bd 99999999999999999999`, `${story} 1e998 Infinity 12`],
  'line ends of every kind': (story) => [story.replaceAll('. ', '.\r\n\r\u2028\u0085\n'), story],
  'mark after mark': (story) => ['\u201c('.repeat(50_000) + story, `${story}${'.'.repeat(100_000)}`],
};

for (const [name, make] of Object.entries(texts)) {
  pageTest(`${name}: a comparison, and a page that answers`, { timeout: 180_000 }, async ({ page, context }) => {
    page.setDefaultTimeout(120_000);
    await page.goto(await host(context, element()));
    await shown(page);
    const report = await page.evaluate(async ([source, story]) => {
      const made = document.querySelector('diptych-compare');
      // The page's policy allows no `eval`; the texts are built from the function's own source by the debugger.
      const given = globalThis.make(source, story);
      await made.compare(given.map((text) => ({ text })));
      const { articles, links } = made.toJSON();
      return { same: articles.every(({ text }, at) => text === given[at].toWellFormed()), links: links.length };
    }, await placed(page, make));
    assert.ok(report.same, 'the articles come out as they went in');
    const after = await page.evaluate(async (story) => {
      const made = document.querySelector('diptych-compare');
      await made.compare([{ text: story }, { text: story }]);
      return made.toJSON().links.length;
    }, STORY);
    assert.equal(after, 2, 'the next comparison is like any other');
  });
}

/** Puts a function into the page past its policy, through the debugger, and gives the arguments for its call. */
async function placed(page, make) {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Runtime.evaluate', { expression: `globalThis.make = (_, story) => (${make})(story); undefined` });
  await debug.detach();
  return [null, STORY];
}

pageTest('markup in texts, titles, outlets, dates and addresses is text or nothing', async ({ page, context }) => {
  await page.goto(await host(context, element()));
  await shown(page);
  for (const markup of MARKUP) {
    for (const view of ['columns', 'rows', 'interleaved']) {
      await page.evaluate(async ([hostile, story, how]) => {
        const made = document.querySelector('diptych-compare');
        made.setAttribute('view', how);
        const article = (text) => ({ title: hostile, outlet: hostile, published: hostile, lang: hostile, url: `javascript:${hostile}`, text });
        await made.compare([article(`${story} ${hostile}`), article(`${hostile} ${story}`)]);
        made.next();
      }, [markup, STORY, view]);
      await harmless(page);
    }
    assert.ok(await page.evaluate((hostile) => document.querySelector('diptych-compare').shadowRoot.textContent.includes(hostile.slice(0, 12)), markup), 'a reader reads it as it was written');
  }
});

pageTest('markup in the attributes and the text of the page’s own articles', async ({ page, context }) => {
  const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const article = (markup) => `<article data-outlet="${escaped(markup)}" data-title="${escaped(markup)}" datetime="${escaped(markup)}" cite="javascript:globalThis.hurt=1"><p>${escaped(markup)} ${STORY}</p></article>`;
  await page.goto(await host(context, element('', MARKUP.slice(0, 4).map(article).join(''))));
  await shown(page);
  await harmless(page);
});

pageTest('markup in a story file', { context: { bypassCSP: false } }, async ({ page, context }) => {
  const articles = MARKUP.map((markup) => ({ title: markup, outlet: markup, published: markup, url: `data:text/html,${markup}`, text: `${STORY} ${markup}` }));
  await context.route('**/hostile.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify({ schema: 'diptych-story/1', title: MARKUP[0], articles }) }));
  await page.goto(await host(context, element('src="hostile.json"', '')));
  await shown(page);
  await harmless(page);
});

/** A link's fragment of these bytes. */
const packed = (bytes) => Buffer.from(bytes).toString('base64url');
const { deflateRawSync } = await import('node:zlib');
const linked = (value) => packed(deflateRawSync(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))));
const good = linked([{ outlet: 'One', text: 'The bridge is closed.' }, { outlet: 'Two', text: 'The bridge was closed.' }]);

const links = {
  'cut short': good.slice(0, good.length / 2),
  'of other letters': '%F0%9F%92%A5',
  'that is empty': '',
  'that unpacks to a gigabyte': packed(deflateRawSync(Buffer.alloc(1 << 30, 'a'))),
  'that holds no articles': linked({ __proto__: [], outlet: 1 }),
  'of another version': linked({ schema: 'diptych-link/9', articles: [] }),
  'with articles of other types': linked([{ outlet: ['x'], text: { toString: 1 } }]),
};

for (const [name, texts] of Object.entries(links)) {
  pageTest(`a link ${name} gets one sentence, and the page works`, async ({ page }) => {
    await page.goto(`${pageUrl}#texts=${texts}&view=rows&left=NaN&right=-1&sensitivity=1e999&shown=%3Cscript%3E`);
    await page.getByText(/damaged or was cut short|is only one article|no article/i).first().waitFor();
    const text = await page.evaluate(async () => {
      const made = document.querySelector('diptych-compare');
      await made.compare([{ text: 'The bridge is closed.' }, { text: 'The bridge was closed.' }]);
      return made.shadowRoot.textContent;
    });
    assert.match(text, /was closed/);
  });
}

pageTest('markup in a link is text', async ({ page }) => {
  const texts = linked(MARKUP.map((markup) => ({ outlet: markup, text: `${STORY} ${markup}` })));
  await page.goto(`${pageUrl}#texts=${texts}`);
  await page.waitForFunction(() => document.querySelector('diptych-compare').shadowRoot?.textContent.includes('constructor'));
  await harmless(page);
});
