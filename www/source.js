// Where the parts lie that are fetched late: next to this file. Other ways of shipping replace this one module.

const glueUrl = new URL('./diptych.js', import.meta.url).href;

export const workerUrl = new URL('./worker.js', import.meta.url).href;

/**
 * The functions around one wasm instance, not yet started. Every `turn` has its own state, so that an instance that
 * broke can be left behind.
 * @param {number} turn
 */
export const glue = (turn) => import(turn ? `${glueUrl}?${turn}` : glueUrl);

/** The wasm file. */
export const wasm = () => fetch(new URL('./diptych_bg.wasm', import.meta.url));

/** A worker script that runs from anywhere, for pages that may not start `workerUrl` itself. */
export const workerText = () => `import ${JSON.stringify(workerUrl)};`;

export const workerType = 'module';
