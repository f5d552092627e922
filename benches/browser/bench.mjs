// Measures Diptych beside other libraries in Chromium: `node bench.mjs DIST CHROME CORPORA RUNS [LINES…]`.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serveBench } from './serve.mjs';

const [dist, chrome, corpora, runsText = '11', ...sizes] = process.argv.slice(2);
const runs = Number(runsText);
const root = join(import.meta.dirname, '..', '..');

const version = (name) => JSON.parse(readFileSync(join(import.meta.dirname, 'node_modules', name, 'package.json'), 'utf8')).version;
const read = (file) => readFileSync(file, 'utf8');
const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const seeds = ['000_28464f7c55bba9b3', '001_4e4024296a481e3b', '002_955d24485b83f74b', '003_09b263de45a9b185', '004_04eb678c1c4f6be2']
  .map((name) => read(join(root, 'seeds', `${name}.txt`)));
const seedPairs = seeds.flatMap((a, i) => seeds.slice(i + 1).map((b) => [a, b]));
const translations = ['asv', 'kjv'].map((name) => read(join(corpora, `${name}.txt`)));
const lines = (count) => translations.map((text) => text.split('\n').slice(0, count).join('\n'));

const own = 'diptych';
const quick = [own, 'baseline, inverted index'];
const middle = [own, 'baseline, all pairs', 'baseline, inverted index', 'vscode-diff'];
const every = [own, 'baseline, all pairs', 'baseline, inverted index', 'jsdiff diffWords', 'diff-match-patch, semantic clean-up', 'vscode-diff'];
const contest = (count) => {
  if (count <= 100) return { names: every, turns: runs };
  return count <= 1000 ? { names: middle, turns: Math.min(runs, 5) } : { names: quick, turns: 1 };
};
const tables = [
  { title: 'seed pairs (mean of the 10)', pairs: seedPairs, names: every, turns: runs },
  ...sizes.map(Number).map((count) => ({ title: `${count} lines`, pairs: [lines(count)], ...contest(count) })),
];

const sorted = (list) => list.toSorted((x, y) => x - y);
const median = (list) => sorted(list)[Math.floor(list.length / 2)];
const quartiles = (list) => [0.25, 0.75].map((share) => sorted(list)[Math.floor(share * (list.length - 1))].toFixed(1)).join('–');
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const head = (...names) => {
  row(...names);
  console.log(`|---|${'--:|'.repeat(names.length - 1)}`);
};
const ms = (value) => value.toFixed(1);

const { address, close } = await serveBench(dist, { seeds: seedPairs[0], '100': lines(100), '5000': lines(5000) });
const browser = await chromium.launch({ executablePath: chrome, chromiumSandbox: process.getuid?.() !== 0 });

/** Opens a page with nothing kept from pages before. */
async function fresh(path, work) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(address + path, { waitUntil: 'load' });
    return await work(page);
  } finally {
    await context.close();
  }
}

/** From nothing to the first result, ours and plain JavaScript's in turns. */
async function coldStarts() {
  const times = { diptych: [], baseline: [] };
  for (let run = 0; run < runs; run += 1) {
    times.diptych.push(await fresh('/', (page) => page.evaluate(([a, b]) => globalThis.coldStart(a, b), seedPairs[0])));
    times.baseline.push(await fresh('/', (page) => page.evaluate(([a, b]) => globalThis.coldBaseline(a, b), seedPairs[0])));
  }
  head(`cold start, median of ${runs}`, 'script ms', 'fetch + compile ms', 'start ms', 'first comparison ms', 'all ms', 'quartiles');
  for (const [name, list] of Object.entries(times)) {
    const parts = ['script', 'compile', 'start', 'first', 'all'].map((part) => ms(median(list.map((run) => run[part]))));
    row(name, ...parts, quartiles(list.map((run) => run.all)));
  }
  console.log();
}

/** The whole widget in a page: from the script's arrival to its marks painted. */
async function firstMarks() {
  const list = [];
  for (let run = 0; run < runs; run += 1) {
    list.push(await fresh('/story/seeds', (page) => page.evaluate(async () => (await import('/widget.js')).loaded())));
  }
  head(`the element on a page, median of ${runs}`, 'articles readable ms', 'script there ms', 'wasm there ms', 'comparison ready ms', 'marks painted ms', 'script to marks ms', 'quartiles');
  const parts = ['paint', 'script', 'wasm', 'ready', 'marks'].map((part) => ms(median(list.map((run) => run[part]))));
  const span = list.map((run) => run.marks - run.script);
  row('seed pair', ...parts, ms(median(span)), quartiles(span));
  console.log();
}

/** How soon the element answers what a reader does, and how evenly it scrolls. */
async function interaction() {
  head('act of the reader, painted after', 'runs', 'median ms', 'longest ms');
  await fresh('/story/100', async (page) => {
    await page.evaluate(async () => (await import('/widget.js')).loaded());
    const times = await page.evaluate(async (count) => (await import('/widget.js')).answers(count), runs);
    for (const [act, list] of Object.entries(times)) row(`${act}, 100 lines a side`, list.length, ms(median(list)), ms(Math.max(...list)));
  });
  await fresh('/story/5000', async (page) => {
    const { marks, script } = await page.evaluate(async () => (await import('/widget.js')).loaded());
    const { gaps, end } = await page.evaluate(async () => (await import('/widget.js')).scrolled(100));
    row('script to marks, 5,000 lines a side', 1, ms(marks - script), ms(marks - script));
    row(`one of 100 steps through ${Math.round(end / 1000)}k pixels, 5,000 lines a side`, gaps.length, ms(median(gaps)), ms(Math.max(...gaps)));
  });
  console.log();
}

/** Every contestant on the same texts, in turns. */
async function contests() {
  for (const { title, pairs, names, turns } of tables) {
    await fresh('/', async (page) => {
      await page.evaluate(([a, b]) => globalThis.coldStart(a, b), seedPairs[0]);
      const { times, memory } = await page.evaluate(([p, n, t]) => globalThis.measure(p, n, t), [pairs, names, turns]);
      const mine = median(times[own]);
      head(`${title}, median of ${turns}`, 'ms', 'quartiles', 'diptych : it');
      for (const name of names) row(name, median(times[name]).toFixed(2), quartiles(times[name]), (mine / median(times[name])).toFixed(3));
      const input = Math.max(...pairs.map((pair) => pair.reduce((sum, text) => sum + Buffer.byteLength(text), 0)));
      const bound = 40 * input + 32 * 2 ** 20;
      console.log(`\nwasm memory ${ms(memory / 2 ** 20)} MB after ${ms(input / 2 ** 20)} MB of text (40 × the text + 32 MB: ${ms(bound / 2 ** 20)} MB)\n`);
    });
  }
}

try {
  console.log(`Chromium ${browser.version()}; ${['diff', 'diff-match-patch', 'vscode-diff'].map((name) => `${name} ${version(name)}`).join(', ')}`);
  console.log(`Corpora (SHA-256): seeds ${hash(seeds.join(''))}, translations ${translations.map(hash).join(' and ')}\n`);
  await coldStarts();
  await firstMarks();
  await contests();
  await interaction();
} finally {
  await browser.close();
  close();
}
