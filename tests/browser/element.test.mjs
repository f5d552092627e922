// The element on other people's pages: readable before, without and after the script, and at home everywhere.
import assert from 'node:assert/strict';
import { element, host, script, shown, strict } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { cdnUrl } from './support/settings.mjs';

const cdn = new URL(cdnUrl).origin;
const drawn = (page, at = 0) => page.evaluate((i) => document.querySelectorAll('diptych-compare')[i].shadowRoot.querySelector('[part=app]').innerText, at);
const wasmRequests = (watcher) => watcher.requests.filter((url) => url.endsWith('.wasm')).length;

pageTest('the articles are readable without any script', { context: { javaScriptEnabled: false } }, async ({ page, context }) => {
  await page.goto(await host(context, element()));
  await page.getByRole('heading', { name: 'River floods the old town' }).waitFor();
  assert.ok(await page.getByText('Seven people were brought to safety').isVisible());
});

pageTest('under the strictest policy the comparison takes the place of the articles', async ({ page, context, watcher }) => {
  await page.goto(await host(context, element()));
  await shown(page);
  assert.match(await drawn(page), /Seven people[\s\S]*Eight people/);
  assert.equal(page.workers().length, 1, 'it was compared in a worker');
  assert.ok(await page.evaluate(() => document.querySelector('diptych-compare').ready.then(() => true)));
  assert.equal(wasmRequests(watcher), 1);
});

pageTest('a script from another origin starts its worker from a blob', { origins: [cdn] }, async ({ page, context }) => {
  const policy = `default-src 'none'; script-src ${cdn} 'wasm-unsafe-eval'; style-src 'self'; connect-src ${cdn}; img-src data:; worker-src blob: ${cdn}; require-trusted-types-for 'script'; trusted-types diptych`;
  const head = `<script type="module" crossorigin src="${cdnUrl}define.js"></script>`;
  await page.goto(await host(context, element(), { policy, head }));
  await shown(page);
  assert.match(await drawn(page), /Seven people/);
  assert.deepEqual(page.workers().map((worker) => new URL(worker.url()).protocol), ['blob:']);
});

pageTest('where workers are refused it compares on the page itself', { allowed: [/worker-src/, /Refused to create a worker/, /worker violates/i] }, async ({ page, context }) => {
  await page.goto(await host(context, element(), { policy: strict.replace("worker-src 'self'", "worker-src 'none'") }));
  await shown(page);
  assert.match(await drawn(page), /Eight people/);
  assert.equal(page.workers().length, 0);
});

pageTest('nothing is fetched until the element comes near the viewport', async ({ page, context, watcher }) => {
  await page.goto(await host(context, `${'<p>Above.</p>'.repeat(200)}${element()}`));
  await page.waitForFunction(() => customElements.get('diptych-compare'));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.equal(wasmRequests(watcher), 0);
  await page.locator('diptych-compare').scrollIntoViewIfNeeded();
  await shown(page);
  assert.equal(wasmRequests(watcher), 1);
});

pageTest('ten elements share one module and one worker', async ({ page, context, watcher }) => {
  const many = Array.from({ length: 10 }, () => element('loading="eager"')).join('');
  await page.goto(await host(context, many));
  await page.waitForFunction(() => [...document.querySelectorAll('diptych-compare')].every((e) => e.shadowRoot?.querySelector('[part=app]')?.textContent));
  assert.equal(wasmRequests(watcher), 1);
  assert.equal(page.workers().length, 1);
});

pageTest('children that change later are compared again', async ({ page, context }) => {
  await page.goto(await host(context, element()));
  await shown(page);
  await page.evaluate(() => {
    document.querySelector('diptych-compare article p').textContent = 'Nobody was hurt when the river rose.';
  });
  await page.waitForFunction(() => document.querySelector('diptych-compare').shadowRoot.textContent.includes('Nobody was hurt'));
  assert.doesNotMatch(await drawn(page), /Seven people/);
});

pageTest('an element made after the definition, moved, removed and put back shows its comparison', async ({ page, context, watcher }) => {
  await page.goto(await host(context, '<section id="one"></section><section id="two"></section>'));
  await page.waitForFunction(() => customElements.get('diptych-compare'));
  await page.evaluate(() => {
    const made = document.createElement('diptych-compare');
    for (const words of ['The river Elm flooded the town. Seven were saved.', 'The river Elm flooded the town. Eight were saved.']) {
      const article = document.createElement('article');
      article.append(Object.assign(document.createElement('p'), { textContent: words }));
      made.append(article);
    }
    document.querySelector('#one').append(made);
  });
  await shown(page);
  await page.evaluate(() => {
    const made = document.querySelector('diptych-compare');
    made.setAttribute('view', 'rows');
    document.querySelector('#two').append(made);
  });
  await shown(page, '#two diptych-compare');
  await page.evaluate(async () => {
    const made = document.querySelector('diptych-compare');
    made.remove();
    await new Promise((done) => setTimeout(done));
    document.querySelector('#one').append(made);
  });
  await shown(page, '#one diptych-compare');
  assert.match(await drawn(page), /Seven/);
  assert.equal(await page.locator('diptych-compare').getAttribute('view'), 'rows');
  assert.equal(wasmRequests(watcher), 1);
});

pageTest('a host’s globals, address, storage and focus stay as they were', async ({ page, context }) => {
  const address = await host(context, `<input aria-label="mine">${element()}`);
  await page.addInitScript(() => (globalThis.namesBefore = Object.keys(globalThis)));
  await page.goto(address);
  await page.getByLabel('mine').focus();
  await shown(page);
  const state = await page.evaluate(() => ({
    added: Object.keys(globalThis).filter((name) => !globalThis.namesBefore.includes(name) && name !== 'namesBefore'),
    stored: localStorage.length + sessionStorage.length,
    focus: document.activeElement.getAttribute('aria-label'),
    history: history.length,
    address: location.href,
  }));
  assert.deepEqual(state, { added: [], stored: 0, focus: 'mine', history: state.history, address });
});

const hostile = {
  'a CSS reset and all: unset': '<style>* { all: unset; } *, *::before { box-sizing: border-box; margin: 0; font: 8px/1 monospace; }</style>',
  'right to left': '<style>body { direction: rtl; }</style>',
  'a sidebar of 300 px': '<style>body { inline-size: 300px; }</style>',
  'a polluted Array.prototype': '<script>Array.prototype.extra = () => 1; Object.prototype.more = 2;</script>',
};
for (const [name, head] of Object.entries(hostile)) {
  pageTest(`it works on a page with ${name}`, async ({ page, context }) => {
    await page.goto(await host(context, element(), { policy: null, head: head + script() }));
    await shown(page);
    assert.match(await drawn(page), /Seven people[\s\S]*Eight people/);
  });
}

pageTest('it works inside another shadow root, and hidden first', async ({ page, context }) => {
  const head = `${script()}<script type="module">
    const outer = document.querySelector('#outer').attachShadow({ mode: 'open' });
    outer.append(document.querySelector('template').content);
  </script>`;
  await page.goto(await host(context, `<div id="outer" style="display: none"></div><template>${element()}</template>`, { policy: null, head }));
  await page.evaluate(() => (document.querySelector('#outer').style.display = 'block'));
  await page.waitForFunction(() => document.querySelector('#outer').shadowRoot.querySelector('diptych-compare')?.shadowRoot?.querySelector('[part=app]')?.innerText.includes('Seven people'));
});
