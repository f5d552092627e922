// The page around the element: what only our own page may do with the address and the browser's storage.
import './define.js';

const element = /** @type {import('./element.js').DiptychCompare} */ (document.querySelector('diptych-compare'));

element.ready.then(
  () => (document.documentElement.dataset.ready = ''),
  () => {},
);
