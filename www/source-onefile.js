// Where the parts lie in a file that holds them all; takes the place of source.js there.

import { makeGlue } from './diptych.js';
import { bytesOf } from './letters.js';
import { unlzma } from './unlzma.js';
import { serve } from './work.js';
import ar from '../src/ui/strings/ar.txt';
import de from '../src/ui/strings/de.txt';
import es from '../src/ui/strings/es.txt';
import fr from '../src/ui/strings/fr.txt';

/** There is no worker file. */
export const workerUrl = '';

export const glue = async () => ({ makeGlue });

/** The wasm file, unpacked from the page's own text. */
export async function wasm() {
  const packed = document.getElementById('diptych-wasm')?.textContent ?? '';
  return new Response(unlzma(bytesOf(packed.trim())), { headers: { 'content-type': 'application/wasm' } });
}

/** The words of every language but English. @type {Record<string, () => Promise<string>>} */
export const words = { ar: async () => ar, de: async () => de, es: async () => es, fr: async () => fr };

/** Both functions stand on their own, so their text is a whole script. */
export const workerText = () => `(${serve})(self, (${makeGlue})());`;

export const workerType = 'classic';
