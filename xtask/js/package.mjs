// @ts-check
// Usage: node package.mjs FOLDER CORE VERSION
// Makes FOLDER/npm, what is published to npm, of the built page in FOLDER and of the core's wasm in CORE.
import fs from 'node:fs/promises';
import path from 'node:path';
import { asFactory } from './glue.mjs';
import { esbuild, root, target, www } from './tools.mjs';

const [folder, core, version] = process.argv.slice(2);
const own = path.join(root, 'npm');
const out = path.join(folder, 'npm');
/** Where the modules look for the files that they load. */
const engine = path.join(out, 'engine');

/**
 * Copies files to their own places below `to`.
 * @param {string} from
 * @param {string} to
 * @param {string[]} names
 */
async function copy(from, to, ...names) {
  for (const name of names) {
    const place = path.join(to, name);
    await fs.mkdir(path.dirname(place), { recursive: true });
    await fs.copyFile(path.join(from, name), place);
  }
}
const minified = async (/** @type {string} */ code) =>
  (await esbuild.transform(code, { minify: true, format: 'esm', target })).code;

/** The element's modules as they were written, with their folders: everything that its entry reaches. */
async function elementModules() {
  const { metafile } = await esbuild.build({
    entryPoints: [path.join(www, 'element/define.js')],
    bundle: true,
    splitting: true,
    outdir: out,
    write: false,
    metafile: true,
    format: 'esm',
    external: ['./diptych.js'],
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs).map((name) => path.relative(www, path.resolve(name)));
}

/** Bundlers copy a worker as a file of its own, so nothing may be missing from it. */
async function worker() {
  await esbuild.build({
    entryPoints: [path.join(www, 'engine/worker.js')],
    outfile: path.join(engine, 'worker.js'),
    bundle: true,
    format: 'esm',
    minify: true,
    target,
    logLevel: 'warning',
    plugins: [
      {
        name: 'glue',
        setup(build) {
          build.onResolve({ filter: /^\.\/diptych\.js$/ }, () => ({ path: path.resolve(folder, 'diptych.js') }));
        },
      },
    ],
  });
}

await copy(www, out, ...(await elementModules()));
await worker();
const words = (await fs.readdir(folder)).filter((name) => /^words-.*\.txt$/.test(name));
await copy(folder, engine, 'diptych.js', 'diptych_bg.wasm', ...words);
await copy(folder, out, 'diptych.css');
await copy(core, out, 'core_bg.wasm');
await fs.writeFile(
  path.join(out, 'core-glue.js'),
  await minified(asFactory(await fs.readFile(path.join(core, 'core.js'), 'utf8'))),
);
await copy(path.join(root, 'docs'), out, 'diptych-1.schema.json', 'diptych-story-1.schema.json');
await copy(own, out, ...(await fs.readdir(own)).filter((name) => name !== 'package.json'));
const list = JSON.parse(await fs.readFile(path.join(own, 'package.json'), 'utf8'));
await fs.writeFile(path.join(out, 'package.json'), `${JSON.stringify({ ...list, version }, null, 2)}\n`);
