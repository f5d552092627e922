// @ts-check
// Where the parts lie in a file that holds them all; takes the place of source.js there.

import { bytesOf } from './base64.js';
import { makeGlue } from './diptych.js';
import { serve } from './worker-main.js';

/** There is no worker file. */
export const workerUrl = '';

export const glue = async () => ({ makeGlue });

/** What an element of the page holds, deflated, as base64. @param {string} id */
const inflated = (id) =>
  new Blob([bytesOf(document.getElementById(id)?.textContent ?? '')])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));

/** The wasm file. */
export const wasm = async () =>
  new Response(inflated('diptych-wasm'), { headers: { 'content-type': 'application/wasm' } });

/** The strings of every language but English. @type {Record<string, () => Promise<string>>} */
export const strings = Object.fromEntries(['ar', 'de', 'es', 'fr'].map((lang) => [lang, () => text(lang)]));

/** @param {string} lang @returns {Promise<string>} */
async function text(lang) {
  const tables = await new Response(inflated('diptych-words')).json();
  return tables[lang];
}

/** Both functions refer to nothing outside themselves, so their text is a whole script. */
export const workerText = () => `(${serve})(self, (${makeGlue})());`;

/** @type {WorkerType} */
export const workerType = 'classic';
