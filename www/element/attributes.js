// The element's attributes as choices, and choices as attributes.

/** The rows of the legend, in the order in which the wasm side counts them. */
export const CLASSES = ['same', 'reworded', 'partly', 'only', 'unsure', 'not-news', 'fact'];

const VIEWS = ['columns', 'rows', 'interleaved'];
const THEMES = ['auto', 'light', 'dark'];
/** The columns, in the order of a pair. */
export const SIDES = ['left', 'right'];
const MOST_SENSITIVE = 1000;
const NOTHING = 'none';

/**
 * One attribute: what it says about the choices, and what it has to say for them. `undefined` and `null` stand for
 * the default and no attribute.
 * @typedef {{ read(text: string): unknown, write(value: any): string | null }} Attribute
 */

const oneOf = (/** @type {string[]} */ words, /** @type {string | null} */ fallback) => ({
  read: (/** @type {string} */ text) => (words.includes(text) ? text : undefined),
  write: (/** @type {string | null} */ value) => (value === fallback ? null : value),
});

/** Attributes that stand for one choice each, by the choice's name. @type {Record<string, Attribute>} */
const SINGLE = {
  view: oneOf(VIEWS, null),
  theme: oneOf(THEMES, 'auto'),
  sensitivity: {
    read: (text) => (/^\d{1,4}$/.test(text) && Number(text) <= MOST_SENSITIVE ? Number(text) : undefined),
    write: String,
  },
};

/**
 * What the attributes of `element` choose; what they don't choose is left out.
 * @param {Element} element
 */
export function choicesOf(element) {
  /** @type {Record<string, unknown>} */
  const choices = {};
  for (const [name, { read }] of Object.entries(SINGLE)) {
    const text = element.getAttribute(name);
    const value = text === null ? undefined : read(text.trim().toLowerCase());
    if (value !== undefined) choices[name] = value;
  }
  const pair = SIDES.map((name) => position(element, name));
  if (pair.some((index) => index !== null)) choices.pair = pair;
  const shown = element.getAttribute('shown');
  if (shown !== null) choices.hidden = hiddenBits(shown);
  return choices;
}

/** The choices that no attribute stands for. @param {Record<string, any>} choice */
export function beyondAttributes({ pair, hidden, ...choice }) {
  return Object.fromEntries(Object.entries(choice).filter(([name]) => !Object.hasOwn(SINGLE, name)));
}

/** Index of the article that an attribute names by its place, from 1; `null` leaves it to the comparison. */
function position(element, name) {
  const text = element.getAttribute(name)?.trim() ?? '';
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) - 1 : null;
}

/** A list without any known class shows everything; to show nothing it takes a word of its own. */
function hiddenBits(shown) {
  const words = shown.toLowerCase().split(/[\s,]+/);
  if (words.includes(NOTHING)) return (1 << CLASSES.length) - 1;
  if (!CLASSES.some((name) => words.includes(name))) return 0;
  return CLASSES.reduce((bits, name, at) => (words.includes(name) ? bits : bits | (1 << at)), 0);
}

/**
 * What the attributes have to say after the reader changed `before` into `after`; `null` removes one.
 * @returns {[string, string | null][]}
 */
export function attributesFor(before, after) {
  /** @type {[string, string | null][]} */
  const changes = [];
  for (const [name, { write }] of Object.entries(SINGLE)) {
    if (after[name] !== undefined && before[name] !== after[name]) changes.push([name, write(after[name])]);
  }
  for (const [at, name] of SIDES.entries()) {
    const article = after.pair?.[at] ?? null;
    if (article !== null && article !== before.pair?.[at]) changes.push([name, String(article + 1)]);
  }
  if (after.hidden !== undefined && after.hidden !== (before.hidden ?? 0)) {
    const names = CLASSES.filter((_, at) => !(after.hidden & (1 << at)));
    changes.push(['shown', after.hidden === 0 ? null : names.join(' ') || NOTHING]);
  }
  return changes;
}
