// The published files, the contestants, and pages to measure in, on one address of this machine.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';

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
export async function serve(dist, stories) {
  const files = {
    '/': ['text/html', page('<script type="module" src="/bench.js"></script>')],
    '/empty': ['text/html', page('')],
    '/bench.js': ['text/javascript', await bundled('page.js')],
    '/baseline.js': ['text/javascript', await bundled('baseline.js')],
    '/widget.js': ['text/javascript', await bundled('widget.js')],
  };
  for (const [name, texts] of Object.entries(stories)) files[`/story/${name}`] = ['text/html', widget(texts)];
  const types = { wasm: 'application/wasm', css: 'text/css', js: 'text/javascript' };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    try {
      const [type, body] = files[pathname] ?? [types[pathname.split('.').at(-1)], readFileSync(join(dist, pathname))];
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
