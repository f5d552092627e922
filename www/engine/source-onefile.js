// Where the parts lie in a file that holds them all; takes the place of source.js there.

import { makeGlue } from './diptych.js';
import { bytesOf } from './base91.js';
import { unlzma } from './unlzma.js';
import { serve } from './worker-main.js';

/** There is no worker file. */
export const workerUrl = '';

export const glue = async () => ({ makeGlue });

/** What the page's own text holds packed, by the name of its place. */
const unpacked = (/** @type {string} */ name) => unlzma(bytesOf((document.getElementById(name)?.textContent ?? '').trim()));

/** The wasm file. */
export async function wasm() {
  return new Response(unpacked('diptych-wasm'), { headers: { 'content-type': 'application/wasm' } });
}

/** The words of every language but English. @type {Record<string, () => Promise<string>>} */
export const words = Object.fromEntries(['ar', 'de', 'es', 'fr'].map((lang) => [lang, async () => tables()[lang]]));

const tables = () => JSON.parse(new TextDecoder().decode(unpacked('diptych-words')));

/** Both functions stand on their own, so their text is a whole script. */
export const workerText = () => `(${serve})(self, (${makeGlue})());`;

export const workerType = 'classic';
