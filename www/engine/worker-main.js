// @ts-check
// What the worker does. It refers to nothing outside itself, because the one-file page sends it to its worker as text.

/** @import { ArticleInput, CompareOptions } from '../../npm/core.js' */

/**
 * What the page sends: first the compiled module with the name of a lock, then one comparison after another.
 * @typedef {{ module: WebAssembly.Module, lock: string }} StartMessage
 * @typedef {{ job: number, articles: readonly (string | ArticleInput)[], options: CompareOptions | undefined }} JobMessage
 *
 * What it answers: that it is ready and whether it holds the lock; how far a comparison is, a share of 1; its bytes; or
 * why it failed. After a fatal failure the instance can't be used any more.
 * @typedef {{ ready: true, locked: boolean }} ReadyMessage
 * @typedef {{ job: number, progress: number }} ProgressMessage
 * @typedef {{ job: number, bytes: Uint8Array<ArrayBuffer> }} ResultMessage
 * @typedef {{ job: number, failed: string, fatal: boolean }} FailureMessage
 * @typedef {ReadyMessage | ProgressMessage | ResultMessage | FailureMessage} Answer
 *
 * The worker's global scope, as far as it is used.
 * @typedef {{ onmessage: ((event: MessageEvent<Partial<StartMessage & JobMessage>>) => void) | null, navigator: { locks: LockManager },
 *   postMessage(message: Answer, transfer?: Transferable[]): void }} Scope
 */

/**
 * Answers the messages of worker-pool.js.
 * @param {Scope} scope
 * @param {import('./diptych.js').Glue} glue the functions around a wasm instance that is not started yet
 */
export function serve(scope, glue) {
  scope.onmessage = async ({ data }) => {
    if (data.module) {
      await glue.default({ module_or_path: data.module });
      scope.postMessage({ ready: true, locked: await hold(data.lock ?? '') });
    } else if (data.job) run(/** @type {JobMessage} */ (data));
  };

  /** @param {JobMessage} message */
  function run({ job, articles, options }) {
    try {
      const task = new glue.Task(articles, options);
      do scope.postMessage({ job, progress: task.progress() });
      while (task.step());
      const bytes = task.finish();
      scope.postMessage({ job, bytes }, [bytes.buffer]);
    } catch (thrown) {
      const error = /** @type {Error} */ (thrown);
      // Only refused arguments throw a plain Error. After anything else the instance's memory may be damaged.
      scope.postMessage({ job, failed: String(error.message ?? error), fatal: error.name !== 'Error' });
    }
  }

  /**
   * Takes a lock that the browser releases when this worker ends, however it ends.
   * @param {string} name
   * @returns {Promise<boolean>} whether it could
   */
  function hold(name) {
    return new Promise((resolve) => {
      const forever = () => {
        resolve(true);
        return new Promise(() => {});
      };
      try {
        scope.navigator.locks.request(name, forever).catch(() => resolve(false));
      } catch {
        resolve(false);
      }
    });
  }
}
