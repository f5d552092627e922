// Bytes as letters that stand in an HTML file as they are: two letters for 13 bits, an eighth shorter than base64.

const BASE = 91;
const BITS = 13;

/** The printable letters of ASCII without `-`, `<` and `>`, which could end what they stand in. @param {number} code */
const digit = (code) => code - 33 - Number(code > 45) - Number(code > 60) - Number(code > 62);

/**
 * The bytes that a text stands for.
 * @param {string} text
 */
export function bytesOf(text) {
  const bytes = new Uint8Array(Math.floor(((text.length >> 1) * BITS) / 8));
  let [bits, held, at] = [0, 0, 0];
  for (let i = 0; i + 1 < text.length; i += 2) {
    bits = (bits << BITS) | (digit(text.charCodeAt(i)) * BASE + digit(text.charCodeAt(i + 1)));
    for (held += BITS; held >= 8; held -= 8) bytes[at++] = bits >> (held - 8);
    bits &= (1 << held) - 1;
  }
  return bytes;
}

/**
 * The text for some bytes; it may stand for one byte more, a zero.
 * @param {Uint8Array} bytes
 */
export function lettersOf(bytes) {
  const letters = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter(
    (letter) => !'-<>'.includes(letter),
  );
  let text = '';
  let [bits, held] = [0, 0];
  const write = (/** @type {number} */ value) => (text += letters[Math.floor(value / BASE)] + letters[value % BASE]);
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    if (held < BITS) continue;
    held -= BITS;
    write(bits >> held);
    bits &= (1 << held) - 1;
  }
  if (held > 0) write(bits << (BITS - held));
  return text;
}
