// A comparison as a page of its own: what is drawn, without what only works with the script.

/** Controls and what only a script fills. */
const ALIVE = 'button, input, select, textarea, form, dialog, svg, [role="toolbar"], [role="status"], [role="slider"], [role="tablist"]';

/**
 * Draws the comparison once more as a table, out of sight, and takes its HTML.
 * @param {any} glue
 * @param {ShadowRoot} root
 * @param {Uint8Array} bytes
 * @param {object} choice
 * @param {string} [title] what the story is called
 */
export async function exportPage(glue, root, bytes, choice, title = 'Articles compared') {
  const box = document.createElement('div');
  box.hidden = true;
  root.append(box);
  let view;
  try {
    await new Promise((resolve) => {
      view = new glue.View(box, (/** @type {{ type: string }} */ message) => message.type === 'drawn' && resolve(undefined));
      view.showComparison(bytes, { ...choice, view: 'rows', selected: null });
    });
    const still = /** @type {Element} */ (box.cloneNode(true));
    for (const element of still.querySelectorAll(ALIVE)) element.remove();
    const writer = new XMLSerializer();
    const markup = [...still.children].map((child) => writer.serializeToString(child)).join('');
    const lang = still.querySelector('[lang]')?.getAttribute('lang') ?? 'en';
    return await page({ markup, css: glue.stylesheet(), title, lang });
  } finally {
    view?.destroy();
    box.remove();
  }
}

/**
 * Hands a file to the reader.
 * @param {string} text
 * @param {'html' | 'json'} kind
 */
export function download(text, kind) {
  const type = kind === 'html' ? 'text/html' : 'application/json';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `diptych.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The markup in a shadow root of its own, so that the style sheet means what it means in the element. */
async function page({ markup, css, title, lang }) {
  const style = crypto.subtle ? await hashOf(css) : "'unsafe-inline'";
  const policy = `default-src 'none'; style-src ${style}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
</head>
<body>
<div><template shadowrootmode="open"><style>${css}</style>${markup}</template></div>
</body>
</html>
`;
}

const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

async function hashOf(/** @type {string} */ text) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}
