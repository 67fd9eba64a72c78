import { chromium } from 'playwright-core';
import { makeBrowser } from '../setup/browser.mjs';

export const VIEWPORT = { width: 1280, height: 900 };

/** A Chromium of its own, without its sandbox only where that cannot work: for root. @param {readonly string[]} args */
export async function openBrowser(args = []) {
  const executablePath = await makeBrowser();
  return chromium.launch({
    executablePath,
    args: [...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  });
}
