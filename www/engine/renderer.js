// The instance that draws, shared by all elements of the page, and what happens when it breaks.

import { instance } from './loader.js';
import { learn } from './strings.js';

/** @typedef {{ stageBroke(): void }} Tenant */

/** @type {Promise<any> | undefined} */
let current;
/** @type {Set<Tenant>} */
const tenants = new Set();
/** @type {CSSStyleSheet | undefined} */
let sheet;
/** What was left behind may still stumble over its own timers for so long; nobody can tell whose error that is. */
const LAST_WORDS_MS = 2000;
let quietUntil = 0;

/**
 * The drawing instance, which speaks the language around `tenant`. The tenant is told when it breaks, and may then ask
 * again for a fresh one.
 * @param {Tenant & Element} tenant
 */
export async function enter(tenant) {
  tenants.add(tenant);
  current ??= opened();
  const glue = await current;
  await learn(glue, tenant);
  return glue;
}

/** @param {Tenant} tenant */
export const leave = (tenant) => void tenants.delete(tenant);

function opened() {
  const opening = open(() => current === opening);
  return opening;
}

/** @param {() => boolean} isCurrent */
async function open(isCurrent) {
  try {
    const glue = await instance();
    glue.onPanic(() => queueMicrotask(() => isCurrent() && abandon()));
    addEventListener('error', onError);
    return glue;
  } catch (error) {
    current = undefined;
    throw error;
  }
}

/**
 * What is drawn, and where. Whatever an instance drew into is listened to for as long as it lives, so a drawing that is
 * not needed any more waits for the next one who wants one.
 * @typedef {{ app: HTMLElement, view: any, told: (message: any) => void, home: Drawing[] }} Drawing
 */

/** Drawings that nobody needs now, by instance. @type {WeakMap<object, Drawing[]>} */
const spare = new WeakMap();
const nobody = () => {};

/**
 * A place to draw in.
 * @param {any} glue
 * @param {(message: any) => void} told what the drawing instance reports
 * @returns {Drawing}
 */
export function borrow(glue, told) {
  let home = spare.get(glue);
  if (!home) spare.set(glue, (home = []));
  const drawing = home.pop() ?? made(glue, home);
  drawing.told = told;
  return drawing;
}

/** @param {Drawing[]} home @returns {Drawing} */
function made(glue, home) {
  const app = document.createElement('div');
  app.setAttribute('part', 'app');
  const drawing = { app, view: null, told: nobody, home };
  drawing.view = new glue.View(app, (/** @type {any} */ message) => drawing.told(message));
  return drawing;
}

/** Ends the use of a drawing; throws when its instance is broken. @param {Drawing} drawing */
export function giveBack(drawing) {
  drawing.told = nobody;
  drawing.view.clear();
  drawing.app.remove();
  drawing.app.removeAttribute('style');
  drawing.home.push(drawing);
}

/** The style sheet of the drawn comparison, one for all shadow roots. */
export function styles(glue) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(glue.stylesheet());
  }
  return sheet;
}

/** Leaves the instance behind; its memory can't be trusted any more. */
export function abandon() {
  if (!current) return;
  current = undefined;
  quietUntil = performance.now() + LAST_WORDS_MS;
  removeEventListener('error', onError);
  for (const tenant of [...tenants]) tenant.stageBroke();
}

/** A trap inside an event handler reaches nobody but the window. @param {ErrorEvent} event */
function onError({ error }) {
  if (performance.now() < quietUntil) return;
  if (error instanceof WebAssembly.RuntimeError && /diptych/.test(error.stack ?? '')) abandon();
}
