// Usage: node squeeze.mjs FILE OUT
// Packs FILE as LZMA, the smallest form that the one-file page can unpack with a few lines of its own.
import fs from 'node:fs/promises';
import { unlzma } from '../../www/engine/unlzma.js';
import { lzma } from './tools.mjs';

const LEVEL = 9;

const [file, out] = process.argv.slice(2);
const bytes = await fs.readFile(file);
const packed = Uint8Array.from(lzma.compress(bytes, LEVEL));
if (!bytes.equals(unlzma(packed))) throw new Error('What was packed does not unpack to the same bytes.');
await fs.writeFile(out, packed);
