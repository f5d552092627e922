// @ts-check
// The built-in story as the tests walk through it.
import { ready } from './ready.mjs';
import { painted } from './wait.mjs';

/** @import { Locator, Page } from 'playwright-core' */

/**
 * Opens the story with two articles in the columns, named by their letters, and gives the widget.
 * @param {{ page: Page, visit: (path?: string) => Promise<unknown> }} test
 * @param {string} [left]
 * @param {string} [right]
 * @param {string} [path]
 */
export async function open({ page, visit }, left = 'B', right = 'E', path = '') {
  await visit(path);
  await ready(page);
  const widget = page.locator('diptych-compare .dp');
  const [first, second] = [widget.getByLabel('Left article'), widget.getByLabel('Right article')];
  if (await first.isVisible()) {
    await second.selectOption({ label: `Outlet ${right}` });
    await first.selectOption({ label: `Outlet ${left}` });
    await second.selectOption({ label: `Outlet ${right}` });
  }
  return widget;
}

/** The sentences of an outlet's column. @param {Locator} widget @param {string} letter */
export const sentences = (widget, letter) =>
  widget.getByRole('article', { name: `Outlet ${letter}` }).locator('[data-s]');

/**
 * The sentence in the column of an outlet that holds some words.
 * @param {Locator} widget
 * @param {string} letter
 * @param {string | RegExp} words
 */
export const sentence = (widget, letter, words) => sentences(widget, letter).filter({ hasText: words });

/** Clicks on the first line of a sentence, as a reader would. @param {Locator} target */
export async function press(target) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.evaluate((s) => {
    const { x, y, width, height } = s.getClientRects()[0];
    return { x: x + Math.min(width / 2, 60), y: y + height / 2 };
  });
  await target.page().mouse.click(box.x, box.y);
}

/** Fills the reader's own fields with articles, in order, and compares them. @param {Locator} widget @param {string[]} texts */
export async function compareOwn(widget, texts) {
  const button = widget.getByRole('button', { name: 'Compare your own' });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  for (const [at, text] of texts.entries()) await widget.getByLabel(`Text of article ${'ABCDEFGH'[at]}`).fill(text);
  await widget.getByRole('button', { name: 'Compare', exact: true }).click();
}

/** The panel of the kept pair. @param {Locator} widget */
export const panel = (widget) => widget.getByRole('region', { name: 'Linked pair' });

/** How far a column is scrolled. @param {Locator} widget @param {'left' | 'right'} side */
export const scrolled = (widget, side) => widget.locator(`.pane-${side}`).evaluate((pane) => pane.scrollTop);

/**
 * Waits until a measure of the page stays the same over some frames, and gives it.
 * @template T
 * @param {Page} page
 * @param {() => T} measure
 * @returns {Promise<Awaited<T>>}
 */
export async function settled(page, measure) {
  for (let last = ''; ; ) {
    await painted(page);
    const now = JSON.stringify(await measure());
    if (now === last) return JSON.parse(now);
    last = now;
  }
}
