// @ts-check
// Waiting for what happens, never for a time.

/** @import { Locator, Page } from 'playwright-core' */

/**
 * Waits until `selector` matches exactly `count` elements, inside open shadow roots too.
 * @param {Page} page
 * @param {string} selector
 * @param {number} count
 */
export const counted = async (page, selector, count) => {
  await page.waitForFunction(
    ([wanted, number]) => {
      /** @param {Document | ShadowRoot} root @returns {number} */
      const within = (root) =>
        [...root.querySelectorAll('*')].reduce(
          (sum, element) =>
            sum + Number(element.matches(wanted)) + (element.shadowRoot ? within(element.shadowRoot) : 0),
          0,
        );
      return within(document) === number;
    },
    /** @type {[string, number]} */ ([selector, count]),
  );
};

/** Waits until the page has drawn what was done to it so far. @param {Page} page */
export const painted = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)));
      }),
  );

/**
 * Listens for the next `type` event at `locator`, does `act`, and returns the event's `detail`.
 * Listening starts before the act, so a quick event is not missed.
 * @param {Locator} locator
 * @param {string} type
 * @param {() => unknown} act
 */
export const eventAfter = async (locator, type, act) => {
  const listening = await locator.evaluateHandle((target, name) => {
    /** @type {Promise<any>} */
    const detail = new Promise((done) => {
      target.addEventListener(name, (event) => done(/** @type {CustomEvent} */ (event).detail), { once: true });
    });
    return { detail };
  }, type);
  await act();
  return listening.evaluate((box) => box.detail);
};
