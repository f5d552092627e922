// The package as somebody who installs it finds it: in Node, to the type checker, and through two bundlers.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { articles, shown } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { dist } from './support/settings.mjs';
import { site } from './support/site.mjs';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const home = await fs.mkdtemp(path.join(os.tmpdir(), 'diptych-package-'));
const bundles = await site(path.join(home, 'bundles'));
after(() => fs.rm(home, { recursive: true, force: true }));

const installed = path.join(home, 'node_modules', 'diptych');
const write = (name, text) => fs.writeFile(path.join(home, name), text);
const pair = `[{ outlet: 'One', lang: 'en', text: 'Seven people were saved from the river Elm.' }, 'Eight people were saved from the river Elm.']`;

before(async () => {
  const { stdout } = await run(npm, ['pack', '--json', '--pack-destination', home], { cwd: path.join(dist, 'npm') });
  const [{ filename }] = JSON.parse(stdout);
  await write('package.json', JSON.stringify({ name: 'newsroom', private: true, type: 'module' }));
  await run(npm, ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${filename}`], { cwd: home });
});

test('the package holds its licences, its description and nothing of the build', async () => {
  const files = await fs.readdir(installed);
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'THIRD-PARTY.md', 'THIRD-PARTY-RUST.html', 'README.md', 'custom-elements.json', 'element.d.ts', 'core.d.ts', 'define.d.ts']) {
    assert.ok(files.includes(name), name);
  }
  const list = JSON.parse(await fs.readFile(path.join(installed, 'package.json'), 'utf8'));
  assert.match(list.version, /^\d+\.\d+\.\d+$/);
  for (const target of Object.values(list.exports).flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one)))) {
    await fs.access(path.join(installed, target));
  }
  assert.ok(!files.includes('pages'), 'our own pages are not in it');
});

test('the core compares in Node, on the main thread and in a worker thread', async () => {
  await write('core.mjs', `
    import { compare } from 'diptych/core';
    import { isMainThread, parentPort, Worker } from 'node:worker_threads';
    const report = await compare(${pair}, { sensitivity: 500 });
    if (!isMainThread) parentPort.postMessage(report);
    else {
      const same = await new Promise((done) => new Worker(new URL(import.meta.url)).once('message', done));
      if (JSON.stringify(same) !== JSON.stringify(report)) throw new Error('the worker says something else');
      const refused = await compare([7]).catch((error) => [error.name, error.code]);
      process.stdout.write(JSON.stringify({ report, refused }));
    }`);
  const { stdout } = await run('node', ['core.mjs'], { cwd: home });
  const { report, refused } = JSON.parse(stdout);
  assert.equal(report.schema, 'diptych/1');
  assert.equal(report.articles[0].outlet, 'One');
  assert.deepEqual(report.links[0].facts.map((fact) => fact.verdict), ['differ', 'agree'].slice(0, report.links[0].facts.length));
  assert.deepEqual(refused, ['DiptychError', 'input']);
});

test('the element’s class can be imported where there is no page', async () => {
  await write('element.mjs', `import { DiptychCompare } from 'diptych'; process.stdout.write(typeof DiptychCompare);`);
  assert.equal((await run('node', ['element.mjs'], { cwd: home })).stdout, 'function');
});

test('the types say what the code does', async () => {
  await write('report.mjs', `import { compare } from 'diptych/core'; process.stdout.write(JSON.stringify(await compare(${pair})));`);
  const report = (await run('node', ['report.mjs'], { cwd: home })).stdout;
  await write('newsroom.ts', `
    import 'diptych/define';
    import { DiptychCompare, type Choice, type ClassName } from 'diptych';
    import { compare, load, type Offsets, type Report } from 'diptych/core';

    // What a comparison really gave: no key too many, none missing.
    export const real = ${report} satisfies Report;
    const [first] = (await compare([{ text: 'One.' }, 'Two.'], { sensitivity: 700 })).links;
    export const place: [number, number] | undefined = first?.a;
    export const offsets: Offsets | null | undefined = first?.words[0]?.a;
    await load(fetch('/core_bg.wasm'));

    const made: DiptychCompare = document.createElement('diptych-compare');
    made.view = 'rows';
    made.shown = ['same', 'only'] satisfies ClassName[];
    made.addEventListener('diptych-error', (event) => event.detail.code satisfies string);
    made.addEventListener('diptych-select', ({ detail }) => detail.pair?.[0].sentence satisfies number | undefined);
    const kept: Choice = made.choice;
    made.choice = kept;
    made.next();
    await made.ready;
    export const html: string | null = await made.exportHTML();

    // @ts-expect-error A view that there is not.
    made.view = 'sideways';
    // @ts-expect-error An article is no number.
    await compare([7]);
    // @ts-expect-error No such event detail.
    made.addEventListener('diptych-ready', (event) => event.detail.nothing);
  `);
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom'];
  const tsc = require.resolve('typescript/bin/tsc');
  await run('node', [tsc, ...flags, 'newsroom.ts'], { cwd: home }).catch((error) => assert.fail(error.stdout));
});

const entry = `
  import 'diptych/define';
  import { compare } from 'diptych/core';
  globalThis.report = compare(${pair});
`;
const html = `<!doctype html><html lang="en"><head><title>Newsroom</title><link rel="icon" href="data:,"></head><body><diptych-compare loading="eager">${articles}</diptych-compare><script type="module" src="./entry.js"></script></body></html>`;

async function assertWorks(page, address) {
  await page.goto(address);
  await shown(page);
  assert.equal(page.workers().length, 1, 'it was compared in a worker');
  assert.equal(await page.evaluate(() => globalThis.report.then((report) => report.links.length)), 1);
}

pageTest('Vite bundles it without settings', { origins: [bundles.origin], timeout: 120_000 }, async ({ page }) => {
  await fs.mkdir(path.join(home, 'vite'));
  await write('vite/entry.js', entry);
  await write('vite/index.html', html);
  const { build } = await import('vite');
  await build({ root: path.join(home, 'vite'), base: './', configFile: false, logLevel: 'warn', build: { outDir: path.join(home, 'bundles', 'vite'), emptyOutDir: true, target: 'es2022' } });
  await assertWorks(page, `${bundles.url}vite/index.html`);
});

pageTest('esbuild bundles it, with the files that it leaves alone copied beside', { origins: [bundles.origin] }, async ({ page }) => {
  const out = path.join(home, 'bundles', 'esbuild');
  await write('entry.js', entry);
  const { build } = await import('esbuild');
  await build({ entryPoints: [path.join(home, 'entry.js')], outdir: out, bundle: true, splitting: true, format: 'esm', minify: true, logLevel: 'warning' });
  for (const name of ['engine/diptych_bg.wasm', 'core_bg.wasm', 'engine/worker.js']) await fs.copyFile(path.join(installed, name), path.join(out, path.basename(name)));
  await fs.writeFile(path.join(out, 'index.html'), html);
  await assertWorks(page, `${bundles.url}esbuild/index.html`);
});
