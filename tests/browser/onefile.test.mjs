// The page in one file, and the frame: nothing beside them, no network.
import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pageTest } from './support/page-test.mjs';
import { dist, pageUrl } from './support/settings.mjs';

const file = (name) => pathToFileURL(path.join(dist, name)).href;
const text = (frame) => frame.evaluate(() => document.querySelector('diptych-compare').shadowRoot.querySelector('[part=app]').innerText);

pageTest('the page in one file opens from disk without a network', { origins: ['null'], context: { offline: true } }, async ({ page, watcher }) => {
  await page.goto(file('diptych.html'));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  assert.match(await text(page), /Baghdad/);
  assert.deepEqual(page.workers().map((worker) => new URL(worker.url()).protocol), ['blob:']);
  assert.deepEqual(watcher.requests.filter((url) => !/^(file|blob|data):/.test(url)), []);
});

pageTest('articles pasted into the one file are compared and come back at the next visit', { origins: ['null'] }, async ({ page }) => {
  await page.goto(file('diptych.html'));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.evaluate(() => document.querySelector('diptych-compare').compare([
    { outlet: 'One', text: 'The bridge over the Elm is closed.' },
    { outlet: 'Two', text: 'The bridge over the Elm was closed on Friday.' },
  ]));
  assert.match(await text(page), /was closed on Friday/);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('diptych-compare').shadowRoot?.textContent.includes('was closed on Friday'));
});

const story = {
  schema: 'diptych-story/1',
  articles: [
    { outlet: 'One', text: 'The bridge over the Elm is closed. Seven cars stood on it.' },
    { outlet: 'Two', text: 'The bridge over the Elm is closed. Eight cars stood on it.' },
  ],
};

pageTest('a sandboxed frame shows the story it is sent and tells its height', { origins: ['null'] }, async ({ page, context }) => {
  const address = new URL('frame-host.test.html', pageUrl).href;
  const body = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
    <script>${`addEventListener('message', ({ data, source }) => {
      if (data && data.type === 'diptych:loaded') source.postMessage({ type: 'diptych:story', story: ${JSON.stringify(story)} }, '*');
      if (data && data.type === 'diptych:height') document.querySelector('iframe').style.height = data.height + 'px';
      (globalThis.heard ??= []).push(data);
    });`}</script>
    <iframe title="Two reports compared" sandbox="allow-scripts" src="embed.html" width="900"></iframe>`;
  await context.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(address);
  const frame = page.frames().find((one) => one.url().endsWith('embed.html'));
  await frame.waitForFunction(() => document.querySelector('diptych-compare').shadowRoot?.querySelector('[part=app]')?.innerText.includes('Eight cars'));
  await page.waitForFunction(() => globalThis.heard.some((data) => data?.sentinel === 'amp') && globalThis.heard.some((data) => /^pymxPYMx/.test(data)));
  assert.ok(await page.locator('iframe').evaluate((one) => one.getBoundingClientRect().height > 200), 'the frame has the height it asked for');
});

pageTest('a frame takes no markup and goes nowhere, whatever it is sent', { origins: ['null'] }, async ({ page, context }) => {
  const address = new URL('frame-junk.test.html', pageUrl).href;
  const body = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><iframe title="f" sandbox="allow-scripts" src="embed.html" width="900" height="600"></iframe>`;
  await context.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(address);
  const frame = page.frames().find((one) => one.url().endsWith('embed.html'));
  await frame.waitForFunction(() => customElements.get('diptych-compare'));
  await page.evaluate((good) => {
    const target = document.querySelector('iframe').contentWindow;
    for (const junk of [null, 7, 'x', {}, { type: 'diptych:story' }, { type: 'diptych:story', story: { schema: 'diptych-story/9' } }, { type: 'navigate', url: 'https://example.org' }]) target.postMessage(junk, '*');
    const hostile = good.articles.map((article) => ({ ...article, outlet: '<img src=x onerror=alert(1)>', text: `${article.text} <script>alert(1)<\/script>` }));
    target.postMessage({ type: 'diptych:story', story: { ...good, articles: hostile } }, '*');
  }, story);
  await frame.waitForFunction(() => document.querySelector('diptych-compare').shadowRoot?.querySelector('[part=app]')?.innerText.includes('<script>alert(1)'));
  assert.ok(frame.url().endsWith('embed.html'));
  assert.equal(await frame.evaluate(() => document.querySelector('diptych-compare').shadowRoot.querySelectorAll('img, script').length), 0);
});

pageTest('the host’s script gives a frame the height it asks for, and listens to nobody else', { origins: ['null'] }, async ({ page, context }) => {
  const address = new URL('frame-script.test.html', pageUrl).href;
  const body = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script src="frame-host.js"></script>
    <iframe id="ours" title="Two reports compared" sandbox="allow-scripts" src="embed.html?title=Bridge&view=rows" width="900"></iframe>`;
  await context.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(address);
  const height = () => document.querySelector('iframe').style.height;
  await page.waitForFunction(height);
  const before = await page.evaluate(height);
  await page.evaluate((given) => document.querySelector('iframe').contentWindow.postMessage({ type: 'diptych:story', story: given }, '*'), story);
  await page.waitForFunction((small) => parseFloat(document.querySelector('iframe').style.height) > parseFloat(small), before);
  const frame = page.frames().find((one) => one.url().includes('embed.html'));
  assert.equal(await frame.title(), 'Bridge');
  assert.equal(await frame.evaluate(() => document.querySelector('diptych-compare').view), 'rows');
  const after = await page.evaluate(async () => {
    const kept = document.querySelector('iframe').style.height;
    for (const height of [9, -1, 1e9, '7', NaN, null]) window.postMessage({ type: 'diptych:height', height }, '*');
    await new Promise((done) => {
      addEventListener('message', ({ data }) => data === 'last' && done());
      window.postMessage('last', '*');
    });
    return [kept, document.querySelector('iframe').style.height];
  });
  assert.equal(after[0], after[1]);
});

pageTest('a frame tells its height in the words of Pym and of AMP', { origins: ['null'] }, async ({ page, context }) => {
  const address = new URL('frame-dialects.test.html', pageUrl).href;
  const body = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script>${`addEventListener('message', ({ data, source }) => {
      (globalThis.heard ??= []).push(data);
      if (data?.type === 'diptych:loaded') source.postMessage({ type: 'diptych:story', story: ${JSON.stringify(story)} }, '*');
    });`}</script>
    <iframe title="f" sandbox="allow-scripts" src="embed.html?childId=comparison-7" width="900"></iframe>`;
  await context.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(address);
  await page.waitForFunction(() => globalThis.heard?.some((data) => data.sentinel === 'amp' && data.height > 200));
  const heard = await page.evaluate(() => globalThis.heard);
  const amp = heard.filter((data) => data.sentinel === 'amp');
  assert.ok(amp.every((data) => data.type === 'embed-size' && data.height > 0), JSON.stringify(amp));
  // What Pym's own parent reads: its name, the child's id, the message, the value.
  const pym = heard.map((data) => /^pymxPYMxcomparison-7xPYMxheightxPYMx(\d+)$/.exec(data)?.[1]).filter(Boolean);
  assert.deepEqual(pym.map(Number).slice(0, amp.length), amp.map((data) => data.height).slice(0, pym.length));
  assert.ok(heard.some((data) => data.type === 'diptych:height' && data.height === amp.at(-1).height));
});

pageTest('a frame whose address was cut short says so', { origins: ['null'] }, async ({ page, visit }) => {
  await visit('embed.html#texts=broken');
  await page.waitForFunction(() => /not a story/.test(document.querySelector('diptych-compare').shadowRoot?.querySelector('[part=notice]')?.textContent ?? ''));
});
