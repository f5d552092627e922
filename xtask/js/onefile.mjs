// @ts-check
// Usage: node onefile.mjs FOLDER WASM OUT [--left N --right N]
// Puts the page of FOLDER (script, style, story) and WASM, its wasm deflated, into one file that asks for nothing else. It
// opens with the articles N.
// Usage: node onefile.mjs FOLDER WASM OUT --story FILE [--url URL]
// The same with another story. With the URL where it will lie, it also writes what oEmbed consumers read, beside it.
// Usage: node onefile.mjs FOLDER WASM OUT --frame
// The same around no articles, for an iframe.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { articlesHtml, elementHtml, escaped, oembed } from '../../www/output/snippets.js';
import { builtIn, readStory } from './story.mjs';
import { esbuild, target, www } from './tools.mjs';

const {
  positionals: [folder, deflated, out],
  values: { frame, story: file, url, ...columns },
} = parseArgs({
  allowPositionals: true,
  options: {
    frame: { type: 'boolean' },
    story: { type: 'string' },
    url: { type: 'string' },
    left: { type: 'string' },
    right: { type: 'string' },
  },
});

const hash = (/** @type {string} */ text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Everything that runs, as one classic script: no engine loads modules from a file on disk. */
async function script() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(www, 'pages', frame ? 'frame.js' : 'page.js')],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target,
    logLevel: 'warning',
    plugins: [
      {
        name: 'one file',
        setup(build) {
          build.onResolve({ filter: /^\.\/source\.js$/ }, () => ({ path: path.join(www, 'engine/source-onefile.js') }));
          build.onResolve({ filter: /^\.\/diptych\.js$/ }, () => ({ path: path.resolve(folder, 'diptych.js') }));
        },
      },
    ],
  });
  return outputFiles[0].text.trim().replaceAll('</script', '<\\/script');
}

/** The words of every language but English, deflated. */
async function words() {
  /** @type {Record<string, string>} */
  const tables = {};
  for (const name of await fs.readdir(folder)) {
    const [, lang] = name.match(/^words-(.+)\.txt$/) ?? [];
    if (lang) tables[lang] = await fs.readFile(path.join(folder, name), 'utf8');
  }
  return deflateRawSync(JSON.stringify(tables), { level: 9 });
}

async function style() {
  const { code } = await esbuild.transform(await fs.readFile(path.join(www, 'pages/page.css'), 'utf8'), {
    loader: 'css',
    minify: true,
    target,
  });
  return code.trim();
}

const story = frame ? { title: null, articles: [] } : await readStory(file ?? builtIn(folder));
const [code, css, wasm] = [await script(), await style(), await fs.readFile(deflated)];

const policy = [
  "default-src 'none'",
  `script-src ${hash(code)} 'wasm-unsafe-eval'`,
  `style-src ${hash(css)}`,
  'worker-src blob:',
  'img-src data:',
  ...(frame ? ['connect-src https: http:'] : []),
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types diptych',
].join('; ');

/** Where consumers of oEmbed look, relative to the page. */
const described = `${path.basename(out, path.extname(out))}.oembed.json`;
const discovery = url ? `\n<link rel="alternate" type="application/json+oembed" href="${escaped(described)}">` : '';
const title = escaped(story.title ?? 'Articles compared');
const page = `<!doctype html>
<!-- Diptych, under MIT or Apache-2.0. THIRD-PARTY.md, published with it, has the licenses of what it contains. -->
<html lang="en"${frame ? ' class="framed"' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">${discovery}
<style>${css}</style>
</head>
<body>
<main>
<h1 class="spoken">${title}</h1>
${elementHtml({ title: story.title ?? '', attributes: { loading: 'eager', ...columns }, articles: story.articles })}
</main>
<script type="text/plain" id="diptych-wasm">${wasm.toString('base64')}</script>
<script type="text/plain" id="diptych-words">${(await words()).toString('base64')}</script>
<script>${code}</script>
</body>
</html>
`;
await fs.writeFile(out, page);
if (url)
  await fs.writeFile(
    path.join(path.dirname(out), described),
    `${JSON.stringify(oembed(url, story.title ?? ''), null, 2)}\n`,
  );
const rest = Buffer.byteLength(page) - Buffer.byteLength(articlesHtml(story.articles));
console.log(`${path.basename(out)}: ${Buffer.byteLength(page)} bytes, ${rest} without the articles`);
