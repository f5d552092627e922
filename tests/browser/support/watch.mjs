// @ts-check
// Everything that goes wrong on a page without the page showing it.
import assert from 'node:assert/strict';

/**
 * Collects console errors and warnings, uncaught errors, breaches of the page's security policy, failed
 * requests and requests to other origins, in all pages and workers of a browser context.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string[]} origins those that may be asked
 * @param {RegExp[]} [allowed] patterns of messages that a test provokes on purpose
 */
export const watch = async (context, origins, allowed = []) => {
  /** @type {string[]} */
  const troubles = [];
  /** @type {Set<() => void>} */
  const waiting = new Set();
  const note = (/** @type {string} */ text) => {
    if (allowed.some((pattern) => pattern.test(text))) return;
    troubles.push(text);
    for (const look of waiting) look();
  };
  /** @type {string[]} */
  const requests = [];

  context.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) note(`console ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (event) => note(`uncaught: ${event.error().stack ?? event.error()}`));
  context.on('request', (request) => {
    requests.push(request.url());
    const { protocol, origin } = new URL(request.url());
    if (['data:', 'blob:'].includes(protocol)) return;
    if (!origins.includes(origin)) note(`foreign request: ${request.url()}`);
  });
  context.on('requestfailed', (request) => note(`failed request: ${request.url()} ${request.failure()?.errorText}`));
  context.on('response', (response) => {
    if (response.status() >= 400) note(`status ${response.status()}: ${response.url()}`);
  });
  // Browsers tell of a breach only inside the page.
  await context.exposeBinding('diptychTestPolicyBreach', (_, /** @type {string} */ text) =>
    note(`policy breach: ${text}`),
  );
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      /** @type {any} */ (globalThis).diptychTestPolicyBreach(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`,
      );
    });
  });

  return {
    requests,
    troubles,
    /** Waits for a trouble that begins with `start`. @param {string} start @returns {Promise<void>} */
    troubleLike(start) {
      return new Promise((done) => {
        const look = () => {
          if (!troubles.some((text) => text.startsWith(start))) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        look();
      });
    },
    assertClean() {
      assert.deepEqual(troubles, [], 'the page ran without trouble');
    },
  };
};
