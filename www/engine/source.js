// @ts-check
// Where the files lie that are loaded when they are needed: next to this one. Other ways of publishing replace this
// module.

export const workerUrl = new URL('./worker.js', import.meta.url).href;

/** The factory of the functions around a wasm instance. Each call of it has a state of its own. */
export const glue = () => import('./diptych.js');

/** The wasm file. */
export const wasm = () => fetch(new URL('./diptych_bg.wasm', import.meta.url));

/** The strings of every language but English. @type {Record<string, () => Promise<string>>} */
export const strings = {
  ar: () => text(new URL('./words-ar.txt', import.meta.url)),
  de: () => text(new URL('./words-de.txt', import.meta.url)),
  es: () => text(new URL('./words-es.txt', import.meta.url)),
  fr: () => text(new URL('./words-fr.txt', import.meta.url)),
};

async function text(/** @type {URL} */ address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is missing.`);
  return response.text();
}

/** A worker script for a `blob:` address, for pages that may not start `workerUrl` itself. */
export const workerText = () => `import ${JSON.stringify(workerUrl)};`;

/** @type {WorkerType} */
export const workerType = 'module';
