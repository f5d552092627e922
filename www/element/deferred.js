// A promise that an owner settles, and that nobody has to listen to.

/**
 * @returns {{ promise: Promise<void>, settled: boolean, resolve(): void, reject(error: unknown): void }}
 */
export function promised() {
  let yes, no;
  const promise = new Promise((resolve, reject) => ([yes, no] = [resolve, reject]));
  promise.catch(() => {});
  const state = { promise, settled: false, resolve: () => settle(yes), reject: (error) => settle(no, error) };
  const settle = (how, value) => {
    state.settled = true;
    how(value);
  };
  return state;
}
