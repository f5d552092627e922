// What a page can do with the element from its own script.
import assert from 'node:assert/strict';
import { articles, element, host, shown } from './support/newsroom.mjs';
import { rememberMemories } from './support/memories.mjs';
import { pageTest } from './support/page-test.mjs';
import { pageUrl } from './support/settings.mjs';
import { painted } from './support/wait.mjs';

/** Opens a page with one element and waits for its comparison. */
async function opened({ page, context }, attributes = '', children = articles) {
  await page.goto(await host(context, element(`loading="eager" ${attributes}`, children)));
  await shown(page);
}

const views = (page) => page.evaluate(() => document.querySelector('diptych-compare').shadowRoot.querySelector('.dp').dataset.view);

pageTest('next and previous go from difference to difference, and the page is told', async (given) => {
  const { page } = given;
  await opened(given);
  const visited = await page.evaluate(async () => {
    const made = document.querySelector('diptych-compare');
    const heard = [];
    made.addEventListener('diptych-select', (event) => heard.push(JSON.stringify(event.detail.pair)));
    const turn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const at = () => made.shadowRoot.querySelector('p[role=status][aria-live]').textContent;
    const places = [];
    for (const way of ['next', 'next', 'next', 'previous', 'previous']) {
      made[way]();
      await turn();
      places.push(at());
    }
    return { heard, places };
  });
  assert.equal(visited.places[1], visited.places[3], 'back where it was');
  assert.equal(visited.places[0], visited.places[4]);
  assert.equal(new Set(visited.places).size, 3, `three places: ${visited.places}`);
  assert.ok(visited.heard.length > 0 && visited.heard.every((pair) => pair === 'null' || /article/.test(pair)), visited.heard.join());
});

pageTest('a listener may call the element while it is told', async (given) => {
  const { page } = given;
  await opened(given);
  const links = await page.evaluate(async () => {
    const made = document.querySelector('diptych-compare');
    let links = -1;
    let again = true;
    made.addEventListener('diptych-change', () => {
      links = made.toJSON().links.length;
      if (again) {
        again = false;
        made.next();
      }
    });
    made.next();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return links;
  });
  assert.ok(links > 0);
  await shown(page);
});

pageTest('before there is a comparison the methods do nothing', async ({ page, context }) => {
  await page.goto(await host(context, '<p>Nothing yet.</p>'));
  await page.waitForFunction(() => customElements.get('diptych-compare'));
  const told = await page.evaluate(async () => {
    const made = document.createElement('diptych-compare');
    made.next();
    made.previous();
    return [made.toJSON(), await made.exportHTML(), made.articles, made.getAttributeNames()];
  });
  assert.deepEqual(told, [null, null, [], []]);
});

pageTest('toJSON gives the comparison as data', async (given) => {
  const { page } = given;
  await opened(given);
  const report = await page.evaluate(() => JSON.parse(JSON.stringify(document.querySelector('diptych-compare'))));
  assert.equal(report.schema, 'diptych/1');
  assert.deepEqual(report.articles.map((article) => [article.outlet, article.lang, article.published]), [['The Harbour Post', 'en', '2021-03-04'], ['Valley News', 'en', null]]);
  assert.ok(report.links.some((link) => link.facts.some((fact) => fact.kind === 'number' && fact.verdict === 'differ')), 'seven and eight differ');
});

pageTest('exportHTML gives a page that shows the comparison without a script', { context: { javaScriptEnabled: true } }, async (given) => {
  const { page, context } = given;
  await opened(given, 'data-title="Flood &amp; &lt;dam&gt;"');
  const html = await page.evaluate(() => document.querySelector('diptych-compare').exportHTML());
  assert.doesNotMatch(html, /<script|<button|javascript:/i);
  const still = await context.newPage();
  const address = new URL('kept.html', pageUrl).href;
  await context.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await still.goto(address);
  assert.equal(await still.title(), 'Flood & <dam>');
  for (const words of ['Seven people', 'Eight people']) assert.ok(await still.locator('.rows').getByText(words).isVisible());
});

const attributes = {
  view: { good: ['rows', 'rows'], bad: ['sideways', ''] },
  theme: { good: ['dark', 'dark'], bad: ['sepia', 'auto'] },
  sensitivity: { good: ['620', 620], bad: ['1001', null] },
  shown: { good: ['only reworded', ['reworded', 'only']], bad: ['everything', ['same', 'reworded', 'partly', 'only', 'unsure', 'not-news', 'fact']] },
  loading: { good: ['eager', 'eager'], bad: ['soon', 'lazy'] },
};
pageTest('every attribute is a property, and what is unknown falls back', async ({ page, context }) => {
  await page.goto(await host(context, '<p>Nothing yet.</p>'));
  await page.waitForFunction(() => customElements.get('diptych-compare'));
  for (const [name, { good, bad }] of Object.entries(attributes)) {
    const told = await page.evaluate(([key, right, wrong]) => {
      const made = document.createElement('diptych-compare');
      const missing = made[key];
      made.setAttribute(key, right);
      const known = made[key];
      made.setAttribute(key, wrong);
      const unknown = made[key];
      made[key] = right;
      const written = made.getAttribute(key);
      made[key] = null;
      return { missing, known, unknown, written, gone: !made.hasAttribute(key) };
    }, [name, good[0], bad[0]]);
    assert.deepEqual(told, { missing: bad[1], known: good[1], unknown: bad[1], written: good[0], gone: true }, name);
  }
  const pair = await page.evaluate(() => {
    const made = document.createElement('diptych-compare');
    const told = [];
    for (const [left, right] of [['2', '1'], ['2', '2'], ['0', '1'], ['two', '1']]) {
      made.setAttribute('left', left);
      made.setAttribute('right', right);
      told.push([made.left, made.right]);
    }
    return told;
  });
  assert.deepEqual(pair, [[2, 1], [2, 2], [null, 1], [null, 1]]);
});

pageTest('an article named alone stands beside the one that shares most with it', async (given) => {
  const { page } = given;
  await opened(given, 'view="columns"');
  const columns = () => page.evaluate(() => [...document.querySelector('diptych-compare').shadowRoot.querySelectorAll('.ch select')].map((one) => one.value).join());
  const texts = ['Oil prices rose.', 'The bridge is closed. Seven cars stood on it.', 'A whale was seen off Peru.', 'The bridge was closed. Seven cars stood on it.'];
  await page.evaluate((given) => document.querySelector('diptych-compare').compare(given.map((text) => ({ text }))), texts);
  const named = async (left, right) => {
    await page.evaluate((sides) => Object.assign(document.querySelector('diptych-compare'), sides), { left, right });
    await painted(page);
    return columns();
  };
  assert.equal(await named(null, null), '1,3');
  assert.equal(await named(4, null), '3,1');
  assert.equal(await named(null, 2), '3,1');
  assert.equal(await named(null, 4), '1,3');
  assert.equal(await named(1, null), '0,1', 'nothing is shared with it');
  assert.equal(await named(3, 4), '2,3');
  assert.equal(await named(1, 9), '1,3', 'there is no ninth article, so other articles were meant');
  assert.equal(await named('no', 2), '3,1');
  assert.equal(await named(2, 2), '1,3', 'of one named twice the left one counts');
  assert.deepEqual(await page.evaluate(() => {
    const { left, right } = document.querySelector('diptych-compare');
    return [left, right];
  }), [2, 2], 'what the page said stays as it is');
  await page.getByRole('button', { name: 'Swap sides' }).click();
  assert.deepEqual(await page.evaluate(() => {
    const made = document.querySelector('diptych-compare');
    return [made.getAttribute('left'), made.getAttribute('right')];
  }), ['4', '2'], 'the reader’s choice stands in both');
});

pageTest('attributes decide what is shown, also when they change', async (given) => {
  const { page } = given;
  await opened(given, 'view="nonsense" sensitivity="lots" left="9" right="9" theme="sepia" shown="zebra"');
  assert.equal(await views(page), 'columns', 'the width decides');
  await page.evaluate(() => {
    const made = document.querySelector('diptych-compare');
    made.view = 'rows';
    made.theme = 'dark';
    made.lang = 'de';
  });
  await page.waitForFunction(() => {
    const drawn = document.querySelector('diptych-compare').shadowRoot.querySelector('.dp');
    return drawn.dataset.view === 'rows' && drawn.dataset.theme === 'dark' && drawn.lang === 'de';
  });
  await page.evaluate(() => document.querySelector('diptych-compare').removeAttribute('view'));
  await page.waitForFunction(() => document.querySelector('diptych-compare').shadowRoot.querySelector('.dp').dataset.view === 'columns');
});

pageTest('what the reader chooses stands in the attributes, and the attributes can take it back', async (given) => {
  const { page } = given;
  await opened(given);
  await page.evaluate(() => {
    document.querySelector('diptych-compare').shadowRoot.querySelectorAll('.views button')[1].click();
  });
  await page.waitForFunction(() => document.querySelector('diptych-compare').getAttribute('view') === 'rows');
  await page.evaluate(() => document.querySelector('diptych-compare').removeAttribute('view'));
  await page.waitForFunction(() => document.querySelector('diptych-compare').shadowRoot.querySelector('.dp').dataset.view === 'columns');
});

pageTest('a legend with every class switched off stays so', async (given) => {
  const { page } = given;
  await opened(given, 'shown="none"');
  assert.deepEqual(await page.evaluate(() => document.querySelector('diptych-compare').shown), []);
  const pressed = await page.evaluate(() => [...document.querySelector('diptych-compare').shadowRoot.querySelectorAll('.lg')].map((one) => one.getAttribute('aria-pressed')));
  assert.ok(pressed.length > 3 && pressed.every((one) => one !== 'true'), pressed.join());
});

pageTest('properties set before the script came hold', async ({ page, context }) => {
  const later = `<script type="module">
    const made = document.querySelector('diptych-compare');
    made.view = 'rows';
    made.articles = [{ outlet: 'One', text: 'The bridge is closed.' }, { outlet: 'Two', text: 'The bridge was closed.' }];
    await import('./define.js');
  </script>`;
  await page.goto(await host(context, '<diptych-compare></diptych-compare>', { policy: null, head: later }));
  await shown(page);
  await page.evaluate(() => document.querySelector('diptych-compare').ready);
  assert.equal(await views(page), 'rows');
  assert.match(await page.evaluate(() => document.querySelector('diptych-compare').shadowRoot.textContent), /was closed/);
});

const stories = {
  'our own form': { schema: 'diptych-story/1', title: 'Bridge', articles: [{ outlet: 'One', text: 'The bridge over the Elm is closed.' }, { outlet: 'Two', file: 'two.txt' }] },
  'IPTC ninjs': { associations: [{ headline: 'Bridge', by: 'One', body_text: 'The bridge over the Elm is closed.' }, { headlines: [{ value: 'Shut' }], infosources: [{ name: 'Two' }], bodies: [{ role: 'main', contenttype: 'text/html', value: '<p>The bridge over the Elm was closed on Friday.</p>' }] }] },
  'NewsArticle of schema.org': { '@context': 'https://schema.org', '@graph': [{ '@type': 'NewsArticle', headline: 'Bridge', publisher: { name: 'One' }, articleBody: 'The bridge over the Elm is closed.' }, { '@type': ['NewsArticle'], publisher: { name: 'Two' }, articleBody: 'The bridge over the Elm was closed on Friday.' }] },
};
for (const [name, story] of Object.entries(stories)) {
  pageTest(`src takes a story in ${name}`, async ({ page, context }) => {
    await context.route('**/story.json', (route) => route.fulfill({ json: story }));
    await context.route('**/two.txt', (route) => route.fulfill({ contentType: 'text/plain', body: 'The bridge over the Elm was closed on Friday.' }));
    await page.goto(await host(context, element('src="story.json" loading="eager"', '')));
    await shown(page);
    const report = await page.evaluate(() => document.querySelector('diptych-compare').ready.then(() => document.querySelector('diptych-compare').toJSON()));
    assert.deepEqual(report.articles.map((article) => article.outlet), ['One', 'Two']);
    assert.match(report.articles[1].text, /closed on Friday/);
  });
}

const faults = {
  'story-missing': { allowed: [/404/, /story\.json net::ERR_ABORTED/], answer: { status: 404 } },
  'story-invalid': { answer: { body: 'no story' } },
};
for (const [code, { allowed, answer }] of Object.entries(faults)) {
  pageTest(`a story that can’t be had says ${code}, and ready is rejected with it`, { allowed }, async ({ page, context }) => {
    await context.route('**/story.json', (route) => route.fulfill(answer));
    await page.addInitScript(() => {
      globalThis.firstError = new Promise((done) => document.addEventListener('diptych-error', (event) => done(event.detail), { once: true }));
    });
    await page.goto(await host(context, element('src="story.json" loading="eager"')));
    const told = await page.evaluate(async () => [(await globalThis.firstError).code, await document.querySelector('diptych-compare').ready.catch((error) => `${error.name} ${error.code}`)]);
    assert.deepEqual(told, [code, `DiptychError ${code}`]);
    assert.ok(await page.getByText('Seven people were brought to safety').isVisible(), 'the articles can be read');
  });
}

pageTest('children changed while the element was away are compared on its return', async (given) => {
  const { page } = given;
  await opened(given);
  await page.evaluate(async () => {
    const made = document.querySelector('diptych-compare');
    made.remove();
    await new Promise((done) => setTimeout(done));
    made.querySelector('article p').textContent = 'Nobody was hurt when the river rose.';
    document.body.append(made);
    await made.ready;
  });
  await page.waitForFunction(() => document.querySelector('diptych-compare').shadowRoot.textContent.includes('Nobody was hurt'));
});

pageTest('elements that come and go leave nothing behind', async ({ page, context }) => {
  await rememberMemories(page);
  await page.goto(await host(context, '<section></section>'));
  await page.waitForFunction(() => customElements.get('diptych-compare'));
  const cycle = (count) => page.evaluate(async (times) => {
    globalThis.gone ??= [];
    for (let i = 0; i < times; i++) {
      const made = document.createElement('diptych-compare');
      document.querySelector('section').append(made);
      const text = (word) => Array.from({ length: 60 }, (_, at) => `The bridge number ${at} over the Elm ${word} closed.`).join(' ');
      await made.compare([{ text: text('is') }, { text: text('was') }]);
      made.next();
      globalThis.gone.push(new WeakRef(made));
      made.remove();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    return globalThis.memories[0].buffer.byteLength;
  }, count);
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('Performance.enable');
  const held = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.filter(({ name }) => /^(?:Nodes|JSEventListeners)$/.test(name)).map(({ name, value }) => [name, value]));
  };
  const [memory, things] = [await cycle(10), await held()];
  const [later, then] = [await cycle(50), await held()];
  // One step of growth is how what is freed and taken falls out; 50 elements that each left 3 KB would need three.
  const step = 65_536;
  assert.ok(later - memory <= step, `the memory of the drawing instance grew from ${memory} to ${later} bytes`);
  for (const [name, count] of Object.entries(then)) assert.ok(count <= things[name], `${name}: ${things[name]}, then ${count}`);
  const left = await page.evaluate(() => globalThis.gone.filter((one) => one.deref()).length);
  assert.ok(left <= 2, `${left} of 60 elements are still held`);
});

pageTest('a drawing that is used again shows nothing of the element that had it before', async ({ page, context }) => {
  await page.goto(await host(context, element('view="columns" theme="dark"')));
  await shown(page);
  await page.locator('diptych-compare').evaluate((made) => made.next());
  await page.getByRole('button', { name: 'Keys and help' }).click();
  await page.locator('.sheet').waitFor();
  const state = await page.evaluate(async () => {
    const one = document.querySelector('diptych-compare');
    const drawing = one.shadowRoot.querySelector('[part=app]');
    const other = document.createElement('diptych-compare');
    const text = (word) => `The harbour ${word} closed on Friday. Nine ships lay in it.`;
    one.replaceWith(other);
    await other.compare([{ text: text('is') }, { text: text('was') }]);
    const root = other.shadowRoot;
    return {
      again: root.querySelector('[part=app]') === drawing,
      sheet: root.querySelector('.sheet') !== null,
      kept: root.querySelector('.pair.open') !== null,
      theme: root.querySelector('.dp').dataset.theme,
      words: /Seven people/.test(root.textContent),
      former: one.shadowRoot.querySelector('[part=app]'),
    };
  });
  assert.deepEqual(state, { again: true, sheet: false, kept: false, theme: 'auto', words: false, former: null });
});

pageTest('importing the class registers nothing, and a name that is taken stays', async ({ page, context }) => {
  const head = `<script type="module">
    const { DiptychCompare } = await import('./element.js');
    globalThis.before = customElements.get('diptych-compare') === undefined;
    customElements.define('diptych-compare', class Other extends HTMLElement {});
    await import('./define.js');
    customElements.define('story-pair', class extends DiptychCompare {});
    globalThis.after = customElements.get('diptych-compare').name;
  </script>`;
  await page.goto(await host(context, `<story-pair loading="eager">${articles}</story-pair>`, { policy: null, head }));
  await shown(page, 'story-pair');
  assert.deepEqual(await page.evaluate(() => [globalThis.before, globalThis.after]), [true, 'Other']);
});

pageTest('two versions live on one page', async ({ page, context, watcher }) => {
  await context.route(/\/second\//, async (route) => route.fulfill({ response: await route.fetch({ url: route.request().url().replace('/second/', '/') }) }));
  const head = `<script type="module">
    await import('./define.js');
    const { DiptychCompare } = await import('./second/element.js');
    customElements.define('diptych-second', class extends DiptychCompare {});
  </script>`;
  const both = `${element('loading="eager"')}<diptych-second loading="eager">${articles}</diptych-second>`;
  await page.goto(await host(context, both, { policy: null, head }));
  await shown(page, 'diptych-compare');
  await shown(page, 'diptych-second');
  assert.equal(watcher.requests.filter((url) => url.endsWith('.wasm')).length, 2);
});
