// Files as the page reads them: the cases that tests/input.rs holds the command line to as well.
import path from 'node:path';
import { cases, check } from './support/cases.mjs';
import { pageTest } from './support/page-test.mjs';
import { site } from './support/site.mjs';

/** The page's scripts as they stand in the repository. */
const scripts = await site(path.join(import.meta.dirname, '..', '..', 'www'));
const host = scripts.page('<!doctype html><link rel="icon" href="data:,"><title>Cases</title>');
const options = { origins: [scripts.origin] };

/** A case's bytes: `\xHH` is one byte, everything else is UTF-8. @param {string} input */
function bytesOf(input) {
  const [first, ...rest] = input.split('\\x');
  const parts = rest.map((part) => [Buffer.from(part.slice(0, 2), 'hex'), Buffer.from(part.slice(2))]);
  return [...Buffer.concat([Buffer.from(first), ...parts.flat()])];
}

/** A text on one line: control characters and the no-break space as `\xHH`. @param {string} text */
const shown = (text) =>
  text.replace(/[\p{Cc}\u00a0]/gu, (c) => `\\x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

pageTest('files are decoded', options, async ({ page }) => {
  await page.goto(host);
  const all = cases('files');
  const found = await page.evaluate(async (files) => {
    const { decode } = await import(/** @type {any} */ ('/input/decode.js'));
    return files.map((bytes) => {
      try {
        return decode(new Uint8Array(bytes));
      } catch (error) {
        return { refused: /** @type {Error} */ (error).message };
      }
    });
  }, all.map(({ input }) => bytesOf(input)));
  check(all, found.map(({ refused, guessed, text }) =>
    [refused ? `refused: ${refused}` : `${guessed ? 'guessed' : 'text'}: ${shown(text)}`]));
});
