// @ts-check
// The comparison alone: one wasm instance, started at the first call, replaced when it breaks.

import { makeGlue } from './core-glue.js';
import { Fault } from './engine/fault.js';

/** @import { ArticleInput, CompareOptions, Report } from './core.js' */

/**
 * @param {() => unknown} fetchWasm gives the wasm file: a response, its bytes, or a promise of either
 */
export function coreFrom(fetchWasm) {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let compiled;
  /** @type {Promise<ReturnType<typeof makeGlue>> | undefined} */
  let working;

  /** @param {unknown} [wasm] */
  async function load(wasm) {
    await start(wasm);
  }

  /** @param {unknown} [wasm] */
  async function start(wasm) {
    compiled ??= compile(wasm ?? fetchWasm());
    working ??= compiled.then(started);
    try {
      return await working;
    } catch (error) {
      compiled = working = undefined;
      throw error;
    }
  }

  /**
   * @param {readonly (string | ArticleInput)[]} articles
   * @param {CompareOptions} [options]
   * @returns {Promise<Report>}
   */
  async function compare(articles, options) {
    const glue = await start();
    try {
      return glue.compare(articles, options);
    } catch (error) {
      const refused = /** @type {Error} */ (error);
      if (refused.name === 'Error') throw new Fault('input', { message: refused.message });
      working = undefined;
      throw new Fault('crashed', { cause: error });
    }
  }

  return { compare, load };
}

/** @param {WebAssembly.Module} module */
async function started(module) {
  const glue = makeGlue();
  await glue.default({ module_or_path: module });
  return glue;
}

/** @param {unknown} wasm */
async function compile(wasm) {
  const given = await Promise.resolve(wasm).catch((cause) => {
    throw new Fault('wasm-missing', { cause });
  });
  if (given instanceof WebAssembly.Module) return given;
  const bytes = typeof Response === 'function' && given instanceof Response ? await bytesOf(given) : given;
  try {
    return await WebAssembly.compile(/** @type {BufferSource} */ (bytes));
  } catch (cause) {
    throw new Fault('wasm-corrupt', { cause });
  }
}

/** @param {Response} response */
async function bytesOf(response) {
  if (!response.ok) throw new Fault('wasm-missing');
  return response.arrayBuffer();
}
