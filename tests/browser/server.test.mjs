// The static server that `cargo xtask serve`, these tests and the benchmarks use.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { serve } from '../../xtask/js/server.mjs';

const home = await fs.mkdtemp(path.join(os.tmpdir(), 'diptych-server-'));
after(() => fs.rm(home, { recursive: true }));
const folder = path.join(home, 'site');
await fs.mkdir(path.join(folder, 'deep'), { recursive: true });
await fs.writeFile(path.join(home, 'secret.txt'), 'above the folder');
await fs.writeFile(path.join(folder, 'a b.txt'), 'text');
await fs.writeFile(path.join(folder, 'module.wasm'), 'wasm');
await fs.writeFile(path.join(folder, 'deep', 'index.html'), '<p>index');

const pages = new Map([['/page.html', { body: '<p>made up', headers: { 'content-security-policy': "default-src 'none'" } }]]);
const { origin, close } = await serve({ folders: [path.join(home, 'none'), folder], pages });
after(close);

/** Asks for exactly this path; `fetch` would tidy it. */
async function ask(name, { method = 'GET', host = new URL(origin).host } = {}) {
  const { port } = new URL(origin);
  const request = http.request({ host: '127.0.0.1', port, path: name, method, headers: { host } }).end();
  const [response] = await once(request, 'response');
  const parts = await response.toArray();
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() };
}

test('files, indexes and pages are served, each with its type', async () => {
  const kinds = { '/a%20b.txt?x': 'text/plain; charset=utf-8', '/module.wasm': 'application/wasm', '/deep/': 'text/html; charset=utf-8' };
  for (const [name, type] of Object.entries(kinds)) {
    const { status, headers } = await ask(name);
    assert.deepEqual([status, headers['content-type'], headers['x-content-type-options']], [200, type, 'nosniff'], name);
  }
  const page = await ask('/page.html');
  assert.equal(page.text, '<p>made up');
  assert.equal(page.headers['content-security-policy'], "default-src 'none'");
});

test('nothing above the folder is served', async () => {
  for (const name of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/deep/..%2f..%2fsecret.txt', '//secret.txt', '/%', '/%00', '/deep/none.html']) {
    const { status, text } = await ask(name);
    assert.equal(status, 404, name);
    assert.ok(!text.includes('above'), name);
  }
});

test('only this machine’s names and reading methods are answered', async () => {
  assert.equal((await ask('/deep/', { host: 'news.example:8080' })).status, 403);
  assert.equal((await ask('/deep/', { host: '127.0.0.1.news.example' })).status, 403);
  assert.equal((await ask('/deep/', { method: 'POST' })).status, 405);
  const head = await ask('/deep/', { method: 'HEAD' });
  assert.deepEqual([head.status, head.text, head.headers['content-length']], [200, '', '8']);
});

test('the command takes the next port where one is taken, and ends with its input', async () => {
  const taken = new URL(origin).port;
  const program = path.join(import.meta.dirname, '../../xtask/js/server.mjs');
  const child = spawn(process.execPath, [program, '--port', taken, '--port', '0', '--every-origin', folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const response = await fetch(new URL('deep/', line.toString().trim()));
  assert.equal(await response.text(), '<p>index');
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  child.stdin.end();
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('the command says so where its only port is taken', async () => {
  const taken = new URL(origin).port;
  const program = path.join(import.meta.dirname, '../../xtask/js/server.mjs');
  const child = spawn(process.execPath, [program, '--port', taken, folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  const [error] = await once(child.stderr, 'data');
  assert.match(error.toString(), new RegExp(`port ${taken}`));
  assert.deepEqual(await once(child, 'exit'), [1, null]);
});
