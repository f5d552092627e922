// Starts the page.
import init from './diptych.js';

await init();
document.documentElement.dataset.ready = '';
