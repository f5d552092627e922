// @ts-check
// What the scripts of the build share. They are called by `cargo xtask`, which says where npm's packages lie.
import { createRequire } from 'node:module';
import path from 'node:path';

const packages = process.env.DIPTYCH_NPM;
if (!packages) throw new Error('DIPTYCH_NPM is not set: run this through `cargo xtask`.');

/** A package that `xtask/npm` lists. @param {string} name */
export const installed = createRequire(path.join(packages, 'package.json'));

/** @type {typeof import('esbuild')} */
export const esbuild = installed('esbuild');

/** The clone's top folder. */
export const root = path.resolve(import.meta.dirname, '../..');
export const www = path.join(root, 'www');

/** Engines from 2023 on: import.meta, private fields, top-level await. */
export const target = ['chrome111', 'firefox115', 'safari16.4'];
