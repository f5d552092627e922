// @ts-check
// Text cases, as tests/support/cases.rs reads them: input above `---`, the expected lines below, `===` between cases,
// `#` for remarks.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..', '..');

/**
 * The cases of all files in `tests/cases/{folder}`.
 * @param {string} folder
 * @returns {{ place: string, input: string, expected: string[] }[]}
 */
export function cases(folder) {
  const at = path.join(root, 'tests', 'cases', folder);
  const files = fs
    .readdirSync(at)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  assert.ok(files.length > 0, `${folder} has no file with cases`);
  return files.flatMap((name) => {
    const found = parse(fs.readFileSync(path.join(at, name), 'utf8'), name);
    assert.ok(found.length > 0, `${name} has no case in it`);
    return found;
  });
}

/** @param {string} text @param {string} name */
function parse(text, name) {
  let line = 1;
  const found = [];
  for (const block of text.split(/(?<=\n===\n)/)) {
    const lines = block
      .replace(/\n===\n$/, '')
      .split('\n')
      .filter((row) => !row.startsWith('#'));
    if (lines.some((row) => row.trim())) {
      const divider = lines.indexOf('---');
      assert.ok(divider >= 0, `${name}:${line}: a case needs a line ---`);
      const input = lines.slice(0, divider).join('\n').trim();
      found.push({ place: `${name}:${line}`, input, expected: lines.slice(divider + 1).filter(Boolean) });
    }
    line += block.split('\n').length - 1;
  }
  return found;
}

/**
 * Holds what was found in each case against what the case says, and fails with all that differs.
 * @param {{ place: string, input: string, expected: string[] }[]} all
 * @param {string[][]} found
 */
export function check(all, found) {
  assert.equal(found.length, all.length);
  const wrong = all.flatMap(({ place, input, expected }, at) =>
    found[at].join('\n') === expected.join('\n')
      ? []
      : [`${place}: ${input}\n--- expected\n${expected.join('\n')}\n--- found\n${found[at].join('\n')}\n`],
  );
  assert.equal(wrong.length, 0, `${wrong.length} of ${all.length} cases:\n${wrong.join('\n')}`);
}
