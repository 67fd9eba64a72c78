/** A pack as HTML into a tagged PDF, by a browser without a window. */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { paginateSource } from '#lib/exports/paginate.ts';
import { packFace, PACK_WEIGHTS, SHEET } from '#lib/exports/pack-paper.ts';
import { plainHalos } from '#lib/exports/plain-halos.ts';
import { findBrowser } from './setup/browser.mjs';

const TYPEFACE = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin';
/** Millimetres left free at the foot of a sheet: lines may break otherwise on paper than where they are measured. */
const SPARE = 3;

export interface Printed {
  readonly pdf: Uint8Array;
  readonly sheets: number;
}

/** The typeface of packs, in a style sheet that holds it. */
export async function typeface(): Promise<string> {
  const faces = PACK_WEIGHTS.map(async (weight) => {
    const bytes = await readFile(new URL(import.meta.resolve(`${TYPEFACE}-${String(weight)}-normal.woff2`)));
    return packFace(weight, `data:font/woff2;base64,${bytes.toString('base64')}`);
  });
  return (await Promise.all(faces)).join('');
}

/** @throws in words where no browser can be found: nothing is downloaded for it */
async function openBrowser() {
  const executablePath = await findBrowser();
  if (executablePath === undefined)
    throw new Error(
      'A PDF is made by Chromium or Chrome, and none was found. Install one, or name its program in LENS_BROWSER; or write --out with the ending .html, and print that from any browser.'
    );
  return chromium.launch({
    executablePath,
    args: [
      '--font-render-hinting=none',
      '--disable-background-networking',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
    ]
  });
}

/** Prints the document that `packHtml` made. */
export async function printed(html: string): Promise<Printed> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 800, height: 1120 }, offline: true });
    await page.emulateMedia({ media: 'print' });
    await page.setContent(html);
    // What compiles this file names functions by a helper of its own, which the browser does not have.
    await page.evaluate('globalThis.__name = (f) => f; document.fonts.ready.then(() => undefined)');
    await page.locator('#flow').evaluate(plainHalos);
    const sheets = await page.evaluate<number>(paginateSource('flow', { sheet: SHEET, spare: SPARE }));
    const pdf = await page.pdf({
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true
    });
    return { pdf: new Uint8Array(pdf), sheets };
  } finally {
    await browser.close();
  }
}
