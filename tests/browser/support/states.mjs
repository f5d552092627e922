// @ts-check
// The states of the page that are worth a picture. A state is data: what to set and, in `act`, what a reader does.
const wide = { width: 1440, height: 1000 };
const middle = { width: 1000, height: 900 };
const narrow = { width: 390, height: 844 };

/** @import { Page } from 'playwright-core' */

/**
 * A state: `name` is the picture's file name, `full` takes the whole length of the page and not the window's.
 * @typedef {{ name: string, viewport: { width: number, height: number }, media?: Parameters<Page['emulateMedia']>[0],
 *   full?: boolean, act?: (page: Page) => Promise<unknown> }} State
 */

const widget = (/** @type {Page} */ page) => page.locator('diptych-compare .dp');
const press = (/** @type {string} */ name) => (/** @type {Page} */ page) =>
  widget(page).getByRole('button', { name, exact: true }).click();

/** A kept pair, as a reader reaches it. */
const keepPair = async (/** @type {Page} */ page) => {
  await widget(page).getByRole('button', { name: 'Next difference' }).click();
  await widget(page)
    .getByRole('button', { name: /Copy both/ })
    .waitFor();
};

/** The controls in Arabic and two Arabic reports. */
const inArabic = (/** @type {Page} */ page) =>
  page.evaluate(() => {
    const element = /** @type {import('../../../npm/element.js').DiptychCompare} */ (
      document.querySelector('diptych-compare')
    );
    element.lang = 'ar';
    return element.compare([
      {
        outlet: 'صوت النهر',
        lang: 'ar',
        text: 'فيضان نهر إلم يغمر البلدة القديمة\n\nغمر نهر إلم البلدة القديمة في مارلو يوم الخميس. أُنقذ سبعة أشخاص بالقوارب، وقالت العمدة إيناس كول إن السد صمد طوال الليل.\n\nتوقفت القطارات حتى الظهر. وبقيت المدارس مغلقة يوم الجمعة.\n\nلم يُعرف بعد حجم الأضرار في الميناء.',
      },
      {
        outlet: 'أخبار الوادي',
        lang: 'ar',
        text: 'البلدة القديمة في مارلو تحت الماء\n\nقالت العمدة إيناس كول إن السد صمد طوال الليل. يوم الخميس غمر نهر إلم البلدة القديمة في مارلو، وأُنقذ ثمانية أشخاص بالقوارب.\n\nوبقيت المدارس مغلقة يوم الجمعة. ووعدت الحكومة بمساعدة سريعة.',
      },
    ]);
  });

/** What a reader may set over any page (WCAG 1.4.12). */
const textSpacing = (/** @type {Page} */ page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }',
    );
    document.querySelector('diptych-compare')?.shadowRoot?.adoptedStyleSheets.push(sheet);
  });

/** @type {State[]} */
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
  { name: 'pair', viewport: wide, act: keepPair },
  { name: 'pair-dark', viewport: wide, media: { colorScheme: 'dark' }, act: keepPair },
  { name: 'rows', viewport: wide, act: press('Rows') },
  { name: 'list', viewport: wide, act: press('All differences') },
  { name: 'own', viewport: wide, act: press('Compare your own') },
  { name: 'help', viewport: wide, act: press('Keys and help') },
  { name: 'rtl', viewport: wide, act: inArabic },
  { name: 'rtl-narrow', viewport: narrow, act: inArabic },
  { name: 'zoom-400', viewport: { width: 320, height: 256 } },
  { name: 'zoom-400-full', viewport: { width: 320, height: 640 }, full: true },
  { name: 'widest', viewport: { width: 2560, height: 1300 } },
  { name: 'spacing', viewport: wide, act: textSpacing },
  { name: 'spacing-narrow', viewport: narrow, act: textSpacing },
  { name: 'print', viewport: { width: 794, height: 1123 }, media: { media: 'print' }, full: true },
];
