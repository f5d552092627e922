// @ts-check
// The page's one Trusted Types policy, `diptych`: the only place where a string becomes a script's address or a document.

import * as source from './source.js';

/** @typedef {Pick<TrustedTypePolicy, 'createHTML' | 'createScriptURL'>} Policy */

/** @type {{ trustedTypes?: TrustedTypePolicyFactory }} */
const { trustedTypes } = /** @type {any} */ (globalThis);

/** The part of `Document` that TypeScript does not know yet. @typedef {{ parseHTML?(html: string, options: object): Document }} Parser */

/** @type {Policy | null | undefined} */
let policy;

/** Our policy; `null` where the browser has no Trusted Types or the page allows no policy of this name. */
function ours() {
  if (policy === undefined) {
    try {
      const rules = { createHTML: (/** @type {string} */ html) => html, createScriptURL: checkedScriptUrl };
      policy = trustedTypes?.createPolicy('diptych', rules) ?? null;
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

/**
 * Parses HTML into a document of its own, where no script runs and nothing is loaded.
 * @param {string} html
 * @returns {Document | null} nothing where the page forbids policies and the browser can't parse without one
 */
export function parseHtml(html) {
  const trusted = ours()?.createHTML(html);
  if (!trusted && trustedTypes) {
    // Policies are forbidden, but a parser that takes away what could run needs none. What could run is not read anyway.
    const parser = /** @type {Parser} */ (Document);
    if (parser.parseHTML) return parser.parseHTML(html, { sanitizer: {} });
  }
  try {
    return new DOMParser().parseFromString(/** @type {any} */ (trusted ?? html), 'text/html');
  } catch {
    return null;
  }
}
