// Usage: node onefile.mjs FOLDER OUT [STORY]
// Puts the page of FOLDER (script, wasm, style, articles) into one file that asks for nothing else.
// Usage: node onefile.mjs FOLDER OUT --frame
// The same around no articles, for an iframe.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { articlesHtml, escaped, readStory } from './story.mjs';
import { esbuild, target, www } from './tools.mjs';

const [folder, out, last] = process.argv.slice(2);
const frame = last === '--frame';

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Everything that runs, as one classic script: no engine loads modules from a file on disk. */
async function script() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(www, frame ? 'frame.js' : 'page.js')],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target,
    logLevel: 'warning',
    plugins: [{
      name: 'one file',
      setup(build) {
        build.onResolve({ filter: /^\.\/source\.js$/ }, () => ({ path: path.join(www, 'source-onefile.js') }));
        build.onResolve({ filter: /^\.\/diptych\.js$/ }, () => ({ path: path.resolve(folder, 'diptych.js') }));
      },
    }],
  });
  return outputFiles[0].text.trim().replaceAll('</script', '<\\/script');
}

async function style() {
  const { code } = await esbuild.transform(await fs.readFile(path.join(www, 'page.css'), 'utf8'), { loader: 'css', minify: true, target });
  return code.trim();
}

const story = frame ? { title: null, articles: [] } : await readStory(last ?? path.join(folder, 'seeds', 'story.json'));
const [code, css, wasm] = [await script(), await style(), await fs.readFile(path.join(folder, 'diptych_bg.wasm'))];

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

const title = escaped(story.title ?? 'Articles compared');
const page = `<!doctype html>
<html lang="en"${frame ? ' class="framed"' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body>
<main>
<h1 class="spoken">${title}</h1>
<diptych-compare loading="eager"${story.title ? ` data-title="${title}"` : ''}${last ? '' : ' left="2" right="5"'}>
${articlesHtml(story)}
</diptych-compare>
</main>
<script type="text/plain" id="diptych-wasm">${gzipSync(wasm, { level: 9 }).toString('base64')}</script>
<script>${code}</script>
</body>
</html>
`;
await fs.writeFile(out, page);
const rest = Buffer.byteLength(page) - Buffer.byteLength(articlesHtml(story));
console.log(`${path.basename(out)}: ${Buffer.byteLength(page)} bytes, ${rest} without the articles`);
