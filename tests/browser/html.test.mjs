// HTML of files and of the clipboard as blocks of text: what is read, under every policy that a page may have, and that
// nothing of it runs, loads or stops the page.
import assert from 'node:assert/strict';
import { cases, check } from './support/cases.mjs';
import { INLINE_NOTED, MARKUP } from './support/hostile.mjs';
import { openModules, origin } from './support/modules.mjs';
import { element, host, shown } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { paste } from './support/paste.mjs';

const all = cases('html');
/** Those that need no script in what was parsed. */
const pages = all.filter(({ place }) => place.startsWith('pages'));

/** What the page reads of some HTML: the blocks as lines, or why it refuses. */
const readAll = (page, sources) => page.evaluate(async (given) => {
  const { readHtml } = await import('/www/input/rich-text.js');
  return Promise.all(given.map((html) => readHtml(html).then(
    ({ blocks }) => blocks.map(({ kind, text }) => `${kind}: ${text.replaceAll('\n', '\\n')}`),
    ({ key }) => key,
  )));
}, sources);

async function assertRead(page, list) {
  const read = await readAll(page, list.map(({ input }) => input));
  check(list, read.map((blocks) => [].concat(blocks)));
}

const enforced = "require-trusted-types-for 'script'";
const forbidden = `${enforced}; trusted-types 'none'`;
/** The breach that a page is told of when our policy is refused. */
const refusal = [/policy breach: trusted-types/, /console error: .*(trusted-types|TrustedTypePolicy)/];

pageTest('pages are read where nothing is enforced', { origins: [origin] }, async ({ page }) => {
  await openModules(page);
  await assertRead(page, all);
});

pageTest('pages are read where Trusted Types are enforced', { origins: [origin], allowed: INLINE_NOTED }, async ({ page }) => {
  await openModules(page, `${enforced}; trusted-types diptych; style-src 'none'`);
  await assertRead(page, all);
});

pageTest('pages are read where no policy is allowed, by the browser’s own sanitizer', { origins: [origin], allowed: refusal }, async ({ page }) => {
  await openModules(page, forbidden);
  await assertRead(page, pages);
});

const withoutSanitizer = (page) => page.addInitScript(() => { delete Document.parseHTML; });

pageTest('pages are read by a browser without a sanitizer where policies are forbidden but not needed', { origins: [origin], allowed: refusal }, async ({ page }) => {
  await withoutSanitizer(page);
  await openModules(page, "trusted-types 'none'");
  await assertRead(page, all);
});

pageTest('a browser that can’t parse without a policy refuses', { origins: [origin], allowed: [...refusal, /require-trusted-types-for|TrustedHTML/] }, async ({ page }) => {
  await withoutSanitizer(page);
  await openModules(page, forbidden);
  assert.deepEqual(await readAll(page, ['<p>One.</p>']), ['html-refused']);
});

pageTest('more than 2 MB of HTML are refused, counted in bytes', { origins: [origin] }, async ({ page }) => {
  await openModules(page);
  const limit = 2 * 1024 * 1024;
  const sources = [' '.repeat(limit), ' '.repeat(limit + 1), 'é'.repeat(limit / 2), 'é'.repeat(limit / 2 + 1)];
  const [full, more, wide, wider] = await readAll(page, sources);
  assert.deepEqual([full, more, wider], [[], 'html-large', 'html-large']);
  assert.equal(wide.length, 1);
});

pageTest('what was parsed is read in slices of at most 50 ms', { origins: [origin] }, async ({ page }) => {
  await openModules(page);
  const { longest, turns, blocks } = await page.evaluate(async () => {
    const { readHtml } = await import('/www/input/rich-text.js');
    // A clock that goes on by a millisecond whenever it is read, and turns of the event loop that read it.
    let now = 0;
    let turn = 0;
    const seen = { longest: 0, turns: 0, blocks: 0 };
    performance.now = () => {
      now += 1;
      seen.longest = Math.max(seen.longest, now - turn);
      return now;
    };
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (call) => setTimeout(() => {
      turn = now;
      seen.turns += 1;
      call();
    });
    seen.blocks = (await readHtml('<p>One <b>word</b>.</p>'.repeat(1000))).blocks.length;
    return seen;
  });
  assert.ok(longest <= 50, `${longest} ms without a turn`);
  assert.ok(turns > 50, `${turns} turns`);
  assert.equal(blocks, 1000);
});

const ENDLESS = ['<', '<a ', '<!--', '<script>', '<script application/ld+json>', '<title', '<title>', '<html ', '</', '<![CDATA[', '<a href="',
  '<template shadowrootmode=open>', '<svg><style>', '&#x', '&amp', '<p', '<b>', '<div>', '<table>', ' ', '\n', ' \n', '<br>', 'a ', '<b></i>', '<i><p>', '<ul><li>'];

pageTest('half a megabyte of anything is read soon', { origins: [origin], timeout: 180_000 }, async ({ page, t }) => {
  await openModules(page);
  for (const part of ENDLESS) {
    const [answer, time] = await page.evaluate(async (text) => {
      const { readHtml } = await import('/www/input/rich-text.js');
      const begin = performance.now();
      const answer = await readHtml(text.repeat(Math.floor(500_000 / text.length))).then(({ blocks }) => `${blocks.length} blocks`, ({ key }) => key);
      return [answer, performance.now() - begin];
    }, part);
    t.diagnostic(`${part}: ${answer} in ${Math.round(time)} ms`);
    assert.ok(time < 20_000, `${part}: ${time} ms`);
  }
});

for (const policy of [undefined, `script-src 'self'; ${enforced}; trusted-types diptych`, forbidden]) pageTest(`nothing that is read runs, loads or leads away under the policy ${policy}`, { origins: [origin], allowed: [...refusal, ...INLINE_NOTED] }, async ({ page, watcher }) => {
  await openModules(page, policy);
  const before = watcher.requests.length;
  const read = await readAll(page, MARKUP.map((markup) => `<p>Before.</p>${markup}<img src="/missing.png"><link rel=stylesheet href="/missing.css">`));
  for (const [at, blocks] of read.entries()) assert.equal(blocks[0].slice(0, 18), 'paragraph: Before.', MARKUP[at]);
  assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
  assert.deepEqual(watcher.requests.slice(before).filter((url) => !url.endsWith('.js')), []);
});

/** A page with our element under a policy, its fields for own articles open. */
async function fields({ page, context }, policy) {
  await page.goto(await host(context, element(), { policy }));
  await shown(page);
  await page.getByRole('button', { name: 'Compare your own' }).click();
  return page.getByLabel('Text of article A');
}

const page = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; worker-src 'self'";
const large = `<p>One.</p><img src="data:,${'A'.repeat(2 * 1024 * 1024)}"><p>Two.</p>`;

pageTest('a paste of too much HTML is taken as plain text, and the reader is told', {}, async (t) => {
  const field = await fields(t, `${page}; ${enforced}; trusted-types diptych`);
  await paste(field, { 'text/html': large, 'text/plain': 'One. Two.' });
  await t.page.getByText('What you pasted was taken as plain text').waitFor();
  assert.equal(await field.inputValue(), 'One. Two.');
});

pageTest('a dropped page of too much HTML is refused with one sentence', {}, async (t) => {
  const field = await fields(t, null);
  await field.evaluate((target, html) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([html], 'long.html', { type: 'text/html' }));
    target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true }));
  }, large);
  await t.page.getByText(/^“long\.html” has more than 2 MB of HTML/).waitFor();
  assert.equal(await field.inputValue(), '');
});

for (const [name, prepare, text] of [
  ['by the browser’s own sanitizer', () => {}, 'One.\n\nTwo.'],
  ['as plain text by a browser without one', withoutSanitizer, 'flat'],
]) {
  pageTest(`where the page forbids policies a paste is taken ${name}`, { allowed: [...refusal, /require-trusted-types-for|TrustedHTML|TrustedScriptURL/] }, async (t) => {
    await prepare(t.page);
    const field = await fields(t, `${page}; ${forbidden}`);
    await paste(field, { 'text/html': '<p>One.</p><p>Two.</p>', 'text/plain': 'flat' });
    await t.page.waitForFunction((target) => target.value !== '', await field.elementHandle());
    assert.equal(await field.inputValue(), text);
    assert.equal(await t.page.getByText('What you pasted was taken as plain text').count(), text === 'flat' ? 1 : 0);
  });
}

pageTest('a story with HTML in it is read; too much of it is refused with one sentence', async ({ page, context }) => {
  await page.goto(await host(context, element(), { policy: null }));
  await shown(page);
  const outcome = (html) => page.evaluate(async (body) => {
    const made = document.querySelector('diptych-compare');
    const item = { headline: 'H', body_html: body };
    made.src = URL.createObjectURL(new Blob([JSON.stringify([item, item])]));
    return made.ready.then(() => made.articles.map(({ text }) => text), ({ code, message }) => [code, message]);
  }, html);
  assert.deepEqual(await outcome('<p class="[&>a]:u">One &rarr; two.</p><p hidden>No.</p>'), ['One → two.', 'One → two.']);
  assert.deepEqual(await outcome(large), ['story-invalid', 'An article of this story has more than 2 MB of HTML, or HTML that is nested too deep.']);
});
