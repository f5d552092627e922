// Where the parts lie that are fetched late: next to this file. Other ways of shipping replace this one module.

export const workerUrl = new URL('./worker.js', import.meta.url).href;

/** A factory of functions around a wasm instance: each call gives a state of its own. */
export const glue = () => import('./diptych.js');

/** The wasm file. */
export const wasm = () => fetch(new URL('./diptych_bg.wasm', import.meta.url));

/** A worker script that runs from anywhere, for pages that may not start `workerUrl` itself. */
export const workerText = () => `import ${JSON.stringify(workerUrl)};`;

export const workerType = 'module';
