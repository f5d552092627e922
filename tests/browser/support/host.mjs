// @ts-check
// Pages of other people that have Diptych on them.
import { pageUrl } from './settings.mjs';

/**
 * Opens `html` as a page of its own on the built page's origin, so that it can load the built files by name.
 * @param {import('playwright-core').Page} page
 * @param {string} html
 * @param {{ policy?: string, url?: string }} [more] its Content-Security-Policy, and another address for it
 */
export const openHost = async (page, html, { policy, url = new URL('host.html', pageUrl).href } = {}) => {
  /** @type {Record<string, string>} */
  const headers = policy ? { 'content-security-policy': policy } : {};
  const body = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">${html}`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body }));
  await page.goto(url, { waitUntil: 'load' });
};
