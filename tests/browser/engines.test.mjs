// The ways onto a page, in every engine that is installed. What each cell saw is told as a diagnostic.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { engines, until } from './support/engines.mjs';
import { element, script, strict } from './support/newsroom.mjs';
import { cdnUrl, dist } from './support/settings.mjs';
import { site } from './support/site.mjs';

const own = await site(dist, path.join(import.meta.dirname, 'support', 'served'));
const cdn = new URL(cdnUrl).origin;
const watched = '<script src="/watch.js"></script>';

/** A page of ours around `body`, watched for hidden trouble. */
const hosted = (body, { policy, head = script() }) => own.page(
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${watched}${head}</head><body>${body}</body></html>`,
  { headers: policy ? { 'content-security-policy': policy } : {} },
);

const drawn = () => document.querySelector('diptych-compare')?.shadowRoot?.querySelector('[part=app]:not([hidden])')?.textContent;
const resources = () => performance.getEntriesByType('resource').map((entry) => entry.name);

/** Whether the words stand there, whichever view the width chose. */
const assertWords = (text, ...patterns) => patterns.forEach((pattern) => assert.match(text, pattern));

async function assertElement(session, address, { workers, breaches = [] }) {
  await session.goto(address);
  assertWords(await until(session, drawn), /Seven people/, /Eight people/);
  const seen = await session.evaluate(() => globalThis.seen);
  assert.deepEqual(seen.troubles.filter((text) => !breaches.some((known) => known.test(text))), [], 'nothing went wrong');
  assert.deepEqual(seen.workers, workers);
  return `compared ${workers.length > 0 ? `in a worker (${workers.at(-1)})` : 'on the page itself'}`;
}

const story = {
  schema: 'diptych-story/1',
  articles: [{ outlet: 'One', text: 'The bridge over the Elm is closed. Seven cars stood on it.' }, { outlet: 'Two', text: 'The bridge over the Elm is closed. Eight cars stood on it.' }],
};

/** Each way in: what is opened, and what was seen. @type {Record<string, { offline?: boolean, see(session: any): Promise<string> }>} */
const ways = {
  'the page': {
    async see(session) {
      await session.goto(own.url + 'index.html');
      await until(session, () => document.documentElement.hasAttribute('data-ready'));
      assertWords(await until(session, drawn), /Baghdad/);
      const asked = await session.evaluate(resources);
      assert.ok(asked.every((url) => url.startsWith(own.origin) || url.startsWith('data:')), asked.join());
      return 'drawn, and nothing asked of other origins';
    },
  },
  'the element under a strict policy, from its own site': {
    see: (session) => assertElement(session, hosted(element(), { policy: strict }), { workers: ['http:'] }),
  },
  'the element with its script from another origin': {
    see(session) {
      const policy = `default-src 'none'; script-src 'self' ${cdn} 'wasm-unsafe-eval'; style-src 'self'; connect-src ${cdn}; img-src data:; worker-src blob: ${cdn}; require-trusted-types-for 'script'; trusted-types diptych`;
      const head = `<script type="module" crossorigin src="${cdnUrl}define.js"></script>`;
      return assertElement(session, hosted(element(), { policy, head }), { workers: ['blob:'] });
    },
  },
  'the element where workers are refused': {
    see: (session) => assertElement(session, hosted(element(), { policy: strict.replace("worker-src 'self'", "worker-src 'none'") }), { workers: [], breaches: [/worker-src/] }),
  },
  'the articles where wasm is refused': {
    async see(session) {
      await session.goto(hosted(element('loading="eager"'), { policy: strict.replace("'wasm-unsafe-eval'", '') }));
      const notice = await until(session, () => document.querySelector('diptych-compare').shadowRoot?.querySelector('[part=notice]:not([hidden])')?.textContent);
      const visible = await session.evaluate(() => document.querySelector('article p').getBoundingClientRect().height > 0);
      assert.ok(visible, 'the articles can be read');
      assert.match(notice, /does not allow WebAssembly/);
      return 'the articles stay, and a sentence says why';
    },
  },
  'the element in the colours and the font of a dark page': {
    async see(session) {
      const head = `<link rel="stylesheet" href="/dark.css">${script()}`;
      await session.goto(hosted(element(), { policy: strict, head }));
      assertWords(await until(session, drawn), /Seven people/);
      const look = await until(session, () => {
        const root = document.querySelector('diptych-compare').shadowRoot;
        const [widget, text] = ['.dp', '.pane article'].map((wanted) => root.querySelector(wanted)).map((one) => one && getComputedStyle(one));
        return text && [widget.backgroundColor, widget.color, widget.colorScheme, text.fontFamily.replaceAll('"', '')].join(' ');
      });
      assert.equal(look, 'rgb(20, 24, 28) rgb(232, 230, 227) dark Georgia, serif');
      return 'it looked like the page';
    },
  },
  'a comparison rendered beforehand, then replaced': {
    async see(session) {
      const page = await fs.readFile(path.join(process.env.DIPTYCH_NATIVE ?? '', 'still.html'), 'utf8');
      const [made] = /<diptych-compare[\s\S]*<\/diptych-compare>/.exec(page) ?? [];
      const [, css] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
      const policy = strict.replace("style-src 'self'", `style-src 'self' 'sha256-${createHash('sha256').update(css).digest('base64')}'`);
      await session.goto(hosted(made, { policy, head: '' }));
      const [collapse, visible] = await session.evaluate(() => {
        const table = document.querySelector('diptych-compare').shadowRoot.querySelector('.rows');
        return [getComputedStyle(table).borderCollapse, table.getBoundingClientRect().height > 1000];
      });
      assert.deepEqual([collapse, visible], ['collapse', true]);
      await session.goto(hosted(made, { policy }));
      assertWords(await until(session, drawn), /Baghdad/);
      const left = await until(session, () => document.querySelector('diptych-compare').shadowRoot.querySelector('.paper') === null);
      assert.ok(left);
      assert.deepEqual((await session.evaluate(() => globalThis.seen)).troubles, []);
      return 'readable and styled without a script, then the live one in its place';
    },
  },
  'scripts from another origin, each with its hash': {
    async see(session) {
      const { integrity } = JSON.parse(await fs.readFile(path.join(dist, 'integrity.json'), 'utf8'));
      const map = JSON.stringify({ integrity: Object.fromEntries(Object.entries(integrity).map(([name, hash]) => [new URL(name, cdnUrl).href, hash])) });
      const hash = createHash('sha256').update(map).digest('base64');
      const policy = `default-src 'none'; script-src 'self' ${cdn} 'sha256-${hash}' 'wasm-unsafe-eval'; style-src 'self'; connect-src ${cdn}; img-src data:; worker-src blob: ${cdn}`;
      const tag = (value) => `<script type="importmap">${map}</script><script type="module" crossorigin src="${cdnUrl}define.js" integrity="${value}"></script>`;
      const saw = await assertElement(session, hosted(element(), { policy, head: tag(integrity['./define.js']) }), { workers: ['blob:'] });
      await session.goto(hosted(element('loading="eager"'), { policy, head: tag(integrity['./worker.js']) }));
      await until(session, () => document.readyState === 'complete');
      const [defined, visible] = await session.evaluate(() => [Boolean(customElements.get('diptych-compare')), document.querySelector('article p').getBoundingClientRect().height > 0]);
      assert.deepEqual([defined, visible], [false, true]);
      return `${saw}; with another hash nothing ran and the articles stayed`;
    },
  },
  'one file from disk with the network off': {
    offline: true,
    async see(session) {
      await session.goto(pathToFileURL(path.join(dist, 'diptych.html')).href);
      await until(session, () => document.documentElement.hasAttribute('data-ready'));
      assertWords(await until(session, drawn), /Baghdad/);
      const articles = [{ outlet: 'One', text: 'The bridge is closed. Seven cars stood on it.' }, { outlet: 'Two', text: 'The bridge is closed. Eight cars stood on it.' }];
      await session.evaluate((given) => document.querySelector('diptych-compare').compare(given), articles);
      assertWords(await until(session, drawn), /Eight cars/);
      const asked = await session.evaluate(resources);
      assert.ok(asked.every((url) => /^(?:file|blob|data):/.test(url)), asked.join());
      return 'drawn, own articles compared, and nothing asked';
    },
  },
  'a sandboxed frame': {
    async see(session) {
      const host = `<iframe title="Two reports compared" sandbox="allow-scripts" src="/embed.html" width="900"></iframe><script src="/frame-host.js"></script><script src="/teller.js"></script>`;
      await session.goto(hosted(`<p id="story" hidden>${JSON.stringify(story)}</p>${host}`, { head: '' }));
      await until(session, () => document.querySelector('iframe').getBoundingClientRect().height > 400);
      return 'took a story and got the height that it asked for';
    },
  },
};

/** Sessions by engine and network: starting a browser takes longer than what is done with it. */
const open = new Map();
after(() => Promise.all([...open.values()].map(async (session) => (await session).close())));

/** A session that one test has to itself; one in which something failed is not used again. */
async function borrowed(engine, offline, use) {
  const key = `${engine.name} ${offline}`;
  if (!open.has(key)) open.set(key, engine.open({ offline }));
  const session = await open.get(key);
  try {
    return await use(session);
  } catch (error) {
    open.delete(key);
    await session.close();
    throw error;
  }
}

for (const engine of engines) {
  const skip = engine.installed ? false : `${engine.name} is not installed`;
  for (const [name, { offline = false, see }] of Object.entries(ways)) {
    test(`${engine.name}: ${name}`, { skip, timeout: 120_000 }, async (t) => {
      t.diagnostic(`${engine.name} | ${name} | ${await borrowed(engine, offline, see)}`);
    });
  }
}
