// @ts-check
// The language that holds where an element stands.

/** The language tag without script and country, in lower case; empty where none is set. @param {Element} element */
export const languageOf = (element) =>
  (element.closest('[lang]')?.getAttribute('lang') ?? '').split(/[-_]/)[0].toLowerCase();
