// @ts-check
// Firefox over WebDriver BiDi.
import puppeteer from 'puppeteer-core';

/** A proxy that nobody listens at, for every host: the network is off. */
const OFF = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.allow_hijacking_localhost': true,
};

/**
 * @param {import('./engines.mjs').Offline & { viewport: { width: number, height: number } }} options
 * @returns {Promise<import('./engines.mjs').Session>}
 */
export async function launchFirefox({ offline = false, viewport }) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.DIPTYCH_FIREFOX,
    headless: true,
    defaultViewport: viewport,
    // Off by default in automation, and then files on disk may do what they may not for readers.
    extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true, ...(offline && OFF) },
  });
  const [page] = await browser.pages();
  return {
    goto: (url) => page.goto(url),
    evaluate: (call, ...given) => page.evaluate(`(${call})(...${JSON.stringify(given)})`),
    close: () => browser.close(),
  };
}
