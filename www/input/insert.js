// @ts-check
// The text of a paste, put into a field.

import { textOfHtml } from './rich-text.js';

/** @import { Remark } from './files.js' */

/** Longer pastes can't be undone: the only way to insert text that a field can undo is too slow for them. */
const MAX_UNDOABLE = 100_000;

/**
 * Inserts the text of `html` at the selection of `field`; where it has none or can't be read, `plain`.
 * @param {HTMLTextAreaElement} field
 * @param {string} html
 * @param {string} plain
 * @returns {Promise<Remark | null>} a sentence for the reader
 */
export async function insertRichText(field, html, plain) {
  const text = await textOfHtml(html).catch(() => null);
  insert(field, text || plain);
  return text === null ? ['plain', '', 0] : null;
}

/** @param {HTMLTextAreaElement} field @param {string} text */
function insert(field, text) {
  // Deprecated, but nothing else keeps the undo of the field.
  if (text.length < MAX_UNDOABLE && document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
}
