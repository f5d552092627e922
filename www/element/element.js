// <diptych-compare>: the class alone. Importing this registers nothing; define.js does.

import { attributesFor, beyondAttributes, choicesOf } from './attributes.js';
import { compare } from '../engine/worker-pool.js';
import { Fault, faultOf, restarted, translate } from '../engine/fault.js';
import { takePaste } from '../input/paste.js';
import { promised } from './deferred.js';
import { readArticles } from '../input/dom.js';
import { PROPERTIES, adopt, reflect } from './reflect.js';
import { Room } from './shadow-view.js';
import { abandon, borrow, enter, giveBack, leave, styles } from '../engine/renderer.js';

/** @typedef {import('../input/dom.js').ArticleInput} ArticleInput */

const WATCHED = ['lang', 'cite', 'datetime', 'hidden', 'data-outlet', 'data-title'];
/** How far outside the viewport loading begins. */
const NEAR = '100% 0px';
/** Work that takes less, in milliseconds, is over before a reader has read that it goes on. */
const SHORT_WORK = 300;
/** An instance that breaks more often than this on the same articles is not asked again. */
const MOST_CRASHES = 2;

/**
 * Shows how its articles tell the same event. See docs/embedding.md.
 * @slot - The articles, which stay readable before, without and after the script.
 * @fires diptych-ready - A comparison is shown.
 * @fires diptych-select - The reader chose a pair, or let it go.
 * @fires diptych-change - The reader's choices, drafts or articles changed; `detail.what` says which.
 * @fires diptych-error - Something failed; `detail.code` says what.
 * @csspart app, masthead, legend, column-heading, sentence, pair-panel, strip, rows, notice, still - See the docs.
 */
export class DiptychCompare extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = [...Object.keys(PROPERTIES), 'lang', 'data-title'];

  /** What was given or entered in place of the children or `src`. @type {ArticleInput[] | Promise<ArticleInput[]> | null} */
  #own = null;
  /** The same for what is shown, to go back to. @type {ArticleInput[] | Promise<ArticleInput[]> | null} */
  #shownOwn = null;
  /** What the reader is typing; it outlives every instance. @type {{ outlet: string, text: string }[]} */
  #drafts = [];
  /** @type {ArticleInput[]} */
  #articles = [];
  /** The comparison shown, kept for the next instance. @type {Uint8Array | null} */
  #bytes = null;
  /** What the reader chose beyond the attributes. @type {Record<string, any>} */
  #choice = {};
  /** @type {import('../engine/renderer.js').Drawing | null} */
  #drawing = null;
  #room = new Room(this);
  /** @type {AbortController | null} */
  #work = null;
  #crashes = 0;
  #near = false;
  #queued = false;
  #stale = true;
  #ready = promised();
  /** Called when what was shown last stands in the page. */
  #drawn = () => {};
  #children = new MutationObserver(() => this.#articlesChanged());
  /** @type {IntersectionObserver | null} */
  #approach = null;

  constructor() {
    super();
    this.#room.root.addEventListener('paste', (event) => void takePaste(/** @type {ClipboardEvent} */ (event)));
  }

  connectedCallback() {
    adopt(this, [...Object.keys(PROPERTIES), 'articles', 'choice', 'drafts']);
    this.#children.observe(this, { subtree: true, childList: true, characterData: true, attributeFilter: WATCHED });
    this.#room.blend();
    if (this.#near || this.loading === 'eager') return this.#arrive();
    this.#approach ??= new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && this.#arrive(), { rootMargin: NEAR });
    this.#approach.observe(this);
  }

  disconnectedCallback() {
    if (this.#children.takeRecords().length > 0) this.#articlesChanged();
    this.#children.disconnect();
    this.#approach?.disconnect();
    // An element that is only moved is back before this runs.
    queueMicrotask(() => this.isConnected || this.#rest());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'theme') this.#room.blend();
    if (name === 'src') this.#articlesChanged();
    else if (name === 'loading' && this.isConnected && this.loading === 'eager') this.#arrive();
    else if (name === 'lang' && this.#drawing) enter(this).then(() => this.#soon(), () => {});
    else this.#soon();
  }

  /** Resolves when the comparison of the present articles is shown. */
  get ready() {
    return this.#ready.promise;
  }

  /** The articles compared: those given here or entered by the reader, else those of `src` or the children. */
  get articles() {
    return this.#articles;
  }

  set articles(articles) {
    void this.compare(articles);
  }

  /** The reader's choices, as a plain object that can be kept and given back. */
  get choice() {
    return { ...this.#choice, ...choicesOf(this) };
  }

  set choice(choice) {
    this.#chose({ ...this.#choice, ...choice });
  }

  /** What the reader is typing: `{ outlet, text }` for each article of their own. */
  get drafts() {
    return this.#drafts;
  }

  set drafts(drafts) {
    this.#drafts = drafts;
    this.#soon();
    this.#changed('drafts');
  }

  /**
   * Compares `articles` in place of the children; without them, the children or `src` again.
   * @param {ArticleInput[] | Promise<ArticleInput[]> | null} [articles]
   * @returns {Promise<void>} resolves when the comparison is shown
   */
  compare(articles = null) {
    if (articles instanceof Promise) articles.catch(() => {});
    this.#own = articles;
    this.#articlesChanged();
    this.#arrive();
    return this.ready;
  }

  /** Goes to the next difference of the shown classes; does nothing before there is a comparison. */
  next() {
    this.#command((view) => view.next());
  }

  /** Goes to the previous difference of the shown classes; does nothing before there is a comparison. */
  previous() {
    this.#command((view) => view.previous());
  }

  /** The comparison as plain data, the contract `diptych/1`; `null` before there is one. */
  toJSON() {
    return this.#command((view) => view.report()) ?? null;
  }

  /**
   * The comparison as a complete HTML page that needs no script, as a table; `null` before there is one.
   * @returns {Promise<string | null>}
   */
  async exportHTML() {
    if (!this.#bytes) return null;
    const [glue, { exportPage }] = await Promise.all([enter(this), import('../output/export.js')]);
    return exportPage(glue, this.#room.root, this.#bytes, this.choice, { title: this.#title, articles: this.#articles });
  }

  /** Called when the drawing instance is lost: a new one gets the same comparison and the same choices. */
  stageBroke() {
    this.#drawing = null;
    this.#drawn();
    if (++this.#crashes > MOST_CRASHES) return void this.#fail(new Fault('crashed'));
    void this.#room.tell(restarted());
    if (this.isConnected) void this.#show();
  }

  #arrive() {
    this.#approach?.disconnect();
    this.#near = true;
    this.#soon();
  }

  #articlesChanged() {
    this.#stale = true;
    this.#crashes = 0;
    if (this.#ready.settled) this.#ready = promised();
    this.#soon();
  }

  /** Several changes in one turn make one update. */
  #soon() {
    if (this.#queued || !this.#near) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (!this.isConnected) return;
      if (this.#stale) void this.#compare();
      else if (this.#drawing) this.#command((view) => this.#settle(view));
      else if (this.#bytes) void this.#show();
    });
  }

  /** A later call ends an earlier one. */
  async #compare() {
    this.#stale = false;
    this.#work?.abort();
    const work = (this.#work = new AbortController());
    const { signal } = work;
    try {
      const drawn = enter(this);
      drawn.catch(() => {});
      const articles = await (this.#own ?? this.#given(signal));
      signal.throwIfAborted();
      if (!this.#bytes || JSON.stringify(articles) !== JSON.stringify(this.#articles)) {
        this.#bytes = await compare(articles, { signal, progress: this.#teller(signal) });
        this.#articles = articles;
        this.#changed('articles');
      }
      await this.#show(signal);
      this.#shownOwn = this.#own;
      this.#room.hush();
      this.#ready.resolve();
      this.#say('diptych-ready', { articles: articles.length });
    } catch (error) {
      if (!signal.aborted) void this.#fail(error);
    } finally {
      if (this.#work === work) this.#work = null;
    }
  }

  /** @param {AbortSignal} signal @returns {Promise<ArticleInput[]>} */
  async #given(signal) {
    const src = this.getAttribute('src');
    if (src === null) return readArticles(this);
    const { fetchStory } = await import('../input/story.js');
    return fetchStory(src, signal);
  }

  /** Tells the reader how far work is that takes its time. @param {AbortSignal} signal */
  #teller(signal) {
    const start = performance.now();
    return async (/** @type {number} */ share) => {
      if (performance.now() - start < SHORT_WORK) return;
      // The children stay readable until they are compared; articles from elsewhere stand nowhere yet.
      if (!this.#drawing && this.#own !== null) this.#open(await enter(this));
      if (!signal.aborted && this.#work?.signal === signal) this.#command((view) => view.showProgress(share));
    };
  }

  /** Makes room for what is drawn. */
  #open(glue) {
    this.#drawing ??= borrow(glue, (message) => this.#heard(message));
    this.#room.open(styles(glue), this.#drawing.app);
    this.#drawn = () => this.#room.rise();
  }

  /** Draws the comparison. @param {AbortSignal} [signal] */
  async #show(signal) {
    let glue;
    try {
      glue = await enter(this);
    } catch (error) {
      if (signal) throw error;
      return void this.#fail(error);
    }
    signal?.throwIfAborted();
    if (!this.isConnected || !this.#bytes) return;
    this.#open(glue);
    const tidy = this.#drawn;
    const drawn = new Promise((resolve) => (this.#drawn = () => resolve(tidy())));
    this.#command((view) => {
      view.showDrafts(this.#drafts);
      view.showTitle(this.#title);
      view.showComparison(this.#bytes, this.choice);
    });
    await drawn;
  }

  /** The title is that of the page's own articles. */
  get #title() {
    return this.#own === null ? this.dataset.title : undefined;
  }

  /** Calls into the drawing instance; an exception ends that instance. @param {(view: any) => any} call */
  #command(call) {
    if (!this.#drawing) return undefined;
    try {
      return call(this.#drawing.view);
    } catch (error) {
      console.error(error);
      abandon();
      return undefined;
    }
  }

  /** @param {any} view */
  #settle(view) {
    view.showDrafts(this.#drafts);
    view.showTitle(this.#title);
    view.update(this.choice);
  }

  /** What the drawing instance reports. It is still at work then, so nothing may call into it before the next turn. */
  #heard(message) {
    if (message.type === 'drawn') this.#drawn();
    else if (message.type === 'choice') this.#chose(message.choice);
    else if (message.type === 'drafts') this.drafts = message.drafts;
    else if (message.type === 'files') void this.#readFiles([...message.files]);
    else if (message.type === 'fill') void this.#fill();
    else if (message.type === 'articles') this.compare(message.articles).catch(() => {});
    else if (message.type === 'cancel') this.#cancel();
    else if (message.type === 'retry') this.#articlesChanged();
    else if (message.type === 'keep') void this.#keep(message.keep);
  }

  /** Files are made here; a link is the affair of the page whose address it is. */
  async #keep(kind) {
    if (kind !== 'html' && kind !== 'json') return this.#changed(kind);
    const { download } = await import('../output/export.js');
    await download(this, kind);
  }

  async #readFiles(files) {
    const { readFiles } = await import('../input/files.js');
    const { drafts, remark } = await readFiles(files);
    this.#addDrafts(drafts);
    this.#command((view) => view.say(...(remark ?? ['', '', 0])));
  }

  #addDrafts(drafts) {
    this.drafts = [...this.#drafts.filter((draft) => draft.text.trim()), ...drafts];
  }

  /** The page's own articles among the drafts. */
  async #fill() {
    const articles = await this.#given(new AbortController().signal);
    const { textOf } = await import('../input/files.js');
    this.#addDrafts(articles.map((article) => ({ outlet: article.outlet ?? article.title ?? '', text: textOf(article) })));
  }

  /** Back to what was shown before; what was to be compared stays among the drafts. */
  #cancel() {
    this.#work?.abort();
    this.#own = this.#shownOwn;
    if (this.#bytes) {
      this.#ready.resolve();
      queueMicrotask(() => void this.#show());
    } else this.#articlesChanged();
  }

  #chose(choice) {
    const before = this.choice;
    this.#choice = beyondAttributes(choice);
    for (const [name, value] of attributesFor(before, choice)) {
      if (value === null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    }
    if (JSON.stringify(before.selected) !== JSON.stringify(choice.selected)) {
      this.#say('diptych-select', { pair: choice.selected ?? null });
    }
    this.#changed('choice');
    this.#soon();
  }

  async #fail(error) {
    const fault = faultOf(error);
    await translate(fault, this);
    // What was begun meanwhile has its own end.
    if (this.#work || this.#stale) return;
    if (this.#drawing) this.#command((view) => view.showError(fault.message));
    else {
      void this.#room.tell(fault);
      this.#room.retreat();
    }
    this.#ready.reject(fault);
    this.#say('diptych-error', { code: fault.code, message: fault.message });
  }

  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** A change; the page may answer with a sentence for the reader. */
  #changed(what) {
    const say = (/** @type {[string, string, number]} */ ...words) => queueMicrotask(() => this.#command((view) => view.say(...words)));
    this.#say('diptych-change', { what, say });
  }

  /** Out of the document: gives back what it holds, and keeps the comparison and the choices. */
  #rest() {
    this.#work?.abort();
    if (this.#work) this.#stale = true;
    this.#command(() => giveBack(/** @type {import('../engine/renderer.js').Drawing} */ (this.#drawing)));
    this.#drawing = null;
    this.#room.retreat();
    leave(this);
    // Nobody watches the children now; they are read again on return, and compared if they are others.
    if (this.#own === null && !this.hasAttribute('src')) this.#stale = true;
  }
}

reflect(DiptychCompare.prototype);
