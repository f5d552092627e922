// @ts-check
// Stories from JSON: our own form, IPTC ninjs, and schema.org NewsArticle. Loaded only where `src` is used.

import { Fault } from '../engine/fault.js';

/** @import { ArticleInput } from '../../npm/core.js' */

/** An article that may name the file with its text. @typedef {ArticleInput & { file?: string }} StoryArticle */

const SCHEMA = 'diptych-story/1';

/**
 * Fetches a story and the texts that it names.
 * @param {string} src address of the story
 * @param {AbortSignal} [signal]
 * @returns {Promise<ArticleInput[]>}
 */
export async function fetchStory(src, signal) {
  const address = new URL(src, document.baseURI);
  const articles = await readStory(await fetched(address, signal));
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
 * @returns {Promise<StoryArticle[]>}
 */
export async function readStory(json) {
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
  const found = items.map(async (item) => fromOurs(item) ?? fromSchemaOrg(item) ?? (await fromNinjs(item)));
  const articles = (await Promise.all(found)).filter((article) => article !== null);
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

/** @param {any} item @returns {StoryArticle | null} */
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

/** @param {any} item @returns {StoryArticle | null} */
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

/** ninjs 1 names the text `body_text`, ninjs 2 and 3 keep a list of `bodies`. @param {any} item @returns {Promise<StoryArticle | null>} */
async function fromNinjs(item) {
  const bodies = Array.isArray(item?.bodies) ? item.bodies : [];
  const plain = bodies.find((/** @type {any} */ body) =>
    /plain/.test(`${body?.contenttype ?? body?.contentType} ${body?.role}`),
  );
  const text =
    word(item?.body_text) ??
    word(plain?.value) ??
    (await fromHtml(word(item?.body_xhtml) ?? word(item?.body_html) ?? word(bodies[0]?.value)));
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

/** The text of HTML, which the browser parses. @param {string | null} html */
async function fromHtml(html) {
  if (html === null) return null;
  const { HtmlRefusal, textOfHtml } = await import('./rich-text.js');
  try {
    return word(await textOfHtml(html));
  } catch (cause) {
    if (!(cause instanceof HtmlRefusal)) throw cause;
    throw new Fault('story-invalid', { message: REFUSED[cause.key], key: cause.key, cause });
  }
}

/** @type {Record<import('./rich-text.js').HtmlRefusal['key'], string>} */
const REFUSED = {
  'html-large': 'An article of this story has more than 2 MB of HTML, or HTML that is nested too deep.',
  'html-refused': 'This page forbids parsing the HTML of this story.',
};
