// The states of the page that are worth a picture. A state is data: what to set and, in `act`, what a reader does.
const wide = { width: 1440, height: 1000 };
const middle = { width: 1000, height: 900 };
const narrow = { width: 390, height: 844 };

/**
 * Each: `name` (the picture's file name), `viewport`, `media` (as for `page.emulateMedia`), `full` (the whole
 * length of the page and not the window's), `act(page)`.
 */
export const states = [
  { name: 'wide', viewport: wide },
  { name: 'wide-dark', viewport: wide, media: { colorScheme: 'dark' } },
  { name: 'wide-contrast', viewport: wide, media: { contrast: 'more' } },
  { name: 'wide-forced', viewport: wide, media: { forcedColors: 'active' } },
  { name: 'wide-forced-dark', viewport: wide, media: { forcedColors: 'active', colorScheme: 'dark' } },
  { name: 'middle', viewport: middle },
  { name: 'narrow', viewport: narrow },
  { name: 'narrow-dark', viewport: narrow, media: { colorScheme: 'dark' } },
  { name: 'narrow-full', viewport: narrow, full: true },
  { name: 'print', viewport: { width: 794, height: 1123 }, media: { media: 'print' }, full: true },
];
