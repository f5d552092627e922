// What stands in an element's shadow root: the articles, or what came with the HTML; a sentence about something that
// failed; and what is drawn.

/** Laid out at its full width, seen by nobody, moving nothing. */
const BEHIND = { 'block-size': '0', overflow: 'clip', visibility: 'hidden' };

export class Room {
  #slot = document.createElement('slot');
  #notice = part('p', 'notice');
  #app = part('div', 'app');

  /** @param {HTMLElement} element */
  constructor(element) {
    // A root that came with the HTML stays in view until the first drawing takes its place.
    this.root = element.attachInternals().shadowRoot ?? element.attachShadow({ mode: 'open' });
    this.#notice.hidden = true;
    this.#notice.setAttribute('role', 'status');
    this.#app.hidden = true;
    if (!this.root.firstChild) this.root.append(this.#slot);
    this.root.append(this.#notice, this.#app);
  }

  /** What is drawn into. */
  get app() {
    return this.#app;
  }

  /** Makes room for a drawing, behind what is being read when it is the first. @param {CSSStyleSheet} sheet */
  open(sheet) {
    if (!this.root.adoptedStyleSheets.includes(sheet)) this.root.adoptedStyleSheets.push(sheet);
    if (!this.#app.hidden) return;
    for (const [name, value] of Object.entries(BEHIND)) this.#app.style.setProperty(name, value);
    this.#app.hidden = false;
  }

  /** The drawing takes the place of what was there before. */
  rise() {
    for (const node of [...this.root.childNodes]) if (node !== this.#notice && node !== this.#app) node.remove();
    for (const name of Object.keys(BEHIND)) this.#app.style.removeProperty(name);
  }

  /** Nothing drawn: the articles themselves. */
  retreat() {
    this.#app.hidden = true;
    this.root.prepend(this.#slot);
  }

  /** What was drawn into is listened to for ever, so no other drawing gets it, and this element lets go of it. */
  renew() {
    const app = part('div', 'app');
    app.hidden = this.#app.hidden;
    this.#app.replaceWith(app);
    this.#app = app;
  }

  /** @param {string} sentence */
  tell(sentence) {
    this.#notice.textContent = sentence;
    this.#notice.hidden = false;
  }

  hush() {
    this.#notice.hidden = true;
    this.#notice.textContent = '';
  }
}

/** @param {string} tag @param {string} name */
function part(tag, name) {
  const element = document.createElement(tag);
  element.setAttribute('part', name);
  return element;
}
