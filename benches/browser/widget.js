// Runs in a page with the element on it: when its marks were painted, and how soon it answers.

const painted = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
const app = () => document.querySelector('diptych-compare')?.shadowRoot?.querySelector('[part=app]');

/** Milliseconds from the start of the navigation: script there, comparison ready, its marks painted. */
export const loaded = async () => {
  const element = document.querySelector('diptych-compare');
  if (!app()?.textContent) await new Promise((done) => element.addEventListener('diptych-ready', done, { once: true }));
  const ready = performance.now();
  await painted();
  const marks = performance.now();
  const files = performance.getEntriesByType('resource');
  const of = (part) => files.find(({ name }) => name.includes(part))?.responseEnd ?? 0;
  const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  return { paint, script: of('define.js'), wasm: of('.wasm'), ready, marks };
};

/** The longest time that one act of the reader takes until it is painted, over `runs` of each. */
export const answers = async (runs) => {
  const element = document.querySelector('diptych-compare');
  const sentences = [...element.shadowRoot.querySelectorAll('.pane-left [data-s]')];
  const acts = {
    'nothing': () => {},
    'select': (at) => sentences[3 + at * 2].click(),
    'slider': (at) => { element.sensitivity = 300 + at * 40; },
    'filter': (at) => { element.shown = at % 2 ? 'reworded partly only' : ''; },
    'next difference': () => element.next(),
    'rows and columns': (at) => { element.view = at % 2 ? 'rows' : 'columns'; },
  };
  const times = {};
  for (const [name, act] of Object.entries(acts)) {
    times[name] = [];
    for (let at = 0; at < runs; at += 1) {
      await painted();
      const begin = performance.now();
      act(at);
      await painted();
      times[name].push(performance.now() - begin);
    }
  }
  return times;
};

/** Gaps between frames while the page is scrolled from top to bottom. */
export const scrolled = async (frames) => {
  const gaps = [];
  const end = document.documentElement.scrollHeight;
  let last = await new Promise(requestAnimationFrame);
  for (let at = 1; at <= frames; at += 1) {
    scrollTo(0, (end * at) / frames);
    const now = await new Promise(requestAnimationFrame);
    gaps.push(now - last);
    last = now;
  }
  return { gaps, end };
};
