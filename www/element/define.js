// @ts-check
// Registers <diptych-compare>, unless the page already has one.
import { DiptychCompare } from './element.js';

if (!customElements.get('diptych-compare')) customElements.define('diptych-compare', DiptychCompare);

export { DiptychCompare };
