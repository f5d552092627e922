// @ts-check
// Usage: node deflate.mjs FILE OUT
// Deflates FILE as small as the format allows: zopfli takes seconds for a twentieth less than zlib makes.
import fs from 'node:fs/promises';
import { installed } from './tools.mjs';

const zopfli = installed('@gfx/zopfli');

const [file, out] = process.argv.slice(2);
await fs.writeFile(out, await zopfli.deflateAsync(await fs.readFile(file), {}));
