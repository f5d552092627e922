// @ts-check
// Articles inside a link: deflated, as base64 for addresses.

import { base64Of, bytesOf } from '../engine/base64.js';

/** A link that unpacks to more characters is refused. */
const MAX_CHARACTERS = 4_000_000;

/** Articles as a text for a link. @param {{ outlet?: string | null, title?: string | null, text?: string, blocks?: { text: string }[] }[]} articles */
export async function pack(articles) {
  const kept = articles.map(({ outlet, title, text, blocks }) => ({
    outlet: outlet ?? title ?? '',
    text: blocks?.length ? blocks.map((block) => block.text).join('\n\n') : (text ?? ''),
  }));
  const deflated = new Blob([JSON.stringify(kept)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(deflated).arrayBuffer());
  return base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The articles that `pack` wrote; `null` for a text that was cut short, unpacks to too much or is not from `pack`.
 * @param {string} packed
 * @returns {Promise<{ outlet: string, text: string }[] | null>}
 */
export async function unpack(packed) {
  try {
    const bytes = bytesOf(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const json = await capped(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
    const articles = JSON.parse(json);
    const good =
      Array.isArray(articles) && articles.every((a) => typeof a?.outlet === 'string' && typeof a.text === 'string');
    return good ? articles.map(({ outlet, text }) => ({ outlet, text })) : null;
  } catch {
    return null;
  }
}

/** Reads a stream as text; throws where it is longer than is allowed. @param {ReadableStream<BufferSource>} stream */
async function capped(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
    if (text.length > MAX_CHARACTERS) {
      await reader.cancel();
      throw new RangeError('too large');
    }
  }
}
