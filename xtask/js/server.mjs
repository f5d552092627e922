// @ts-check
// The project's static server: for `cargo xtask serve`, the browser tests and the benchmarks. It answers this machine only.
// Usage: node server.mjs --port N [--port N]… [--every-origin] FOLDER
// Listens on the first port that is free (0 is any), prints the address, and serves FOLDER until its input ends.
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** A request that names another host comes from a page of a stranger who let a name of theirs lead to this machine. */
const HOSTS = ['127.0.0.1', 'localhost'];

/**
 * A response made up beforehand.
 * @typedef {{ body: string, headers?: Record<string, string> }} Page
 */

/**
 * Serves files and pages on 127.0.0.1 until `close` is called.
 * @param {object} what
 * @param {string[]} what.folders where files are looked for; the first that has one wins
 * @param {Map<string, Page>} [what.pages] by path, before any file; pages may be added later
 * @param {number} [what.port] any free one when it is not given
 * @param {Record<string, string>} [what.headers] sent with everything
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function serve({ folders, pages = new Map(), port = 0, headers = {} }) {
  const usual = {
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...headers,
  };
  const server = http.createServer(async (request, response) => {
    const { status, type, body, more } = await answer(request, folders, pages);
    response.writeHead(status, { ...usual, 'content-type': type, 'content-length': body.length, ...more });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * @param {http.IncomingMessage} request
 * @param {string[]} folders
 * @param {Map<string, Page>} pages
 * @returns {Promise<{ status: number, type: string, body: Buffer, more?: Record<string, string> }>}
 */
async function answer(request, folders, pages) {
  const refusal = (/** @type {number} */ status) => {
    const body = Buffer.from(`${status} ${http.STATUS_CODES[status]}\n`);
    return { status, type: /** @type {string} */ (TYPES['.txt']), body };
  };
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!HOSTS.includes(host)) return refusal(403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const name = pathOf(request.url ?? '/');
  if (name === null) return refusal(404);
  const page = pages.get(name);
  if (page) return { status: 200, type: typeOf('.html'), body: Buffer.from(page.body), more: page.headers };
  for (const folder of folders) {
    // An absolute path in its normal form leads to nothing above the folder.
    const file = await readFile(path.join(folder, path.normalize(name)));
    if (file) return { status: 200, ...file };
  }
  return refusal(404);
}

/**
 * The path of a request's address without its percent signs; null where there is none.
 * @param {string} url
 */
function pathOf(url) {
  try {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return name.includes('\0') ? null : name;
  } catch {
    return null;
  }
}

/**
 * A file, or the index of a folder; null where there is neither.
 * @param {string} file
 * @returns {Promise<{ type: string, body: Buffer } | null>}
 */
async function readFile(file) {
  try {
    const isFolder = (await fs.stat(file)).isDirectory();
    const found = isFolder ? path.join(file, 'index.html') : file;
    return { type: typeOf(found), body: await fs.readFile(found) };
  } catch {
    return null;
  }
}

/** @param {string} file */
function typeOf(file) {
  return TYPES[path.extname(file) || file] ?? 'application/octet-stream';
}

/** What the command line of this file asks for. */
async function main() {
  const {
    positionals: [folder],
    values,
  } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', multiple: true }, 'every-origin': { type: 'boolean' } },
  });
  if (!folder) throw new Error('Usage: node server.mjs --port N [--port N]… [--every-origin] FOLDER');
  const headers = values['every-origin'] ? { 'access-control-allow-origin': '*' } : undefined;
  const ports = (values.port ?? ['0']).map(Number);
  for (const [index, port] of ports.entries()) {
    const server = await serve({ folders: [folder], port, headers }).catch((error) => {
      if (index + 1 < ports.length) return null;
      console.error(`Could not listen on port ${port}: ${error.message}`);
      process.exit(1);
    });
    if (server) {
      console.log(`${server.origin}/`);
      break;
    }
  }
  // The program that asked for the server has ended.
  process.stdin.resume().on('end', () => process.exit());
}

if (import.meta.filename === process.argv[1]) await main();
