// Pages of other people, with all that they bring along.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { element, host, script, shown } from './support/newsroom.mjs';
import { pageTest } from './support/page-test.mjs';
import { painted } from './support/wait.mjs';

const jquery = new URL('node_modules/jquery/dist/jquery.min.js', import.meta.url);
const drawn = (page) => page.evaluate(() => document.querySelector('diptych-compare').shadowRoot.querySelector('[part=app]').innerText);

pageTest('a page with jQuery handles the element like any other', async ({ page, context }) => {
  await context.route('**/jquery.js', (route) => route.fulfill({ path: fileURLToPath(jquery), contentType: 'text/javascript' }));
  const head = `<script src="jquery.js"></script>${script()}`;
  await page.goto(await host(context, `<div id="a">${element()}</div><div id="b"></div>`, { policy: null, head }));
  await shown(page);
  const heard = await page.evaluate(async () => {
    const { $ } = /** @type {any} */ (globalThis);
    const heard = [];
    $(document).on('diptych-ready', (event) => heard.push(event.target.tagName));
    $('diptych-compare').attr('view', 'rows').detach().appendTo('#b');
    $('#b article p').first().text('Nobody was hurt when the river rose.');
    await new Promise((done) => $(document).one('diptych-ready', done));
    return heard;
  });
  assert.deepEqual(heard, ['DIPTYCH-COMPARE']);
  assert.match(await drawn(page), /Nobody was hurt/);
});

/** What a few elements look like. */
const looks = (page, where) => page.evaluate((inShadow) => {
  const root = inShadow ? document.querySelector('diptych-compare').shadowRoot : document.querySelector('#host');
  const names = ['color', 'backgroundColor', 'display', 'fontFamily', 'fontSize', 'lineHeight', 'margin', 'padding', 'textAlign', 'border', 'letterSpacing', 'textTransform'];
  return [...root.querySelectorAll('p, button, h1, h2, ul, li, table, input')].slice(0, 60).map((one) => {
    const style = getComputedStyle(one);
    return [one.tagName, ...names.map((name) => style[name])].join(' ');
  });
}, where === 'inside');

const furniture = '<div id="host" class="dp bar"><h1 class="story">Title</h1><p class="vh">Words</p><button class="btn main">Go</button><ul class="legend"><li class="lg">Item</li></ul><table class="rows"><tr><td>1</td></tr></table><input></div>';

pageTest('the element’s style stays inside', async ({ page, context }) => {
  await page.goto(await host(context, furniture, { head: '' }));
  const alone = await looks(page, 'around');
  await page.goto(await host(context, furniture + element()));
  await shown(page);
  assert.deepEqual(await looks(page, 'around'), alone);
  assert.deepEqual(await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length]), [0, 0]);
});

pageTest('the page’s style stays outside', async ({ page, context }) => {
  await page.goto(await host(context, element('view="rows"')));
  await shown(page);
  const alone = await looks(page, 'inside');
  assert.ok(alone.length > 10);
  const loud = '<style>p, button, h1, h2, ul, li, table, input, div, span, .dp, .btn { color: red !important; background: lime !important; display: inline !important; font: 40px cursive !important; margin: 50px !important; border: 9px solid !important; text-transform: uppercase !important; }</style>';
  await page.goto(await host(context, element('view="rows"'), { policy: null, head: loud + script() }));
  await shown(page);
  assert.deepEqual(await looks(page, 'inside'), alone);
});

for (const [name, { head, wrap }] of Object.entries({
  'a sidebar of 300 px': { head: '<style>aside { inline-size: 300px; }</style>', wrap: (inner) => `<aside>${inner}</aside>` },
  'a page from right to left': { head: '<style>main { max-inline-size: 700px; }</style>', wrap: (inner) => `<main dir="rtl">${inner}</main>` },
  'a flex row': { head: '<style>main { display: flex; } main > * { flex: 1; min-inline-size: 0; }</style>', wrap: (inner) => `<main>${inner}<p>Beside.</p></main>` },
})) {
  pageTest(`nothing sticks out in ${name}`, async ({ page, context }) => {
    await page.goto(await host(context, wrap(element()), { policy: null, head: head + script() }));
    await shown(page);
    await painted(page);
    const wide = await page.evaluate(() => {
      const made = document.querySelector('diptych-compare');
      const room = made.parentElement.getBoundingClientRect();
      const box = made.shadowRoot.querySelector('.dp').getBoundingClientRect();
      return { out: Math.max(room.left - box.left, box.right - room.right), scroll: document.documentElement.scrollWidth - innerWidth };
    });
    assert.ok(wide.out <= 0.5 && wide.scroll <= 0, JSON.stringify(wide));
  });
}

pageTest('a widget shown later draws itself when it appears, and again after it was hidden', async ({ page, context }) => {
  await page.goto(await host(context, `<section hidden>${element()}</section>`));
  await page.waitForFunction(() => customElements.get('diptych-compare'));
  await page.evaluate(() => (document.querySelector('section').hidden = false));
  await shown(page);
  await page.evaluate(() => (document.querySelector('section').hidden = true));
  await painted(page);
  await page.evaluate(() => {
    document.querySelector('section').hidden = false;
    document.querySelector('diptych-compare').view = 'rows';
  });
  await page.waitForFunction(() => document.querySelector('diptych-compare').shadowRoot.querySelector('.dp').dataset.view === 'rows');
  assert.match(await drawn(page), /Seven people/);
});

for (const [name, { viewport, attributes }] of Object.entries({
  'columns': { viewport: { width: 1440, height: 900 }, attributes: '' },
  'rows': { viewport: { width: 1000, height: 800 }, attributes: 'view="rows"' },
  'a phone': { viewport: { width: 390, height: 844 }, attributes: '' },
})) {
  pageTest(`with diptych.css nothing moves on the page: ${name}`, { viewport }, async ({ page, context }) => {
    let go;
    const painted = new Promise((resolve) => (go = resolve));
    await context.route('**/diptych_bg.wasm', async (route) => {
      await painted;
      await route.continue();
    });
    await page.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
const rect = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
          globalThis.shifts.push(...entry.sources.map((moved) => `${moved.node?.nodeName}: ${rect(moved.previousRect)} → ${rect(moved.currentRect)}`));
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const head = `<link rel="stylesheet" href="/diptych.css">${script()}`;
    await page.goto(await host(context, `<p>Above.</p>${element(attributes)}<p>Below.</p>`, { head }));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    go();
    await shown(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
  });
}

pageTest('printed on a dark page, it is the table, whole and black on white', async ({ page, context }) => {
  const head = `<link rel="stylesheet" href="/diptych.css"><style>body { background: #111; color: #eee; }</style>${script()}`;
  await page.goto(await host(context, `${element()}<p id="below">Below.</p>`, { policy: null, head }));
  await shown(page);
  await page.emulateMedia({ media: 'print' });
  await page.locator('.rows').waitFor();
  await painted(page);
  const seen = await page.evaluate(() => {
    const made = document.querySelector('diptych-compare');
    const [widget, table] = ['.dp', '.rows'].map((wanted) => made.shadowRoot.querySelector(wanted));
    const { backgroundColor, color } = getComputedStyle(widget);
    return { backgroundColor, color, whole: made.scrollHeight <= made.clientHeight, above: table.getBoundingClientRect().bottom <= document.querySelector('#below').getBoundingClientRect().top };
  });
  assert.deepEqual(seen, { backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)', whole: true, above: true });
});

pageTest('a site can style the parts that are named', async ({ page, context }) => {
  const css = `diptych-compare::part(masthead) { display: none; }
    diptych-compare::part(sentence) { letter-spacing: 2px; }
    diptych-compare::part(column-heading) { padding-left: 77px; }
    diptych-compare::part(legend) { border-bottom-width: 5px; }
    diptych-compare::part(strip) { opacity: 0.5; }
    diptych-compare::part(pair-panel) { border-top-width: 6px; }
    diptych-compare::part(rows) { border-top-width: 7px; }`;
  await page.goto(await host(context, element(), { policy: null, head: `<style>${css}</style>${script()}` }));
  await shown(page);
  await page.locator('diptych-compare').evaluate((made) => made.next());
  await page.locator('.pair.open').waitFor();
  const look = (selector, name) => page.locator(selector).first().evaluate((one, key) => getComputedStyle(one)[key], name);
  assert.equal(await look('.mast', 'display'), 'none');
  assert.equal(await look('.pane .s', 'letterSpacing'), '2px');
  assert.equal(await look('.ch-left', 'paddingLeft'), '77px');
  assert.equal(await look('.bar', 'borderBottomWidth'), '5px');
  assert.equal(await look('.ov', 'opacity'), '0.5');
  assert.equal(await look('.pair', 'borderTopWidth'), '6px');
  await page.locator('diptych-compare').evaluate((made) => made.setAttribute('view', 'rows'));
  await page.locator('.rows').waitFor();
  assert.equal(await look('.rows', 'borderTopWidth'), '7px');
  assert.equal(await look('.rows td p', 'letterSpacing'), '2px');
});
