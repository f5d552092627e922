// A story's articles as HTML: text alone, each block an element.
import fs from 'node:fs/promises';
import path from 'node:path';
import { readStory as articlesOf } from '../../www/story.js';

/**
 * @param {string} file a story in one of the forms that the element reads
 * @returns {Promise<{ title: string | null, articles: object[] }>}
 */
export async function readStory(file) {
  const json = await fs.readFile(file, 'utf8');
  const articles = await Promise.all(
    articlesOf(json).map(async ({ file: text, ...article }) =>
      text === undefined ? article : { ...article, text: await fs.readFile(path.resolve(path.dirname(file), text), 'utf8') },
    ),
  );
  const title = JSON.parse(json).title;
  return { title: typeof title === 'string' ? title : null, articles };
}

/** Characters that mean something to an HTML parser, as references. */
export const escaped = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

const ATTRIBUTES = { lang: 'lang', url: 'cite', outlet: 'data-outlet', title: 'data-title', published: 'datetime' };

/** The `<article>` elements of a story, for inside the element. */
export const articlesHtml = ({ articles }) => articles.map(articleHtml).join('\n');

function articleHtml(article) {
  const attributes = Object.entries(ATTRIBUTES).filter(([key]) => article[key]);
  const written = attributes.map(([key, name]) => ` ${name}="${escaped(article[key])}"`).join('');
  const lines = article.text.replace(/^\ufeff/, '').split(/[\n\r\u2028\u2029]+/).map((line) => line.trim()).filter(Boolean);
  return `<article${written}>\n${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}\n</article>`;
}
