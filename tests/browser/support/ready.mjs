// @ts-check
// When a page can be looked at.

/** Waits until the page says that all that it shows at its start is there. @param {import('playwright-core').Page} page */
export const ready = (page) => page.locator('html[data-ready]').waitFor({ state: 'attached' });
