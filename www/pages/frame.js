// The page inside an iframe: takes a story by address or by message, and tells its height.
import '../element/define.js';
import { Fault } from '../engine/fault.js';
import { unpack } from '../output/link.js';
import { fetchStory, readStory } from '../input/story.js';

const element = /** @type {import('../element/element.js').DiptychCompare} */ (document.querySelector('diptych-compare'));
const settings = new URLSearchParams(`${location.search.slice(1)}&${location.hash.slice(1)}`);

/** What a host may set from outside, as attributes. */
const ATTRIBUTES = ['view', 'left', 'right', 'sensitivity', 'shown', 'theme', 'lang'];

for (const name of ATTRIBUTES) {
  const value = settings.get(name);
  if (value !== null) element.setAttribute(name, value);
}

const title = settings.get('title');
if (title) document.title = element.dataset.title = title;

const [src, texts] = [settings.get('src'), settings.get('texts')];
if (texts !== null) element.compare(packed(texts)).catch(() => {});
else if (src !== null) element.compare(fetchStory(src)).catch(() => {});

/** The articles that an address holds. @param {string} letters */
async function packed(letters) {
  const articles = await unpack(letters);
  if (articles === null) throw new Fault('story-invalid');
  return articles;
}

// Only the page around may send, and only a story: no message can navigate, fetch or bring markup.
addEventListener('message', ({ data, source }) => {
  if (source !== parent || source === window || data?.type !== 'diptych:story') return;
  element.compare(told(data.story)).catch(() => {});
});

/** The articles of a story that came as data; texts that lie elsewhere are left out. @param {unknown} story */
async function told(story) {
  return readStory(JSON.stringify(story) ?? '').filter((article) => article.text);
}

/** Tells the page around how tall this one is, in the dialects that hosts understand. */
function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // Before there is a story; a host that listened would hide the frame.
  if (height === 0) return;
  parent.postMessage({ type: 'diptych:height', height }, '*');
  parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
  parent.postMessage(['pym', settings.get('childId') ?? '', 'height', String(height)].join('xPYMx'), '*');
}

if (parent !== window) {
  new ResizeObserver(tellHeight).observe(document.documentElement);
  parent.postMessage({ type: 'diptych:loaded' }, '*');
}
