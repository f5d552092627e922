// @ts-check
// A story with the texts that it names.
import fs from 'node:fs/promises';
import path from 'node:path';
import { readStory as articlesOf } from '../../www/input/story.js';
import { DOMParser } from './dom-parser.mjs';

Object.assign(globalThis, { DOMParser });

/** The story that a built page holds. @param {string} folder where the page lies */
export const builtIn = (folder) => path.join(folder, 'story', 'story.json');

/**
 * @param {string} file a story in one of the forms that the element reads
 * @returns {Promise<{ title: string | null, articles: import('../../npm/core.js').ArticleInput[] }>}
 */
export async function readStory(file) {
  const json = await fs.readFile(file, 'utf8');
  const found = await articlesOf(json);
  const articles = await Promise.all(
    found.map(async ({ file: text, ...article }) => {
      if (text === undefined) return article;
      return { ...article, text: await fs.readFile(path.resolve(path.dirname(file), text), 'utf8') };
    }),
  );
  const title = JSON.parse(json).title;
  return { title: typeof title === 'string' ? title : null, articles };
}
