// @ts-check
// What a reader pastes.

/**
 * Pastes what the clipboard may hold into a field; gives whether the browser was left to do it.
 * @param {import('playwright-core').Locator} field
 * @param {Record<string, string>} data by media type
 */
export const paste = (field, data) =>
  field.evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
    element.focus();
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true });
    return element.dispatchEvent(event);
  }, data);
