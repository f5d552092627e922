// Point 6: the kept pair, word by word, with its facts, who tells it, and why it is linked.
import assert from 'node:assert/strict';
import { pageTest } from './support/page-test.mjs';
import { compareOwn, open, panel, press, sentence } from './support/story.mjs';

for (const other of ['D', 'E']) {
  pageTest(`the Pentagon’s statement in B is linked to that in ${other}`, async (t) => {
    const widget = await open(t, 'B', other);
    await press(sentence(widget, 'B', 'At the direction of the President'));
    await sentence(widget, other, 'At the direction of the President').and(widget.locator('[aria-current=true]')).waitFor();
    assert.match(await panel(widget).innerText(), /Told by [345] of 5/);
  });
}

pageTest('the panel sets the words over each other, counts the marks, and says why the pair is linked', async (t) => {
  const widget = await open(t, 'B', 'D');
  await press(sentence(widget, 'B', 'seven people'));
  const open_ = panel(widget);
  await open_.getByRole('heading', { level: 2 }).waitFor();
  const spoken = await open_.locator('p.vh').allTextContents();
  assert.match(spoken[0], /^Outlet B: The Pentagon has confirmed/);
  assert.match(spoken[1], /^Outlet D: /);
  const words = (row) => open_.locator(`.x > .w:nth-child(${row})`).allTextContents().then((all) => all.join(' ').replace(/\s+/g, ' ').trim());
  const plain = (text) => text.replace(/^Outlet .: /, '').replace(/\s+/g, ' ').trim();
  assert.equal((await words(1)).replace(/\s/g, ''), plain(spoken[0]).replace(/\s/g, ''), 'every word of B is there, in order');
  const legend = await open_.getByRole('list', { name: 'Word marks' }).innerText();
  assert.match(legend, /figure or name differs\s+\d/);
  const facts = await open_.locator('dl').first().innerText();
  assert.match(facts, /Figure[\s\S]*seven[\s\S]*eight/);
  assert.match(await open_.innerText(), /Why linked[\s\S]*Names: [\s\S]*Score \d+ of 1000/);
});

pageTest('a pair is copied as quotations with their outlets', { context: { permissions: ['clipboard-read', 'clipboard-write', 'local-network-access'] } }, async (t) => {
  const widget = await open(t);
  await press(sentence(widget, 'B', 'It also accused Soleimani'));
  await panel(widget).getByRole('button', { name: /Copy both/ }).click();
  const copied = await t.page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^“It also accused Soleimani of approving[^”]+” \(Outlet B\)\n\n“[^”]+” \(Outlet E\)$/);
});

pageTest('the figure in dispute stands in the panel with who says what', async (t) => {
  const widget = await open(t);
  await compareOwn(widget, [
    'Seven people were hurt when the bridge at Marlow fell on Monday.',
    'Nine people were hurt when the bridge at Marlow fell on Monday.',
  ]);
  await press(sentence(widget, 'A', 'Seven people'));
  const facts = panel(widget).locator('dl').first();
  assert.match(await facts.innerText(), /Seven people\s+A\s*·\s*Nine people\s+B/);
});
