// The texts that a newsroom puts into its pages; what they do there is tested with the builder.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Of, bytesOf } from '../../www/engine/base64.js';
import { articlesHtml, elementHtml, oembed, onePage } from '../../www/output/snippets.js';

const hostile = '"><script>alert(1)</script>&';

test('nothing that is told becomes markup', () => {
  const html = elementHtml({ title: hostile, attributes: { view: hostile }, articles: [{ outlet: hostile, url: hostile, text: hostile }] });
  assert.doesNotMatch(html, /<script/);
  assert.equal(html.match(/</g).length, 6, 'the element, the article, the paragraph, opened and closed');
});

test('a line is a paragraph, and an empty one is none', () => {
  assert.equal(articlesHtml([{ text: '\ufeffOne.\r\n\r\n Two. \u2028Three.' }]), '<article>\n<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>\n</article>');
});

test('what oEmbed consumers read is complete', () => {
  const told = oembed('https://news.example/my.html?a=1&b=2', 'Bridge "closed"');
  // The fields that the specification asks for in a rich answer.
  for (const key of ['type', 'version', 'html', 'width', 'height']) assert.ok(told[key], key);
  assert.equal(told.type, 'rich');
  assert.match(told.html, /^<iframe src="https:\/\/news\.example\/my\.html\?a=1&amp;b=2" title="Bridge &quot;closed&quot;" sandbox="allow-scripts" width="660" height="640"/);
});

test('a story takes the place of the page’s own, whatever letters it has', () => {
  const page = '<title>Old</title><h1 class="spoken">Old</h1><diptych-compare left="2">old</diptych-compare><script>"<diptych-compare>"</script>';
  const made = onePage(page, { title: '$& $1', attributes: {}, articles: [{ text: '$& cost $1.' }] });
  assert.equal(made, '<title>$&amp; $1</title><h1 class="spoken">$&amp; $1</h1><diptych-compare loading="eager" data-title="$&amp; $1">\n<article>\n<p>$&amp; cost $1.</p>\n</article>\n</diptych-compare><script>"<diptych-compare>"</script>');
});

test('bytes come back from base64, also more than one call can take', () => {
  for (const length of [0, 1, 2, 3, 255, 4095, 4096, 4097, 100_000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 167 + length * 31) & 255);
    assert.equal(base64Of(bytes), Buffer.from(bytes).toString('base64'));
    assert.deepEqual(bytesOf(base64Of(bytes)), bytes);
  }
});
