// @ts-check
// The element's properties that stand for one attribute each: read with their fallback, written as text.

import { CLASSES, choicesOf, SIDES } from './attributes.js';

/** @import { DiptychCompare } from '../../npm/element.js' */

/** How each property is read; an attribute that is missing or unknown gives the fallback. */
export const PROPERTIES = {
  view: (/** @type {Element} */ element) => choicesOf(element).view ?? '',
  left: (/** @type {Element} */ element) => articleNumber(element, 'left'),
  right: (/** @type {Element} */ element) => articleNumber(element, 'right'),
  sensitivity: (/** @type {Element} */ element) => choicesOf(element).sensitivity ?? null,
  shown: (/** @type {Element} */ element) => CLASSES.filter((_, at) => !((choicesOf(element).hidden ?? 0) & (1 << at))),
  theme: (/** @type {Element} */ element) => choicesOf(element).theme ?? 'auto',
  src: (/** @type {Element} */ element) => element.getAttribute('src') ?? '',
  /** @returns {'lazy' | 'eager'} */
  loading: (/** @type {Element} */ element) =>
    element.getAttribute('loading')?.trim().toLowerCase() === 'eager' ? 'eager' : 'lazy',
};

/**
 * The properties as the published types declare them, which TypeScript can't see in `reflect`.
 * @typedef {Pick<DiptychCompare, keyof typeof PROPERTIES>} Reflected
 */

/** The class of the element extends this. In Node there is no HTMLElement, but the module can be imported. */
export const Base = /** @type {{ new (): HTMLElement & Reflected }} */ (globalThis.HTMLElement ?? class {});

/**
 * Which article stands in a column, counted from 1; `null` leaves it to the comparison.
 * @param {Element} element
 * @param {typeof SIDES[number]} side
 */
function articleNumber(element, side) {
  const index = choicesOf(element).pair?.[SIDES.indexOf(side)] ?? null;
  return index === null ? null : index + 1;
}

/** Defines the properties on `prototype`. @param {object} prototype */
export function reflect(prototype) {
  for (const [name, read] of Object.entries(PROPERTIES)) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return read(this);
      },
      set(value) {
        if (value === null || value === undefined || value === '') this.removeAttribute(name);
        else this.setAttribute(name, Array.isArray(value) ? value.join(' ') : String(value));
      },
    });
  }
}

/**
 * Sets those properties again that were set before the element was defined, since they hide the accessors of the class.
 * @param {any} element
 * @param {string[]} names
 */
export function upgradeProperties(element, names) {
  for (const name of names.filter((one) => Object.hasOwn(element, one))) {
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
