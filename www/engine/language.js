// Which language holds where an element stands.

/** The tag without script and country, in small letters; empty where nothing says so. @param {Element} element */
export const languageOf = (element) => (element.closest('[lang]')?.getAttribute('lang') ?? '').split(/[-_]/)[0].toLowerCase();
