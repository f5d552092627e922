// What stands in an element's shadow root: the articles, or what came with the HTML; a sentence about something that
// failed; and what is drawn.

import { blend, watchAround } from './host-theme.js';
import { choicesOf } from './attributes.js';
import { translate } from '../engine/fault.js';

/** Laid out at its full width, seen by nobody, moving nothing. */
const BEHIND = { 'block-size': '0', overflow: 'clip', visibility: 'hidden' };

export class Room {
  #slot = document.createElement('slot');
  #notice = document.createElement('p');
  /** What is drawn into. @type {HTMLElement | null} */
  #app = null;
  /** Ends the watch for changes of the page around. */
  #unwatch = () => {};

  /** @param {HTMLElement} element */
  constructor(element) {
    // A root that came with the HTML stays in view until the first drawing takes its place.
    this.root = element.attachInternals().shadowRoot ?? element.attachShadow({ mode: 'open' });
    this.#notice.hidden = true;
    this.#notice.setAttribute('part', 'notice');
    this.#notice.setAttribute('role', 'status');
    if (!this.root.firstChild) this.root.append(this.#slot);
    this.root.append(this.#notice);
  }

  /**
   * Makes room for a drawing: in place of one that broke, else behind what is being read.
   * @param {CSSStyleSheet} sheet
   * @param {HTMLElement} app
   */
  open(sheet, app) {
    if (!this.root.adoptedStyleSheets.includes(sheet)) this.root.adoptedStyleSheets.push(sheet);
    if (this.#app === app) return;
    if (this.#app) this.#app.replaceWith(app);
    else {
      for (const [name, value] of Object.entries(BEHIND)) app.style.setProperty(name, value);
      this.root.append(app);
      this.#unwatch = watchAround(this.root.host, () => this.blend());
    }
    this.#app = app;
    this.blend();
  }

  /** What is drawn looks like the page around. */
  blend() {
    const { host } = this.root;
    if (this.#app) blend(host, this.#app, String(choicesOf(host).theme ?? 'auto'));
  }

  /** The drawing takes the place of what was there before. */
  rise() {
    for (const node of [...this.root.childNodes]) if (node !== this.#notice && node !== this.#app) node.remove();
    for (const name of Object.keys(BEHIND)) this.#app?.style.removeProperty(name);
  }

  /** Nothing drawn: the articles themselves. */
  retreat() {
    this.#unwatch();
    this.#app?.remove();
    this.#app = null;
    this.root.prepend(this.#slot);
  }

  /** @param {import('../engine/fault.js').Fault} fault */
  async tell(fault) {
    await translate(fault, this.root.host);
    this.#notice.textContent = fault.message;
    this.#notice.hidden = false;
  }

  hush() {
    this.#notice.hidden = true;
    this.#notice.textContent = '';
  }
}
