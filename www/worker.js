// The worker's entry: one wasm instance that compares.
import * as glue from './diptych.js';
import { serve } from './work.js';

serve(globalThis, glue);
