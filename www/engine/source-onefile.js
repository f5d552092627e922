// @ts-check
// Where the parts lie in a file that holds them all; takes the place of source.js there.

import { bytesOf } from './base91.js';
import { makeGlue } from './diptych.js';
import { unlzma } from './unlzma.js';
import { serve } from './worker-main.js';

/** There is no worker file. */
export const workerUrl = '';

export const glue = async () => ({ makeGlue });

/** What the page's own text holds packed, by the id of its element. */
const unpacked = (/** @type {string} */ id) => unlzma(bytesOf((document.getElementById(id)?.textContent ?? '').trim()));

/** The wasm file. */
export async function wasm() {
  return new Response(unpacked('diptych-wasm'), { headers: { 'content-type': 'application/wasm' } });
}

/** The strings of every language but English. @type {Record<string, () => Promise<string>>} */
export const strings = Object.fromEntries(['ar', 'de', 'es', 'fr'].map((lang) => [lang, async () => tables()[lang]]));

const tables = () => JSON.parse(new TextDecoder().decode(unpacked('diptych-words')));

/** Both functions refer to nothing outside themselves, so their text is a whole script. */
export const workerText = () => `(${serve})(self, (${makeGlue})());`;

/** @type {WorkerType} */
export const workerType = 'classic';
