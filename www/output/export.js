// @ts-check
// A comparison as a page of its own, the same that the command line writes.

import { returnDrawing, takeDrawing } from '../engine/renderer.js';
import { saveFile } from './file.js';
import { articlesHtml, escaped } from './snippets.js';

/** @import { ArticleInput, Choice } from '../../npm/element.js' */

/**
 * Draws the comparison once more as a page to keep, in a hidden element, and takes its HTML.
 * @param {import('../engine/diptych.js').Glue} glue
 * @param {ShadowRoot} root
 * @param {{ bytes: Uint8Array, choice: Choice, title?: string, articles: ArticleInput[] }} comparison
 */
export async function exportPage(glue, root, { bytes, choice, title, articles }) {
  const box = document.createElement('div');
  box.hidden = true;
  let drawn = () => {};
  const drawing = takeDrawing(glue, (message) => {
    if (message.type === 'drawn') drawn();
  });
  box.append(drawing.app);
  root.append(box);
  try {
    await new Promise((resolve) => {
      drawn = () => resolve(undefined);
      drawing.view.showDocument(bytes, { ...choice, theme: 'auto' }, title);
    });
    const [still] = drawing.app.children;
    const written = new XMLSerializer().serializeToString(still);
    const { lang, dir, ariaLabel } = /** @type {HTMLElement} */ (still);
    return await page({ still: written, css: glue.stylesheet(), lang, dir, label: ariaLabel ?? '', title, articles });
  } finally {
    returnDrawing(drawing);
    box.remove();
  }
}

/**
 * Saves what an element shows as a file; does nothing while it shows nothing.
 * @param {import('../element/element.js').DiptychCompare} element
 * @param {'html' | 'json'} kind
 */
export async function download(element, kind) {
  const text = kind === 'html' ? await element.exportHTML() : JSON.stringify(element.toJSON(), null, 1);
  if (!text || text === 'null') return;
  saveFile(text, kind === 'html' ? 'text/html' : 'application/json', `diptych.${kind}`);
}

/**
 * The same page as `src/export/html.rs` writes; a test compares them.
 * @param {{ still: string, css: string, lang: string, dir: string, label: string, title?: string, articles: ArticleInput[] }} parts
 */
async function page({ still, css, lang, dir, label, title, articles }) {
  const style = crypto.subtle ? await hashOf(css) : "'unsafe-inline'";
  return `<!doctype html>
<html lang="${escaped(lang)}" dir="${escaped(dir)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${style}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title ?? label)}</title>
</head>
<body>
<main>
<diptych-compare${title ? ` data-title="${escaped(title)}"` : ''}>
<template shadowrootmode="open"><style>${css}</style>${still}</template>
${articlesHtml(articles)}
</diptych-compare>
</main>
</body>
</html>
`;
}

async function hashOf(/** @type {string} */ text) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}
