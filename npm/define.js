// @ts-check
// Registers <diptych-compare>.
export { DiptychCompare } from './element/define.js';
