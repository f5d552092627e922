// @ts-check
// A site of one's own: folders of files and pages made up for one test, served as any server would.
import { after } from 'node:test';
import { serve } from '../../../xtask/js/server.mjs';

/**
 * Serves `folders`, the first that has a file wins, until the tests of this file are over.
 * @param {...string} folders
 */
export async function site(...folders) {
  /** @type {Map<string, { body: string, headers: Record<string, string> }>} */
  const pages = new Map();
  const { origin, close } = await serve({ folders, pages });
  after(close);
  return {
    origin,
    url: `${origin}/`,
    /**
     * Adds a page and gives its address.
     * @param {string} body
     * @param {{ headers?: Record<string, string> }} [more]
     */
    page(body, { headers = {} } = {}) {
      const name = `/page-${pages.size + 1}.html`;
      pages.set(name, { body, headers });
      return origin + name;
    },
  };
}
