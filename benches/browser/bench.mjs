// Measures Diptych beside other libraries in Chromium: `node bench.mjs DIST CHROME CORPORA RUNS [LINES…]`.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const [dist, chrome, corpora, runsText = '11', ...sizes] = process.argv.slice(2);
const runs = Number(runsText);
const here = import.meta.dirname;
const root = join(here, '..', '..');

const bundled = await build({
  entryPoints: [join(here, 'page.js')], bundle: true, minify: true, format: 'esm', write: false, external: ['/diptych.js'],
});
const files = {
  '/': ['text/html', '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="/bench.js"></script>'],
  '/bench.js': ['text/javascript', bundled.outputFiles[0].text],
};
const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname;
  try {
    const [type, body] = files[path] ?? [path.endsWith('.wasm') ? 'application/wasm' : 'text/javascript', readFileSync(join(dist, path))];
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });

const version = (name) => JSON.parse(readFileSync(join(here, 'node_modules', name, 'package.json'), 'utf8')).version;
const read = (file) => readFileSync(file, 'utf8');
const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const seeds = ['000_28464f7c55bba9b3', '001_4e4024296a481e3b', '002_955d24485b83f74b', '003_09b263de45a9b185', '004_04eb678c1c4f6be2']
  .map((name) => read(join(root, 'seeds', `${name}.txt`)));
const seedPairs = seeds.flatMap((a, i) => seeds.slice(i + 1).map((b) => [a, b]));
const translations = ['asv', 'kjv'].map((name) => read(join(corpora, `${name}.txt`)));
const lines = (count) => [translations.map((text) => text.split('\n').slice(0, count).join('\n'))];

const quick = ['diptych', 'baseline, inverted index'];
const every = ['diptych', 'baseline, all pairs', 'baseline, inverted index', 'jsdiff diffWords', 'diff-match-patch, semantic clean-up', 'vscode-diff'];
const tables = [
  { title: 'seed pairs (mean of the 10)', pairs: seedPairs, names: every, turns: runs },
  { title: '100 lines', pairs: lines(100), names: every, turns: Math.ceil(runs / 2) },
  ...sizes.map(Number).map((count) => ({
    title: `${count} lines`, pairs: lines(count), names: count > 1000 ? quick : ['diptych', ...every.slice(1, 3)], turns: count > 1000 ? 1 : 3,
  })),
];

const median = (list) => list.toSorted((x, y) => x - y)[Math.floor(list.length / 2)];
const browser = await chromium.launch({ executablePath: chrome, chromiumSandbox: process.getuid?.() !== 0 });
try {
  const address = `http://127.0.0.1:${server.address().port}/`;
  console.log(`Chromium ${browser.version()}; ${['diff', 'diff-match-patch', 'vscode-diff'].map((name) => `${name} ${version(name)}`).join(', ')}`);
  console.log(`Corpora (SHA-256): seeds ${hash(seeds.join(''))}, translations ${translations.map(hash).join(' and ')}\n`);
  const cold = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'load' });
    cold.push(await page.evaluate(([a, b]) => globalThis.coldStart(a, b), seedPairs[0]));
    await page.close();
  }
  console.log(`| cold start, median of ${runs} | script ms | fetch + compile ms | start ms | first comparison ms | all ms |\n|---|--:|--:|--:|--:|--:|`);
  console.log(`| diptych | ${['script', 'compile', 'start', 'first', 'all'].map((part) => median(cold.map((run) => run[part])).toFixed(1)).join(' | ')} |\n`);
  for (const { title, pairs, names, turns } of tables) {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(address, { waitUntil: 'load' });
    await page.evaluate(([a, b]) => globalThis.coldStart(a, b), seedPairs[0]);
    const { times, memory } = await page.evaluate(([p, n, t]) => globalThis.measure(p, n, t), [pairs, names, turns]);
    await page.close();
    const own = median(times.diptych);
    console.log(`| ${title}, median of ${turns} | ms | diptych : it |\n|---|--:|--:|`);
    for (const name of names) console.log(`| ${name} | ${median(times[name]).toFixed(2)} | ${(own / median(times[name])).toFixed(3)} |`);
    const input = pairs.flat().reduce((sum, text) => Math.max(sum, Buffer.byteLength(text) * 2), 0);
    console.log(`\nwasm memory ${(memory / 2 ** 20).toFixed(1)} MB for at most ${(input / 2 ** 20).toFixed(2)} MB of text\n`);
  }
} finally {
  await browser.close();
  server.close();
}
