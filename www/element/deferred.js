// @ts-check
// A promise together with the functions that settle it.

/**
 * A new one. Nobody has to handle its rejection.
 * @returns {{ promise: Promise<void>, settled: boolean, resolve(): void, reject(error: unknown): void }}
 */
export function deferred() {
  /** @type {() => void} */
  let resolve = () => {};
  /** @type {(error: unknown) => void} */
  let reject = resolve;
  /** @type {Promise<void>} */
  const promise = new Promise((...settle) => {
    [resolve, reject] = settle;
  });
  promise.catch(() => {});
  return {
    promise,
    settled: false,
    resolve() {
      this.settled = true;
      resolve();
    },
    reject(error) {
      this.settled = true;
      reject(error);
    },
  };
}
