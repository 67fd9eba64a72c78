import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../serve.mjs';
import { lastLines, runNode } from '../setup/child.mjs';
import { Halt } from '../setup/halt.mjs';
import { ROOT } from '../setup/paths.mjs';
import { say, step } from '../setup/progress.mjs';
import { openBrowser, VIEWPORT } from './browser.mjs';
import { addYardstick, copyOfSite, engineOf, YARDSTICKS } from './sites.mjs';

const MADE = join(ROOT, '.cache', 'bench', 'large');
const ROWS = 200_000;
const TIME_LIMIT = 3;
const MEMORY_LIMIT = 3;
const BLOCK_LIMIT = 100;
const LONGEST = 600_000;

/** @typedef {import('./measures.mjs').Measure} Measure */
/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ process: number | undefined, held: number }} Memory highest of the process so far; of the page now; MB */
/** @typedef {{ wasm: string, worker: string, address: string }} Engine */

/**
 * A bundle of 200,000 rows dropped in, beside bare DuckDB-Wasm reading the same files. The disclosure check is timed
 * apart: it proves that nothing withheld can be worked out, which reading alone has no counterpart for.
 *
 * @returns {Promise<Measure[]>}
 */
export async function measureLoad() {
  const made = await step(`Making up a bundle of ${ROWS.toLocaleString('en-GB')} rows`, makeBundle);
  const folder = await copyOfSite('load');
  await addYardstick(folder);
  renameSync(MADE, join(folder, YARDSTICKS, 'given'));
  const served = await serve({ folder });
  const engine = { address: served.address, ...engineOf(folder) };
  const paths = readdirSync(join(folder, YARDSTICKS, 'given'), { recursive: true })
    .map(String)
    .filter((path) => /\.(csv|json)$/.test(path));
  try {
    const bare = await step('Reading it with DuckDB alone', () => inBrowser(bareRun));
    const loaded = await step('Dropping it into the page', () => inBrowser(productRun));
    return judge(made, bare, loaded);
  } finally {
    await served.close();
  }

  /** @param {Page} page @param {(held?: boolean) => Promise<Memory>} memory */
  async function bareRun(page, memory) {
    await page.goto(`${engine.address}accessibility/`, { waitUntil: 'networkidle' });
    const bench = await page.evaluateHandle(
      async ({ module, ...site }) => {
        const code = await import(module);
        return { reader: await code.openReader(site) };
      },
      { module: `${engine.address}${YARDSTICKS}/in-page.js`, ...engine }
    );
    const files = await filesIn(page, engine.address, paths);
    const alone = await memory();
    const { time, rows, started } = await page.evaluate(
      async ({ bench, files }) => ({
        ...(await bench.reader.read(files.filter(({ name }) => name.startsWith('cubes/')))),
        started: bench.reader.started
      }),
      { bench, files }
    );
    return { time, rows, started, alone, after: await memory() };
  }

  /** @param {Page} page @param {(held?: boolean) => Promise<Memory>} memory */
  async function productRun(page, memory) {
    page.on('pageerror', (error) => say(`  the page failed: ${error.message}`));
    await page.goto(`${engine.address}data/protect/`, { waitUntil: 'networkidle' });
    const files = await filesIn(page, engine.address, paths);
    await watchBlocks(page);
    const read = await page.evaluate(async (files) => {
      const begun = performance.now();
      const transfer = new DataTransfer();
      for (const file of files) transfer.items.add(file);
      const drop = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
      document.querySelector('.chooser')?.dispatchEvent(drop);
      while (document.querySelector('#work-heading, #problems-heading, .failed') === null)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - begun;
    }, files);
    const wrong = page.locator('#problems-heading, .failed');
    if ((await wrong.count()) > 0) throw new Halt(`The bundle was refused: ${await wrong.innerText()}`);
    const during = await memory(false);
    const from = Date.now();
    await page.locator('#checked-heading').waitFor({ timeout: LONGEST });
    const audit = (Date.now() - from) / 1000;
    const shown = await page.evaluate(async () => {
      const begun = performance.now();
      for (const button of document.querySelectorAll('button'))
        if (button.textContent.trim() === 'Show these figures on the pages') button.click();
      const there = () =>
        document.querySelector('.own-areas') &&
        document.querySelector('.completeness, .grid, .own-indicators');
      while (!there()) await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - begun;
    });
    await page.waitForTimeout(500);
    const blocks = await longestBlocks(page);
    return { read, audit, shown, during, ...blocks, memory: await memory() };
  }
}

/**
 * @param {{ rows: number, bytes: number }} made
 * @param {{ time: number, rows: number, started: number, alone: Memory, after: Memory }} bare
 * @param {{ read: number, audit: number, shown: number, longest: number, gap: number, during: Memory, memory: Memory }} loaded
 * @returns {Measure[]}
 */
function judge(made, bare, loaded) {
  if (bare.rows !== made.rows) throw new Halt(`DuckDB read ${bare.rows} rows of ${made.rows}.`);
  const bytes = made.bytes / 1e6;
  say(
    `  ${made.rows.toLocaleString('en-GB')} rows, ${bytes.toFixed(1)} MB; read and checked ${loaded.read.toFixed(0)}, shown ${loaded.shown.toFixed(0)} ms; ` +
      `bare: engine started in ${bare.started.toFixed(0)} ms, files read in ${bare.time.toFixed(0)} ms`
  );
  const beyond = (/** @type {number} */ held) => Math.max(0, held - bare.alone.held);
  /** @type {Measure[]} */
  const highest = [
    { name: 'highest of its process while read', from: loaded.during.process },
    { name: 'highest of its process, the disclosure check too', from: loaded.memory.process },
    { name: 'highest of the process of bare DuckDB', from: bare.after.process }
  ].flatMap(({ name, from }) =>
    from === undefined ? [] : [{ name, value: from, unit: /** @type {const} */ ('MB') }]
  );
  return [
    {
      name: '200,000 rows dropped, validated and on screen',
      value: loaded.read + loaded.shown,
      unit: 'ms',
      yardstick: bare.started + bare.time,
      limit: TIME_LIMIT
    },
    { name: 'their disclosure check, not in the above', value: loaded.audit, unit: 's' },
    {
      name: 'memory once on screen, beyond the bare engine',
      value: beyond(loaded.memory.held),
      unit: 'MB',
      yardstick: bytes,
      limit: MEMORY_LIMIT
    },
    ...highest,
    { name: 'longest task of the page meanwhile', value: loaded.longest, unit: 'ms', limit: BLOCK_LIMIT },
    { name: 'longest the page stood still meanwhile', value: loaded.gap, unit: 'ms' }
  ];
}

/** @returns {Promise<{ rows: number, bytes: number }>} */
async function makeBundle() {
  rmSync(MADE, { recursive: true, force: true });
  mkdirSync(MADE, { recursive: true });
  const runner = join(ROOT, 'scripts', 'setup', 'run-script.mjs');
  const script = join(ROOT, 'scripts', 'bench', 'large-bundle.ts');
  const ended = await runNode(['--import', import.meta.resolve('tsx'), runner, script, MADE, String(ROWS)]);
  if (ended.code !== 0) throw new Halt(`The bundle could not be made.\n${lastLines(ended.output)}`);
  const said = ended.output.split('\n').find((line) => line.startsWith('{')) ?? '{}';
  return JSON.parse(said);
}

/**
 * A browser of its own, so that one run's memory is not the other's. Its pages are isolated, without which no browser
 * tells what they hold.
 *
 * @template T
 * @param {(page: Page, memory: (held?: boolean) => Promise<Memory>) => Promise<T>} work
 */
async function inBrowser(work) {
  const browser = await openBrowser(['--enable-blink-features=ForceEagerMeasureMemory']);
  try {
    const page = await (await browser.newContext({ viewport: VIEWPORT })).newPage();
    page.setDefaultTimeout(LONGEST);
    await page.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const response = await route.fetch();
      const headers = {
        ...response.headers(),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp'
      };
      return route.fulfill({ response, headers });
    });
    const session = await browser.newBrowserCDPSession();
    return await work(page, async (held = true) => {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
      const process = megabytesOf(renderers);
      return { process, held: held ? await heldBy(page) : NaN };
    });
  } finally {
    await browser.close();
  }
}

/** What the page and its workers hold, engines among it, in MB. @param {Page} page @returns {Promise<number>} */
function heldBy(page) {
  return page.evaluate(async () => {
    /** @type {() => Promise<{ bytes: number }>} */
    const measure = Reflect.get(performance, 'measureUserAgentSpecificMemory').bind(performance);
    return (await measure()).bytes / 1e6;
  });
}

/** What the largest of these processes holds in memory, where the system tells. @param {readonly number[]} ids */
function megabytesOf(ids) {
  const held = ids.flatMap((id) => {
    const file = `/proc/${id}/status`;
    if (!existsSync(file)) return [];
    const line = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'));
    return line === null ? [] : [Number(line[1]) / 1000];
  });
  return held.length === 0 ? undefined : Math.max(...held);
}

/** The files as a reader would hold them, in the page. @param {Page} page @param {string} address @param {readonly string[]} paths */
function filesIn(page, address, paths) {
  return page.evaluateHandle(
    ({ base, paths }) =>
      Promise.all(paths.map(async (path) => new File([await (await fetch(base + path)).blob()], path))),
    { base: `${address}${YARDSTICKS}/given/`, paths }
  );
}

/** @param {Page} page */
async function watchBlocks(page) {
  await page.evaluate(() => {
    const watch = { longest: 0, gap: 0, last: performance.now() };
    Object.assign(globalThis, { lensBlocks: watch });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watch.longest = Math.max(watch.longest, duration);
    }).observe({ type: 'longtask' });
    setInterval(() => {
      const now = performance.now();
      watch.gap = Math.max(watch.gap, now - watch.last);
      watch.last = now;
    }, 5);
  });
}

/** @param {Page} page @returns {Promise<{ longest: number, gap: number }>} milliseconds */
async function longestBlocks(page) {
  return page.evaluate(() => Reflect.get(globalThis, 'lensBlocks'));
}
