// Point 8: links, files and paper.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { pageTest } from './support/page-test.mjs';
import { ready } from './support/ready.mjs';
import { pageUrl } from './support/settings.mjs';
import { compareOwn, open, panel, press, sentence } from './support/story.mjs';

const clipboard = { context: { permissions: ['clipboard-read', 'clipboard-write', 'local-network-access'] } };
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const keep = async (widget, name) => {
  await widget.getByRole('button', { name: 'Keep and share' }).click();
  await widget.getByRole('button', { name, exact: true }).click();
};
const own = ['The bridge at Marlow fell on Monday. Seven people were hurt.', 'On Monday the bridge at Marlow fell. Nine people were hurt.'];

pageTest('a link opens the same view: articles, classes, sensitivity, folds and the kept pair', clipboard, async (t) => {
  const { page, context } = t;
  const widget = await open(t, 'B', 'D');
  await widget.getByRole('button', { name: /^Not news/ }).click();
  await widget.getByRole('button', { name: 'Only differences' }).click();
  await widget.getByRole('slider', { name: 'Sensitivity' }).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await press(sentence(widget, 'B', 'seven people'));
  const heading = await panel(widget).getByRole('heading', { level: 2 }).innerText();
  await keep(widget, 'Copy a link');
  await widget.getByText('The link was copied.').waitFor();
  const link = await copied(page);
  const other = await context.newPage();
  await other.goto(link);
  await ready(other);
  const there = other.locator('diptych-compare .dp');
  await there.locator('.pane-left').getByRole('article', { name: 'Outlet B' }).waitFor();
  await there.locator('.pane-right').getByRole('article', { name: 'Outlet D' }).waitFor();
  assert.equal(await there.getByRole('button', { name: /^Not news/ }).getAttribute('aria-pressed'), 'false');
  assert.equal(await there.getByRole('button', { name: 'Only differences' }).getAttribute('aria-pressed'), 'true');
  assert.equal(await there.getByRole('slider', { name: 'Sensitivity' }).inputValue(), await widget.getByRole('slider', { name: 'Sensitivity' }).inputValue());
  assert.equal(await panel(there).getByRole('heading', { level: 2 }).innerText(), heading);
  const tops = await there.locator('[data-s][aria-current=true]').evaluateAll((all) => all.map((s) => s.getClientRects()[0].top));
  assert.ok(Math.abs(tops[0] - tops[1]) < 2, `the pair stands level: ${tops}`);
});

pageTest('a link can hold the texts; it says how long it is and that whoever has it can read them', clipboard, async (t) => {
  const { page, context } = t;
  const widget = await open(t);
  await compareOwn(widget, own);
  await widget.getByRole('article', { name: 'Outlet A' }).getByText('Seven people').waitFor();
  await widget.getByRole('button', { name: 'Keep and share' }).click();
  await widget.getByText('The link holds the whole texts; whoever has it can read them.').waitFor();
  await widget.getByRole('button', { name: 'Copy a link with the texts' }).click();
  const said = await widget.getByText(/^The link was copied\. It is [\d,]+ characters long and holds the whole texts/).innerText();
  const link = await copied(page);
  assert.equal(Number(said.match(/[\d,]+/)[0].replace(',', '')), link.length);
  assert.ok(new URL(link).search === '' && link.includes('#'), 'the texts stand behind #, which no server gets');
  const fresh = await context.browser().newContext();
  const other = await fresh.newPage();
  await other.goto(link);
  await ready(other);
  const there = other.locator('diptych-compare .dp');
  assert.match(await there.getByRole('article', { name: 'Outlet A' }).innerText(), /The bridge at Marlow fell on Monday\.\s+Seven people were hurt\./);
  assert.match(await there.getByRole('article', { name: 'Outlet B' }).innerText(), /Nine people were hurt/);
  await fresh.close();
});

pageTest('where the clipboard is refused, the link stands in the address line', async (t) => {
  const { page } = t;
  await page.addInitScript(() => (navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))));
  const widget = await open(t, 'B', 'D');
  await keep(widget, 'Copy a link with the texts');
  await widget.getByText('it stands in the address line now').waitFor();
  assert.match(page.url(), /texts=[\w-]{2000,}/);
});

const deflated = (json) => `${pageUrl}#texts=${json}`;
for (const [name, make] of Object.entries({
  'a link that was cut short': async () => 'q1bKLy3JSS1RsjLWUUrOz0tOLVGyMtVRKk',
  'a link that holds something else': async (page) => page.evaluate(async () => {
    const squeezed = new Blob(['{"articles": 7}']).stream().pipeThrough(new CompressionStream('deflate-raw'));
    return btoa(String.fromCharCode(...new Uint8Array(await new Response(squeezed).arrayBuffer()))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  }),
  'a link that grows to 100 MB': async (page) => page.evaluate(async () => {
    const bomb = new Blob(Array.from({ length: 100 }, () => new Uint8Array(1024 * 1024).fill(32)));
    const bytes = new Uint8Array(await new Response(bomb.stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
    let letters = '';
    for (let at = 0; at < bytes.length; at += 4096) letters += String.fromCharCode(...bytes.subarray(at, at + 4096));
    return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  }),
})) {
  pageTest(`${name} gets one sentence`, async ({ page, visit, context }) => {
    await visit();
    await ready(page);
    const texts = await make(page);
    const other = await context.newPage();
    await other.goto(deflated(texts));
    await other.getByText('This link is damaged or was cut short; ask for it again.').waitFor();
  });
}

async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

pageTest('the comparison is kept as one page that needs no script', async (t) => {
  const { page, context } = t;
  const widget = await open(t);
  const { name, text } = await download(page, () => keep(widget, 'Download as a page'));
  assert.match(name, /\.html$/);
  assert.doesNotMatch(text, /<script|https?:\/\/(?!www\.w3\.org)[^"]*\.(js|css)/);
  const still = await context.browser().newContext({ javaScriptEnabled: false, offline: true });
  const reader = await still.newPage();
  await reader.setContent(text);
  const table = reader.getByRole('table');
  await table.waitFor();
  assert.ok((await table.getByRole('row').count()) > 30);
  assert.match(await table.innerText(), /seven people[\s\S]*at least eight/);
  await still.close();
});

pageTest('the comparison is kept as data', async (t) => {
  const widget = await open(t);
  const { name, text } = await download(t.page, () => keep(widget, 'Download as data'));
  assert.match(name, /\.json$/);
  const data = JSON.parse(text);
  assert.equal(data.schema, 'diptych/1');
  assert.equal(data.articles.length, 5);
  assert.ok(data.links.length > 20);
});

pageTest('on paper every row stays whole under the legend', { viewport: { width: 794, height: 1123 } }, async (t) => {
  const widget = await open(t);
  await t.page.emulateMedia({ media: 'print' });
  await widget.getByRole('table').waitFor();
  assert.ok(await widget.getByRole('list', { name: 'Legend and filter' }).isVisible());
  assert.equal(await widget.getByRole('row').nth(5).evaluate((row) => getComputedStyle(row).breakInside), 'avoid');
  assert.equal(await widget.locator('.tools, .step, .pair').filter({ visible: true }).count(), 0);
  const pdf = await t.page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 20_000);
});
