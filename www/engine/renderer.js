// @ts-check
// The wasm instance that draws, shared by all elements of the page; it is replaced when it breaks.

import { instance } from './loader.js';
import { loadStrings } from './strings.js';

/** @import { Glue, Message } from './diptych.js' */

/**
 * An element that draws.
 * @typedef {{ rendererBroke(): void }} Client
 *
 * A view and the element that it draws into. Yew listens there for as long as the instance lives, so a drawing that is not
 * needed any more is kept in its instance's `pool` for the next element that wants one.
 * @typedef {{ app: HTMLElement, view: import('./diptych.js').View, report: (message: Message) => void, pool: Drawing[] }} Drawing
 */

/** @type {Promise<Glue> | undefined} */
let current;
/** @type {Set<Client>} */
const clients = new Set();
/** @type {CSSStyleSheet | undefined} */
let sheet;
/**
 * How long errors are ignored after an instance broke, in milliseconds: its timers may still throw, and an error does not
 * say from which instance it comes.
 */
const IGNORE_ERRORS_MS = 2000;
let ignoreErrorsUntil = 0;

/**
 * The drawing instance, with the strings of the language that holds where `client` stands. The client is told when the
 * instance breaks, and may then ask for a new one.
 * @param {Client & Element} client
 */
export async function acquire(client) {
  clients.add(client);
  current ??= opened();
  const glue = await current;
  await loadStrings(glue, client);
  return glue;
}

/** @param {Client} client */
export const release = (client) => void clients.delete(client);

function opened() {
  const opening = open(() => current === opening);
  return opening;
}

/** @param {() => boolean} isCurrent */
async function open(isCurrent) {
  try {
    const glue = await instance();
    glue.onPanic(() => queueMicrotask(() => isCurrent() && discard()));
    addEventListener('error', onError);
    return glue;
  } catch (error) {
    current = undefined;
    throw error;
  }
}

/** Drawings that are not in use, by instance. @type {WeakMap<Glue, Drawing[]>} */
const pools = new WeakMap();
const ignore = () => {};

/**
 * A place to draw in.
 * @param {Glue} glue
 * @param {(message: Message) => void} report gets what the view reports
 * @returns {Drawing}
 */
export function takeDrawing(glue, report) {
  const pool = pools.get(glue) ?? [];
  pools.set(glue, pool);
  const drawing = pool.pop() ?? newDrawing(glue, pool);
  drawing.report = report;
  return drawing;
}

/** @param {Glue} glue @param {Drawing[]} pool */
function newDrawing(glue, pool) {
  const app = document.createElement('div');
  app.setAttribute('part', 'app');
  const view = new glue.View(app, (message) => drawing.report(message));
  /** @type {Drawing} */
  const drawing = { app, view, report: ignore, pool };
  return drawing;
}

/** Ends the use of a drawing; throws when its instance is broken. @param {Drawing} drawing */
export function returnDrawing(drawing) {
  drawing.report = ignore;
  drawing.view.clear();
  drawing.app.remove();
  drawing.app.removeAttribute('style');
  drawing.pool.push(drawing);
}

/** The style sheet of the drawn comparison, one for all shadow roots. @param {Glue} glue */
export function styleSheet(glue) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(glue.stylesheet());
  }
  return sheet;
}

/** Gives up the current instance, whose memory may be damaged, and tells its clients. */
export function discard() {
  if (!current) return;
  current = undefined;
  ignoreErrorsUntil = performance.now() + IGNORE_ERRORS_MS;
  removeEventListener('error', onError);
  for (const client of [...clients]) client.rendererBroke();
}

/** A trap inside an event handler is reported to the window alone. @param {ErrorEvent} event */
function onError({ error }) {
  if (performance.now() < ignoreErrorsUntil) return;
  if (error instanceof WebAssembly.RuntimeError && /diptych/.test(error.stack ?? '')) discard();
}
