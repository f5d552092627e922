// Usage: node bundle.mjs FOLDER
// Makes of the page's modules in FOLDER, as Trunk and `www/` left them, what is published: few files, minified, with
// the built-in story's articles in the page itself.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { asFactory } from './glue.mjs';
import { articlesHtml } from '../../www/snippets.js';
import { readStory } from './story.mjs';
import { esbuild, root, target, www } from './tools.mjs';

const [folder] = process.argv.slice(2);
const inFolder = (name) => path.join(folder, name);

/** What a page may name; everything else is found from there. */
const ENTRIES = ['define.js', 'element.js', 'frame-host.js', 'page.js', 'worker.js'];

await fs.writeFile(inFolder('diptych.js'), asFactory(await fs.readFile(inFolder('diptych.js'), 'utf8')));
for (const name of await fs.readdir(www)) {
  if (name.endsWith('.js') || name.endsWith('.d.ts')) await fs.rm(inFolder(name), { force: true });
}
await esbuild.build({
  entryPoints: ENTRIES.map((name) => path.join(www, name)),
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
const glue = await esbuild.transform(await fs.readFile(inFolder('diptych.js'), 'utf8'), { minify: true, format: 'esm', target });
await fs.writeFile(inFolder('diptych.js'), glue.code);

// For pages that load the modules from another host: the hash of each, as an import map's `integrity` has it.
const modules = (await fs.readdir(folder)).filter((name) => name.endsWith('.js'));
const hashes = await Promise.all(modules.sort().map(async (name) => {
  const hash = createHash('sha384').update(await fs.readFile(inFolder(name))).digest('base64');
  return [`./${name}`, `sha384-${hash}`];
}));
await fs.writeFile(inFolder('integrity.json'), `${JSON.stringify({ integrity: Object.fromEntries(hashes) }, null, 1)}\n`);

// A page of its own beside the widget: its script shares no file with it.
await esbuild.build({
  entryPoints: [path.join(www, 'builder.js'), path.join(www, 'builder.css')],
  outdir: inFolder('builder'),
  bundle: true,
  format: 'esm',
  minify: true,
  target,
  logLevel: 'warning',
});
await fs.rm(inFolder('builder.css'));

const story = await readStory(path.join(root, 'seeds', 'story.json'));
const index = await fs.readFile(inFolder('index.html'), 'utf8');
if (!index.includes('<!-- articles -->')) throw new Error('www/index.html has no place for the articles.');
await fs.writeFile(inFolder('index.html'), index.replace('<!-- articles -->', () => articlesHtml(story.articles)));
