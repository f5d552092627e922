import type { DiptychCompare } from './element.js';

export { DiptychCompare } from './element.js';

declare global {
  interface HTMLElementTagNameMap {
    'diptych-compare': DiptychCompare;
  }
}
