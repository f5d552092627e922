// @ts-check
// The comparison alone, for Node.
import { readFile } from 'node:fs/promises';
import { coreFrom } from './core-shared.js';

export const { compare, load } = coreFrom(() => readFile(new URL('./core_bg.wasm', import.meta.url)));
