// What a reader sees when something breaks: the articles, one sentence, and the way back.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { SENTENCES as inEnglish } from '../../www/engine/fault.js';
import { SENTENCES as inOthers } from '../../www/engine/fault-words.js';
import { element, host, shown, strict } from './support/newsroom.mjs';
import { rememberMemories } from './support/memories.mjs';
import { pageTest } from './support/page-test.mjs';
import { chrome, dist, pageUrl } from './support/settings.mjs';

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

for (const [lang, sentence] of Object.entries({ de: /konnte nicht geladen werden/, 'es-MX': /No se pudo cargar/, fr: /n’a pas pu être chargée/, ar: /تعذّر/, it: /could not be loaded/ })) {
  pageTest(`what failed is told in the language around the element: ${lang}`, { allowed: [/diptych_bg\.wasm/, /404/] }, async ({ page, context }) => {
    await context.route('**/diptych_bg.wasm', (route) => route.fulfill({ status: 404 }));
    const { code, message } = await errorOf(page, await host(context, element(), { root: `lang="${lang}"` }));
    assert.equal(code, 'wasm-missing');
    assert.match(message, sentence);
    await assertReadable(page, sentence);
  });
}

pageTest('where even that sentence can’t be loaded, it is said in English', { allowed: [/diptych_bg\.wasm/, /404/, /part-/, /Failed to fetch/] }, async ({ page, context }) => {
  await context.route('**/diptych_bg.wasm', (route) => route.fulfill({ status: 404 }));
  await context.route('**/part-*.js', async (route) => {
    const response = await route.fetch();
    if (/La comparaison/.test(await response.text())) await route.fulfill({ status: 404 });
    else await route.fulfill({ response });
  });
  await errorOf(page, await host(context, element('lang="fr"')));
  await assertReadable(page, /could not be loaded/);
});

test('every language has a sentence for every fault, with the same holes', () => {
  const named = Object.keys(inEnglish);
  const keys = Object.keys(inOthers.de).sort();
  for (const key of [...named, 'restarted', 'story-version', 'link-cut']) assert.ok(keys.includes(key), key);
  for (const [lang, table] of Object.entries(inOthers)) {
    assert.deepEqual(Object.keys(table).sort(), keys, lang);
    for (const [key, sentence] of Object.entries(table)) assert.equal(sentence.match(/\{\}/g)?.length ?? 0, key === 'story-version' ? 2 : 0, `${lang} ${key}`);
  }
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
  await rememberMemories(page);
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

/** What the element shows of two short reports that it is given. */
const compared = (page) => page.evaluate(async () => {
  const made = document.querySelector('diptych-compare');
  await made.compare([{ text: 'The bridge over the Elm is closed.' }, { text: 'The bridge over the Elm was closed.' }]);
  return made.shadowRoot.textContent;
});

for (const [name, cut] of Object.entries({ half: (file) => file.subarray(0, file.length / 2), 'with one byte changed': (file) => file.with(9, 0xff) })) {
  pageTest(`a wasm file ${name}`, async ({ page, context }) => {
    const file = new Uint8Array(await readFile(path.join(dist, 'diptych_bg.wasm')));
    await context.route('**/diptych_bg.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: Buffer.from(cut(file)) }));
    const { code } = await errorOf(page, await host(context, element()));
    assert.equal(code, 'wasm-corrupt');
    await assertReadable(page, /damaged/);
  });
}

/** Puts `code` before the worker's own script. */
const infected = (context, code) => context.route('**/worker.js', async (route) => {
  await route.fulfill({ contentType: 'text/javascript', body: `${code}\n${await readFile(path.join(dist, 'worker.js'), 'utf8')}` });
});

/** Lets the worker's wasm trap at the first word it is given, as a panic would: once, or whenever it is asked. */
const panics = (always) => `
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    if (!${always} && !(await first())) return made;
    const trap = () => { throw new WebAssembly.RuntimeError('unreachable'); };
    return Object.create(WebAssembly.Instance.prototype, { exports: { value: { ...made.exports, task_step: trap } } });
  };
  const first = async () => {
    const kept = await caches.open('diptych-test');
    if (await kept.match('/panicked')) return false;
    await kept.put('/panicked', new Response(''));
    return true;
  };`;

pageTest('a panic while comparing ends that worker, and a new one compares', async ({ page, context, watcher }) => {
  await infected(context, panics(false));
  await page.goto(await host(context, element()));
  await shown(page);
  assert.equal(watcher.requests.filter((url) => url.endsWith('worker.js')).length, 2, 'one worker broke, one took its place');
  assert.equal(watcher.requests.filter((url) => url.endsWith('.wasm')).length, 1, 'the module was not fetched again');
});

pageTest('a panic at every try is told once, the articles stay, and a later comparison may succeed', async ({ page, context }) => {
  await infected(context, panics(true));
  const { code } = await errorOf(page, await host(context, element()));
  assert.equal(code, 'crashed');
  await assertReadable(page, /stopped unexpectedly; nothing that you entered is lost/);
  await context.unroute('**/worker.js');
  assert.match(await compared(page), /was closed/);
});

pageTest('a device without the memory to begin says so and keeps the articles', async ({ page, context }) => {
  await page.addInitScript(() => {
    WebAssembly.instantiate = async () => { throw new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory'); };
  });
  const { code } = await errorOf(page, await host(context, element()));
  assert.equal(code, 'crashed');
  await assertReadable(page, /stopped unexpectedly/);
});

pageTest('memory that runs out while comparing is told, and the next comparison has fresh memory', { timeout: 120_000 }, async ({ t }) => {
  // 16 MB of wasm memory, as on a device that has no more: enough for articles, too little for what follows.
  const browser = await chromium.launch({ executablePath: chrome, chromiumSandbox: process.getuid?.() !== 0, args: ['--js-flags=--wasm-max-mem-pages=256'] });
  t.after(() => browser.close());
  const context = await browser.newContext({ permissions: ['local-network-access'] });
  const page = await context.newPage();
  await page.goto(await host(context, element()));
  await shown(page);
  const fault = await page.evaluate(async () => {
    const words = (seed) => Array.from({ length: 60_000 }, (_, i) => `Sentence ${(i * 7919) % 9973} of ${seed} tells of place ${i % 811}.`).join(' ');
    return document.querySelector('diptych-compare').compare([{ text: words('one') }, { text: words('two') }]).catch(({ code }) => code);
  });
  assert.equal(fault, 'crashed');
  assert.match(await compared(page), /was closed/);
});

pageTest('an element removed during work stops it, and put back begins again', async ({ page, context }) => {
  await page.goto(await host(context, element()));
  await shown(page);
  const states = await page.evaluate(async () => {
    const made = document.querySelector('diptych-compare');
    const long = Array.from({ length: 20_000 }, (_, i) => `Minister ${i % 977} spoke of ${i} new schools.`).join(' ');
    const settled = [];
    const asked = made.compare([{ text: long }, { text: long }]).then(() => settled.push('shown'), () => settled.push('failed'));
    await new Promise((done) => setTimeout(done));
    made.remove();
    await new Promise((done) => setTimeout(done));
    made.compare([{ text: 'The bridge is closed.' }, { text: 'The bridge was closed.' }]);
    document.body.append(made);
    await made.ready;
    await Promise.race([asked, new Promise((done) => setTimeout(done))]);
    return [settled.includes('failed'), made.shadowRoot.textContent];
  });
  assert.equal(states[0], false);
  assert.match(states[1], /The bridge is closed/);
  assert.doesNotMatch(states[1], /Minister/);
});

for (const [name, spoil] of Object.entries({
  'throws at every call': () => {
    const refuse = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); };
    Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse, removeItem: refuse });
  },
  'may not even be named': () => {
    Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); } });
  },
  'holds junk': () => {
    for (const junk of ['{', '7', '[[]]', '{"outlet":1}', '[{"outlet":"A","text":7}]']) {
      localStorage.setItem('diptych-drafts', junk);
      localStorage.setItem('diptych-articles', junk);
    }
  },
})) {
  pageTest(`storage that ${name} loses nothing that was typed`, async ({ page }) => {
    await page.addInitScript(spoil);
    await page.goto(pageUrl);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await page.evaluate(() => { document.querySelector('diptych-compare').drafts = [{ outlet: 'One', text: 'Typed words.' }]; });
    assert.match(await compared(page), /was closed/);
    assert.deepEqual(await page.evaluate(() => document.querySelector('diptych-compare').drafts), [{ outlet: 'One', text: 'Typed words.' }]);
  });
}

pageTest('junk and floods of messages to the worker get no answer and stop nothing', async ({ page, context }) => {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    const junk = [0, '', 'job', [], {}, { job: 0 }, { bytes: [] }, { progress: 1 }, { ready: true }, { fatal: true }];
    Worker.prototype.postMessage = function (message, ...more) {
      for (let i = 0; i < 500; i++) postMessage.call(this, junk[i % junk.length]);
      postMessage.call(this, message, ...more);
    };
  });
  await page.goto(await host(context, element()));
  await shown(page);
  assert.match(await compared(page), /was closed/);
});

pageTest('junk from the worker is not believed', async ({ page, context }) => {
  await infected(context, `
    for (const junk of [0, '', [], {}, { job: 1 }, { job: 9, bytes: new Uint8Array(3) }, { job: 1, progress: NaN }, { ready: 0 }]) postMessage(junk);`);
  await page.goto(await host(context, element()));
  await shown(page);
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
