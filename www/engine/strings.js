// The widget's words in other languages than English, fetched when a page first speaks one of them.

import { languageOf } from './language.js';
import * as source from './source.js';

/** @type {Map<string, Promise<string>>} */
const tables = new Map();

/**
 * Teaches an instance the language that holds where `element` stands. What can't be had is said in English.
 * @param {any} glue
 * @param {Element} element
 */
export async function learn(glue, element) {
  const lang = languageOf(element);
  if (!Object.hasOwn(source.words, lang)) return;
  try {
    if (!tables.has(lang)) tables.set(lang, source.words[lang]());
    glue.learn(lang, await tables.get(lang));
  } catch {
    tables.delete(lang);
  }
}
