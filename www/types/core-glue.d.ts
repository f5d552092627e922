// The core's module for npm, the same factory without what draws.
import type { Glue } from './engine/diptych.js';

export function makeGlue(): Pick<Glue, 'default' | 'compare'>;
