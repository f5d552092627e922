// @ts-check
// The widget's strings in other languages than English, fetched when the page first needs one of them.

import { languageOf } from './language.js';
import * as source from './source.js';

/** @import { Glue } from './diptych.js' */

/** @type {Map<string, Promise<string>>} */
const tables = new Map();

/**
 * Gives an instance the strings of the language that holds where `element` stands. A table that can't be loaded leaves
 * the widget in English.
 * @param {Glue} glue
 * @param {Element} element
 */
export async function loadStrings(glue, element) {
  const lang = languageOf(element);
  if (!Object.hasOwn(source.strings, lang)) return;
  const table = tables.get(lang) ?? source.strings[lang]();
  tables.set(lang, table);
  try {
    glue.learn(lang, await table);
  } catch {
    tables.delete(lang);
  }
}
