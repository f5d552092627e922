// What the worker does. Self-contained, because the one-file page sends it to its worker as text.

/**
 * Answers the messages of `crew.js`: first the compiled module, then one job after another.
 * @param {any} scope the worker's global scope
 * @param {any} glue the functions around a wasm instance, not yet started
 */
export function serve(scope, glue) {
  scope.onmessage = async ({ data }) => {
    if (data.module) {
      await glue.default({ module_or_path: data.module });
      scope.postMessage({ ready: true, held: await hold(data.lock) });
    } else if (data.job) {
      run(data);
    }
  };

  /** @param {{ job: number, articles: unknown[], options: object }} message */
  function run({ job, articles, options }) {
    try {
      const task = new glue.Task(articles, options);
      do scope.postMessage({ job, progress: task.progress() });
      while (task.step());
      const bytes = task.finish();
      scope.postMessage({ job, bytes }, [bytes.buffer]);
    } catch (error) {
      // Only what the edge refuses is a plain Error; everything else has left the instance's memory in doubt.
      scope.postMessage({ job, failed: String(error.message ?? error), fatal: error.name !== 'Error' });
    }
  }

  /** Takes a lock that ends with this worker, so that the page learns of a silent end; tells whether it could. */
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
