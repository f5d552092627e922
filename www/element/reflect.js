// The element's properties that stand for one attribute each: read with its fallback, written as text.

import { CLASSES, SIDES, choicesOf } from './attributes.js';

/**
 * What each property says of an element; an attribute that is missing or unknown gives the fallback.
 * @type {Record<string, (element: Element) => unknown>}
 */
export const PROPERTIES = {
  view: (element) => choicesOf(element).view ?? '',
  left: (element) => place(element, 'left'),
  right: (element) => place(element, 'right'),
  sensitivity: (element) => choicesOf(element).sensitivity ?? null,
  shown: (element) => CLASSES.filter((_, at) => !(Number(choicesOf(element).hidden ?? 0) & (1 << at))),
  theme: (element) => choicesOf(element).theme ?? 'auto',
  src: (element) => element.getAttribute('src') ?? '',
  loading: (element) => (element.getAttribute('loading')?.trim().toLowerCase() === 'eager' ? 'eager' : 'lazy'),
};

/** Which article stands in a column, counted from 1; `null` leaves it to the comparison. */
function place(element, side) {
  const article = /** @type {(number | null)[] | undefined} */ (choicesOf(element).pair)?.[SIDES.indexOf(side)] ?? null;
  return article === null ? null : article + 1;
}

/** Gives `prototype` the properties. @param {object} prototype */
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
 * Properties that were set before the element was defined hide the class's own; they are set again.
 * @param {any} element
 * @param {string[]} names
 */
export function adopt(element, names) {
  for (const name of names.filter((one) => Object.hasOwn(element, one))) {
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
