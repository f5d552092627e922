// @ts-check
// The theme of the page around an element: its font, the size of its text, and its colors where the widget's own keep
// their contrast on them.

/**
 * The darkest background that the widget's light colors can stand on, and the lightest one for its dark colors, as
 * luminance. Between them the borders of controls, which have the least contrast, would have less than 3 : 1.
 */
const MIN_LIGHT = 0.87;
const MAX_DARK = 0.025;
/** The luminance on which black and white have the same contrast: a background above it is light. */
const MIDDLE = 0.179;
/** Text of less contrast can't be read on every tint of the marks. */
const MIN_TEXT_CONTRAST = 8.5;
/** The range of font sizes that are taken over, in pixels: small print and display sizes are not meant for reading. */
const MIN_SIZE = 14;
const MAX_SIZE = 20;
/** The opacity of the black or white that makes a panel's background from the page's. */
const PANEL = 0.025;

const NAMES = ['--dp-font', '--dp-size', '--dp-paper', '--dp-panel', '--dp-ink', 'color-scheme'];

/** Red, green, blue and opacity, 0–1. @typedef {number[]} Color */

/** One color seen through another. @param {Color} top @param {Color} under an opaque one @returns {Color} */
const over = (top, under) => [0, 1, 2].map((i) => under[i] + (top[i] - under[i]) * (top[3] ?? 1));

/** The relative luminance of WCAG. @param {Color} color */
const luminance = (color) => {
  const [r, g, b] = color.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const cssOf = (/** @type {Color} */ color) => `rgb(${color.map((c) => Math.round(c * 255)).join(', ')})`;

/**
 * Makes `app`, what is drawn in `element`, look like the page around: with its font, and with its background and text
 * color where they fit `theme` and have enough contrast. With the theme `auto`, `app` is light or dark as that background
 * is.
 * @param {Element} element
 * @param {HTMLElement} app
 * @param {string} theme
 */
export function applyHostTheme(element, app, theme) {
  const { style } = app;
  for (const name of NAMES) style.removeProperty(name);
  const host = getComputedStyle(element);
  style.setProperty('--dp-font', host.fontFamily);
  style.setProperty('--dp-size', `${Math.min(Math.max(parseFloat(host.fontSize), MIN_SIZE), MAX_SIZE)}px`);

  /** The parts of a color in any form that CSS knows. @returns {Color} */
  const read = (/** @type {string} */ color) => {
    style.setProperty('color', `color-mix(in srgb, ${color}, ${color})`);
    const found = getComputedStyle(app).color.match(/-?\d[\d.]*(e-?\d+)?/g) ?? [];
    style.removeProperty('color');
    return found.map(Number);
  };
  const own = host.getPropertyValue('--diptych-paper');
  const paper = CSS.supports('color', own) ? over(read(own), read('Canvas')) : background(element, read);
  const bright = luminance(paper);
  const light = bright > MIDDLE;
  if (theme === 'auto') style.setProperty('color-scheme', light ? 'light' : 'dark');
  else if ((theme === 'light') !== light) return;
  if (!(bright >= MIN_LIGHT || bright <= MAX_DARK) || matchMedia('(prefers-contrast: more)').matches) return;
  style.setProperty('--dp-paper', cssOf(paper));
  style.setProperty('--dp-panel', cssOf(over(light ? [0, 0, 0, PANEL] : [1, 1, 1, PANEL], paper)));
  const ink = over(read(host.color), paper);
  const [darker, lighter] = [bright, luminance(ink)].sort((a, b) => a - b);
  if ((lighter + 0.05) / (darker + 0.05) >= MIN_TEXT_CONTRAST) style.setProperty('--dp-ink', cssOf(ink));
}

/**
 * The background behind an element, seen through everything that is not opaque.
 * @param {Element} element
 * @param {(color: string) => Color} read
 */
function background(element, read) {
  const layers = [];
  for (
    let node = /** @type {any} */ (element);
    node;
    node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host
  ) {
    layers.push(read(getComputedStyle(node).backgroundColor));
    if (layers.at(-1)?.[3] === undefined) break;
  }
  return layers.reduceRight((under, top) => over(top, under), read('Canvas'));
}

/**
 * Calls `changed` before the next frame when the page around may look different: after a change of its attributes or of
 * the system's theme, and at the end of a color transition.
 * @param {Element} element
 * @param {() => void} changed
 * @returns {() => void} ends the watch
 */
export function watchHostTheme(element, changed) {
  let request = 0;
  const schedule = () => {
    request ||= requestAnimationFrame(() => {
      request = 0;
      changed();
    });
  };
  const watching = new AbortController();
  const { signal } = watching;
  const attributes = new MutationObserver(schedule);
  for (const root of [document.documentElement, document.body ?? element])
    attributes.observe(root, { attributes: true });
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'])
    matchMedia(query).addEventListener('change', schedule, { signal });
  const ended = (/** @type {TransitionEvent} */ { propertyName, target }) => {
    if (/color$/.test(propertyName) && /** @type {Node} */ (target).contains(element)) schedule();
  };
  document.addEventListener('transitionend', ended, { signal });
  return () => {
    attributes.disconnect();
    watching.abort();
    cancelAnimationFrame(request);
  };
}
