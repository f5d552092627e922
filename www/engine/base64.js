// @ts-check
// Bytes as text.

/** The bytes that a base64 text stands for. @param {string} text */
export const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** As many bytes as one call can take as its arguments. */
const CHUNK = 4096;

/** Bytes as base64. @param {Uint8Array} bytes */
export function base64Of(bytes) {
  let letters = '';
  for (let at = 0; at < bytes.length; at += CHUNK) letters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(letters);
}
