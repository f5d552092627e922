// @ts-check
// What is attacked of the page's JavaScript in the browser, and what has to hold of it. The fuzzer runs these functions in
// a page, and so does tests/browser/fuzz-cases.test.mjs on everything that was ever found.
import { HtmlRefusal, readHtml, textOfHtml } from '../../www/input/rich-text.js';

/** What an attack that ran would leave behind; fuzz.mjs puts such attacks into its inputs. */
const LEFT_BEHIND = 'ran';

/** @param {unknown} holds @param {string} what */
function check(holds, what) {
  if (!holds) throw new Error(`It does not hold that ${what}.`);
}

/** A page from somewhere: it gives blocks of trimmed text, always the same, or is refused. @param {Uint8Array} bytes */
async function html(bytes) {
  const source = new TextDecoder().decode(bytes);
  const [first, again] = [await read(source), await read(source)];
  check(first === again, 'the same is read twice');
  check(!(LEFT_BEHIND in globalThis), 'nothing runs');
}

/** What is read of `source`, as one text. @param {string} source */
async function read(source) {
  try {
    const { title, blocks } = await readHtml(source);
    check(title === null || title !== '', 'a title has letters');
    for (const { kind, text } of blocks) {
      check(['heading', 'list-item', 'quote', 'paragraph'].includes(kind), `${kind} is a kind of block`);
      check(text !== '' && text === text.trim(), 'a block is trimmed text');
    }
    return JSON.stringify([title, blocks, await textOfHtml(source)]);
  } catch (error) {
    if (error instanceof HtmlRefusal) return error.key;
    throw error;
  }
}

export const targets = { html };
