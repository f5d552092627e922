// @ts-check
// `DOMParser` for Node, where stories with HTML in them are packed: parse5's tree, with as much of the DOM as
// www/input/dom.js reads.
import { pathToFileURL } from 'node:url';
import { installed } from './tools.mjs';

const { parse } = await import(pathToFileURL(installed.resolve('parse5')).href);

/** A node of parse5's tree among its siblings. */
class ParsedNode {
  #node;
  #siblings;
  #at;

  /** @param {any[]} siblings @param {number} at */
  constructor(siblings, at) {
    this.#node = siblings[at];
    this.#siblings = siblings;
    this.#at = at;
  }

  /** @param {any[]} nodes @param {number} at @returns {ParsedNode | null} */
  static at = (nodes, at) => (at < nodes.length ? new ParsedNode(nodes, at) : null);

  get nodeType() {
    if (this.#node.nodeName === '#text') return 3;
    return this.tagName === undefined ? 8 : 1;
  }

  get nodeValue() {
    return this.#node.value ?? null;
  }

  get tagName() {
    return this.#node.tagName;
  }

  get firstChild() {
    return ParsedNode.at(this.#node.childNodes ?? [], 0);
  }

  get nextSibling() {
    return ParsedNode.at(this.#siblings, this.#at + 1);
  }

  /** @param {string} wanted */
  hasAttribute(wanted) {
    return this.#node.attrs.some((/** @type {{ name: string }} */ { name }) => name === wanted);
  }
}

export class DOMParser {
  /** @param {string} html */
  parseFromString(html) {
    const element = (/** @type {any} */ parent, /** @type {string} */ name) =>
      parent.childNodes.find((/** @type {any} */ child) => child.tagName === name);
    return { body: new ParsedNode([element(element(parse(html), 'html'), 'body')], 0) };
  }
}
