// @ts-check
// What the element's shadow root shows: the articles or what was rendered beforehand, a sentence about something that
// failed, and the drawn comparison.

import { translate } from '../engine/fault.js';
import { discard, returnDrawing, styleSheet, takeDrawing } from '../engine/renderer.js';
import { choicesOf } from './attributes.js';
import { applyHostTheme, watchHostTheme } from './host-theme.js';

/** @import { Glue, Message, View } from '../engine/diptych.js' */

/** Laid out at its full width, but invisible and without height. */
const BEHIND = { 'block-size': '0', overflow: 'clip', visibility: 'hidden' };

export class ShadowView {
  /** @type {(message: Message) => void} */
  #report;
  #slot = document.createElement('slot');
  #notice = document.createElement('p');
  /** @type {import('../engine/renderer.js').Drawing | null} */
  #drawing = null;
  /** The element that is drawn into; after its instance broke it stays until the next one. @type {HTMLElement | null} */
  #app = null;
  /** Called when what was given to the view last is in the page. */
  #onDrawn = () => {};
  /** Ends the watch for changes of the page around. */
  #unwatch = () => {};

  /** @param {HTMLElement} element @param {(message: Message) => void} report gets what the view reports */
  constructor(element, report) {
    this.#report = report;
    // A root that came with the HTML stays visible until the first drawing replaces it.
    this.root = element.attachInternals().shadowRoot ?? element.attachShadow({ mode: 'open' });
    this.#notice.hidden = true;
    this.#notice.setAttribute('part', 'notice');
    this.#notice.setAttribute('role', 'status');
    if (!this.root.firstChild) this.root.append(this.#slot);
    this.root.append(this.#notice);
  }

  /** Whether there is a view to draw. */
  get isOpen() {
    return this.#drawing !== null;
  }

  /** Adds a view, unless there is one. It is shown when something is drawn in it. @param {Glue} glue */
  open(glue) {
    this.#drawing ??= takeDrawing(glue, (message) => {
      if (message.type === 'drawn') this.#onDrawn();
      else this.#report(message);
    });
    this.#attach(styleSheet(glue), this.#drawing.app);
    this.#onDrawn = () => this.#show();
  }

  /**
   * Calls into the view; an exception ends its instance. Does nothing without a view.
   * @template T
   * @param {(view: View) => T} call
   */
  command(call) {
    if (!this.#drawing) return undefined;
    try {
      return call(this.#drawing.view);
    } catch (error) {
      console.error(error);
      discard();
      return undefined;
    }
  }

  /** Calls into the view; resolves when what it draws is in the page. @param {(view: View) => void} call */
  draw(call) {
    const show = this.#onDrawn;
    /** @type {Promise<void>} */
    const drawn = new Promise((resolve) => {
      this.#onDrawn = () => resolve(show());
    });
    this.command(call);
    return drawn;
  }

  /** Gives up a view whose instance broke; what it drew stays until there is another. */
  lose() {
    this.#drawing = null;
    this.#onDrawn();
  }

  /** Returns the view and shows the articles. */
  close() {
    const drawing = this.#drawing;
    if (drawing) this.command(() => returnDrawing(drawing));
    this.#drawing = null;
    this.hide();
  }

  /**
   * Adds the element to draw into: in place of an earlier one, else behind what is shown.
   * @param {CSSStyleSheet} sheet
   * @param {HTMLElement} app
   */
  #attach(sheet, app) {
    if (!this.root.adoptedStyleSheets.includes(sheet)) this.root.adoptedStyleSheets.push(sheet);
    if (this.#app === app) return;
    if (this.#app) this.#app.replaceWith(app);
    else {
      for (const [name, value] of Object.entries(BEHIND)) app.style.setProperty(name, value);
      this.root.append(app);
      this.#unwatch = watchHostTheme(this.root.host, () => this.applyTheme());
    }
    this.#app = app;
    this.applyTheme();
  }

  /** Makes what is drawn look like the page around. */
  applyTheme() {
    const { host } = this.root;
    if (this.#app) applyHostTheme(host, this.#app, choicesOf(host).theme ?? 'auto');
  }

  /** Shows what is drawn, in place of what was there before. */
  #show() {
    for (const node of [...this.root.childNodes]) if (node !== this.#notice && node !== this.#app) node.remove();
    for (const name of Object.keys(BEHIND)) this.#app?.style.removeProperty(name);
  }

  /** Removes what is drawn and shows the articles themselves. */
  hide() {
    this.#unwatch();
    this.#app?.remove();
    this.#app = null;
    this.root.prepend(this.#slot);
  }

  /** @param {import('../engine/fault.js').Fault} fault */
  async showNotice(fault) {
    await translate(fault, this.root.host);
    this.#notice.textContent = fault.message;
    this.#notice.hidden = false;
  }

  hideNotice() {
    this.#notice.hidden = true;
    this.#notice.textContent = '';
  }
}
