// The JSON Schemas in docs/ against what is really written and read.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readStory } from '../../www/input/story.js';
import { dist } from './support/settings.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const json = async (name) => JSON.parse(await readFile(path.join(root, name), 'utf8'));

/** A function that gives what breaks the schema; nothing where a value keeps it. */
async function schema(name) {
  const keeps = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(await json(name));
  return (value) => (keeps(value) ? [] : keeps.errors.map(({ instancePath, message }) => `${instancePath} ${message}`));
}

const breaches = await schema('docs/diptych-1.schema.json');
const storyBreaches = await schema('docs/diptych-story-1.schema.json');
const { compare } = await import(pathToFileURL(path.join(dist, 'npm', 'core-node.js')).href);

/** The articles of a story in the repository with the texts of their files. */
async function storyOf(folder) {
  const { articles } = await json(`${folder}/story.json`);
  return Promise.all(articles.map(async (article) => ({ ...article, text: await readFile(path.join(root, folder, article.file), 'utf8') })));
}

test('what the native program reports keeps the schema', async () => {
  assert.ok(process.env.DIPTYCH_NATIVE, 'DIPTYCH_NATIVE is not set: run the tests with `cargo xtask test --browser`.');
  const lines = (await readFile(path.join(process.env.DIPTYCH_NATIVE, 'differential.jsonl'), 'utf8')).trimEnd().split('\n');
  assert.ok(lines.length > 1000, `${lines.length} reports`);
  for (const line of lines) assert.deepEqual(breaches(JSON.parse(JSON.parse(line).report)), [], line.slice(0, 200));
});

test('reports on stories, on odd articles and at every sensitivity keep the schema', async () => {
  const [seeds, example] = [await storyOf('seeds'), await storyOf('examples/story')];
  const lists = {
    seeds,
    example,
    none: [],
    one: ['The bridge is closed.'],
    'the same twice': ['The bridge is closed.', 'The bridge is closed.'],
    'without words': ['…', 'The bridge is closed.'],
    'in two languages': [{ lang: 'en', text: 'The bridge is closed.' }, { lang: 'de', text: 'Die Brücke ist gesperrt.' }],
    'beyond the BMP': ['😀 The “🜲” rose by 5 %.\u2029\u0301', { text: '\ufeff😀 The "🜲" rose by 6 %.', title: null, url: 'javascript:0' }],
    'in blocks': [{ blocks: [{ kind: 'heading', text: 'Bridge' }, { kind: 'odd', text: 'It is closed.' }] }, { blocks: [{ kind: 'quote', text: 'It is closed.' }] }],
  };
  const kinds = new Set();
  for (const [name, articles] of Object.entries(lists)) {
    for (const options of [{}, { sensitivity: 0 }, { sensitivity: 1000 }, { workLimit: 300 }]) {
      const report = await compare(articles, options);
      assert.deepEqual(breaches(report), [], `${name} ${JSON.stringify(options)}`);
      for (const { kind } of report.notices) kinds.add(kind);
    }
  }
  assert.deepEqual([...kinds].sort(), ['different-languages', 'empty-article', 'same-text', 'too-few-articles', 'work-limit']);
});

test('a report of another form breaks the schema', async () => {
  const report = await compare(await storyOf('examples/story'));
  const wrongs = {
    'another version': (wrong) => { wrong.schema = 'diptych/2'; },
    'no generator': (wrong) => { delete wrong.generator; },
    'a hash that is cut': (wrong) => { wrong.generator.weights = wrong.generator.weights.slice(0, -1); },
    'a key too many': (wrong) => { wrong.more = 1; },
    'a key too many in an article': (wrong) => { wrong.articles[0].date = null; },
    'a sentence of an unknown kind': (wrong) => { wrong.articles[0].sentences[0].kind = 'title'; },
    'a score beyond the largest': (wrong) => { wrong.links[0].score = 1001; },
    'a score that is no integer': (wrong) => { wrong.links[0].score = 0.5; },
    'a place of three numbers': (wrong) => { wrong.links[0].a.push(0); },
    'a relation of another spelling': (wrong) => { wrong.links[0].relation = 'sameWords'; },
    'words on neither side': (wrong) => { Object.assign(wrong.links[0].words[0], { a: null, b: null }); },
    'moved words on one side': (wrong) => { Object.assign(wrong.links[0].words[0], { class: 'moved', b: null }); },
    'words of one article in both': (wrong) => { Object.assign(wrong.links[0].words[0], { class: 'only-a', a: [0, 1], b: [0, 1] }); },
    'a fact without a verdict': (wrong) => { delete wrong.links.find(({ facts }) => facts.length > 0).facts[0].verdict; },
    'a weak pair with a relation': (wrong) => { wrong.weak[0].relation = 'reworded'; },
    'a group of one': (wrong) => { wrong.groups[0].members.length = 1; },
    'a count in the old spelling': (wrong) => { wrong.stats.linked_sentences = wrong.stats.linkedSentences; },
    'a remark without a message': (wrong) => { wrong.notices.push({ kind: 'work-limit', articles: [] }); },
  };
  for (const [name, spoil] of Object.entries(wrongs)) {
    const wrong = structuredClone(report);
    spoil(wrong);
    assert.notDeepEqual(breaches(wrong), [], name);
  }
});

test('a story that keeps its schema is read, and one that breaks it is not', async () => {
  const article = { text: 'The bridge is closed.' };
  const story = (articles, more) => ({ schema: 'diptych-story/1', articles, ...more });
  const read = async (value) => {
    try {
      return (await readStory(JSON.stringify(value))).length;
    } catch {
      return 0;
    }
  };
  const kept = [await json('seeds/story.json'), await json('examples/story/story.json'), story([article, { file: 'b.txt', text: null, url: null }], { title: null, more: 1 })];
  for (const value of kept) {
    assert.deepEqual(storyBreaches(value), []);
    assert.equal(await read(value), value.articles.length);
  }
  const refused = [story([]), story([{ title: 'No text' }]), story([{ text: '  ', file: null }]), { ...story([article]), schema: 'diptych-story/2' }];
  for (const value of refused) {
    assert.notDeepEqual(storyBreaches(value), [], JSON.stringify(value));
    assert.equal(await read(value), 0, JSON.stringify(value));
  }
});
