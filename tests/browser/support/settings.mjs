// @ts-check
// What the command that runs the tests says about this run.

const read = (/** @type {string} */ name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with \`cargo xtask test --browser\`.`);
  return value;
};

/** The address of the built page, with a slash at its end. */
export const pageUrl = read('DIPTYCH_URL');
/** The same files from another origin, which lets every page read them. */
export const cdnUrl = read('DIPTYCH_CDN_URL');
/** The folder with the built files. */
export const dist = read('DIPTYCH_DIST');
/** The browser's program file. */
export const chrome = read('DIPTYCH_CHROME');
