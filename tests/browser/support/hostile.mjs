// @ts-check
// What is meant to hurt a page, and how to see that it did not.
import assert from 'node:assert/strict';

/** Two sentences to hold it against. */
export const STORY =
  'The ministry closed the harbour of Antwerp on Friday after a fire destroyed nine cranes. Engineers expect repairs to take three weeks.';

/** Markup that runs, loads or leads away wherever it is taken for markup. */
export const MARKUP = [
  '<script>globalThis.hurt = 1</script>',
  '<img src=x onerror="globalThis.hurt = 1">',
  '<svg><style><img src=x onerror="globalThis.hurt = 1"></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=globalThis.hurt=1&gt;">',
  '<template shadowrootmode="open"><script>globalThis.hurt = 1</script></template>',
  '</textarea></title></style></script><iframe srcdoc="<script>parent.hurt = 1</script>">',
  '<a href="javascript:globalThis.hurt=1">here</a><form action="//evil.example"><button>go</button></form>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an attack on template engines
  '{{constructor.constructor("globalThis.hurt = 1")()}} ${globalThis.hurt = 1}',
  '"><base href="https://evil.example/"><link rel=stylesheet href="https://evil.example/a.css"><meta http-equiv=refresh content=0>',
];

/**
 * What a page's own policy notes of HTML that is only parsed, although nothing of it runs or is applied: patterns for
 * `allowed`.
 */
export const INLINE_NOTED = [
  /^policy breach: ((style|script)-src-(attr|elem) inline|base-uri)/,
  /^console error: (Applying inline style|Executing inline event handler|Setting the document's base URI)/,
];

/** Nothing of it ran, nothing of it became an element, no address leads away. @param {import('playwright-core').Page} page */
export const harmless = async (page) => {
  const found = await page.evaluate(() => {
    const root = document.querySelector('diptych-compare')?.shadowRoot ?? document;
    const elements = [
      ...root.querySelectorAll(
        'script, iframe, object, embed, base, link, meta, style, template, form[action], math, [onerror], [onload], [srcdoc]',
      ),
    ];
    const links = [...root.querySelectorAll('[href], [src]')].map(
      (e) => e.getAttribute('href') ?? e.getAttribute('src'),
    );
    return {
      hurt: /** @type {any} */ (globalThis).hurt,
      elements: elements.map((e) => e.outerHTML),
      links: links.filter((href) => !/^(https?:\/\/|#)/.test(href ?? '')),
    };
  });
  assert.deepEqual(found, { hurt: undefined, elements: [], links: [] });
};
