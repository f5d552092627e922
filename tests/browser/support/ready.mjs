// When a page can be looked at.

/** Waits until the page says that everything it shows at its start is there. */
export const ready = (page) => page.locator('html[data-ready]').waitFor({ state: 'attached' });
