// @ts-check
// What can fail, each with a code for programs and a sentence for readers.

import { languageOf } from './language.js';

/** @import { FaultCode } from '../../npm/core.js' */

/** @type {Record<FaultCode, string>} */
export const SENTENCES = {
  'wasm-missing': 'The comparison could not be loaded; the articles stand as they are.',
  'wasm-corrupt': 'The file with the comparison is damaged; the articles stand as they are.',
  'wasm-refused': 'This page does not allow WebAssembly, so the articles stand without comparison.',
  crashed: 'The comparison stopped unexpectedly; nothing that you entered is lost.',
  input: 'These articles can’t be read.',
  'story-missing': 'The story could not be loaded.',
  'story-invalid': 'This file is not a story that can be shown here.',
};

/** An error that is shown to the reader. */
export class Fault extends Error {
  /**
   * @param {FaultCode} code
   * @param {{ message?: string, key?: string, holes?: string[], cause?: unknown }} [more] `message` replaces the
   *   code's own sentence; `key` is its name in fault-words.js, where `holes` fill its placeholders
   */
  constructor(code, { message, key = message ? '' : code, holes = [], cause } = {}) {
    super(message ?? SENTENCES[code], { cause });
    this.name = 'DiptychError';
    this.code = code;
    this.key = key;
    this.holes = holes;
  }
}

const RESTARTED = 'The view stopped unexpectedly and was started again; nothing that you entered is lost.';
/** The drawing instance broke and was replaced. */
export const restarted = () => new Fault('crashed', { message: RESTARTED, key: 'restarted' });

/**
 * Puts a fault's message into the language that holds where `element` stands; without a translation it stays English.
 * @param {Fault} fault
 * @param {Element} element
 */
export async function translate(fault, element) {
  const lang = languageOf(element);
  if (!lang || lang === 'en') return;
  const tables = await import('./fault-words.js').catch(() => null);
  const sentence = tables && Object.hasOwn(tables.SENTENCES, lang) && tables.SENTENCES[lang][fault.key];
  const holes = [...fault.holes];
  if (sentence) fault.message = sentence.replace(/\{\}/g, () => holes.shift() ?? '');
}

/**
 * Anything thrown, as a Fault; what is not one is the cause of a crash.
 * @param {unknown} error
 */
export const faultOf = (error) => (error instanceof Fault ? error : new Fault('crashed', { cause: error }));
