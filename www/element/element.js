// @ts-check
// <diptych-compare>: the class alone. Importing this registers nothing; define.js does.

import { Fault, faultOf, restarted, translate } from '../engine/fault.js';
import { acquire, release } from '../engine/renderer.js';
import { compare } from '../engine/worker-pool.js';
import { takePaste } from '../input/paste.js';
import { attributeChanges, choicesOf, withoutAttributes } from './attributes.js';
import { deferred } from './deferred.js';
import { whenNear } from './near.js';
import { Base, PROPERTIES, reflect, upgradeProperties } from './reflect.js';
import { ShadowView } from './shadow-view.js';

/** @import { ArticleInput, Choice, DiptychCompare as Published, DiptychEventMap as EventMap, Draft } from '../../npm/element.js' */
/** @typedef {EventMap['diptych-change']['detail']} ChangeDetail */
/** @import { Message, View } from '../engine/diptych.js' */

/** What input/dom.js reads of the children. */
const READ_ATTRIBUTES = ['lang', 'cite', 'datetime', 'hidden', 'data-outlet', 'data-title'];
const READ = { subtree: true, childList: true, characterData: true, attributeFilter: READ_ATTRIBUTES };
/** Shorter work shows no progress, in milliseconds: it is done before a reader has read the line. */
const SHORT_WORK_MS = 300;
/** How often an instance may break on the same articles before no other is started. */
const MAX_CRASHES = 2;

/**
 * Shows how its articles tell the same event. See docs/embedding.md.
 * @implements {Published}
 * @slot - The articles, which stay readable before, without and after the script.
 * @fires diptych-ready - A comparison is shown.
 * @fires diptych-select - The reader chose a pair, or let it go.
 * @fires diptych-change - The reader's choices, drafts or articles changed; `detail.what` says which.
 * @fires diptych-error - Something failed; `detail.code` says what.
 * @csspart app, masthead, legend, column-heading, sentence, pair-panel, strip, rows, notice, still - See the docs.
 */
export class DiptychCompare extends Base {
  static observedAttributes = [...Object.keys(PROPERTIES), 'lang', 'data-title'];

  /** What was given or entered in place of the children or `src`. @type {ArticleInput[] | Promise<ArticleInput[]> | null} */
  #given = null;
  /** The same for what is shown, to go back to. @type {ArticleInput[] | Promise<ArticleInput[]> | null} */
  #shownGiven = null;
  /** What the reader is typing. @type {Draft[]} */
  #drafts = [];
  /** @type {ArticleInput[]} */
  #articles = [];
  /** The comparison shown, kept for the next instance. @type {Uint8Array | null} */
  #bytes = null;
  /** The choices that no attribute stands for. @type {Choice} */
  #choice = {};
  #shadow = new ShadowView(this, (message) => this.#onMessage(message));
  /** Ends the comparison that is under way. @type {AbortController | null} */
  #comparing = null;
  #crashes = 0;
  /** Whether loading has begun. */
  #active = false;
  /** Whether an update is scheduled. */
  #scheduled = false;
  /** Whether the articles may have changed since they were compared. */
  #stale = true;
  #ready = deferred();
  #childObserver = new MutationObserver(() => this.#articlesChanged());
  #stopWaiting = () => {};

  constructor() {
    super();
    this.#shadow.root.addEventListener('paste', (event) => void this.#paste(event));
  }

  connectedCallback() {
    upgradeProperties(this, [...Object.keys(PROPERTIES), 'articles', 'choice', 'drafts']);
    this.#childObserver.observe(this, READ);
    this.#shadow.applyTheme();
    if (this.#active || this.loading === 'eager') return this.#activate();
    this.#stopWaiting = whenNear(this, () => this.#activate());
  }

  disconnectedCallback() {
    if (this.#childObserver.takeRecords().length > 0) this.#articlesChanged();
    this.#childObserver.disconnect();
    this.#stopWaiting();
    // An element that is only moved is connected again before this runs.
    queueMicrotask(() => this.isConnected || this.#suspend());
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'theme') this.#shadow.applyTheme();
    if (name === 'src') this.#articlesChanged();
    else if (name === 'loading' && this.isConnected && this.loading === 'eager') this.#activate();
    else if (name === 'lang') void this.#changeLanguage();
    else this.#schedule();
  }

  /** Fetches the strings of another language before it is shown. */
  async #changeLanguage() {
    if (this.#shadow.isOpen) await acquire(this).catch(() => {});
    this.#schedule();
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
    this.#choose({ ...this.#choice, ...choice });
  }

  /** What the reader is typing: `{ outlet, text }` for each article of their own. */
  get drafts() {
    return this.#drafts;
  }

  set drafts(drafts) {
    this.#drafts = drafts;
    this.#schedule();
    this.#dispatchChange('drafts');
  }

  /**
   * Compares `articles` in place of the children; without them, the children or `src` again.
   * @param {ArticleInput[] | Promise<ArticleInput[]> | null} [articles]
   * @returns {Promise<void>} resolves when the comparison is shown
   */
  compare(articles = null) {
    if (articles instanceof Promise) articles.catch(() => {});
    this.#given = articles;
    this.#articlesChanged();
    this.#activate();
    return this.ready;
  }

  /** Goes to the next difference of the shown classes; does nothing before there is a comparison. */
  next() {
    this.#shadow.command((view) => view.next());
  }

  /** Goes to the previous difference of the shown classes; does nothing before there is a comparison. */
  previous() {
    this.#shadow.command((view) => view.previous());
  }

  /** The comparison as plain data, the contract `diptych/1`; `null` before there is one. */
  toJSON() {
    return this.#shadow.command((view) => view.report()) ?? null;
  }

  /**
   * The comparison as a complete HTML page that needs no script, as a table; `null` before there is one.
   * @returns {Promise<string | null>}
   */
  async exportHTML() {
    const [bytes, choice, title, articles] = [this.#bytes, this.choice, this.#title, this.#articles];
    if (!bytes) return null;
    const [glue, { exportPage }] = await Promise.all([acquire(this), import('../output/export.js')]);
    return exportPage(glue, this.#shadow.root, { bytes, choice, title, articles });
  }

  /** Called when the drawing instance broke: a new one gets the same comparison and the same choices. */
  rendererBroke() {
    this.#shadow.lose();
    if (++this.#crashes > MAX_CRASHES) return void this.#fail(new Fault('crashed'));
    void this.#shadow.showNotice(restarted());
    if (this.isConnected) void this.#show();
  }

  #activate() {
    this.#stopWaiting();
    this.#active = true;
    this.#schedule();
  }

  #articlesChanged() {
    this.#stale = true;
    this.#crashes = 0;
    if (this.#ready.settled) this.#ready = deferred();
    this.#schedule();
  }

  /** Several changes in one turn make one update. */
  #schedule() {
    if (this.#scheduled || !this.#active) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (!this.isConnected) return;
      if (this.#stale) void this.#compare();
      else if (this.#shadow.isOpen) this.#shadow.command((view) => this.#updateView(view));
      else if (this.#bytes) void this.#show();
    });
  }

  /** Reads the articles, compares them where they changed, and shows the comparison. A later call ends an earlier one. */
  async #compare() {
    this.#stale = false;
    this.#comparing?.abort();
    const comparing = new AbortController();
    this.#comparing = comparing;
    const { signal } = comparing;
    try {
      // The drawing instance starts while the comparison runs.
      acquire(this).catch(() => {});
      const articles = await (this.#given ?? this.#readPage(signal));
      signal.throwIfAborted();
      if (!this.#bytes || JSON.stringify(articles) !== JSON.stringify(this.#articles)) {
        this.#bytes = await compare(articles, { signal, progress: this.#progressReporter(signal) });
        this.#articles = articles;
        this.#dispatchChange('articles');
      }
      await this.#show(signal);
      this.#shownGiven = this.#given;
      this.#shadow.hideNotice();
      this.#ready.resolve();
      this.#dispatch('diptych-ready', { articles: articles.length });
    } catch (error) {
      if (!signal.aborted) void this.#fail(error);
    } finally {
      if (this.#comparing === comparing) this.#comparing = null;
    }
  }

  /** The articles of `src` or of the children. @param {AbortSignal} [signal] @returns {Promise<ArticleInput[]>} */
  async #readPage(signal) {
    const src = this.getAttribute('src');
    if (src !== null) return (await import('../input/story.js')).fetchStory(src, signal);
    return (await import('../input/dom.js')).readArticles(this);
  }

  /** Shows the reader the progress of work that takes long. @param {AbortSignal} signal */
  #progressReporter(signal) {
    const start = performance.now();
    return async (/** @type {number} */ share) => {
      if (performance.now() - start < SHORT_WORK_MS) return;
      // The children stay readable until they are compared; articles from elsewhere are not in the page yet.
      if (!this.#shadow.isOpen && this.#given !== null) this.#shadow.open(await acquire(this));
      if (!signal.aborted && this.#comparing?.signal === signal)
        this.#shadow.command((view) => view.showProgress(share));
    };
  }

  /** Draws the comparison. @param {AbortSignal} [signal] */
  async #show(signal) {
    let glue;
    try {
      glue = await acquire(this);
    } catch (error) {
      if (signal) throw error;
      return void this.#fail(error);
    }
    signal?.throwIfAborted();
    if (!this.isConnected || !this.#bytes) return;
    this.#shadow.open(glue);
    const bytes = this.#bytes;
    await this.#shadow.draw((view) => {
      view.showDrafts(this.#drafts);
      view.showTitle(this.#title);
      view.showComparison(bytes, this.choice);
    });
  }

  /** The title belongs to the page's articles alone. */
  get #title() {
    return this.#given === null ? this.dataset.title : undefined;
  }

  /** @param {View} view */
  #updateView(view) {
    view.showDrafts(this.#drafts);
    view.showTitle(this.#title);
    view.update(this.choice);
  }

  /**
   * Handles what the view reports. The instance is inside a call then, so nothing may call into it before the next turn.
   * @param {Message} message
   */
  #onMessage(message) {
    if (message.type === 'choice') this.#choose(message.choice);
    else if (message.type === 'drafts') this.drafts = message.drafts;
    else if (message.type === 'files') void this.#readFiles([...message.files]);
    else if (message.type === 'fill') void this.#fill();
    else if (message.type === 'articles') this.compare(message.articles).catch(() => {});
    else if (message.type === 'cancel') this.#cancel();
    else if (message.type === 'retry') this.#articlesChanged();
    else if (message.type === 'keep') void this.#export(message.keep);
  }

  /** Saves a file; a link is left to the page, which knows its own address. @param {Extract<Message, { type: 'keep' }>['keep']} format */
  async #export(format) {
    if (format !== 'html' && format !== 'json') return this.#dispatchChange(format);
    const { download } = await import('../output/export.js');
    await download(this, format);
  }

  /** @param {File[]} files */
  async #readFiles(files) {
    const { addedDrafts, readFiles } = await import('../input/files.js');
    const { drafts, remark } = await readFiles(files);
    this.drafts = addedDrafts(this.#drafts, drafts);
    this.#shadow.command((view) => view.say(...(remark ?? ['', '', 0])));
  }

  /** @param {Event} event */
  async #paste(event) {
    const remark = await takePaste(event);
    if (remark) this.#shadow.command((view) => view.say(...remark));
  }

  /** Adds the page's articles to the drafts. */
  async #fill() {
    const articles = await this.#readPage();
    const { addedDrafts, draftOf } = await import('../input/files.js');
    this.drafts = addedDrafts(this.#drafts, articles.map(draftOf));
  }

  /** Goes back to what was shown before; what was to be compared stays among the drafts. */
  #cancel() {
    this.#comparing?.abort();
    this.#given = this.#shownGiven;
    if (this.#bytes) {
      this.#ready.resolve();
      queueMicrotask(() => void this.#show());
    } else this.#articlesChanged();
  }

  /** @param {Choice} choice */
  #choose(choice) {
    const before = this.choice;
    this.#choice = withoutAttributes(choice);
    for (const [name, value] of attributeChanges(before, choice)) {
      if (value === null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    }
    if (JSON.stringify(before.selected) !== JSON.stringify(choice.selected)) {
      this.#dispatch('diptych-select', { pair: choice.selected ?? null });
    }
    this.#dispatchChange('choice');
    this.#schedule();
  }

  /** @param {unknown} error */
  async #fail(error) {
    const fault = faultOf(error);
    await translate(fault, this);
    // Work that began meanwhile reports its own end.
    if (this.#comparing || this.#stale) return;
    if (this.#shadow.isOpen) this.#shadow.command((view) => view.showError(fault.message));
    else {
      void this.#shadow.showNotice(fault);
      this.#shadow.hide();
    }
    this.#ready.reject(fault);
    this.#dispatch('diptych-error', { code: fault.code, message: fault.message });
  }

  /**
   * @template {keyof EventMap} Name
   * @param {Name} name
   * @param {EventMap[Name]['detail']} detail
   */
  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** Tells of a change; who listens may answer with a sentence for the reader. @param {ChangeDetail['what']} what */
  #dispatchChange(what) {
    /** @type {ChangeDetail['say']} */
    const say = (...sentence) => queueMicrotask(() => this.#shadow.command((view) => view.say(...sentence)));
    this.#dispatch('diptych-change', { what, say });
  }

  /** Outside the document: returns the drawing, and keeps the comparison and the choices. */
  #suspend() {
    this.#comparing?.abort();
    if (this.#comparing) this.#stale = true;
    this.#shadow.close();
    release(this);
    // The children are not observed now: they are read again when the element is back, and compared if they changed.
    if (this.#given === null && !this.hasAttribute('src')) this.#stale = true;
  }
}

reflect(DiptychCompare.prototype);
