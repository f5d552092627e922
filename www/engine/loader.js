// @ts-check
// The only way from the page's JavaScript to wasm: one compiled module, and instances of it on demand.

import { Fault } from './fault.js';
import * as source from './source.js';

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** The compiled module, fetched once; after a failure the next call tries again. */
export function module() {
  compiled ??= compile().catch((error) => {
    compiled = undefined;
    throw error;
  });
  return compiled;
}

async function compile() {
  if (typeof WebAssembly !== 'object') throw new Fault('wasm-refused');
  const response = await received();
  const copy = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // A server that does not know the MIME type, an engine without streaming, or a file that is no wasm.
    return compileBytes(await received(copy));
  }
}

/** The response with the wasm file; the one that is given, if it is good. @param {Response} [given] */
async function received(given) {
  try {
    const response = given ?? (await source.wasm());
    if (response.ok) return response;
  } catch (cause) {
    throw new Fault('wasm-missing', { cause });
  }
  throw new Fault('wasm-missing');
}

/** @param {Response} response */
async function compileBytes(response) {
  const bytes = await response.arrayBuffer().catch((cause) => {
    throw new Fault('wasm-missing', { cause });
  });
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw new Fault(isRefusal(cause) || WebAssembly.validate(bytes) ? 'wasm-refused' : 'wasm-corrupt', { cause });
  }
}

/** Whether the page's policy is the cause, by what engines say; WebKit says so only when a module is started. */
const isRefusal = (/** @type {unknown} */ cause) => /CSP|Content.Security|unsafe-eval/i.test(String(cause));

/** A new instance with memory of its own, and the functions to call it. */
export async function instance() {
  const [{ makeGlue }, wasm] = await Promise.all([source.glue(), module()]).catch((error) => {
    throw error instanceof Fault ? error : new Fault('wasm-missing', { cause: error });
  });
  /** @type {import('./diptych.js').Glue} */
  const glue = makeGlue();
  try {
    await glue.default({ module_or_path: wasm });
  } catch (cause) {
    throw new Fault(isRefusal(cause) ? 'wasm-refused' : 'crashed', { cause });
  }
  return glue;
}
