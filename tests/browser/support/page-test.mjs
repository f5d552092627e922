// @ts-check
// A test that opens a page in a context of its own and fails on any hidden trouble.
import { after, test } from 'node:test';
import { launch } from './chromium.mjs';
import { pageUrl } from './settings.mjs';
import { watch } from './watch.mjs';

/** @import { Page } from 'playwright-core' */

// One browser for each test file, started at the first test that wants it.
/** @type {Promise<import('playwright-core').Browser> | undefined} */
let running;
const browser = () => (running ??= launch());
after(async () => (await running)?.close());

const wide = { width: 1440, height: 900 };

/**
 * @typedef {object} Options
 * @property {{ width: number, height: number }} [viewport]
 * @property {Parameters<Page['emulateMedia']>[0]} [media]
 * @property {number} [timeout] in milliseconds
 * @property {import('playwright-core').BrowserContextOptions} [context]
 * @property {string[]} [origins] further origins that may be asked
 * @property {RegExp[]} [allowed] patterns of the troubles that the test provokes
 *
 * What a test works with.
 * @typedef {object} Given
 * @property {Page} page
 * @property {import('playwright-core').BrowserContext} context
 * @property {(path?: string) => Promise<unknown>} visit opens a path of the built page and waits until it has loaded
 * @property {Awaited<ReturnType<typeof watch>>} watcher
 * @property {import('node:test').TestContext} t
 *
 * @typedef {(given: Given) => Promise<unknown>} Body
 */

/**
 * A test in a page of its own.
 * @param {string} name
 * @param {Options | Body} options may be left out
 * @param {Body} [body]
 * @returns {Promise<void>}
 */
export const pageTest = (name, options, body) => {
  if (typeof options === 'function') return pageTest(name, {}, options);
  if (!body) throw new TypeError('A test needs a body.');
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
