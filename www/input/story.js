// @ts-check
// Stories from JSON: our own form, IPTC ninjs, and schema.org NewsArticle. Loaded only where `src` is used.

import { Fault } from '../engine/fault.js';
import { textOf } from './html.js';

/** @import { ArticleInput } from '../../npm/core.js' */

const SCHEMA = 'diptych-story/1';

/**
 * Fetches a story and the texts that it names.
 * @param {string} src address of the story
 * @param {AbortSignal} [signal]
 * @returns {Promise<ArticleInput[]>}
 */
export async function fetchStory(src, signal) {
  const address = new URL(src, document.baseURI);
  const articles = readStory(await fetched(address, signal));
  return Promise.all(
    articles.map(async ({ file, ...article }) => {
      if (article.text || !file) return article;
      return { ...article, text: await fetched(new URL(file, address), signal) };
    }),
  );
}

/** @param {URL} address @param {AbortSignal} [signal] */
async function fetched(address, signal) {
  let response;
  try {
    response = await fetch(address, { signal });
  } catch (cause) {
    signal?.throwIfAborted();
    throw new Fault('story-missing', { cause });
  }
  if (!response.ok) throw new Fault('story-missing');
  return response.text();
}

/**
 * The articles of a story in any of the known forms.
 * @param {string} json
 * @returns {(ArticleInput & { file?: string })[]}
 */
export function readStory(json) {
  let story;
  try {
    story = JSON.parse(json);
  } catch (cause) {
    throw new Fault('story-invalid', { cause });
  }
  const schema = story?.schema;
  if (typeof schema === 'string' && schema !== SCHEMA) {
    const holes = [schema.slice(0, 40), SCHEMA];
    throw new Fault('story-invalid', {
      message: `This story says it is “${holes[0]}”; only “${SCHEMA}” can be read.`,
      key: 'story-version',
      holes,
    });
  }
  const items = listed(story);
  const articles = items
    .map((item) => fromOurs(item) ?? fromSchemaOrg(item) ?? fromNinjs(item))
    .filter((a) => a !== null);
  if (articles.length === 0) throw new Fault('story-invalid');
  return articles;
}

/** The things in a story that may be articles. @param {any} story @returns {any[]} */
function listed(story) {
  if (Array.isArray(story)) return story;
  for (const key of ['articles', '@graph', 'items', 'associations']) {
    const list = story?.[key];
    if (Array.isArray(list)) return list;
  }
  return [story];
}

/** A text that is not blank. @param {any} value @returns {string | null} */
const word = (value) => (typeof value === 'string' && value.trim() ? value : null);

/** @param {any} item */
function fromOurs(item) {
  if (word(item?.text) === null && word(item?.file) === null) return null;
  const { title, outlet, url, published, lang, text, file } = item;
  return {
    title: word(title),
    outlet: word(outlet),
    url: word(url),
    published: word(published),
    lang: word(lang),
    ...(word(text) === null ? { file } : { text }),
  };
}

/** @param {any} item */
function fromSchemaOrg(item) {
  const text = word(item?.articleBody);
  if (text === null) return null;
  const publisher = item.publisher?.name ?? item.sourceOrganization?.name;
  return {
    title: word(item.headline),
    outlet: word(publisher),
    published: word(item.datePublished),
    lang: word(item.inLanguage),
    url: word(item.url) ?? word(item.mainEntityOfPage?.['@id']) ?? word(item.mainEntityOfPage),
    text,
  };
}

/** ninjs 1 names the text `body_text`, ninjs 2 and 3 keep a list of `bodies`. @param {any} item */
function fromNinjs(item) {
  const bodies = Array.isArray(item?.bodies) ? item.bodies : [];
  const plain = bodies.find((/** @type {any} */ body) =>
    /plain/.test(`${body?.contenttype ?? body?.contentType} ${body?.role}`),
  );
  const text =
    word(item?.body_text) ??
    word(plain?.value) ??
    fromHtml(word(item?.body_xhtml) ?? word(item?.body_html) ?? word(bodies[0]?.value));
  if (text === null) return null;
  const headline = Array.isArray(item.headlines) ? item.headlines[0]?.value : item.headline;
  return {
    title: word(headline),
    outlet: word(item.infosources?.[0]?.name) ?? word(item.by) ?? null,
    url: word(item.uri),
    published: word(item.firstcreated) ?? word(item.versioncreated),
    lang: word(item.language),
    text,
  };
}

const fromHtml = (/** @type {string | null} */ html) => (html === null ? null : word(textOf(html)));
