// A site of one's own: folders of files and pages made up for one test, served as any server would.
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { after } from 'node:test';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * Serves `folders`, the first that has a file wins, until the tests of this file are over.
 * @param {...string} folders
 */
export async function site(...folders) {
  /** @type {Map<string, { body: string, headers: Record<string, string> }>} */
  const pages = new Map();
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.test');
    const page = pages.get(pathname);
    if (page) {
      response.writeHead(200, { 'content-type': TYPES['.html'], ...page.headers }).end(page.body);
      return;
    }
    for (const folder of folders) {
      const bytes = await fs.readFile(path.join(folder, path.normalize(decodeURIComponent(pathname)))).catch(() => null);
      if (!bytes) continue;
      response.writeHead(200, { 'content-type': TYPES[path.extname(pathname)] ?? 'application/octet-stream' }).end(bytes);
      return;
    }
    response.writeHead(404).end();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    url: `${origin}/`,
    /** Puts a page there and gives its address. */
    page(body, { headers = {} } = {}) {
      const name = `/page-${pages.size + 1}.html`;
      pages.set(name, { body, headers });
      return origin + name;
    },
  };
}
