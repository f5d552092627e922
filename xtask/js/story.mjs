// A story with the texts that it names.
import fs from 'node:fs/promises';
import path from 'node:path';
import { readStory as articlesOf } from '../../www/input/story.js';

/** The story that a built page holds. @param {string} folder where the page lies */
export const builtIn = (folder) => path.join(folder, 'story', 'story.json');

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
