// @ts-check
// The modules of www/ as they are written, in a page of their own, for tests of what only a browser can run.
import path from 'node:path';
import { site } from './site.mjs';

const clone = await site(path.join(import.meta.dirname, '..', '..', '..'));

/** Where the modules are served. */
export const { origin } = clone;

/**
 * Opens an empty page that may load the modules.
 * @param {import('playwright-core').Page} page
 * @param {string} [policy] its Content-Security-Policy
 */
export const openModules = (page, policy) => {
  const body =
    '<!doctype html><html lang="en"><head><title>Modules</title><link rel="icon" href="data:,"></head></html>';
  return page.goto(clone.page(body, { headers: policy ? { 'content-security-policy': policy } : {} }));
};
