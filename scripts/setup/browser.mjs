import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLines, run, runNode } from './child.mjs';
import { Halt } from './halt.mjs';
import { ROOT } from './paths.mjs';
import { say, step } from './progress.mjs';

/** First Chromium without its window, which does the same work a fifth cheaper. */
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge'
];
const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
];
const LINUX = ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe']
];

/** @typedef {Record<string, string | undefined>} Environment */

/**
 * Where a Chromium or Chrome may be, the likeliest first: what the environment names, then PATH, then the usual
 * places of the system.
 *
 * @param {Environment} env
 * @param {string} platform as process.platform writes it
 * @returns {string[]}
 */
export function browserPlaces(env, platform) {
  const named = [env['LENS_BROWSER'], env['CHROME_PATH']].filter((path) => path !== undefined && path !== '');
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = platform === 'win32' ? '.exe' : '';
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  return [...named.map(String), ...onPath, ...usualPlaces(env, platform)];
}

/** @param {Environment} env @param {string} platform @returns {string[]} */
function usualPlaces(env, platform) {
  if (platform === 'darwin') {
    const homes = ['/Applications', join(env['HOME'] ?? '/', 'Applications')];
    return homes.flatMap((home) => MAC.map((app) => join(home, app)));
  }
  if (platform === 'win32') {
    const homes = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return homes.flatMap((home) => (home === undefined ? [] : WINDOWS.map((parts) => join(home, ...parts))));
  }
  return LINUX;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether it runs here at all: a download may lack the system's libraries. @param {string} path */
async function starts(path) {
  if (process.platform === 'win32') return true;
  const { code, output } = await run(path, ['--version']);
  return code === 0 && /\d+\.\d+/.test(output);
}

/** @param {readonly string[]} places */
async function firstThatStarts(places) {
  for (const place of places) if (isProgram(place) && (await starts(place))) return place;
  return undefined;
}

/** Where Playwright keeps its own browser, whether it is there or not. */
async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  try {
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

/**
 * A Chromium that is here already and runs: one that is installed, or Playwright's own.
 *
 * @returns {Promise<string | undefined>} the path of its program
 */
export async function findBrowser() {
  return firstThatStarts([...browserPlaces(process.env, process.platform), ...(await playwrightsOwn())]);
}

/**
 * A Chromium that runs here: one that is installed; else Playwright's own, downloaded; else, where we may, the
 * system's package. Stops with a plain sentence where none can be had.
 *
 * @returns {Promise<string>} the path of its program
 */
export async function makeBrowser() {
  const named = process.env['CHROME_PATH'];
  if (named && !existsSync(named))
    say(`CHROME_PATH names a file that is not there: ${named}. Looking elsewhere.`);
  const places = browserPlaces(process.env, process.platform);
  const present = await findBrowser();
  if (present !== undefined) return present;

  const cli = join(ROOT, 'node_modules', 'playwright-core', 'cli.js');
  const download = await step('Downloading a browser (Chromium, by Playwright)', () =>
    runNode([cli, 'install', 'chromium'])
  );
  const downloaded = await firstThatStarts(await playwrightsOwn());
  if (downloaded !== undefined) return downloaded;

  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const apt = root ? await installByApt() : undefined;
  const packaged = apt === undefined ? undefined : await firstThatStarts(places);
  if (packaged !== undefined) return packaged;

  throw new Halt(
    'The browser tests need Chromium or Chrome, and none could be found, downloaded or installed. ' +
      'Install one, or name its program in CHROME_PATH, and run this again.\n' +
      lastLines([download.output, apt?.output ?? ''].join('\n'), 10)
  );
}

async function installByApt() {
  return step('Installing Chromium (apt-get)', async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const updated = await run('apt-get', ['update', '-q'], { env });
    if (updated.code === 127) return updated;
    const install = (/** @type {string} */ name) =>
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env });
    const light = await install('chromium-headless-shell');
    return light.code === 0 ? light : install('chromium');
  });
}
