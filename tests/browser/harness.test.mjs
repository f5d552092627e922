// The tests' own watcher sees each kind of trouble; without this, a clean run would prove nothing.
import assert from 'node:assert/strict';
import { openHost } from './support/host.mjs';
import { pageTest } from './support/page-test.mjs';
import { cdnUrl } from './support/settings.mjs';
import { eventAfter, painted } from './support/wait.mjs';

const provoked = {
  'a console error': ['console error: provoked', () => console.error('provoked')],
  'an uncaught error': ['uncaught: Error: provoked', () => { setTimeout(() => { throw new Error('provoked'); }); }],
  'a rejected promise': ['uncaught: Error: provoked', () => { Promise.reject(new Error('provoked')); }],
  'an inline style': ['policy breach: style-src-attr', () => { document.body.setAttribute('style', 'color: red'); }],
  'a foreign picture': ['policy breach: img-src', () => {
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://news.example/a.png' }));
  }],
  'a missing file': ['status 404', () => { fetch('missing.json'); }],
};

for (const [name, [expected, act]] of Object.entries(provoked)) {
  pageTest(`the watcher sees ${name}`, async ({ page, visit, watcher }) => {
    await visit();
    await page.evaluate(act);
    await watcher.troubleLike(expected);
    watcher.troubles.length = 0;
  });
}

pageTest('the watcher sees a request to another origin', { context: { bypassCSP: true } }, async ({ page, visit, watcher }) => {
  await visit();
  await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => {}));
  await watcher.troubleLike('foreign request: http://127.0.0.1:9/');
  watcher.troubles.length = 0;
});

pageTest('a host page has the security policy it is given', async ({ page, watcher }) => {
  await openHost(page, '<p style="color: red">Hello', { policy: "style-src 'self'" });
  await watcher.troubleLike('policy breach: style-src-attr');
  watcher.troubles.length = 0;
});

pageTest('a host page may load scripts from the other origin', { origins: [new URL(cdnUrl).origin] }, async ({ page, watcher }) => {
  await openHost(page, `<script type="module" src="${cdnUrl}diptych.js"></script>`);
  assert.ok(watcher.requests.includes(`${cdnUrl}diptych.js`));
});

pageTest('an event is heard although it comes at once', async ({ page, visit }) => {
  await visit();
  const detail = await eventAfter(page.locator('body'), 'probe', () => page.evaluate(() => {
    document.body.dispatchEvent(new CustomEvent('probe', { detail: 7 }));
  }));
  assert.equal(detail, 7);
  await painted(page);
});

const queries = {
  '(prefers-color-scheme: dark)': { colorScheme: 'dark' },
  '(forced-colors: active)': { forcedColors: 'active' },
  '(prefers-reduced-motion: reduce)': { reducedMotion: 'reduce' },
  '(prefers-contrast: more)': { contrast: 'more' },
  print: { media: 'print' },
};

for (const [query, media] of Object.entries(queries)) {
  pageTest(`the page can be seen under ${query}`, { media }, async ({ page, visit }) => {
    await visit();
    assert.ok(await page.evaluate((text) => matchMedia(text).matches, query));
  });
}
