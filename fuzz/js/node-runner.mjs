// @ts-check
// Runs targets in this process.
import { Session } from 'node:inspector/promises';
import { targets } from './targets.mjs';

/** @typedef {import('./fuzz.mjs').Runner} Runner */

/**
 * @param {string} name
 * @returns {Promise<Runner | null>} nothing where there is no such target
 */
export async function nodeRunner(name) {
  const target = /** @type {Record<string, (bytes: Buffer<ArrayBuffer>) => unknown>} */ (targets)[name];
  if (!target) return null;
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    async run(inputs) {
      for (const input of inputs) {
        try {
          await target(input);
        } catch (error) {
          return { input, error: String(/** @type {Error} */ (error).stack) };
        }
      }
      return null;
    },
    coverage: async () => (await session.post('Profiler.takePreciseCoverage')).result,
    close: async () => session.disconnect(),
  };
}
