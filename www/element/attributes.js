// @ts-check
// The element's attributes as choices, and choices as attributes.

/** @import { Choice, ClassName, ViewName } from '../../npm/element.js' */

/** The classes of the legend, in the order of their bits in `Choice.hidden`. @type {ClassName[]} */
export const CLASSES = ['same', 'reworded', 'partly', 'only', 'unsure', 'not-news', 'fact'];

/** @type {ViewName[]} */
const VIEWS = ['columns', 'rows', 'interleaved'];
/** @type {NonNullable<Choice['theme']>[]} */
const THEMES = ['auto', 'light', 'dark'];
/** The columns, in the order of `Choice.pair`. */
export const SIDES = /** @type {const} */ (['left', 'right']);
const MAX_SENSITIVITY = 1000;
const NONE = 'none';

/**
 * How one attribute is read as the value of a choice and written from it: `undefined` is a value that is not known, `null`
 * no attribute.
 * @template T
 * @typedef {{ read(text: string): T | undefined, write(value: T | null): string | null }} Attribute
 */

/**
 * An attribute with a fixed list of values.
 * @template {string} T
 * @param {T[]} values
 * @param {T | null} fallback what a missing attribute stands for
 * @returns {Attribute<T>}
 */
const oneOf = (values, fallback) => ({
  read: (text) => values.find((value) => value === text),
  write: (value) => (value === fallback ? null : value),
});

/** The attributes that stand for one choice each, by its name. */
const SINGLE = {
  view: oneOf(VIEWS, null),
  theme: oneOf(THEMES, 'auto'),
  /** @type {Attribute<number>} */
  sensitivity: {
    read: (text) => (/^\d{1,4}$/.test(text) && Number(text) <= MAX_SENSITIVITY ? Number(text) : undefined),
    write: String,
  },
};

/**
 * The choices that the attributes of `element` make; what they don't choose is left out.
 * @param {Element} element
 * @returns {Choice}
 */
export function choicesOf(element) {
  /** @type {Record<string, unknown>} */
  const choices = {};
  for (const [name, { read }] of Object.entries(SINGLE)) {
    const text = element.getAttribute(name);
    const value = text === null ? undefined : read(text.trim().toLowerCase());
    if (value !== undefined) choices[name] = value;
  }
  const pair = SIDES.map((name) => articleIndex(element, name));
  if (pair.some((index) => index !== null)) choices.pair = pair;
  const shown = element.getAttribute('shown');
  if (shown !== null) choices.hidden = hiddenBits(shown);
  return choices;
}

/** The choices that no attribute stands for. @param {Choice} choice @returns {Choice} */
export function withoutAttributes({ pair, hidden, ...choice }) {
  return Object.fromEntries(Object.entries(choice).filter(([name]) => !Object.hasOwn(SINGLE, name)));
}

/**
 * The index of the article that an attribute names, counted from 1 there; `null` leaves it to the comparison.
 * @param {Element} element
 * @param {string} name
 */
function articleIndex(element, name) {
  const text = element.getAttribute(name)?.trim() ?? '';
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) - 1 : null;
}

/** The bits of the classes that `shown` leaves out. A list without any known class shows all. @param {string} shown */
function hiddenBits(shown) {
  const words = shown.toLowerCase().split(/[\s,]+/);
  if (words.includes(NONE)) return (1 << CLASSES.length) - 1;
  if (!CLASSES.some((name) => words.includes(name))) return 0;
  return CLASSES.reduce((bits, name, at) => (words.includes(name) ? bits : bits | (1 << at)), 0);
}

/**
 * The attributes that change when the reader changes `before` into `after`; `null` removes one.
 * @param {Choice} before
 * @param {Choice} after
 * @returns {[string, string | null][]}
 */
export function attributeChanges(before, after) {
  /** @type {[string, string | null][]} */
  const changes = [];
  for (const name of /** @type {(keyof typeof SINGLE)[]} */ (Object.keys(SINGLE))) {
    const { write } = /** @type {Attribute<unknown>} */ (SINGLE[name]);
    if (after[name] !== undefined && before[name] !== after[name]) changes.push([name, write(after[name])]);
  }
  for (const [at, name] of SIDES.entries()) {
    const article = after.pair?.[at] ?? null;
    if (article !== null && article !== before.pair?.[at]) changes.push([name, String(article + 1)]);
  }
  const { hidden } = after;
  if (hidden !== undefined && hidden !== (before.hidden ?? 0)) {
    const names = CLASSES.filter((_, at) => !(hidden & (1 << at)));
    changes.push(['shown', hidden === 0 ? null : names.join(' ') || NONE]);
  }
  return changes;
}
