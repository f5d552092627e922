// @ts-check
// The accessibility rules of axe-core, inside the page.
import assert from 'node:assert/strict';
import axe from 'axe-core';

/** @import { Page } from 'playwright-core' */
/** @import { AxeResults, RunOptions } from 'axe-core' */

/**
 * What axe finds on the page, one line for each element, also in open shadow roots.
 * @param {Page} page
 * @param {RunOptions} [options]
 */
export const accessibilityTroubles = async (page, options = {}) => {
  // Through the debugger: the page's own rules would refuse a script that is not its own.
  const debug = await page.context().newCDPSession(page);
  const run = async (/** @type {string} */ expression) => {
    const { result, exceptionDetails } = await debug.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await run(`${axe.source}; undefined`);
  /** @type {AxeResults['violations']} */
  const violations = await run(`axe.run(document, ${JSON.stringify(options)}).then((found) => found.violations)`);
  await debug.detach();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.flat().join(' >> ')}: ${failureSummary}`),
  );
};

/** Fails when axe finds anything. @param {Page} page @param {RunOptions} [options] */
export const assertAccessible = async (page, options) => {
  assert.deepEqual(await accessibilityTroubles(page, options), []);
};
