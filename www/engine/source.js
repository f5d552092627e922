// Where the parts lie that are fetched late: next to this file. Other ways of shipping replace this one module.

export const workerUrl = new URL('./worker.js', import.meta.url).href;

/** A factory of functions around a wasm instance: each call gives a state of its own. */
export const glue = () => import('./diptych.js');

/** The wasm file. */
export const wasm = () => fetch(new URL('./diptych_bg.wasm', import.meta.url));

/** The words of every language but English. @type {Record<string, () => Promise<string>>} */
export const words = {
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

/** A worker script that runs from anywhere, for pages that may not start `workerUrl` itself. */
export const workerText = () => `import ${JSON.stringify(workerUrl)};`;

export const workerType = 'module';
