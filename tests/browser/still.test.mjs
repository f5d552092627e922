// A comparison rendered beforehand: a whole page, or a part of a newsroom's own.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { assertAccessible } from './support/axe.mjs';
import { host, script, shown, strict } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { dist, pageUrl } from './support/settings.mjs';
import { painted } from './support/wait.mjs';

const native = process.env.DIPTYCH_NATIVE ?? '';
/** What `diptych compare seeds/story.json --format html` writes. */
const written = () => fs.readFile(path.join(native, 'still.html'), 'utf8');
/** Its one element, and the policy of a strict site that allows the element's style by its hash. */
const taken = async () => {
  const [element] = /<diptych-compare[\s\S]*<\/diptych-compare>/.exec(await written()) ?? [];
  const [, css] = /<style>([\s\S]*?)<\/style>/.exec(element ?? '') ?? [];
  const hash = createHash('sha256').update(css).digest('base64');
  return { element, policy: strict.replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`) };
};
const linked = '<link rel="stylesheet" href="/diptych.css">';

/** Serves a page and opens it. */
async function open(page, context, body) {
  const address = new URL('still.html', pageUrl).href;
  await context.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(address);
}

/** What can be read of the comparison, and that it is styled: hairlines between rows, a mark in its colour. */
async function assertStyled(page) {
  const table = page.locator('.rows');
  assert.ok(await table.getByText('at least eight people').first().isVisible());
  assert.equal(await table.evaluate((made) => getComputedStyle(made).borderCollapse), 'collapse');
  assert.match(await table.locator('.m-fact').first().evaluate((mark) => getComputedStyle(mark).textDecorationStyle), /double/);
  assert.equal(await page.locator('.marklist li').count(), 12, 'the legend explains every class and mark');
}

pageTest('the page of the command line needs no script and no other file', { context: { javaScriptEnabled: false } }, async ({ page, context, watcher }) => {
  await open(page, context, await written());
  await assertStyled(page);
  assert.deepEqual(watcher.requests.map((url) => new URL(url).pathname), ['/still.html']);
});

pageTest('the page of the command line is accessible', async ({ page, context }) => {
  await open(page, context, await written());
  await assertAccessible(page);
});

pageTest('on paper it is black on white, with its sources and its legend', { media: { media: 'print', colorScheme: 'dark' } }, async ({ page, context }) => {
  await open(page, context, await written());
  const [paper, ink] = await page.locator('.dp').evaluate((made) => [getComputedStyle(made).backgroundColor, getComputedStyle(made).color]);
  assert.deepEqual([paper, ink], ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  assert.equal(await page.locator('.sources li').count(), 5);
});

pageTest('the element exports the page that the command line writes', async ({ page, context }) => {
  const { title } = JSON.parse(await fs.readFile(path.join(dist, 'story', 'story.json'), 'utf8'));
  await page.goto(await host(context, `<diptych-compare src="/story/story.json" data-title="${title}"></diptych-compare>`, { policy: null }));
  await shown(page);
  const exported = await page.evaluate(() => document.querySelector('diptych-compare').exportHTML());
  // Yew and the browser write the same elements in other words, so both are read before they are compared.
  const read = (html) => page.evaluate((text) => {
    const lines = [];
    const walk = (node, depth) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) lines.push(`${depth} ${child.nodeValue.replace(/\s+/g, ' ').trim()}`);
        if (child.nodeType !== Node.ELEMENT_NODE) continue;
        const attributes = [...child.attributes].filter(({ name }) => name !== 'xmlns').map(({ name, value }) => `${name}=${value}`);
        lines.push(`${depth} <${[child.tagName.toLowerCase(), ...attributes.sort()].join(' ')}>`);
        walk(child, depth + 1);
        if (child.tagName === 'TEMPLATE') walk(child.content, depth + 1);
      }
    };
    walk(new DOMParser().parseFromString(text, 'text/html'), 0);
    return lines.filter((line) => !/^\d+ $/.test(line));
  }, html);
  assert.deepEqual(await read(exported), await read(await written()));
});

pageTest('in a page with the strictest policy and no script it is there and styled', { context: { javaScriptEnabled: false } }, async ({ page, context }) => {
  const { element, policy } = await taken();
  await page.goto(await host(context, `<p>Above.</p>${element}<p>Below.</p>`, { policy, head: linked + script() }));
  await assertStyled(page);
  assert.ok(await page.getByText('Below.').isVisible());
});

pageTest('where the script runs it takes the place of what was rendered beforehand in one frame', async ({ page, context }) => {
  const { element, policy } = await taken();
  await page.addInitScript(() => {
    globalThis.seen = [];
    const look = () => {
      const made = document.querySelector('diptych-compare');
      const root = made?.shadowRoot;
      const still = [...(root?.children ?? [])].some((one) => one.matches('.paper'));
      const drawn = root?.querySelector('[part=app] .dp');
      const live = Boolean(drawn) && getComputedStyle(drawn).visibility === 'visible';
      const below = document.querySelector('#below');
      if (root && below) globalThis.seen.push([still, live, made.getBoundingClientRect().height, below.getBoundingClientRect().top].join(' '));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(await host(context, `<p>Above.</p>${element}<p id="below">Below.</p>`, { policy, head: linked + script() }));
  await page.waitForFunction(() => document.querySelector('diptych-compare').shadowRoot.querySelector('[part=app] .pane .s'));
  await painted(page);
  const { seen, shifts } = await page.evaluate(() => ({ seen: globalThis.seen, shifts: globalThis.shifts }));
  const states = [...new Set(seen)].map((line) => line.split(' '));
  assert.deepEqual(states.map(([still, live]) => [still, live].join()), ['true,false', 'false,true'], 'never both, never neither');
  assert.equal(new Set(states.map((state) => state.slice(2).join())).size, 1, `nothing moved: ${states.join('; ')}`);
  assert.deepEqual(shifts, []);
  assert.equal(await page.evaluate(() => document.querySelector('diptych-compare').articles.length), 5, 'it read the articles that stand in the page');
});
