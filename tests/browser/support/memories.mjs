// @ts-check
// The memories of a page's wasm instances, for tests that measure or damage them.

/**
 * Keeps the memory of each instance that the page makes from now on in its `memories`, in order.
 * @param {import('playwright-core').Page} page
 */
export const rememberMemories = (page) =>
  page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    const memories = Object.assign(globalThis, { memories: /** @type {unknown[]} */ ([]) }).memories;
    WebAssembly.instantiate = async (/** @type {[any, any]} */ ...given) => {
      /** @type {any} */
      const made = await instantiate(...given);
      memories.push((made.instance ?? made).exports.memory);
      return made;
    };
  });
