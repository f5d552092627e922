// @ts-check
// Rich text that a reader pastes into a field.

/** @import { Remark } from './files.js' */

/** Markup that separates paragraphs. A paste without any is left to the browser. */
const HAS_BLOCKS = /<(?:p|div|h[1-6]|li|blockquote|article|section|td|br)[\s>/]/i;

/**
 * Inserts the paragraphs and headings of pasted rich text into a field, without its markup; leaves plain text to the
 * browser.
 * @param {Event} event
 * @returns {Promise<Remark | null>} a sentence for the reader
 */
export async function takePaste(event) {
  const { clipboardData } = /** @type {ClipboardEvent} */ (event);
  const field = event.composedPath()[0];
  const html = clipboardData?.getData('text/html') ?? '';
  if (!(field instanceof HTMLTextAreaElement) || !HAS_BLOCKS.test(html)) return null;
  event.preventDefault();
  const plain = clipboardData?.getData('text/plain') ?? '';
  const { insertRichText } = await import('./insert.js');
  return insertRichText(field, html, plain);
}
