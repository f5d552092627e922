// The memories of a page's wasm instances, for tests that measure or damage them.

/** Keeps the memory of each instance that the page makes from now on in its `memories`, in order. */
export const rememberMemories = (page) => page.addInitScript(() => {
  const { instantiate } = WebAssembly;
  globalThis.memories = [];
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    globalThis.memories.push((made.instance ?? made).exports.memory);
    return made;
  };
});
