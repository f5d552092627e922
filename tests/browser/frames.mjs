// Measures the time from frame to frame while a reader scrolls and drags, on two articles of 100 sentences.
// Usage: `node frames.mjs` with the variables that `cargo xtask test --browser` sets. A measurement, not a test.
import { launch } from './support/chromium.mjs';
import { ready } from './support/ready.mjs';
import { pageUrl } from './support/settings.mjs';

const syllables = 'ba de fi go lu ma ne pi ro su ta ve wi zo ka le mi no pu ra se ti vo wa'.split(' ');
/** A made-up word, another for each number. */
const word = (n) => [n % 24, Math.floor(n / 24) % 24, (n * 7) % 24].map((at) => syllables[at]).join('');
/** The second article tells two thirds of the first one's sentences, in another order and partly in other words. */
const article = (second) => Array.from({ length: 100 }, (_, i) => {
  const at = second ? (i * 37) % 100 : i;
  const own = second && at % 3 === 2;
  const words = Array.from({ length: 14 }, (_, k) => word(at * 14 + k + (own ? 5000 : 0)));
  if (second && at % 3 === 1) for (let k = 0; k < 4; k++) words[k * 3] = word(9000 + at * 14 + k);
  return `The ${words.slice(0, 5).join(' ')} was with the ${words.slice(5, 10).join(' ')}, and ${words.slice(10).join(' ')}.${i % 4 === 3 ? '\n\n' : ' '}`;
}).join('');

/** A second at rest, on a screen with 60 frames a second. */
const IDLE_FRAMES = 60;

const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1440, height: 1000 } })).newPage();
await page.goto(pageUrl);
await ready(page);
await page.evaluate((texts) => document.querySelector('diptych-compare').compare(texts.map((text) => ({ text }))), [article(false), article(true)]);
const widget = page.locator('diptych-compare .dp');

const debug = await page.context().newCDPSession(page);
await debug.send('Performance.enable', { timeDomain: 'threadTicks' });
/** Seconds of processor time that the page's thread has used: what a busy machine adds by waiting is not in it. */
const used = async () => {
  const { metrics } = await debug.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
};

/** Times between frames while `act` goes on, and the processor time a frame, in milliseconds. */
async function during(act) {
  await page.evaluate(() => {
    globalThis.times = [];
    let last = performance.now();
    const beat = (now) => {
      globalThis.times.push(now - last);
      last = now;
      globalThis.beat = requestAnimationFrame(beat);
    };
    globalThis.beat = requestAnimationFrame(beat);
  });
  const before = await used();
  await act();
  const work = (await used()) - before;
  const times = await page.evaluate(() => {
    cancelAnimationFrame(globalThis.beat);
    return globalThis.times.slice(2);
  });
  times.sort((a, b) => a - b);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))]?.toFixed(1);
  return { frames: times.length, work: ((work * 1000) / times.length).toFixed(1), median: at(0.5), p95: at(0.95), longest: at(1) };
}

/** Waits for so many frames to be painted. */
const frames = (count) => page.evaluate((left) => new Promise((done) => {
  const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
  next();
}), count);

const report = { links: await widget.locator('.rg').count() };
report.idle = await during(() => frames(IDLE_FRAMES));
await widget.locator('.pane-left').hover();
report.scrolling = await during(async () => {
  for (let i = 0; i < 60; i++) await page.mouse.wheel(0, 60);
});
const strip = await widget.locator('.ovc').boundingBox();
report['dragging in the strip'] = await during(async () => {
  await page.mouse.move(strip.x + 8, strip.y + 40);
  await page.mouse.down();
  await page.mouse.move(strip.x + 8, strip.y + strip.height - 40, { steps: 60 });
  await page.mouse.up();
});
const slider = await widget.getByRole('slider', { name: 'Sensitivity' }).boundingBox();
report['dragging the sensitivity'] = await during(async () => {
  await page.mouse.move(slider.x + slider.width / 2, slider.y + slider.height / 2);
  await page.mouse.down();
  await page.mouse.move(slider.x + slider.width - 4, slider.y + slider.height / 2, { steps: 40 });
  await page.mouse.up();
});
console.log(JSON.stringify(report, null, 1));
await browser.close();
