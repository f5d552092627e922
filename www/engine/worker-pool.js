// Who compares: a worker, or this thread in slices where no worker may be started. Jobs run one after another.

import { Fault } from './fault.js';
import { instance, module } from './loader.js';
import * as source from './source.js';

/**
 * @typedef {object} Job
 * @property {unknown[]} articles
 * @property {object | undefined} options
 * @property {AbortSignal} signal
 * @property {(share: number) => void} progress
 * @property {(bytes: Uint8Array) => void} resolve
 * @property {(error: unknown) => void} reject
 * @property {number} tries
 *
 * @typedef {object} Hand
 * @property {(job: Job) => Promise<Uint8Array>} compare rejects with `DEAD` when the hand is gone
 * @property {() => void} dismiss
 */

const DEAD = Symbol('dead');
const MOST_TRIES = 2;

/** @type {Job[]} */
const queue = [];
/** @type {Promise<Hand> | undefined} */
let hand;
let busy = false;

/**
 * Compares `articles` and gives the comparison as bytes.
 * @param {unknown[]} articles
 * @param {{ options?: object, signal?: AbortSignal, progress?: (share: number) => void }} [more]
 * @returns {Promise<Uint8Array>} rejects with the signal's reason when aborted, else with a Fault
 */
export function compare(articles, { options, signal = new AbortController().signal, progress = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    queue.push({ articles, options, signal, progress, resolve, reject, tries: 0 });
    if (!busy) void work();
  });
}

async function work() {
  busy = true;
  for (let job = queue.shift(); job; job = queue.shift()) {
    try {
      job.signal.throwIfAborted();
      job.resolve(await attempt(job));
    } catch (error) {
      if (error === DEAD) {
        hand = undefined;
        if (++job.tries < MOST_TRIES) queue.unshift(job);
        else job.reject(new Fault('crashed'));
      } else {
        job.reject(error);
      }
    }
  }
  busy = false;
}

/** @param {Job} job */
async function attempt(job) {
  hand ??= hire();
  const mine = await hand.catch((error) => {
    hand = undefined;
    throw error;
  });
  job.signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = () => {
      mine.dismiss();
      hand = undefined;
      reject(job.signal.reason);
    };
    job.signal.addEventListener('abort', stop, { once: true });
    const over = () => job.signal.removeEventListener('abort', stop);
    mine.compare(job).then(resolve, reject).finally(over);
  });
}

/** The first of: a worker from its own file, one from a `blob:`, this thread. */
async function hire() {
  // A worker takes as long to start as the wasm to come.
  const compiling = module();
  for (const start of source.workerUrl ? [fromFile, fromBlob] : [fromBlob]) {
    try {
      return await workerHand(start(), compiling);
    } catch {
      // The next way is tried; only the last one may fail aloud. Without the wasm there is none.
      await compiling;
    }
  }
  return sliceHand;
}

const fromFile = () => new Worker(trusted(source.workerUrl), { type: source.workerType, name: 'diptych' });

function fromBlob() {
  const url = URL.createObjectURL(new Blob([source.workerText()], { type: 'text/javascript' }));
  try {
    return new Worker(trusted(url), { type: source.workerType, name: 'diptych' });
  } finally {
    // The worker has begun to fetch by then in every engine; a minute is for slow ones.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

/** @type {any} */
let policy;

/** The one place where a string becomes a script's address. */
function trusted(url) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy('diptych', {
    createScriptURL(/** @type {string} */ asked) {
      if (asked === source.workerUrl || asked.startsWith('blob:')) return asked;
      throw new TypeError('Not a script of ours.');
    },
  });
  return policy.createScriptURL(url);
}

let jobs = 0;

/**
 * @param {Worker} worker
 * @param {Promise<WebAssembly.Module>} compiling
 * @returns {Promise<Hand>}
 */
function workerHand(worker, compiling) {
  const lock = `diptych-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  return new Promise((resolve, reject) => {
    /** @type {((reason: unknown) => void)} */
    let lose = reject;
    const dismiss = () => {
      worker.terminate();
      watch.abort();
    };
    const die = () => {
      dismiss();
      lose(DEAD);
    };
    const watch = new AbortController();
    worker.onerror = (event) => {
      event.preventDefault();
      die();
    };
    worker.onmessageerror = die;
    worker.onmessage = ({ data }) => {
      if (!data?.ready) return;
      if (data.held) mourn(lock, watch.signal, die);
      resolve({ compare, dismiss });
    };

    /** @type {Hand['compare']} */
    const compare = (job) =>
      new Promise((resolve, reject) => {
        const id = ++jobs;
        lose = reject;
        worker.onmessage = ({ data }) => {
          if (data?.job !== id) return;
          if (data.bytes) resolve(data.bytes);
          else if (data.fatal) die();
          else if (data.failed) reject(new Fault('input', { message: data.failed }));
          else job.progress(data.progress);
        };
        worker.postMessage({ job: id, articles: job.articles, options: job.options });
      });
    compiling.then((compiled) => worker.postMessage({ module: compiled, lock }), die);
  });
}

/** Calls `die` when the worker that holds `lock` has ended, where the page may use locks. */
function mourn(lock, signal, die) {
  try {
    navigator.locks.request(lock, { signal }, die).catch(() => {});
  } catch {
    // Without locks a worker that ends silently is noticed by nobody; it still says so when it fails.
  }
}

/** @type {Hand} */
const sliceHand = {
  async compare({ articles, options, signal, progress }) {
    const glue = await instance();
    try {
      const task = new glue.Task(articles, options);
      do {
        progress(task.progress());
        await breathe();
        signal.throwIfAborted();
      } while (task.step());
      return task.finish();
    } catch (error) {
      signal.throwIfAborted();
      if (/** @type {Error} */ (error).name === 'Error') throw new Fault('input', { message: String(error.message) });
      throw DEAD;
    }
  },
  dismiss() {},
};

/** Lets the page paint and listen. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));
