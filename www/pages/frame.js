// @ts-check
// The page inside an iframe: takes a story by address or by message, and tells its height.
import '../element/define.js';
import { Fault } from '../engine/fault.js';
import { fetchStory, readStory } from '../input/story.js';
import { unpack } from '../output/link.js';

const element = /** @type {import('../element/element.js').DiptychCompare} */ (
  document.querySelector('diptych-compare')
);
const settings = new URLSearchParams(`${location.search.slice(1)}&${location.hash.slice(1)}`);

/** The attributes that the address may set. */
const ATTRIBUTES = ['view', 'left', 'right', 'sensitivity', 'shown', 'theme', 'lang'];

for (const name of ATTRIBUTES) {
  const value = settings.get(name);
  if (value !== null) element.setAttribute(name, value);
}

const title = settings.get('title');
if (title) {
  document.title = title;
  element.dataset.title = title;
}

const [src, texts] = [settings.get('src'), settings.get('texts')];
if (texts !== null) element.compare(unpacked(texts)).catch(() => {});
else if (src !== null) element.compare(fetchStory(src)).catch(() => {});

/** The articles that the address holds. @param {string} texts */
async function unpacked(texts) {
  const articles = await unpack(texts);
  if (articles === null) throw new Fault('story-invalid');
  return articles;
}

// Only the page around may send, and only a story: no message can navigate, fetch or bring markup.
addEventListener('message', ({ data, source }) => {
  if (source !== parent || source === window || data?.type !== 'diptych:story') return;
  element.compare(articlesOf(data.story)).catch(() => {});
});

/** The articles of a story that came as data, but for those whose text is in another file. @param {unknown} story */
async function articlesOf(story) {
  const articles = await readStory(JSON.stringify(story) ?? '');
  return articles.filter((article) => article.text);
}

/** Tells the page around how tall this one is, in the protocols of Diptych, AMP and Pym. */
function reportHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // Zero before there is a story; a host that took it would hide the frame.
  if (height === 0) return;
  parent.postMessage({ type: 'diptych:height', height }, '*');
  parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
  parent.postMessage(['pym', settings.get('childId') ?? '', 'height', String(height)].join('xPYMx'), '*');
}

if (parent !== window) {
  new ResizeObserver(reportHeight).observe(document.documentElement);
  parent.postMessage({ type: 'diptych:loaded' }, '*');
}
