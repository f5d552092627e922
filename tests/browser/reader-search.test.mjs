// Point 4: searching all articles.
import assert from 'node:assert/strict';
import { pageTest } from './support/page-test.mjs';
import { open, sentence, sentences, settled } from './support/story.mjs';

pageTest('/ searches all articles, counts for each, and marks what is found in the columns', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await sentences(widget, 'B').first().focus();
  await page.keyboard.press('/');
  await widget.getByRole('searchbox').and(widget.locator(':focus')).waitFor();
  await page.keyboard.type('quds');
  const search = widget.getByRole('search');
  await search.locator('.hits .m-hit', { hasText: /^quds$/i }).first().waitFor();
  const total = Number((await search.getByRole('status').innerText()).match(/\d+/));
  const perArticle = (await search.locator('.marklist .n').allInnerTexts()).map(Number);
  assert.equal(perArticle.length, 5);
  assert.equal(perArticle.reduce((a, b) => a + b), total);
  const marked = await Promise.all(['left', 'right'].map((side) => widget.locator(`.pane-${side} .m-hit`).count()));
  assert.deepEqual(marked, [perArticle[1], perArticle[4]]);
  assert.match(await widget.locator('.pane-left .m-hit').first().innerText(), /^quds$/i);
  await page.keyboard.press('Escape');
  await widget.locator('.m-hit').first().waitFor({ state: 'detached' });
  const back = await widget.evaluate((root) => root.getRootNode().activeElement?.dataset.s);
  assert.equal(back, '0', 'the focus is back on the sentence it came from');
});

pageTest('Enter goes to the next sentence found, in whichever article it stands; Shift+Enter back', async (t) => {
  const { page } = t;
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Search all articles' }).click();
  const field = widget.getByRole('searchbox');
  await field.fill('embassy');
  const search = widget.getByRole('search');
  const count = Number((await search.locator('.hits li').count()));
  await page.keyboard.press('Enter');
  await search.getByText(`sentence 1 of ${count}`).waitFor();
  const letter = await search.locator('[aria-current=true] .ol').innerText();
  const here = widget.getByRole('article', { name: `Outlet ${letter}` }).locator('.s.at .m-hit').first();
  await here.waitFor();
  const inView = await settled(page, () => here.evaluate((hit) => {
    const [box, pane] = [hit.getBoundingClientRect(), hit.closest('.pane').getBoundingClientRect()];
    return box.top >= pane.top && box.bottom <= pane.bottom;
  }));
  assert.ok(inView, 'what was found is in view');
  await widget.getByRole('button', { name: 'Next sentence found' }).click();
  await search.getByText(`sentence 2 of ${count}`).waitFor();
  await field.press('Shift+Enter');
  await field.press('Shift+Enter');
  await search.getByText(`sentence ${count} of ${count}`).waitFor();
  assert.ok(await field.evaluate((f) => f === f.getRootNode().activeElement), 'the focus stays in the field');
});

pageTest('a sentence found in an article that is not on screen brings that article', async (t) => {
  const widget = await open(t);
  await widget.getByRole('button', { name: 'Search all articles' }).click();
  await widget.getByRole('searchbox').fill('Twitter');
  const hits = widget.getByRole('search').locator('.hits li');
  const foreign = hits.filter({ has: t.page.locator('.ol', { hasText: /^C$/ }) }).first();
  const letter = await foreign.locator('.ol').innerText();
  const words = (await foreign.locator('.snip > span').innerText()).trim();
  await foreign.getByRole('button').click();
  const there = sentence(widget, letter, words.slice(0, 60)).first();
  await there.and(widget.locator('.at')).waitFor();
  await there.evaluate((s) => new Promise((done) => {
    const pane = s.closest('.pane');
    const look = () => (s.getClientRects()[0].top < pane.getBoundingClientRect().bottom && s.getClientRects()[0].top >= pane.getBoundingClientRect().top ? done() : requestAnimationFrame(look));
    look();
  }));
});
