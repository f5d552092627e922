// A fuzzer for the page's JavaScript: `node fuzz.mjs TARGET SECONDS FOUND [SEED_FILE…]`. It changes inputs that reached
// something new, as told by the engine's own count of the blocks of code that ran, and keeps those that reach more.
import { createHash, randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { targets } from './targets.mjs';

const [name, seconds, found, ...seeds] = process.argv.slice(2);
const target = targets[name];
if (!target) throw new Error(`There is no target ${name}: ${Object.keys(targets).join(', ')}.`);

/** Longer inputs find little more and take longer. */
const LONGEST = 4096;
/** Asking the engine what ran costs more than most runs do. */
const ASK_EVERY = 20;

const WORDS = ['<script type="application/ld+json">', '</script>', '<!--', '-->', '<article>', '<title>', '<html lang="', '&#x110000;', '&amp;',
  '<svg', '<template', ']]>', '"articleBody"', '"articles"', '"schema":"diptych-story/1"', '"text":', '"file":', '"url":', '"@graph"', '"bodies"',
  '"items"', '"headline"', 'null', '[]', '{}', '1e999', '__proto__', '\u0000', '\u202e', '\ud800', 'A-_=', '\r\n'].map((word) => Buffer.from(word));

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const reached = new Set();

/** How many blocks of our own code ran for the first time, or for the first time so often. */
async function news() {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let fresh = 0;
  for (const { url, functions } of result) {
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

const pick = (list) => list[randomInt(list.length)];

/** A changed copy: bytes flipped, cut, doubled, joined with another input, words put in. */
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
    bytes = Buffer.concat(pick(parts)()).subarray(0, LONGEST);
  }
  return bytes;
}

mkdirSync(found, { recursive: true });
const kept = readdirSync(found).map((file) => readFileSync(join(found, file)));
const corpus = [...kept, ...seeds.map((file) => readFileSync(file).subarray(0, LONGEST)), Buffer.from('a')];
const end = Date.now() + Number(seconds) * 1000;
let runs = 0;
let waiting = [];
for (const input of corpus) await target(input);
await news();
while (Date.now() < end) {
  const input = changed(pick(corpus), corpus);
  try {
    await target(input);
  } catch (error) {
    const file = join(found, `found-${createHash('sha256').update(input).digest('hex').slice(0, 12)}`);
    writeFileSync(file, input);
    console.error(`${name}: ${error.stack}\nkept as ${file}`);
    process.exit(1);
  }
  runs += 1;
  waiting.push(input);
  if (waiting.length < ASK_EVERY) continue;
  if (await news()) corpus.push(...waiting.slice(-3), pick(waiting));
  waiting = [];
}
console.log(`${name}: ${runs} runs in ${seconds} s, ${reached.size} blocks and counts reached, ${corpus.length} inputs kept, nothing found`);
