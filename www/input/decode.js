// @ts-check
// The text of a file, by the rules of `src/input/decode.rs`; `tests/cases/files` holds both to them.

/** Larger files are refused. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** How files begin that are no text, byte by byte, and the key of what is said about them. */
// biome-ignore format: strict JSON, which a test compares with the command line's
const SIGNATURES = [
  ["%PDF-", "pdf"],
  ["PK\u0003\u0004", "archive"],
  ["PK\u0005\u0006", "archive"],
  ["\u00d0\u00cf\u0011\u00e0", "archive"],
  ["{\\rtf", "archive"],
  ["\u001f\u008b", "archive"],
  ["Rar!", "archive"],
  ["7z\u00bc\u00af", "archive"]
];

const UTF8_MARK = '\xef\xbb\xbf';
/** A declaration stands in so many bytes at the start of a file, as the HTML standard asks for. */
const DECLARED_WITHIN = 1024;
const DECLARATION = /<meta[^>]{0,200}?charset=["']?([\w-]{3,20})/i;

/** Why a file is not read: the message is a key of the string tables. */
export class Refusal extends Error {}

/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark; else the encoding that its markup declares, else
 * Windows-1252, which most old files are in. Throws a `Refusal` where the file is no text.
 * @param {Uint8Array} bytes
 * @returns {{ text: string, guessed: boolean }} `guessed` where nothing in the file says what it is encoded in
 */
export function decode(bytes) {
  if (bytes.length > MAX_BYTES) throw new Refusal('large');
  const start = String.fromCharCode(...bytes.subarray(0, DECLARED_WITHIN));
  const content = (start.startsWith(UTF8_MARK) ? start.slice(UTF8_MARK.length) : start).replace(/^[ \t\n\f\r]+/, '');
  const known = SIGNATURES.find(([signature]) => content.startsWith(signature));
  if (known) throw new Refusal(known[1]);
  const decoded = decodeText(bytes, start);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = decoded.text.match(/[\0-\x08\x0e-\x1f]/g)?.length ?? 0;
  if (decoded.text.includes('\0') || controls > decoded.text.length / 100) throw new Refusal('binary');
  return decoded;
}

/** @param {Uint8Array} bytes @param {string} start its first bytes, a character each */
function decodeText(bytes, start) {
  // A byte order mark is sure evidence of UTF-16, so damage after it is no reason to guess again.
  const utf16 = start.startsWith('\xff\xfe') ? 'utf-16le' : start.startsWith('\xfe\xff') ? 'utf-16be' : null;
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), guessed: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    const decoder = decoderOf(DECLARATION.exec(start)?.[1]);
    return { text: (decoder ?? new TextDecoder('windows-1252')).decode(bytes), guessed: decoder === null };
  }
}

/**
 * The decoder of a declared encoding. UTF-8 is not it, because the file is not valid in it, and UTF-16 can't be declared
 * in ASCII.
 * @param {string | undefined} name
 */
function decoderOf(name) {
  if (!name) return null;
  try {
    const decoder = new TextDecoder(name);
    return decoder.encoding.startsWith('utf-') ? null : decoder;
  } catch {
    return null;
  }
}
