// @ts-check
// A fuzzer for the page's JavaScript: `node fuzz.mjs TARGET SECONDS FOUND [SEED_FILE…]`. It changes inputs that reached
// something new, as told by the engine's own count of the blocks of code that ran, and keeps those that reach more.
import { createHash, randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeRunner } from './node-runner.mjs';
import { pageRunner } from './page-runner.mjs';

/**
 * Where a target runs.
 * @typedef {object} Runner
 * @property {(inputs: Input[]) => Promise<{ input: Input, error: string } | null>} run gives the first input that breaks
 *   something
 * @property {() => Promise<import('node:inspector').Profiler.ScriptCoverage[]>} coverage what ran since it was last asked
 * @property {() => Promise<void>} close
 *
 * @typedef {Buffer<ArrayBuffer>} Input
 */

const [name, seconds, found, ...seeds] = process.argv.slice(2);
const runner = (await nodeRunner(name)) ?? (await pageRunner(name));

/** Longer inputs find little more and take longer. */
const MAX_LENGTH = 4096;
/** Asking the engine what ran costs more than most runs do. */
const RUNS_PER_QUESTION = 20;

/** What inputs get put in: the words of the formats, and attacks. */
const WORDS = [
  ...[
    '<script type="application/ld+json">',
    '</script>',
    '<!--',
    '-->',
    '<article>',
    '<main>',
    '<title>',
    '<html lang="',
  ],
  ...['&#x110000;', '&amp;', '&Eacute', '<svg', '<math>', '<template', '<br>', ' hidden', ']]>', '<p class=">">'],
  ...['<script>ran=1</script>', '<img src=x onerror="ran=1">', '<link rel=stylesheet href=x>', '<iframe src=x>'],
  ...[
    '"articleBody"',
    '"articles"',
    '"schema":"diptych-story/1"',
    '"text":',
    '"file":',
    '"url":',
    '"@graph"',
    '"bodies"',
  ],
  ...['"items"', '"headline"', 'null', '[]', '{}', '1e999', '__proto__', '\u0000', '\u202e', '\ud800', 'A-_=', '\r\n'],
].map((word) => Buffer.from(word));

/** @type {Set<string>} */
const reached = new Set();

/** How many blocks of our own code ran for the first time, or for the first time so often. */
async function countNew() {
  let fresh = 0;
  for (const { url, functions } of await runner.coverage()) {
    if (!url.includes('/www/')) continue;
    for (const { ranges } of functions) {
      for (const { startOffset, endOffset, count } of ranges) {
        if (count === 0) continue;
        const key = `${url}:${startOffset}-${endOffset}:${Math.min(8, Math.floor(Math.log2(count)))}`;
        if (!reached.has(key)) fresh += 1;
        reached.add(key);
      }
    }
  }
  return fresh;
}

/**
 * @template T
 * @param {T[]} list
 */
const pick = (list) => list[randomInt(list.length)];

/**
 * A changed copy: bytes flipped, cut, doubled, joined with another input, words put in.
 * @param {Input} input
 * @param {Input[]} corpus
 * @returns {Input}
 */
function changed(input, corpus) {
  let bytes = Buffer.from(input);
  for (let turns = 1 + randomInt(4); turns > 0; turns -= 1) {
    const at = randomInt(bytes.length + 1);
    const to = Math.min(bytes.length, at + 1 + randomInt(16));
    const parts = [
      () => [bytes.subarray(0, at), Buffer.of(randomInt(256)), bytes.subarray(at + 1)],
      () => [bytes.subarray(0, at), bytes.subarray(to)],
      () => [bytes.subarray(0, to), bytes.subarray(at)],
      () => [bytes.subarray(0, at), pick(WORDS), bytes.subarray(at)],
      () => [bytes.subarray(0, at), pick(corpus).subarray(randomInt(64))],
      () => [bytes.subarray(0, at), Buffer.of(33 + randomInt(94)), bytes.subarray(at)],
    ];
    bytes = Buffer.concat(pick(parts)()).subarray(0, MAX_LENGTH);
  }
  return bytes;
}

/** Runs inputs; keeps the one that breaks something and ends. @param {Input[]} inputs */
async function attack(inputs) {
  const broken = await runner.run(inputs);
  if (!broken) return;
  const file = join(found, `found-${createHash('sha256').update(broken.input).digest('hex').slice(0, 12)}`);
  writeFileSync(file, broken.input);
  console.error(`${name}: ${broken.error}\nkept as ${file}`);
  process.exit(1);
}

mkdirSync(found, { recursive: true });
const kept = readdirSync(found).map((file) => readFileSync(join(found, file)));
const corpus = [...kept, ...seeds.map((file) => readFileSync(file).subarray(0, MAX_LENGTH)), Buffer.from('a')];
const end = Date.now() + Number(seconds) * 1000;
let runs = 0;
await attack(corpus);
await countNew();
while (Date.now() < end) {
  const inputs = Array.from({ length: RUNS_PER_QUESTION }, () => changed(pick(corpus), corpus));
  await attack(inputs);
  runs += inputs.length;
  if (await countNew()) corpus.push(...inputs.slice(-3), pick(inputs));
}
await runner.close();
console.log(
  `${name}: ${runs} runs in ${seconds} s, ${reached.size} blocks and counts reached, ${corpus.length} inputs kept, nothing found`,
);
