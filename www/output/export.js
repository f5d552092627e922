// A comparison as a page of its own, the same that the command line writes.

import { articlesHtml, escaped } from './snippets.js';
import { borrow, giveBack } from '../engine/renderer.js';

/**
 * Draws the comparison once more as a page to keep, out of sight, and takes its HTML.
 * @param {any} glue
 * @param {ShadowRoot} root
 * @param {Uint8Array} bytes
 * @param {object} choice
 * @param {{ title?: string, articles: import('../input/dom.js').ArticleInput[] }} story
 */
export async function exportPage(glue, root, bytes, choice, { title, articles }) {
  const box = document.createElement('div');
  box.hidden = true;
  let drawn = () => {};
  const drawing = borrow(glue, (message) => message.type === 'drawn' && drawn());
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
    giveBack(drawing);
    box.remove();
  }
}

/**
 * Hands what an element shows to the reader, as a file; nothing while it shows nothing.
 * @param {import('../element/element.js').DiptychCompare} element
 * @param {'html' | 'json'} kind
 */
export async function download(element, kind) {
  const text = kind === 'html' ? await element.exportHTML() : JSON.stringify(element.toJSON(), null, 1);
  if (!text || text === 'null') return;
  const type = kind === 'html' ? 'text/html' : 'application/json';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `diptych.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The page of `src/export/html.rs`; a test holds them against each other. */
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
