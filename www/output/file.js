// @ts-check
// Files that the reader saves.

/** How long a file's address stays valid for a browser that is slow to read it, in milliseconds. */
const KEEP_MS = 60_000;

/**
 * Offers a text to the reader as a download.
 * @param {string} text
 * @param {string} type its media type
 * @param {string} name
 */
export function saveFile(text, type, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}
