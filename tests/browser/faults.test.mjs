// What a reader sees when something breaks: the articles, one sentence, and the way back.
import assert from 'node:assert/strict';
import { element, host, shown, strict } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';

/** Opens a page with one element and gives the first error that it reports. */
async function errorOf(page, address) {
  await page.addInitScript(() => {
    globalThis.firstError = new Promise((done) => addEventListener('diptych-error', (event) => done(event.detail), { once: true }));
  });
  await page.goto(address);
  return page.evaluate(() => globalThis.firstError);
}

async function assertReadable(page, sentence) {
  assert.ok(await page.getByText('Seven people were brought to safety').isVisible(), 'the articles can be read');
  assert.match(await page.getByRole('status').innerText(), sentence);
}

pageTest('without its wasm file the articles stay and a sentence says so', { allowed: [/diptych_bg\.wasm/, /404/] }, async ({ page, context }) => {
  await context.route('**/diptych_bg.wasm', (route) => route.fulfill({ status: 404 }));
  const { code } = await errorOf(page, await host(context, element()));
  assert.equal(code, 'wasm-missing');
  await assertReadable(page, /could not be loaded/);
});

pageTest('a damaged wasm file', async ({ page, context }) => {
  await context.route('**/diptych_bg.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'no wasm' }));
  const { code } = await errorOf(page, await host(context, element()));
  assert.equal(code, 'wasm-corrupt');
  await assertReadable(page, /damaged/);
});

pageTest('a page that allows no WebAssembly', { allowed: [/wasm-unsafe-eval|unsafe-eval|WebAssembly|wasm-eval/] }, async ({ page, context }) => {
  const policy = strict.replace("'wasm-unsafe-eval'", '');
  const { code } = await errorOf(page, await host(context, element(), { policy }));
  assert.equal(code, 'wasm-refused');
  await assertReadable(page, /does not allow WebAssembly/);
});

pageTest('a server that calls wasm a plain file', async ({ page, context }) => {
  await context.route('**/diptych_bg.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  await page.goto(await host(context, element()));
  await shown(page);
});

pageTest('a worker that is killed in the middle is replaced', async ({ page, context }) => {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    let killed = false;
    Worker.prototype.postMessage = function (message, ...more) {
      postMessage.call(this, message, ...more);
      if (message.job && !killed) {
        killed = true;
        // What a browser does that needs the memory: the worker ends and nobody is told.
        this.terminate();
      }
    };
  });
  await page.goto(await host(context, element()));
  await shown(page);
});

pageTest('when the drawing instance breaks, a new one shows the same comparison', { allowed: [/RuntimeError|unreachable|memory access|index out of bounds|out of bounds|null function|table index|Error/] }, async ({ page, context, watcher }) => {
  await page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    globalThis.memories = [];
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      globalThis.memories.push((made.instance ?? made).exports.memory);
      return made;
    };
  });
  await page.goto(await host(context, element('view="columns"')));
  await shown(page);
  await page.evaluate(() => {
    new Uint8Array(globalThis.memories[0].buffer).fill(0xff);
    document.querySelector('diptych-compare').setAttribute('view', 'rows');
  });
  await page.getByRole('status').filter({ hasText: 'started again' }).waitFor();
  await shown(page);
  assert.equal(await page.evaluate(() => globalThis.memories.length), 2);
  assert.equal(watcher.requests.filter((url) => url.endsWith('.wasm')).length, 1, 'the module was not fetched again');
});

pageTest('a second comparison takes the place of the first', async ({ page, context }) => {
  await page.goto(await host(context, element()));
  await page.waitForFunction(() => customElements.get('diptych-compare'));
  await page.evaluate(async () => {
    const made = document.querySelector('diptych-compare');
    const long = 'The minister spoke of nine new schools in the north. '.repeat(40_000);
    made.compare([{ text: long }, { text: long }]);
    await new Promise((done) => setTimeout(done, 50));
    await made.compare([{ text: 'The bridge is closed.' }, { text: 'The bridge was closed.' }]);
  });
  const text = await page.evaluate(() => document.querySelector('diptych-compare').shadowRoot.textContent);
  assert.match(text, /The bridge is closed/);
  assert.doesNotMatch(text, /minister/);
});

pageTest('a paste of 5 MB never freezes the page', async ({ page, context }) => {
  await page.goto(await host(context, element()));
  await shown(page);
  const longest = await page.evaluate(async () => {
    const made = document.querySelector('diptych-compare');
    const words = (seed) => Array.from({ length: 40_000 }, (_, i) => `Sentence ${(i * 7919) % 9973} of ${seed} tells of place ${i % 811} and day ${i % 367}.`).join(' ');
    const texts = [words('one'), words('two')];
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 10);
    void made.compare([{ text: texts[0] }, { text: texts[1] }]);
    await new Promise((done) => setTimeout(done, 1500));
    clearInterval(beat);
    made.compare(null);
    await made.ready;
    return longest;
  });
  assert.ok(longest < 1000, `the page stood still for ${longest} ms`);
});

pageTest('junk and floods of messages to the window change nothing', async ({ page, context }) => {
  await page.goto(await host(context, element()));
  await shown(page);
  await page.evaluate(() => {
    for (let i = 0; i < 2000; i++) window.postMessage({ type: 'diptych', job: i, bytes: [], ready: true, module: null }, '*');
  });
  assert.match(await page.evaluate(() => document.querySelector('diptych-compare').shadowRoot.textContent), /Seven people/);
});

for (const [name, articles] of Object.entries({
  'only one article': [{ text: 'The bridge is closed.' }],
  'the same article twice': [{ text: 'The bridge is closed.' }, { text: 'The bridge is closed.' }],
  'an empty article': [{ text: 'The bridge is closed.' }, { text: ' ' }],
  'two languages': [{ text: 'The bridge is closed.', lang: 'en' }, { text: 'Die Brücke ist gesperrt.', lang: 'de' }],
})) {
  pageTest(`${name}: a calm page that says so`, async ({ page, context }) => {
    await page.goto(await host(context, element()));
    await shown(page);
    await page.evaluate((given) => document.querySelector('diptych-compare').compare(given), articles);
    const report = await page.evaluate(() => document.querySelector('diptych-compare').toJSON());
    assert.ok(report.notices.length > 0);
    assert.equal(report.articles.length, articles.length);
  });
}
