// A test that opens a page in a context of its own and fails on any hidden trouble.
import { after, test } from 'node:test';
import { launch } from './chromium.mjs';
import { pageUrl } from './settings.mjs';
import { watch } from './watch.mjs';

// One browser for each test file, started at the first test that wants it.
let running;
const browser = () => (running ??= launch());
after(async () => (await running)?.close());

const wide = { width: 1440, height: 900 };

/**
 * `body` gets `{ page, context, visit, watcher, t }`; `visit(path)` opens a path of the built page and waits
 * until it has loaded.
 *
 * Options: `viewport`; `media` (`colorScheme`, `forcedColors`, `reducedMotion`, `contrast`, `media: 'print'`);
 * `timeout` in milliseconds; `context`, further options of Playwright's `newContext`; `origins`, further origins that may be asked;
 * `allowed`, patterns of the troubles that the test provokes.
 */
export const pageTest = (name, options, body) => {
  if (typeof options === 'function') return pageTest(name, {}, options);
  return test(name, { timeout: options.timeout ?? 60_000 }, async (t) => {
    const context = await (await browser()).newContext({
      viewport: options.viewport ?? wide,
      reducedMotion: 'reduce',
      locale: 'en-US',
      timezoneId: 'UTC',
      serviceWorkers: 'block',
      // Chromium takes host pages, which tests hand over themselves, for pages from far away.
      permissions: ['local-network-access'],
      ...options.context,
    });
    try {
      const origins = [new URL(pageUrl).origin, ...(options.origins ?? [])];
      const watcher = await watch(context, origins, options.allowed);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      if (options.media) await page.emulateMedia(options.media);
      const visit = (path = '') => page.goto(new URL(path, pageUrl).href, { waitUntil: 'load' });
      await body({ page, context, visit, watcher, t });
      watcher.assertClean();
    } finally {
      await context.close();
    }
  });
};
