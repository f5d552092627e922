// What stands in an element's shadow root: the articles, or what came with the HTML; a sentence about something that
// failed; and what is drawn.

/** Laid out at its full width, seen by nobody, moving nothing. */
const BEHIND = { 'block-size': '0', overflow: 'clip', visibility: 'hidden' };

export class Room {
  #slot = document.createElement('slot');
  #notice = document.createElement('p');
  /** What is drawn into. @type {HTMLElement | null} */
  #app = null;

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
    }
    this.#app = app;
  }

  /** The drawing takes the place of what was there before. */
  rise() {
    for (const node of [...this.root.childNodes]) if (node !== this.#notice && node !== this.#app) node.remove();
    for (const name of Object.keys(BEHIND)) this.#app?.style.removeProperty(name);
  }

  /** Nothing drawn: the articles themselves. */
  retreat() {
    this.#app?.remove();
    this.#app = null;
    this.root.prepend(this.#slot);
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
