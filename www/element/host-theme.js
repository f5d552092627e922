// The page around an element: its font, the size of its text, and its colours where all of ours keep their contrast
// on them.

/**
 * The darkest background that our light colours can stand on, and the lightest for the dark ones, as luminance. Beyond
 * them the borders of controls, the palest of them all, would keep less than 3 : 1.
 */
const LIGHT = 0.87;
const DARK = 0.025;
/** A background is light when black reads better on it than white. */
const MIDDLE = 0.179;
/** Text with less contrast could not be read on every tint. */
const STRONG = 8.5;
/** What the reading text may be derived from, in pixels: a page's small print and its display sizes are not meant. */
const SMALLEST = 14;
const LARGEST = 20;
/** How much black or white a panel is off the paper. */
const PANEL = 0.025;

const NAMES = ['--dp-font', '--dp-size', '--dp-paper', '--dp-panel', '--dp-ink', 'color-scheme'];

/** Red, green, blue and opacity, 0–1. @typedef {number[]} Colour */

/** @param {Colour} top @param {Colour} under an opaque one @returns {Colour} */
const over = (top, under) => [0, 1, 2].map((i) => under[i] + (top[i] - under[i]) * (top[3] ?? 1));

/** @param {Colour} colour */
const luminance = (colour) => {
  const [r, g, b] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const written = (/** @type {Colour} */ colour) => `rgb(${colour.map((c) => Math.round(c * 255)).join(', ')})`;

/**
 * Makes `app`, what is drawn in `element`, look like the page around: always its font, and its background and text
 * colour where they fit `theme` and can be read. Without a theme of its own, `app` is light or dark as that background is.
 * @param {Element} element
 * @param {HTMLElement} app
 * @param {string} theme
 */
export function blend(element, app, theme) {
  const { style } = app;
  for (const name of NAMES) style.removeProperty(name);
  const around = getComputedStyle(element);
  style.setProperty('--dp-font', around.fontFamily);
  style.setProperty('--dp-size', `${Math.min(Math.max(parseFloat(around.fontSize), SMALLEST), LARGEST)}px`);

  /** The parts of a colour in any form that CSS knows. @returns {Colour} */
  const read = (/** @type {string} */ colour) => {
    style.setProperty('color', `color-mix(in srgb, ${colour}, ${colour})`);
    const found = getComputedStyle(app).color.match(/-?\d[\d.]*(e-?\d+)?/g) ?? [];
    style.removeProperty('color');
    return found.map(Number);
  };
  const own = around.getPropertyValue('--diptych-paper');
  const paper = CSS.supports('color', own) ? over(read(own), read('Canvas')) : background(element, read);
  const bright = luminance(paper);
  const light = bright > MIDDLE;
  if (theme === 'auto') style.setProperty('color-scheme', light ? 'light' : 'dark');
  else if ((theme === 'light') !== light) return;
  if (!(bright >= LIGHT || bright <= DARK) || matchMedia('(prefers-contrast: more)').matches) return;
  style.setProperty('--dp-paper', written(paper));
  style.setProperty('--dp-panel', written(over(light ? [0, 0, 0, PANEL] : [1, 1, 1, PANEL], paper)));
  const ink = over(read(around.color), paper);
  const [darker, lighter] = [bright, luminance(ink)].sort((a, b) => a - b);
  if ((lighter + 0.05) / (darker + 0.05) >= STRONG) style.setProperty('--dp-ink', written(ink));
}

/** The background behind an element, as it shows through everything that is not opaque. */
function background(/** @type {Element} */ element, /** @type {(colour: string) => Colour} */ read) {
  const layers = [];
  for (let node = /** @type {any} */ (element); node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
    layers.push(read(getComputedStyle(node).backgroundColor));
    if (layers.at(-1)?.[3] === undefined) break;
  }
  return layers.reduceRight((under, top) => over(top, under), read('Canvas'));
}

/**
 * Calls `changed` before the next frame when the page around may look different: after a change of its theme, of the
 * system's, or at the end of a change that took its time.
 * @param {Element} element
 * @param {() => void} changed
 * @returns {() => void} ends that
 */
export function watchAround(element, changed) {
  let asked = 0;
  const soon = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      changed();
    });
  };
  const end = new AbortController();
  const { signal } = end;
  const themes = new MutationObserver(soon);
  for (const root of [document.documentElement, document.body ?? element]) themes.observe(root, { attributes: true });
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) matchMedia(query).addEventListener('change', soon, { signal });
  const over = (/** @type {TransitionEvent} */ { propertyName, target }) => {
    if (/color$/.test(propertyName) && /** @type {Node} */ (target).contains(element)) soon();
  };
  document.addEventListener('transitionend', over, { signal });
  return () => {
    themes.disconnect();
    end.abort();
    cancelAnimationFrame(asked);
  };
}
