// @ts-check
// What a newsroom puts into its pages, as text: the element, the frame, one file, and its oEmbed description.

/**
 * @typedef {{ title?: string | null, outlet?: string | null, url?: string | null, published?: string | null, lang?: string | null, text?: string, blocks?: { kind: string, text: string }[] }} Article
 * @typedef {object} Embed
 * @property {string} base address of the folder that Diptych's files lie in, with a slash at its end
 * @property {string} title what the story is called; may be empty
 * @property {Record<string, string>} attributes of the element
 * @property {Article[]} articles
 */

/** The size of a frame before it reports its height. */
const FRAME_HEIGHT = 640;
const FRAME_WIDTH = 660;

/** @type {Record<string, string>} */
const REFERENCES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text with the characters that have a meaning in HTML as references. @param {string} text */
export const escaped = (text) => text.replace(/[&<>"]/g, (c) => REFERENCES[c]);

/** The attributes that have a value, as HTML. @param {Record<string, string | null | undefined>} attributes */
const attributesHtml = (attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ''))
    .join('');

/** The `<article>` elements of a story, for inside the element. @param {Article[]} articles */
export const articlesHtml = (articles) => articles.map(articleHtml).join('\n');

/** @param {Article} article */
function articleHtml({ lang, url, outlet, title, published, text = '', blocks }) {
  const attributes = attributesHtml({
    lang,
    cite: url,
    'data-outlet': outlet,
    'data-title': title,
    datetime: published,
  });
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const parts = blocks?.length ? blocks.map(blockHtml) : lines.map((line) => `<p>${escaped(line)}</p>`);
  return `<article${attributes}>\n${parts.join('\n')}\n</article>`;
}

/** The tags around a block of each kind; others are paragraphs. @type {Record<string, [string, string]>} */
const TAGS = {
  heading: ['<h2>', '</h2>'],
  'list-item': ['<ul><li>', '</li></ul>'],
  quote: ['<blockquote>', '</blockquote>'],
};

function blockHtml(/** @type {{ kind: string, text: string }} */ { kind, text }) {
  const [start, end] = TAGS[kind] ?? ['<p>', '</p>'];
  return start + escaped(text).replaceAll('\n', '<br>') + end;
}

/** The element around its articles. @param {Pick<Embed, 'title' | 'attributes' | 'articles'>} embed */
export const elementHtml = ({ title, attributes, articles }) =>
  `<diptych-compare${attributesHtml({ ...attributes, 'data-title': title })}>\n${articlesHtml(articles)}\n</diptych-compare>`;

/** The element with the script and the style that it needs. @param {Embed} embed */
export const elementSnippet = (embed) => `<link rel="stylesheet" href="${embed.base}diptych.css">
<script type="module" src="${embed.base}define.js"></script>
${elementHtml(embed)}
`;

/**
 * A frame that holds the texts in its address, so that no story has to be stored anywhere.
 * @param {Embed} embed
 * @param {string} packed the articles as `pack` of link.js gives them
 */
export function frameSnippet({ base, title, attributes }, packed) {
  const settings = new URLSearchParams({ ...attributes, ...(title && { title }) });
  const query = settings.size > 0 ? `?${settings}` : '';
  return `${frameHtml(`${base}embed.html${query}#texts=${packed}`, title)}
<script src="${base}frame-host.js"></script>
`;
}

const frameHtml = (/** @type {string} */ src, /** @type {string} */ title) =>
  `<iframe src="${escaped(src)}" title="${escaped(title || 'Articles compared')}" sandbox="allow-scripts" width="100%" height="${FRAME_HEIGHT}" loading="lazy"></iframe>`;

/**
 * The page in one file with another story in place of its own.
 * @param {string} page
 * @param {Pick<Embed, 'title' | 'attributes' | 'articles'>} embed
 */
export function onePage(page, embed) {
  const name = escaped(embed.title || 'Articles compared');
  const eager = { ...embed, attributes: { loading: 'eager', ...embed.attributes } };
  return page
    .replace(/<title>[^<]*<\/title>/, () => `<title>${name}</title>`)
    .replace(/(<h1[^>]*>)[^<]*<\/h1>/, (_, start) => `${start}${name}</h1>`)
    .replace(/<diptych-compare[\s\S]*?<\/diptych-compare>/, () => elementHtml(eager));
}

/**
 * The oEmbed description of a page in one file.
 * @param {string} url address of the page
 * @param {string} title
 */
export const oembed = (url, title) => ({
  version: '1.0',
  type: 'rich',
  provider_name: 'Diptych',
  title: title || 'Articles compared',
  width: FRAME_WIDTH,
  height: FRAME_HEIGHT,
  html: frameHtml(url, title).replace(' width="100%"', ` width="${FRAME_WIDTH}"`),
});
