// @ts-check
// Giving the event loop a turn during long work.

/** Resolves after the page could paint and handle events. @returns {Promise<void>} */
export const nextTurn = () => new Promise((resolve) => setTimeout(resolve));
