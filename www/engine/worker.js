// @ts-check
// The worker's entry: one wasm instance that compares.
import { makeGlue } from './diptych.js';
import { serve } from './worker-main.js';

serve(/** @type {any} */ (globalThis), makeGlue());
