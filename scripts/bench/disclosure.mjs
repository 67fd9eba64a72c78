import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../serve.mjs';
import { lastLines, runNode } from '../setup/child.mjs';
import { Halt } from '../setup/halt.mjs';
import { ROOT } from '../setup/paths.mjs';
import { say, step } from '../setup/progress.mjs';
import { openBrowser, VIEWPORT } from './browser.mjs';
import { copyOfSite } from './sites.mjs';

const FOLDER = join(ROOT, '.cache', 'bench', 'made');
const NODE_LIMIT = 120;
const BROWSER_LIMIT = 240;
const AUDITOR_LIMIT = 20;
/** A page that answers within this is not blocked (RAIL: half a second is felt as a stop, a tenth as at once). */
const STILL_LIMIT = 200;
const LONGEST = 600_000;

/** @typedef {import('./measures.mjs').Measure} Measure */

/** @param {string} script @param {readonly string[]} args */
async function runScript(script, args) {
  const runner = join(ROOT, 'scripts', 'setup', 'run-script.mjs');
  const file = join(ROOT, 'scripts', script);
  const ended = await runNode(['--import', import.meta.resolve('tsx'), runner, file, ...args]);
  if (ended.code !== 0) throw new Halt(`${script} failed.\n${lastLines(ended.output)}`);
  return ended.output;
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} seconds */
async function seconds(work) {
  const begun = Date.now();
  await work();
  return (Date.now() - begun) / 1000;
}

/**
 * A whole made-up partnership (3 authorities, 16 quarters, all standard cubes) protected and audited on the command line
 * and in the browser, and its protected bundle audited alone.
 *
 * @returns {Promise<Measure[]>}
 */
export async function measureDisclosure() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await step('Making up a partnership', () => runScript('bench/made-bundle.ts', [FOLDER]));
  const [raw, safe] = [join(FOLDER, 'raw'), join(FOLDER, 'safe')];
  const node = await step('Protecting it on the command line', () =>
    seconds(() => runScript('protect.ts', [raw, '--out', safe, '--date', '2026-11-22']))
  );
  const checking = await step('Checking the protected bundle there', () =>
    seconds(() => runScript('check.ts', [safe]))
  );
  const browser = await measureInBrowser();
  return [
    { name: 'a partnership protected and audited, command line', value: node, unit: 's', limit: NODE_LIMIT },
    { name: 'its protected bundle checked, command line', value: checking, unit: 's' },
    ...browser
  ];
}

/** @returns {Promise<Measure[]>} */
async function measureInBrowser() {
  const served = await serve({ folder: await copyOfSite('protecting') });
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext({ viewport: VIEWPORT, acceptDownloads: true })).newPage();
    page.setDefaultTimeout(LONGEST);
    page.on('pageerror', (error) => say(`  the page failed: ${error.message}`));
    const zip = join(FOLDER, 'safe.zip');
    return await step('The same in the browser', async () => {
      await page.goto(`${served.address}data/protect/`);
      await page.setInputFiles('#draft-files', join(FOLDER, 'raw.zip'));
      await page.getByRole('button', { name: 'Protect and check' }).waitFor();
      const still = longestStill(page);
      const whole = await seconds(async () => {
        await page.getByRole('button', { name: 'Protect and check' }).click();
        await page.locator('#result-heading').waitFor();
      });
      const gap = await still();
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save the protected bundle' }).click();
      await (await saving).saveAs(zip);
      await page.getByRole('button', { name: 'Forget everything' }).click();
      const audit = await seconds(async () => {
        await page.setInputFiles('#draft-files', zip);
        await page.locator('#checked-heading').waitFor();
      });
      return /** @type {Measure[]} */ ([
        { name: 'the same in the browser', value: whole, unit: 's', limit: BROWSER_LIMIT },
        { name: 'longest the page stood still meanwhile', value: gap, unit: 'ms', limit: STILL_LIMIT },
        { name: 'the auditor alone in the browser', value: audit, unit: 's', limit: AUDITOR_LIMIT }
      ]);
    });
  } finally {
    await browser.close();
    await served.close();
  }
}

/**
 * Watches how long a page goes without answering its own clock.
 *
 * @param {import('playwright-core').Page} page
 * @returns {() => Promise<number>} ends the watch; milliseconds
 */
function longestStill(page) {
  const watching = page.evaluate(() => {
    const watch = { last: performance.now(), longest: 0 };
    Object.assign(globalThis, { lensStill: watch });
    setInterval(() => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
    }, 10);
  });
  return async () => {
    await watching;
    return page.evaluate(() => Number(Reflect.get(globalThis, 'lensStill').longest));
  };
}
