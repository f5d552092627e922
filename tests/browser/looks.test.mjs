// The element looks like the page around it, and every mark can still be read.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { element, host, script, shown } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { painted } from './support/wait.mjs';

/** What the drawn comparison looks like. */
const look = (page) => page.evaluate(() => {
  const root = document.querySelector('diptych-compare').shadowRoot;
  const widget = getComputedStyle(root.querySelector('.dp'));
  const text = getComputedStyle(root.querySelector('.pane article, .rows td, .pv'));
  return { paper: widget.backgroundColor, ink: widget.color, scheme: widget.colorScheme, padding: widget.paddingLeft, font: text.fontFamily, size: text.fontSize };
});

const OWN_LIGHT = { paper: 'rgb(253, 253, 251)', ink: 'rgb(23, 25, 28)' };
const OWN_DARK = { paper: 'rgb(21, 23, 26)', ink: 'rgb(233, 231, 226)' };

/** Each: the page's style, the element's attributes, the reader's settings, and what comes of it. */
const pages = {
  'light, with a serif font': {
    css: 'body { background: #fff1e5; color: #33302e; font: 16px Georgia, serif; }',
    seen: { paper: 'rgb(255, 241, 229)', ink: 'rgb(51, 48, 46)', scheme: 'light', font: 'Georgia, serif', size: '17px' },
  },
  'dark, where the system is light': {
    css: 'body { background: #16181c; color: #e8e6e3; font-family: Arial, sans-serif; }',
    seen: { paper: 'rgb(22, 24, 28)', ink: 'rgb(232, 230, 227)', scheme: 'dark', font: 'Arial, sans-serif' },
  },
  'without any style': { css: '', seen: { paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)', scheme: 'light' } },
  'without any style, where the system is dark': {
    css: '', media: { colorScheme: 'dark' }, seen: { paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)', scheme: 'light' },
  },
  'as dark as the system': { css: ':root { color-scheme: light dark; }', media: { colorScheme: 'dark' }, seen: { ink: 'rgb(255, 255, 255)', scheme: 'dark' } },
  'dark around a light card': {
    css: 'body { background: #101010; color: #eee; } main { background: rgb(255 255 255 / 96%); color: rgb(0 0 0 / 87%); }',
    seen: { paper: 'rgb(246, 246, 246)', ink: 'rgb(32, 32, 32)', scheme: 'light' },
  },
  'in colours of a wider space': {
    css: 'body { background: color(srgb 0.98 0.96 0.94); color: oklab(0 0 0); }', seen: { paper: 'rgb(250, 245, 240)', ink: 'rgb(0, 0, 0)', scheme: 'light' },
  },
  'neither light nor dark': { css: 'body { background: #7a8a99; color: #fff; }', seen: { ...OWN_LIGHT, scheme: 'light' } },
  'in a deep colour': { css: 'body { background: #1e3a8a; color: #fff; }', seen: { ...OWN_DARK, scheme: 'dark' } },
  'with pale text': { css: 'body { background: #fff; color: #777; }', seen: { paper: 'rgb(255, 255, 255)', ink: OWN_LIGHT.ink } },
  'with small rems': { css: 'html { font-size: 62.5%; } body { font-size: 1.6rem; }', seen: { size: '17px' } },
  'with small print': { css: 'body { font-size: 9px; }', seen: { size: '14.875px' } },
  'light, and the element is to be dark': { css: 'body { background: #fff; color: #111; font-family: Georgia; }', attributes: 'theme="dark"', seen: { ...OWN_DARK, scheme: 'dark', font: 'Georgia' } },
  'light, and the element too': { css: 'body { background: #fff9f0; color: #111; }', attributes: 'theme="light"', seen: { paper: 'rgb(255, 249, 240)', ink: 'rgb(17, 17, 17)', scheme: 'light' } },
  'with colours for the element alone': {
    css: 'body { background: #fff; color: #111; } diptych-compare { --diptych-paper: #1b1b1b; --diptych-ink: #f0f0f0; --diptych-reading-font: Verdana; --diptych-font-size: 15px; --diptych-padding: 0px; }',
    seen: { paper: 'rgb(27, 27, 27)', ink: 'rgb(240, 240, 240)', scheme: 'dark', font: 'Verdana', size: '15.9375px', padding: '0px' },
  },
  'for a reader who wants more contrast': { css: 'body { background: #fff1e5; color: #444; }', media: { contrast: 'more' }, seen: OWN_LIGHT },
  'in forced colours': { css: 'body { background: #fff1e5; color: #33302e; }', media: { forcedColors: 'active' }, seen: { paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' } },
};

const open = async (page, context, css, attributes = '') => {
  await page.goto(await host(context, `<main>${element(attributes)}</main>`, { policy: null, head: `<style>${css}</style>${script()}` }));
  await shown(page);
  await painted(page);
};

for (const [name, { css, attributes, media, seen }] of Object.entries(pages)) {
  pageTest(`a page ${name}`, { media }, async ({ page, context }) => {
    await open(page, context, css, attributes);
    const found = await look(page);
    assert.deepEqual(Object.fromEntries(Object.keys(seen).map((key) => [key, found[key]])), seen);
    if (media?.forcedColors) return;
    // With a pair raised, so that every kind of mark stands in the text; then all of it as a table.
    await page.locator('diptych-compare').evaluate((made) => made.next());
    await page.locator('.pair.open').waitFor();
    const text = { runOnly: ['color-contrast'] };
    await assertAccessible(page, text);
    await page.locator('diptych-compare').evaluate((made) => made.setAttribute('view', 'rows'));
    await page.locator('.rows').waitFor();
    await assertAccessible(page, text);
  });
}

pageTest('a page that turns dark under the reader, at once or slowly', async ({ page, context }) => {
  const css = `body { background: #fff; color: #111; } .dark body { background: #161616; color: #eee; }
    .slow body { transition: background-color 50ms, color 50ms; }
    @media (prefers-color-scheme: dark) { body { background: #181818; color: #ddd; } }`;
  await open(page, context, css);
  const scheme = (wanted) => page.waitForFunction((value) => {
    const style = getComputedStyle(document.querySelector('diptych-compare').shadowRoot.querySelector('.dp'));
    return `${style.colorScheme} ${style.backgroundColor} ${style.color}` === value;
  }, wanted);
  const turn = (names) => page.evaluate((value) => { document.documentElement.className = value; }, names);
  await turn('dark');
  await scheme('dark rgb(22, 22, 22) rgb(238, 238, 238)');
  await turn('slow');
  await scheme('light rgb(255, 255, 255) rgb(17, 17, 17)');
  await turn('dark slow');
  await scheme('dark rgb(22, 22, 22) rgb(238, 238, 238)');
  await turn('');
  await page.emulateMedia({ colorScheme: 'dark' });
  await scheme('dark rgb(24, 24, 24) rgb(221, 221, 221)');
});

pageTest('an element that is moved looks like its new place', async ({ page, context }) => {
  const css = 'body { background: #fff; color: #111; } aside { background: #14161a; color: #ddd; }';
  await page.goto(await host(context, `<main>${element()}</main><aside></aside>`, { policy: null, head: `<style>${css}</style>${script()}` }));
  await shown(page);
  await page.evaluate(() => document.querySelector('aside').append(document.querySelector('diptych-compare')));
  assert.equal((await look(page)).paper, 'rgb(20, 22, 26)');
});

const sheet = await fs.readFile(new URL('../../src/ui/style/base.css', import.meta.url), 'utf8');
const around = await fs.readFile(new URL('../../www/element/host-theme.js', import.meta.url), 'utf8');
const pageSheet = await fs.readFile(new URL('../../www/pages/page.css', import.meta.url), 'utf8');

test('our own page has the widget’s own look', () => {
  for (const name of ['paper', 'panel', 'ink', 'reading-font', 'font-size']) {
    const [, own] = new RegExp(`var\\(--diptych-${name}, var\\(--dp-[a-z]+, (.*)\\)\\);`).exec(sheet) ?? [];
    const [, set] = new RegExp(`--diptych-${name}: (.*);`).exec(pageSheet) ?? [];
    assert.ok(own);
    assert.equal(set, own, name);
  }
});

/** The colours of the style sheet, light and dark, by name. */
const colours = Object.fromEntries([...sheet.matchAll(/--([a-z0-9-]+): [^;]*light-dark\((#\w+), (#\w+)\)/g)].map(([, name, ...both]) => [name, both]));
const channel = (byte) => (byte <= 0.04045 ? byte / 12.92 : ((byte + 0.055) / 1.055) ** 2.4);
const luminance = (hex) => [1, 3, 5].reduce((sum, at, i) => sum + [0.2126, 0.7152, 0.0722][i] * channel(parseInt(hex.slice(at, at + 2), 16) / 255), 0);
const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
const constant = (name) => Number(new RegExp(`const ${name} = ([\\d.]+);`).exec(around)?.[1]);

test('our colours keep their contrast on every background that is taken over', () => {
  const [text, graphics] = [4.5, 3];
  for (const [dark, paper] of [[0, constant('MIN_LIGHT')], [1, constant('MAX_DARK')], [0, 1], [1, 0]]) {
    const against = (name) => contrast(luminance(colours[name][dark]), paper);
    for (const name of ['ink-2', 'ink-3', 'dim', 'ink']) assert.ok(against(name) >= text, `${name} on ${paper}: ${against(name)}`);
    for (const name of ['edge', 'focus', ...Object.keys(colours).filter((key) => key.endsWith('-line'))]) {
      assert.ok(against(name) >= graphics, `${name} on ${paper}: ${against(name)}`);
    }
    // The palest text that is taken over, on each tint.
    const ink = dark ? constant('MIN_TEXT_CONTRAST') * (paper + 0.05) - 0.05 : (paper + 0.05) / constant('MIN_TEXT_CONTRAST') - 0.05;
    for (const name of Object.keys(colours).filter((key) => key.endsWith('-tint'))) {
      const found = contrast(ink, luminance(colours[name][dark]));
      assert.ok(found >= text, `text on ${name}: ${found}`);
    }
  }
});
