// @ts-check
// Usage: node bundle.mjs FOLDER [--left N --right N]
// Adds to FOLDER, as Trunk left it, what is published of `www/`: its pages and style sheets, and its modules as few
// files, minified. The story of FOLDER/story goes into the page itself, opened with the articles N.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { elementHtml } from '../../www/output/snippets.js';
import { asFactory } from './glue.mjs';
import { builtIn, readStory } from './story.mjs';
import { esbuild, target, www } from './tools.mjs';

const {
  positionals: [folder],
  values: columns,
} = parseArgs({
  allowPositionals: true,
  options: { left: { type: 'string' }, right: { type: 'string' } },
});
const inFolder = (/** @type {string} */ name) => path.join(folder, name);

/** What a page may name; everything else is found from there. All are published in one folder. */
const ENTRIES = ['element/define.js', 'element/element.js', 'engine/worker.js', 'pages/frame-host.js', 'pages/page.js'];
/** What is published as it is. */
const COPIED = ['element/diptych.css', 'pages/builder.html', 'pages/page.css'];

await fs.writeFile(inFolder('diptych.js'), asFactory(await fs.readFile(inFolder('diptych.js'), 'utf8')));
for (const name of COPIED) await fs.copyFile(path.join(www, name), inFolder(path.basename(name)));
await esbuild.build({
  entryPoints: ENTRIES.map((name) => ({ in: path.join(www, name), out: path.basename(name, '.js') })),
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  target,
  external: ['./diptych.js'],
  chunkNames: 'part-[hash]',
  logLevel: 'warning',
});
const glue = await esbuild.transform(await fs.readFile(inFolder('diptych.js'), 'utf8'), {
  minify: true,
  format: 'esm',
  target,
});
await fs.writeFile(inFolder('diptych.js'), glue.code);

// For pages that load the modules from another host: the hash of each, as an import map's `integrity` has it.
const modules = (await fs.readdir(folder)).filter((name) => name.endsWith('.js'));
const hashes = await Promise.all(
  modules.sort().map(async (name) => {
    const hash = createHash('sha384')
      .update(await fs.readFile(inFolder(name)))
      .digest('base64');
    return [`./${name}`, `sha384-${hash}`];
  }),
);
await fs.writeFile(
  inFolder('integrity.json'),
  `${JSON.stringify({ integrity: Object.fromEntries(hashes) }, null, 1)}\n`,
);

// A page of its own beside the widget: its script shares no file with it, so that the widget's parts stay few.
await esbuild.build({
  entryPoints: [path.join(www, 'pages/builder.js'), path.join(www, 'pages/builder.css')],
  outdir: inFolder('builder'),
  bundle: true,
  format: 'esm',
  minify: true,
  target,
  external: ['./diptych.js'],
  logLevel: 'warning',
});

const { title, articles } = await readStory(builtIn(folder));
const index = await fs.readFile(inFolder('index.html'), 'utf8');
if (!index.includes('<!-- story -->')) throw new Error('www/pages/index.html has no place for the story.');
const element = elementHtml({ title: title ?? '', attributes: { loading: 'eager', ...columns }, articles });
await fs.writeFile(
  inFolder('index.html'),
  index.replace('<!-- story -->', () => element),
);
