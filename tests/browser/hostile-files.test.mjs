// Files that a reader drops: a text is taken out of each, or one sentence says why not.
import assert from 'node:assert/strict';
import { File } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readFiles } from '../../www/input/files.js';

const strings = readFileSync(new URL('../../src/ui/strings/en.txt', import.meta.url), 'utf8');

/** The English sentence that the reader gets for a remark. */
function sentence([key, what, n]) {
  const [, text] = new RegExp(`^say\\.${key} = (.*)$`, 'm').exec(strings) ?? assert.fail(`no sentence say.${key}`);
  return text.replace('{what}', what).replace('{n}', n);
}

async function readAll(files) {
  const { drafts, remark } = await readFiles(files);
  return { texts: drafts.map(({ text }) => text), problem: remark && sentence(remark) };
}

const read = (name, content, type = '') => readAll([new File([].concat(content), name, { type })]);

const refused = {
  'a picture': ['a.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])],
  'a PDF': ['a.pdf', '%PDF-1.7'],
  'a word processor’s file': ['a.docx', 'PK\u0003\u0004'],
  'a story of another version': ['a.json', '{"schema":"diptych-story/9","articles":[{"text":"A."}]}'],
  'a story cut short': ['a.json', '{"schema":"diptych-story/1","articles":[{"te'],
  'a story without articles': ['a.json', '{"schema":"diptych-story/1","articles":[]}'],
  'JSON that nests without end': ['a.json', '['.repeat(100_000)],
};

for (const [name, [file, content]] of Object.entries(refused)) {
  test(`${name} is refused with one sentence`, async () => {
    const { texts, problem } = await read(file, content);
    assert.deepEqual(texts, []);
    assert.match(problem, new RegExp(`^“${file}” is [^\\n]*\\.$`));
  });
}

test('a file of 50 MB is read, one of more than 64 MB is refused', async () => {
  const line = 'The ministry closed the harbour on Friday, and engineers expect repairs to take weeks.\n';
  const megabyte = line.repeat(Math.ceil((1 << 20) / line.length));
  const { texts } = await read('a.txt', Array(50).fill(megabyte));
  assert.ok(texts[0].length > 50_000_000);
  const { problem } = await read('b.txt', Array(65).fill(megabyte));
  assert.match(problem, /larger than 64 MB/);
});

test('one bad file among good ones costs nothing but itself', async () => {
  const { texts, problem } = await readAll([new File(['One.'], 'a.txt'), new File(['%PDF-'], 'b.pdf'), new File(['Two.'], 'c.txt')]);
  assert.deepEqual(texts, ['One.', 'Two.']);
  assert.match(problem, /b\.pdf/);
});

test('UTF-16 that tells itself is text, and half a character at its end is no harm', async () => {
  const bytes = new Uint8Array([0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0, 0xd8]);
  assert.match((await read('a.txt', bytes)).texts[0], /^Zoë/);
});

test('keys that mean something to the engine mean nothing in a story', async () => {
  const { texts } = await read('a.json', '{"__proto__":{"text":"X."},"constructor":1,"articles":[{"text":"A.","__proto__":{"outlet":"P"}}]}');
  assert.deepEqual(texts, ['A.']);
  assert.equal({}.outlet, undefined);
});
