// @ts-check
// The comparison alone, for pages and workers.
import { coreFrom } from './core-shared.js';

export const { compare, load } = coreFrom(() => fetch(new URL('./core_bg.wasm', import.meta.url)));
