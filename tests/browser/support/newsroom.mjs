// @ts-check
// Pages of other sites that embed the element, made up for one test and never written to disk.
import { pageUrl } from './settings.mjs';

/** The strictest policy that a site can have and still show the element. */
export const strict =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; worker-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types diptych";

/** Two short reports of one event, as a newsroom would write them into its page. */
export const articles = `
  <article lang="en" data-outlet="The Harbour Post" cite="https://harbour.example/flood" datetime="2021-03-04">
    <h2>River floods the old town</h2>
    <p>The river Elm flooded the old town of Marlow on Thursday. Seven people were brought to safety by boat.</p>
    <p>Mayor Ines Kohl said the dam had held through the night.</p>
  </article>
  <article lang="en" data-outlet="Valley News">
    <h2>Old town of Marlow under water</h2>
    <p>Mayor Ines Kohl said that the dam had held through the night.</p>
    <p>On Thursday the river Elm flooded Marlow’s old town. Eight people were brought to safety by boat.</p>
  </article>`;

export const element = (attributes = '', children = articles) =>
  `<diptych-compare ${attributes}>${children}</diptych-compare>`;

/** The script as a site includes it. */
export const script = (base = '/') => `<script type="module" src="${base}define.js"></script>`;

/**
 * Serves `html` as a page of its own beside the built files; gives its address.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} html what stands in the body
 * @param {{ policy?: string | null, head?: string, root?: string }} [more]
 */
export async function host(context, html, { policy = strict, head = script(), root = 'lang="en"' } = {}) {
  const address = new URL(`host-${Math.random().toString(36).slice(2)}.html`, pageUrl).href;
  const headers = { 'content-type': 'text/html; charset=utf-8', ...(policy && { 'content-security-policy': policy }) };
  const body = `<!doctype html><html ${root}><head><title>Host</title><link rel="icon" href="data:,">${head}</head><body>${html}</body></html>`;
  await context.route(address, (route) => route.fulfill({ headers, body }));
  return address;
}

/**
 * Resolves when the (first) element of the page shows its comparison.
 * @param {import('playwright-core').Page} page
 * @param {string} [selector]
 */
export const shown = (page, selector = 'diptych-compare') =>
  page.waitForFunction((s) => {
    const element = document.querySelector(s);
    /** @type {HTMLElement | null | undefined} */
    const app = element?.shadowRoot?.querySelector('[part=app]');
    return app && !app.hidden && app.textContent;
  }, selector);

/**
 * What a reader can read of the element, in whichever tree it is.
 * @param {import('playwright-core').Page} page
 * @param {string} [selector]
 */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden can't be read
export const readable = (page, selector = 'diptych-compare') => page.locator(selector).first().innerText();
