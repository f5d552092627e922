// @ts-check
// The worker that compares, started when it is first needed and replaced when it ends; where the page allows no worker,
// this thread compares in steps. Jobs run one after another.

import { nextTurn } from './event-loop.js';
import { Fault } from './fault.js';
import { instance, module } from './loader.js';
import * as source from './source.js';
import { scriptUrl } from './trusted-types.js';

/** @import { ArticleInput, CompareOptions } from '../../npm/core.js' */

/**
 * @typedef {object} Job
 * @property {readonly (string | ArticleInput)[]} articles
 * @property {CompareOptions | undefined} options
 * @property {AbortSignal} signal
 * @property {(share: number) => void} progress
 * @property {(bytes: Uint8Array) => void} resolve
 * @property {(error: unknown) => void} reject
 * @property {number} tries
 *
 * What runs a job: the worker or this thread.
 * @typedef {object} Runner
 * @property {(job: Job) => Promise<Uint8Array>} compare rejects with `ENDED` when the runner can't be used any more
 * @property {() => void} stop
 */

const ENDED = Symbol('ended');
const MAX_TRIES = 2;

/** @type {Job[]} */
const queue = [];
/** @type {Promise<Runner> | undefined} */
let current;
let busy = false;

/**
 * Compares `articles` and gives the comparison as bytes.
 * @param {readonly (string | ArticleInput)[]} articles
 * @param {{ options?: CompareOptions, signal?: AbortSignal, progress?: (share: number) => void }} [more]
 * @returns {Promise<Uint8Array>} rejects with the signal's reason when aborted, else with a Fault
 */
export function compare(articles, { options, signal = new AbortController().signal, progress = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    queue.push({ articles, options, signal, progress, resolve, reject, tries: 0 });
    if (!busy) void runQueue();
  });
}

async function runQueue() {
  busy = true;
  for (let job = queue.shift(); job; job = queue.shift()) {
    try {
      job.signal.throwIfAborted();
      job.resolve(await run(job));
    } catch (error) {
      if (error === ENDED) {
        current = undefined;
        if (++job.tries < MAX_TRIES) queue.unshift(job);
        else job.reject(new Fault('crashed'));
      } else {
        job.reject(error);
      }
    }
  }
  busy = false;
}

/** @param {Job} job @returns {Promise<Uint8Array>} */
async function run(job) {
  current ??= start();
  const runner = await current.catch((error) => {
    current = undefined;
    throw error;
  });
  job.signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const abort = () => {
      runner.stop();
      current = undefined;
      reject(job.signal.reason);
    };
    job.signal.addEventListener('abort', abort, { once: true });
    const finished = () => job.signal.removeEventListener('abort', abort);
    runner.compare(job).then(resolve, reject).finally(finished);
  });
}

/** The first of these that the page allows: a worker from its own file, one from a `blob:`, this thread. */
async function start() {
  // The module is compiled while the worker starts.
  const compiling = module();
  for (const open of source.workerUrl ? [fromFile, fromBlob] : [fromBlob]) {
    try {
      return await workerRunner(open(), compiling);
    } catch {
      // The next way is tried. Without the module there is none, so its failure is the one to report.
      await compiling;
    }
  }
  return threadRunner;
}

const fromFile = () => new Worker(scriptUrl(source.workerUrl), { type: source.workerType, name: 'diptych' });

function fromBlob() {
  const url = URL.createObjectURL(new Blob([source.workerText()], { type: 'text/javascript' }));
  try {
    return new Worker(scriptUrl(url), { type: source.workerType, name: 'diptych' });
  } finally {
    // Every engine has begun to fetch by then; a minute is for slow ones.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

let jobs = 0;

/**
 * @param {Worker} worker
 * @param {Promise<WebAssembly.Module>} compiling
 * @returns {Promise<Runner>}
 */
function workerRunner(worker, compiling) {
  const lock = `diptych-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  return new Promise((resolve, reject) => {
    /** Rejects what is waited for: the start, then the job. @type {(reason: unknown) => void} */
    let fail = reject;
    const watching = new AbortController();
    const stop = () => {
      worker.terminate();
      watching.abort();
    };
    const ended = () => {
      stop();
      fail(ENDED);
    };
    /** @type {Runner['compare']} */
    const compare = (job) =>
      new Promise((resolve, reject) => {
        const id = ++jobs;
        fail = reject;
        worker.onmessage = ({ data }) => {
          if (data?.job !== id) return;
          if (data.bytes) resolve(data.bytes);
          else if (data.fatal) ended();
          else if (data.failed) reject(new Fault('input', { message: data.failed }));
          else job.progress(data.progress);
        };
        worker.postMessage({ job: id, articles: job.articles, options: job.options });
      });

    worker.onerror = (event) => {
      event.preventDefault();
      ended();
    };
    worker.onmessageerror = ended;
    worker.onmessage = ({ data }) => {
      if (!data?.ready) return;
      if (data.locked) watch(lock, watching.signal, ended);
      resolve({ compare, stop });
    };
    compiling.then((compiled) => worker.postMessage({ module: compiled, lock }), ended);
  });
}

/**
 * Calls `ended` when the worker that holds `lock` has ended. On pages without locks, a worker that ends without an error
 * event is not noticed.
 * @param {string} lock
 * @param {AbortSignal} signal
 * @param {() => void} ended
 */
function watch(lock, signal, ended) {
  try {
    navigator.locks.request(lock, { signal }, ended).catch(() => {});
  } catch {
    // The page may not use locks.
  }
}

/** @type {Runner} */
const threadRunner = {
  async compare({ articles, options, signal, progress }) {
    const glue = await instance();
    try {
      const task = new glue.Task(articles, options);
      do {
        progress(task.progress());
        await nextTurn();
        signal.throwIfAborted();
      } while (task.step());
      return task.finish();
    } catch (thrown) {
      signal.throwIfAborted();
      const error = /** @type {Error} */ (thrown);
      if (error.name === 'Error') throw new Fault('input', { message: String(error.message) });
      throw ENDED;
    }
  },
  stop() {},
};
