// HTML that is meant to hurt: its text comes out in one pass, however it is cut off. A search that begins again at every
// tag would take minutes on a megabyte of these.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml, textOf, unescaped } from '../../www/input/html.js';

const megabyte = (part) => part.repeat(Math.floor(1_000_000 / part.length));

const endless = ['<', '<a ', '<!--', '<script>', '<script application/ld+json>', '<title', '<title>', '<html ', '</', '<![CDATA[',
  '<a href="', '<template shadowrootmode=open>', '<svg><style>', '&#x', '&amp', '<p'];

for (const part of endless) {
  test(`a megabyte of ${part}`, () => {
    const { blocks } = readHtml(megabyte(part));
    assert.ok(Array.isArray(blocks));
  });
}

test('scripts, styles and what only looks like them leave no text behind', () => {
  const html = '<p>Before</p><script>alert(1)</script><style>p{}</style><svg><style><img src=x onerror=alert(1)></style></svg>'
    + '<math><mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></style></mglyph></mtext></math><p>After</p>';
  const text = textOf(html);
  assert.ok(text.startsWith('Before'));
  assert.doesNotMatch(text, /alert\(1\)<|p\{\}/);
});

test('references are characters once and never markup', () => {
  assert.equal(unescaped('&lt;b&gt;'), '<b>');
  assert.equal(unescaped('&amp;lt;'), '&lt;');
  assert.equal(unescaped('&#x110000; &#0; &constructor; &toString;'), '&#x110000; \0 &constructor; &toString;');
});

test('metadata that is cut off or made up costs nothing but itself', () => {
  const story = (json) => readHtml(`<script type="application/ld+json">${json}</script><p>The text of the page itself.</p>`);
  for (const json of ['{', '[]', 'null', '{"@graph":7}', '{"articleBody":{}}', '{"@graph":[null,{"articleBody":1}]}']) {
    assert.deepEqual(story(json).blocks.map(({ text }) => text), ['The text of the page itself.'], json);
  }
});
