// @ts-check
// Three engines behind one small interface, for the few tests that every engine has to pass.
import { launch } from './chromium.mjs';
import { launchFirefox } from './firefox.mjs';
import { launchWebKit } from './webkit.mjs';

/**
 * A page of one engine.
 * @typedef {object} Session
 * @property {(url: string) => Promise<unknown>} goto
 * @property {(call: string | ((...given: any[]) => any), ...given: unknown[]) => Promise<any>} evaluate runs a function
 *   in the page
 * @property {() => Promise<unknown>} close
 *
 * @typedef {{ offline?: boolean }} Offline whether the network is off
 */

/** A window as wide as a desktop's. */
const viewport = { width: 1440, height: 900 };

const chromium = {
  name: 'Chromium',
  installed: true,
  /** @returns {Promise<Session>} */
  async open({ offline = false } = {}) {
    const browser = await launch();
    const context = await browser.newContext({ viewport, offline, permissions: ['local-network-access'] });
    const page = await context.newPage();
    return {
      goto: (url) => page.goto(url),
      evaluate: (call, ...given) =>
        page.evaluate(([text, values]) => new Function(`return (${text})`)()(...values), [String(call), given]),
      close: () => browser.close(),
    };
  },
};

export const engines = [
  chromium,
  {
    name: 'Firefox',
    installed: Boolean(process.env.DIPTYCH_FIREFOX),
    open: (/** @type {Offline} */ options) => launchFirefox({ ...options, viewport }),
  },
  {
    name: 'WebKit',
    installed: Boolean(process.env.DIPTYCH_WEBKIT),
    open: (/** @type {Offline} */ options) => launchWebKit({ ...options, viewport }),
  },
];

/**
 * Waits in the page until `call` gives something true, and gives that.
 * @param {Session} session
 * @param {(...given: any[]) => unknown} call
 * @param {unknown[]} given
 */
export const until = (session, call, ...given) =>
  session.evaluate(
    `async (...given) => {
    for (;;) {
      const answer = (${call})(...given);
      if (answer) return answer;
      await new Promise((again) => setTimeout(again, 20));
    }
  }`,
    ...given,
  );
