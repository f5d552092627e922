// Point 7: the reader's own articles.
import assert from 'node:assert/strict';
import { INLINE_NOTED } from './support/hostile.mjs';
import { pageTest } from './support/page-test.mjs';
import { paste } from './support/paste.mjs';
import { compareOwn, open } from './support/story.mjs';

const pair = [
  'The mayor of Ulm opened the new bridge over the Danube on Monday. It cost 12 million euros.',
  'On Monday the new bridge over the Danube was opened by the mayor of Ulm. It cost 14 million euros.',
];
const text = (widget, letter) => widget.getByLabel(`Text of article ${letter}`);
const input = (widget) => widget.getByRole('region', { name: 'Your articles' });

async function fields(t) {
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Compare your own' }).click();
  await text(widget, 'A').waitFor();
  return widget;
}

/** Drops files on a part of the page, as a hand does. */
const drop = (target, files) => target.evaluate((element, given) => {
  const dataTransfer = new DataTransfer();
  for (const { name, type, bytes } of given) dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, composed: true, cancelable: true }));
  }
}, files);
const file = (name, type, content) => ({ name, type, bytes: [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)] });

pageTest('two pasted articles are compared; an address alone gets a sentence and stays', async (t) => {
  const widget = await fields(t);
  await text(widget, 'A').fill('https://example.org/story');
  await widget.getByText('Pages can\'t be fetched').waitFor();
  assert.equal(await text(widget, 'A').inputValue(), 'https://example.org/story');
  await compareOwn(widget, pair);
  await widget.getByRole('article', { name: 'Outlet A' }).getByText('The mayor of Ulm').waitFor();
  assert.match(await widget.getByRole('article', { name: 'Outlet B' }).innerText(), /14 million/);
  assert.equal(await widget.getByText('Airstrike at Baghdad airport').count(), 0, 'the example’s title is gone with it');
});

pageTest('a single article gets a sentence', async (t) => {
  const widget = await fields(t);
  await text(widget, 'A').fill(pair[0]);
  await input(widget).getByRole('button', { name: 'Compare', exact: true }).click();
  await widget.getByText('Two articles are needed.').waitFor();
});

pageTest('rich text keeps its paragraphs and headings and nothing else', { allowed: INLINE_NOTED }, async (t) => {
  const widget = await fields(t);
  const html = `<meta charset="utf-8"><style>p { color: red }</style><h2>Bridge over the Danube opens</h2><p>The mayor <b>opened</b> the
    bridge on <a href="https://example.org">Monday</a>.</p><script>alert(1)</script><p>It cost 12 million&nbsp;euros.</p><ul><li>Traffic flows again in the whole town.</li></ul>`;
  await paste(text(widget, 'A'), { 'text/html': html, 'text/plain': 'flat' });
  await widget.getByText(/^2\d words$/).waitFor();
  const taken = await text(widget, 'A').inputValue();
  assert.deepEqual(taken.split('\n\n'), ['Bridge over the Danube opens', 'The mayor opened the bridge on Monday.', 'It cost 12 million\u00a0euros.', 'Traffic flows again in the whole town.']);
  await text(widget, 'B').fill(pair[1]);
  await widget.getByRole('button', { name: 'Compare', exact: true }).click();
  const article = widget.getByRole('article', { name: 'Outlet A' });
  await article.getByRole('heading', { name: /Bridge over the Danube opens/ }).waitFor();
  assert.equal(await article.locator('b, a, script, style').count(), 0);
});

pageTest('plain text is left to the browser', async (t) => {
  const widget = await fields(t);
  assert.equal(await paste(text(widget, 'A'), { 'text/plain': 'Only words.' }), true);
  assert.equal(await paste(text(widget, 'A'), { 'text/html': '<span>Only words.</span>', 'text/plain': 'Only words.' }), true);
});

const page = (body, head = '') => `<!doctype html><html lang="en"><head><title>Bridge opens – The Post</title>${head}</head><body><nav><ul><li>Home</li></ul></nav>${body}<footer><p>All rights reserved by the publisher of this page, whoever that may be.</p></footer></body></html>`;
const paragraphs = '<p>The bridge over the Danube was opened on Monday, said the mayor.</p><p>It cost 12 million euros and took four years to build, more than planned.</p>';
const sources = {
  'JSON-LD': page('<p>Not this one, although it stands in the page as a paragraph of some length.</p>', `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: 'The bridge over the Danube was opened on Monday, said the mayor.\nIt cost 12 million euros and took four years to build, more than planned.' })}</script>`),
  '<article>': page(`<div><p>Not this one, although it stands in the page as a paragraph of some length.</p></div><article>${paragraphs}</article>`),
  '<main>': page(`<div><p>Not this one, although it stands in the page as a paragraph of some length.</p></div><main>${paragraphs}</main>`),
  'the densest block': page(`<div><p>Menu</p></div><div>${paragraphs.replaceAll('</p>', ' The council had voted for it in spring.</p>')}</div>`),
};
for (const [name, html] of Object.entries(sources)) {
  pageTest(`from a dropped page its ${name} is taken, shown, and can be trimmed`, async (t) => {
    const widget = await fields(t);
    await drop(input(widget), [file('bridge.html', 'text/html', html)]);
    await widget.getByText('From “bridge.html” 2 paragraphs were taken').waitFor();
    const taken = await text(widget, 'A').inputValue();
    assert.match(taken, /^The bridge over the Danube was opened on Monday, said the mayor\.[^\n]*\n\nIt cost 12 million/);
    assert.doesNotMatch(taken, /Not this one|Menu|rights reserved|Home/);
    assert.equal(await widget.getByLabel('Outlet or title').first().inputValue(), 'Bridge opens – The Post');
    await text(widget, 'A').fill(taken.split('\n\n')[1]);
    await text(widget, 'B').fill(pair[1]);
    await widget.getByRole('button', { name: 'Compare', exact: true }).click();
    const column = widget.getByRole('article', { name: 'Bridge opens – The Post' });
    await column.getByText('It cost 12 million').waitFor();
    assert.doesNotMatch(await column.innerText(), /said the mayor/);
  });
}

pageTest('text and story files are read, dropped anywhere, any number at once', async (t) => {
  const widget = await open(t);
  const story = JSON.stringify({ schema: 'diptych-story/1', articles: [{ outlet: 'One', text: pair[0] }, { outlet: 'Two', text: pair[1] }] });
  await drop(widget.locator('.pane-left'), [file('mine.txt', 'text/plain', pair[0]), file('story.json', 'application/json', story)]);
  await text(widget, 'C').waitFor();
  const names = await widget.getByLabel('Outlet or title').evaluateAll((all) => all.map((field) => field.value));
  assert.deepEqual(names, ['mine', 'One', 'Two']);
});

pageTest('an old file in Windows-1252 is read, and said to be', async (t) => {
  const widget = await fields(t);
  await drop(input(widget), [file('old.txt', 'text/plain', [...'Der B\xfcrgermeister \x84er\xf6ffnete\x93 die Br\xfccke.'].map((c) => c.charCodeAt(0)))]);
  await widget.getByText('“old.txt” is not in UTF-8; it was read as Windows-1252').waitFor();
  assert.equal(await text(widget, 'A').inputValue(), 'Der Bürgermeister „eröffnete“ die Brücke.');
});

const refused = {
  'a PDF': [file('paper.pdf', 'application/pdf', '%PDF-1.7 …'), /“paper\.pdf” is a PDF file/],
  'an archive': [file('letter.docx', '', 'PK\x03\x04…'), /“letter\.docx” is a document or archive/],
  'a picture': [file('a.png', 'image/png', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /“a\.png” is not a text file/],
  'a story that is none': [file('x.json', 'application/json', '{"a": 1}'), /“x\.json” is not a story/],
};
for (const [name, [bad, sentence]] of Object.entries(refused)) {
  pageTest(`${name} gets one sentence, and a good file beside it is taken`, async (t) => {
    const widget = await fields(t);
    await drop(input(widget), [bad, file('good.txt', 'text/plain', pair[0])]);
    await widget.getByText(sentence).waitFor();
    assert.equal(await text(widget, 'A').inputValue(), pair[0]);
  });
}

pageTest('articles are named, added, moved, removed and brought back', async (t) => {
  const widget = await fields(t);
  const names = () => widget.getByLabel('Outlet or title').evaluateAll((all) => all.map((field) => field.value));
  await text(widget, 'A').fill(pair[0]);
  await widget.getByLabel('Outlet or title').first().fill('The Post');
  await text(widget, 'B').fill(pair[1]);
  await widget.getByLabel('Outlet or title').nth(1).fill('Valley News');
  await input(widget).getByRole('button', { name: 'Add an article' }).click();
  await text(widget, 'C').fill('The bridge is open.');
  await widget.getByRole('button', { name: 'Move Valley News up' }).click();
  await widget.getByRole('group', { name: 'Valley News' }).waitFor();
  assert.deepEqual(await names(), ['Valley News', 'The Post', '']);
  await widget.getByRole('button', { name: 'Remove The Post' }).click();
  await text(widget, 'C').waitFor({ state: 'detached' });
  assert.deepEqual(await names(), ['Valley News', '']);
  await input(widget).getByRole('button', { name: 'Undo remove' }).click();
  await text(widget, 'C').waitFor();
  assert.deepEqual(await names(), ['Valley News', 'The Post', '']);
  assert.equal(await text(widget, 'B').inputValue(), pair[0]);
  await widget.getByRole('button', { name: 'Compare', exact: true }).click();
  await widget.getByLabel('Left article').locator('option', { hasText: 'Valley News' }).waitFor({ state: 'attached' });
  assert.deepEqual(await widget.getByLabel('Left article').locator('option').allTextContents(), ['Valley News', 'The Post', 'Outlet C']);
});

pageTest('what was entered is there again at the next visit, until it is cleared', async (t) => {
  const { page: tab } = t;
  const widget = await fields(t);
  await compareOwn(widget, pair);
  await widget.getByRole('article', { name: 'Outlet A' }).getByText('The mayor of Ulm').waitFor();
  await tab.reload();
  await widget.getByRole('article', { name: 'Outlet A' }).getByText('The mayor of Ulm').waitFor();
  await widget.getByRole('button', { name: 'Compare your own' }).click();
  assert.equal(await text(widget, 'B').inputValue(), pair[1]);
  await input(widget).getByRole('button', { name: 'Clear all' }).click();
  await input(widget).getByRole('button', { name: 'Clear all' }).waitFor({ state: 'detached' });
  await input(widget).getByRole('button', { name: 'Back to the example' }).click();
  await widget.getByRole('article', { name: 'Outlet B' }).getByText('The Pentagon has confirmed').waitFor();
  assert.equal(await tab.evaluate(() => localStorage.length), 0);
  await tab.reload();
  await widget.getByRole('article', { name: 'Outlet B' }).getByText('The Pentagon has confirmed').waitFor();
});

pageTest('where storage throws, everything works and one sentence says that nothing is kept', async (t) => {
  await t.page.addInitScript(() => {
    for (const name of ['getItem', 'setItem', 'removeItem']) {
      Storage.prototype[name] = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    }
  });
  const widget = await fields(t);
  await text(widget, 'A').fill(pair[0]);
  await widget.getByText('This browser keeps nothing here').waitFor();
  await compareOwn(widget, pair);
  await widget.getByRole('article', { name: 'Outlet A' }).getByText('The mayor of Ulm').waitFor();
});

pageTest('the example’s articles can be compared with one’s own', async (t) => {
  const widget = await fields(t);
  await text(widget, 'A').fill(pair[0]);
  await input(widget).getByRole('group', { name: 'Examples' }).getByRole('button', { name: 'Add the example’s articles' }).click();
  await text(widget, 'F').waitFor();
  assert.equal(await text(widget, 'A').inputValue(), pair[0]);
  assert.match(await text(widget, 'C').inputValue(), /The Pentagon has confirmed/);
});
