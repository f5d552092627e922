// @ts-check
// Runs targets in a page of Chromium, which `DIPTYCH_CHROME` names.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const ORIGIN = 'http://fuzz.test';
/** An input that takes longer stops the page for good. */
const TIMEOUT_MS = 30_000;

/** @typedef {import('./fuzz.mjs').Runner} Runner */

/**
 * @param {string} name
 * @returns {Promise<Runner>}
 */
export async function pageRunner(name) {
  const { chromium } = createRequire(join(root, 'tests/browser/package.json'))('playwright-core');
  const browser = await chromium.launch({
    executablePath: process.env.DIPTYCH_CHROME,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await browser.newPage();
  /** What the page asked for beside the modules: nothing that is read may load anything. @type {string[]} */
  const foreign = [];
  await page.route('**/*', (/** @type {any} */ route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin === ORIGIN && pathname === '/')
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    if (origin === ORIGIN && pathname.endsWith('.js')) return route.fulfill({ path: join(root, pathname) });
    foreign.push(route.request().url());
    return route.abort();
  });
  await page.goto(`${ORIGIN}/`);
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const known = await page.evaluate(async (/** @type {string} */ wanted) => {
    const { targets } = await import(/** @type {any} */ ('/fuzz/js/page-targets.js'));
    /** @type {any} */ (globalThis).attack = targets[wanted];
    return wanted in targets;
  }, name);
  if (!known) throw new Error(`There is no target ${name}.`);

  /** Runs one input; gives what went wrong, or nothing. @param {Buffer<ArrayBuffer>} input */
  async function attack(input) {
    const running = page.evaluate(
      (/** @type {number[]} */ bytes) =>
        /** @type {any} */ (globalThis).attack(Uint8Array.from(bytes)).then(
          () => null,
          (/** @type {any} */ error) => String(error.stack),
        ),
      [...input],
    );
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(() => resolve(`It took more than ${TIMEOUT_MS} ms.`), TIMEOUT_MS);
    });
    const error = await Promise.race([running, late]);
    clearTimeout(timer);
    return error ?? (foreign.length > 0 ? `It asked for ${foreign.join(', ')}.` : null);
  }

  return {
    async run(inputs) {
      for (const input of inputs) {
        const error = await attack(input);
        if (error !== null) return { input, error };
      }
      return null;
    },
    coverage: async () => (await session.send('Profiler.takePreciseCoverage')).result,
    close: () => browser.close(),
  };
}
