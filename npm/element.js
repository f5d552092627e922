// @ts-check
// The element's class alone. Importing this registers nothing; define.js does.
export { DiptychCompare } from './element/element.js';
