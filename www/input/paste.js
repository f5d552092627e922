// Rich text that a reader pastes.

/** Markup that parts paragraphs; a paste without any is as good as plain text. */
const PARTED = /<(?:p|div|h[1-6]|li|blockquote|article|section|td|br)[\s>/]/i;
/** A longer paste can't be undone by the field. */
const MOST_UNDONE = 100_000;

/**
 * Takes a paste of rich text into a field as its paragraphs and headings, and nothing else of it; leaves plain text to
 * the browser.
 * @param {ClipboardEvent} event
 */
export async function takePaste(event) {
  const field = event.composedPath()[0];
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (!(field instanceof HTMLTextAreaElement) || !PARTED.test(html)) return;
  event.preventDefault();
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  const { textOf } = await import('./html.js');
  const text = textOf(html) || plain;
  // The old command is the only way that leaves the field its own undo; it is slow with much text.
  if (text.length < MOST_UNDONE && document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
}
