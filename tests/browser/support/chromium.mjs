// @ts-check
// Chromium as every run here starts it.
import { chromium } from 'playwright-core';
import { chrome } from './settings.mjs';

const flags = [
  // A browser under test asks its maker for nothing, and draws the same on every machine.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** Starts Chromium without a window. The sandbox can't be had as root. */
export const launch = () =>
  chromium.launch({
    executablePath: chrome,
    chromiumSandbox: process.getuid?.() !== 0,
    args: flags,
  });
