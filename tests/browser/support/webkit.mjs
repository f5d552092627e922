// @ts-check
// WebKitGTK over its own WebDriver, inside a display and a bus that end with it.
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import net from 'node:net';

const LIBRARIES = '/usr/lib';
const TIMEOUT_MS = 30_000;

/** The driver's browser, which Debian puts into a folder named after its version. */
async function miniBrowser() {
  for (const one of await fs.readdir(LIBRARIES)) {
    for (const version of ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0']) {
      const file = `${LIBRARIES}/${one}/${version}/MiniBrowser`;
      if (
        await fs.access(file).then(
          () => true,
          () => false,
        )
      )
        return file;
    }
  }
  throw new Error('WebKitGTK has no MiniBrowser here.');
}

async function freePort() {
  const server = net.createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * Resolves when the driver listens.
 * @param {number} port
 * @param {import('node:child_process').ChildProcess} driver
 */
async function listening(port, driver) {
  for (;;) {
    const open = await new Promise((told) => {
      const socket = net
        .connect(port, '127.0.0.1', () => told(true))
        .once('error', () => told(false))
        .once('close', () => told(false));
      socket.unref();
      socket.once('connect', () => socket.end());
    });
    if (open) return;
    if (driver.exitCode !== null) throw new Error(`WebKit's driver ended with code ${driver.exitCode}.`);
    await new Promise((again) => setTimeout(again, 50));
  }
}

/**
 * @param {import('./engines.mjs').Offline & { viewport: { width: number, height: number } }} options
 * @returns {Promise<import('./engines.mjs').Session>}
 */
export async function launchWebKit({ offline = false, viewport }) {
  const port = await freePort();
  const screen = `-screen 0 ${viewport.width}x${viewport.height}x24`;
  const words = [
    '--',
    'xvfb-run',
    '--auto-servernum',
    '--server-args',
    screen,
    process.env.DIPTYCH_WEBKIT ?? '',
    `--port=${port}`,
  ];
  /** @type {import('node:child_process').ChildProcess} */
  const driver = spawn('dbus-run-session', words, {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      GSETTINGS_BACKEND: 'memory',
    },
  });
  await listening(port, driver);

  const call = async (
    /** @type {string} */ method,
    /** @type {string} */ path,
    /** @type {object | undefined} */ body = undefined,
  ) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const dead = { proxyType: 'manual', httpProxy: '127.0.0.1:9', sslProxy: '127.0.0.1:9' };
  const { sessionId } = await call('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary: await miniBrowser(), args: ['--automation'] },
        ...(offline && { proxy: dead }),
      },
    },
  });
  const within = `/session/${sessionId}`;
  await call('POST', `${within}/timeouts`, { script: TIMEOUT_MS, pageLoad: TIMEOUT_MS });
  await call('POST', `${within}/window/rect`, { x: 0, y: 0, ...viewport });
  return {
    goto: (url) => call('POST', `${within}/url`, { url }),
    async evaluate(what, ...given) {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve((${what})(...arguments[0])).then((good) => done({ good }), (bad) => done({ bad: String(bad) }));`;
      const answer = await call('POST', `${within}/execute/async`, { script, args: [given] });
      if (answer.bad) throw new Error(answer.bad);
      return answer.good;
    },
    async close() {
      await call('DELETE', within).catch(() => {});
      process.kill(-(driver.pid ?? 0));
    },
  };
}
