// @ts-check
// The page's one Trusted Types policy, `diptych`: the only place where a string becomes a script's address.

import * as source from './source.js';

/** @type {Pick<TrustedTypePolicy, 'createScriptURL'> | null | undefined} */
let policy;

/** Our policy; `null` where the browser has no Trusted Types or the page allows no policy of this name. */
function ours() {
  if (policy === undefined) {
    try {
      policy = window.trustedTypes?.createPolicy('diptych', { createScriptURL: checkedScriptUrl }) ?? null;
    } catch {
      policy = null;
    }
  }
  return policy;
}

/** Lets the worker's own file and `blob:` through. @param {string} url */
function checkedScriptUrl(url) {
  if (url === source.workerUrl || url.startsWith('blob:')) return url;
  throw new TypeError('Only the worker may be started.');
}

/**
 * The address of the worker in the form that `new Worker` takes on this page.
 * @param {string} url
 * @returns {string}
 */
export function scriptUrl(url) {
  // The DOM types know only strings here.
  return /** @type {string} */ (/** @type {unknown} */ (ours()?.createScriptURL(url) ?? url));
}
