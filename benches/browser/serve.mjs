// The published files, the contestants, and pages to measure in, on one address of this machine.
import { join } from 'node:path';
import { build } from 'esbuild';
import { serve } from '../../xtask/js/server.mjs';

const here = import.meta.dirname;

const bundled = async (entry) => {
  const { outputFiles } = await build({
    entryPoints: [join(here, entry)], bundle: true, minify: true, format: 'esm', write: false, external: ['/diptych.js', '/baseline.js'],
  });
  return outputFiles[0].text;
};

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const article = (text) => `<article lang="en">${text.split('\n').filter((line) => line.trim()).map((line) => `<p>${escaped(line)}</p>`).join('')}</article>`;
const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">${body}`;

/** A page with the element around two articles, as a site would write it. */
const widget = (texts) => page(`<diptych-compare loading="eager">${texts.map(article).join('')}</diptych-compare><script type="module" src="/define.js"></script>`);

/**
 * Serves until `close` is called. `stories` are pairs of texts by name, each a page `/story/NAME`.
 * @param {string} dist the built files
 * @param {Record<string, string[]>} stories
 */
export async function serveBench(dist, stories) {
  const script = (body) => ({ body, headers: { 'content-type': 'text/javascript' } });
  const pages = new Map([
    ['/', { body: page('<script type="module" src="/bench.js"></script>') }],
    ['/empty', { body: page('') }],
    ['/bench.js', script(await bundled('page.js'))],
    ['/baseline.js', script(await bundled('baseline.js'))],
    ['/widget.js', script(await bundled('widget.js'))],
  ]);
  for (const [name, texts] of Object.entries(stories)) pages.set(`/story/${name}`, { body: widget(texts) });
  const { origin, close } = await serve({ folders: [dist], pages, headers: { 'cache-control': 'no-store' } });
  return { address: origin, close };
}
