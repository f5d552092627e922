// @ts-check
// Rich text that a reader pastes into a field.

/** Markup that separates paragraphs. A paste without any is left to the browser. */
const HAS_BLOCKS = /<(?:p|div|h[1-6]|li|blockquote|article|section|td|br)[\s>/]/i;
/** Longer pastes can't be undone: the only way to insert text that a field can undo is too slow for them. */
const MAX_UNDOABLE = 100_000;

/**
 * Inserts the paragraphs and headings of pasted rich text into a field, without its markup; leaves plain text to the
 * browser.
 * @param {ClipboardEvent} event
 */
export async function takePaste(event) {
  const field = event.composedPath()[0];
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (!(field instanceof HTMLTextAreaElement) || !HAS_BLOCKS.test(html)) return;
  event.preventDefault();
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  const { textOf } = await import('./html.js');
  const text = textOf(html) || plain;
  // Deprecated, but nothing else keeps the undo of the field.
  if (text.length < MAX_UNDOABLE && document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
}
