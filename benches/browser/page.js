// Runs in the page: every contestant on the same texts, in turns, so that what slows the machine slows all.
import { diffWords } from 'diff';
import DiffMatchPatch from 'diff-match-patch';
import { DefaultLinesDiffComputer } from 'vscode-diff';
import { allPairs, invertedIndex } from './baseline.js';

let glue;
const matcher = new DiffMatchPatch();
const monaco = new DefaultLinesDiffComputer();
const monacoOptions = { ignoreTrimWhitespace: true, maxComputationTimeMs: 0, computeMoves: false };

const contestants = {
  diptych: (a, b) => glue.compare([a, b], undefined).links.length,
  'baseline, all pairs': (a, b) => allPairs(a, b).length,
  'baseline, inverted index': (a, b) => invertedIndex(a, b).length,
  'jsdiff diffWords': (a, b) => diffWords(a, b).length,
  'diff-match-patch, semantic clean-up': (a, b) => {
    const parts = matcher.diff_main(a, b);
    matcher.diff_cleanupSemantic(parts);
    return parts.length;
  },
  'vscode-diff': (a, b) => monaco.computeDiff(a.split('\n'), b.split('\n'), monacoOptions).changes.length,
};

/** Loads Diptych: from nothing to the first result. */
globalThis.coldStart = async (a, b) => {
  const begin = performance.now();
  const { makeGlue } = await import('/diptych.js');
  glue = makeGlue();
  const fetched = performance.now();
  const wasm = await WebAssembly.compileStreaming(fetch('/diptych_bg.wasm'));
  const compiled = performance.now();
  const exports = await glue.default({ module_or_path: wasm });
  globalThis.memory = exports.memory;
  const ready = performance.now();
  contestants.diptych(a, b);
  const done = performance.now();
  return { script: fetched - begin, compile: compiled - fetched, start: ready - compiled, first: done - ready, all: done - begin };
};

/** The same of the plain JavaScript, in a module of its own. */
globalThis.coldBaseline = async (a, b) => {
  const begin = performance.now();
  const { allPairs: compare } = await import('/baseline.js');
  const fetched = performance.now();
  compare(a, b);
  const done = performance.now();
  return { script: fetched - begin, compile: 0, start: 0, first: done - fetched, all: done - begin };
};

/** The times of `runs` turns of the contestants named, in milliseconds; one turn before that warms up. */
globalThis.measure = async (pairs, names, runs) => {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = -1; run < runs; run += 1) {
    // Each turn begins with another, so that none always follows the same one's litter.
    const order = names.map((_, at) => names[(at + run + 1) % names.length]);
    for (const name of order) {
      const begin = performance.now();
      for (const [a, b] of pairs) contestants[name](a, b);
      const time = performance.now() - begin;
      if (run >= 0) times[name].push(time / pairs.length);
      await new Promise((next) => { setTimeout(next); });
    }
  }
  return { times, memory: globalThis.memory?.buffer.byteLength };
};
