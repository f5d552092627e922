// @ts-check
// The page where a newsroom makes its embed: reads the form, shows the element, writes the snippets.

import { readStory } from '../input/story.js';
import { saveFile } from '../output/file.js';
import { pack } from '../output/link.js';
import { elementSnippet, frameSnippet, onePage } from '../output/snippets.js';

const SCHEMA = 'diptych-story/1';
const MIN_ARTICLES = 2;
/** How long after the last input the comparison is made anew. */
const INPUT_DELAY_MS = 300;

const find = (/** @type {string} */ selector, /** @type {ParentNode} */ root = document) =>
  /** @type {any} */ (root.querySelector(selector));
const form = find('#story');
const list = find('#articles');
const shown = find('#shown');
/** The folder of the published files; this script is in a folder of its own below it. */
const base = new URL('../', import.meta.url).href;

const FIELDS = ['outlet', 'url', 'published', 'lang', 'text'];

/** Adds the fields of one article, with what is known of it. @param {Record<string, any>} [article] */
function add(article = {}) {
  const fields = find('#article').content.cloneNode(true).firstElementChild;
  for (const name of FIELDS) find(`[name=${name}]`, fields).value = article[name] ?? '';
  find('.remove', fields).addEventListener('click', () => {
    fields.remove();
    number();
    changed();
  });
  list.append(fields);
  number();
}

function number() {
  for (const [at, fields] of [...list.children].entries()) find('legend', fields).textContent = `Article ${at + 1}`;
}

/** What the form says. @returns {import('../output/snippets.js').Embed} */
function embed() {
  const articles = [...list.children]
    .map((fields) =>
      Object.fromEntries(FIELDS.map((name) => [name, find(`[name=${name}]`, fields).value.trim() || null])),
    )
    .filter((article) => article.text);
  const attributes = Object.fromEntries(
    ['view', 'theme'].map((name) => [name, form.elements[name].value]).filter(([, value]) => value),
  );
  return { base, title: form.elements.title.value.trim(), attributes, articles };
}

async function show() {
  const made = embed();
  const enough = made.articles.length >= MIN_ARTICLES;
  find('#hint').hidden = enough;
  shown.hidden = !enough;
  find('#element').value = enough ? elementSnippet(made) : '';
  find('#frame').value = enough ? frameSnippet(made, await pack(made.articles)) : '';
  if (!enough) return;
  for (const name of ['view', 'theme']) shown[name] = made.attributes[name] ?? null;
  shown.dataset.title = made.title;
  await shown.compare(made.articles).catch(() => {});
}

let timer = 0;
function changed() {
  clearTimeout(timer);
  timer = setTimeout(() => void show(), INPUT_DELAY_MS);
}

/** @param {string} sentence */
function showMessage(sentence) {
  find('#message').textContent = sentence;
}

async function savePage() {
  const response = await fetch(new URL('diptych.html', base)).catch(() => null);
  if (!response?.ok) {
    showMessage('The file diptych.html does not lie beside this page.');
    return;
  }
  saveFile(onePage(await response.text(), embed()), 'text/html', 'comparison.html');
  showMessage('Saved as comparison.html.');
}

function saveStory() {
  const { title, articles } = embed();
  saveFile(JSON.stringify({ schema: SCHEMA, title, articles }, null, 1), 'application/json', 'story.json');
  showMessage('Saved as story.json.');
}

/** Copies the text of a field. @param {string} id */
async function copy(id) {
  const field = find(`#${id}`);
  field.select();
  const copied = await navigator.clipboard?.writeText(field.value).then(
    () => true,
    () => false,
  );
  showMessage(copied ? 'Copied.' : 'The text is selected; copy it with your keyboard.');
}

/** A story file dropped anywhere fills the form. @param {DragEvent} event */
async function dropped(event) {
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  try {
    const text = await file.text();
    const articles = await readStory(text);
    list.replaceChildren();
    for (const article of articles) add(article);
    form.elements.title.value = JSON.parse(text).title ?? '';
    changed();
  } catch (error) {
    showMessage(/** @type {Error} */ (error).message);
  }
}

add();
add();
form.addEventListener('input', changed);
form.addEventListener('submit', (/** @type {Event} */ event) => event.preventDefault());
find('#add').addEventListener('click', () => add());
find('#widths').addEventListener('change', (/** @type {any} */ event) => {
  find('#preview').dataset.width = event.target.value;
});
find('#save-page').addEventListener('click', () => void savePage());
find('#save-story').addEventListener('click', saveStory);
for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-copy]'))) {
  button.addEventListener('click', () => void copy(button.dataset.copy ?? ''));
}
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => void dropped(event));
void show();
