import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { serve } from '../serve.mjs';
import { compressFolder } from '../setup/compress.mjs';
import { Halt } from '../setup/halt.mjs';
import { step } from '../setup/progress.mjs';
import { openBrowser, VIEWPORT } from './browser.mjs';
import { median } from './measures.mjs';
import { copyOfSite, YARDSTICKS } from './sites.mjs';

const PAGE = 'area/leicestershire/';
const WARM = 2;
const TIMED = 15;
const PAINT_LIMIT = 1.3;
const WEIGHT_LIMIT = 60;

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {{ url: string, begun: number, body: Buffer }} Fetched */

/**
 * Times the first paint of a prerendered page beside that of a bare page with the same words, and weighs what it
 * fetches before it.
 *
 * @returns {Promise<import('./measures.mjs').Measure[]>}
 */
export async function measurePaint() {
  const folder = await copyOfSite('paint', (path) => !path.endsWith('.wasm'));
  const served = await serve({ folder });
  const browser = await openBrowser();
  try {
    return await step('Painting a prerendered page', async () => {
      writeFileSync(join(folder, YARDSTICKS, 'bare.html'), await bareWords(browser, folder));
      await compressFolder(folder, { brotli: true });
      // The server lists its files once, when it starts.
      const fresh = await serve({ folder });
      try {
        const product = fresh.address + PAGE;
        const bare = `${fresh.address}${YARDSTICKS}/bare.html`;
        return [
          ...(await weigh(browser, product)),
          ...(await paints(browser, product, bare, 1)),
          ...(await paints(browser, product, bare, 4))
        ];
      } finally {
        await fresh.close();
      }
    });
  } finally {
    await browser.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The page's words in its plain elements: no style, script, drawing or attribute. @param {Browser} browser @param {string} folder */
async function bareWords(browser, folder) {
  const page = await browser.newPage();
  const words = await page.evaluate(
    (html) => {
      const { body, title } = new DOMParser().parseFromString(html, 'text/html');
      for (const element of body.querySelectorAll('script, style, svg, link, template')) element.remove();
      for (const element of [body, ...body.querySelectorAll('*')])
        for (const { name } of [...element.attributes]) element.removeAttribute(name);
      return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title></head>${body.outerHTML}</html>`;
    },
    readFileSync(join(folder, PAGE, 'index.html'), 'utf8')
  );
  await page.close();
  return words;
}

/**
 * Loads a page as a first visitor would.
 *
 * @param {Browser} browser
 * @param {string} address
 * @param {number} slower
 * @returns {Promise<{ paint: number, fetched: Fetched[] }>} milliseconds to the first contentful paint
 */
async function load(browser, address, slower, keep = false) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  try {
    if (slower > 1) {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    }
    /** @type {Promise<Fetched>[]} */
    const waiting = [];
    if (keep)
      page.on('response', (response) => {
        const body = response.body();
        const url = response.url();
        waiting.push(
          body.then((bytes) => ({ url, begun: response.request().timing().startTime, body: bytes }))
        );
      });
    await page.goto(address, { waitUntil: keep ? 'networkidle' : 'load' });
    const paint = await page.evaluate(
      () =>
        /** @type {Promise<{ at: number, absolute: number }>} */ (
          new Promise((resolve) => {
            new PerformanceObserver((list, observer) => {
              for (const { name, startTime } of list.getEntries())
                if (name === 'first-contentful-paint') {
                  observer.disconnect();
                  resolve({ at: startTime, absolute: performance.timeOrigin + startTime });
                }
            }).observe({ type: 'paint', buffered: true });
          })
        )
    );
    const fetched = (await Promise.all(waiting)).filter(({ begun }) => begun <= paint.absolute);
    return { paint: paint.at, fetched };
  } finally {
    await context.close();
  }
}

/**
 * Everything asked for before the first paint counts, whether the paint waits for it or not; letters only where the
 * page asks for them ahead, since text is painted without them.
 *
 * @param {Browser} browser
 * @param {string} address
 * @returns {Promise<import('./measures.mjs').Measure[]>}
 */
async function weigh(browser, address) {
  const { fetched } = await load(browser, address, 1, true);
  const engine = fetched.find(({ url }) => /\.(wasm|arrow)$|duckdb/.test(url));
  if (engine !== undefined) throw new Halt(`Before its first paint the page asks for ${engine.url}.`);
  const html = fetched.find(({ url }) => url === address)?.body.toString() ?? '';
  const letters = fetched.filter(({ url }) => url.endsWith('.woff2'));
  const ahead = /rel="preload"[^>]*as="font"/.test(html);
  const counted = fetched.filter((file) => ahead || !letters.includes(file));
  /** @param {Fetched[]} files @param {(body: Buffer) => Buffer} pack */
  const weight = (files, pack) =>
    files.reduce((sum, { url, body }) => sum + (url.endsWith('.woff2') ? body : pack(body)).length, 0) / 1000;
  const gzip = (/** @type {Buffer} */ body) => gzipSync(body, { level: 9 });
  const scripts = counted.filter(({ url }) => url.endsWith('.js'));
  return [
    {
      name: 'asked for before first paint, gzip',
      value: weight(counted, gzip),
      unit: 'kB',
      limit: WEIGHT_LIMIT
    },
    { name: '  of that scripts', value: weight(scripts, gzip), unit: 'kB' },
    { name: 'the same, brotli', value: weight(counted, (body) => brotliCompressSync(body)), unit: 'kB' },
    ...(ahead
      ? []
      : [
          {
            name: 'letters, which no paint waits for',
            value: weight(letters, gzip),
            unit: /** @type {const} */ ('kB')
          }
        ])
  ];
}

/**
 * @param {Browser} browser
 * @param {string} product
 * @param {string} bare
 * @param {number} slower how many times slower than this machine
 * @returns {Promise<import('./measures.mjs').Measure[]>}
 */
async function paints(browser, product, bare, slower) {
  const runs = [];
  for (let turn = 0; turn < WARM + TIMED; turn += 1)
    runs.push({
      product: (await load(browser, product, slower)).paint,
      bare: (await load(browser, bare, slower)).paint
    });
  const timed = runs.slice(WARM);
  return [
    {
      name: `first contentful paint${slower > 1 ? `, processor ${slower} times slower` : ''}`,
      value: median(timed.map((run) => run.product)),
      unit: 'ms',
      yardstick: median(timed.map((run) => run.bare)),
      limit: PAINT_LIMIT
    }
  ];
}
