// Writes a picture of each state to the folder named first; a second word picks states by a part of their name.
import { join } from 'node:path';
import { launch } from './support/chromium.mjs';
import { ready } from './support/ready.mjs';
import { pageUrl } from './support/settings.mjs';
import { states } from './support/states.mjs';

const [folder, part = ''] = process.argv.slice(2);
const chosen = states.filter(({ name }) => name.includes(part));
if (chosen.length === 0) {
  console.error(`No state's name contains "${part}": there are ${states.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const browser = await launch();
try {
  for (const { name, viewport, media, full = false, act } of chosen) {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'UTC' });
    const page = await context.newPage();
    if (media) await page.emulateMedia(media);
    await page.goto(pageUrl);
    await ready(page);
    await act?.(page);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path, fullPage: full, animations: 'disabled', caret: 'hide' });
    console.log(path);
    await context.close();
  }
} finally {
  await browser.close();
}
