import { pathToFileURL } from 'node:url';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

/** What `npm test` hands the journeys. */
type SiteName = 'LENS_SITE' | 'LENS_HASH_SITE' | 'LENS_RESTRICTED_SITE' | 'LENS_SINGLE_FILE';
type Given = 'LENS_BROWSER' | SiteName;
export function given(name: Given): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run these with npm test -- browser`);
  return value;
}

/** Names of other hosts lead nowhere, whatever a page tries. */
const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/**
 * Without the parts of a window that a headless browser draws for nobody: the list that drops from the address bar is a
 * page of its own in every window, and takes three times the work of ours. Of two lists of features the last counts, so
 * those that Playwright leaves out are named again.
 */
const PAGES_ALONE = `--disable-features=${[
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch'
].join(',')}`;

/** The engine's program is taken as it is first translated: journeys end before a better translation has paid. */
const TRANSLATED_ONCE = '--js-flags=--liftoff-only';

/** The browser that `npm test` found. Without its sandbox only where that cannot work: for root. */
const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: given('LENS_BROWSER'),
    args: [ALONE, PAGES_ALONE, TRANSLATED_ONCE, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  });

let launched: Promise<Browser> | undefined;

/** One browser for all files, begun again where it was lost; it ends with the process. */
async function theBrowser(): Promise<Browser> {
  if ((await launched)?.isConnected() !== true) launched = launch();
  return launched ?? launch();
}

export interface OpenOptions extends BrowserContextOptions {
  /** Errors of the console that this journey is about, and so are no complaint. */
  readonly expects?: RegExp;
  /** Runs before the first page is opened, to put something in a page's way. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
}

export interface Site {
  /** Where the site is, with a slash at its end; of a site that is one file, the file. */
  readonly address: string;
  /** A fresh page at a path of the site, in a context of its own, watched until the test ends. */
  open(path: string, options?: OpenOptions): Promise<Page>;
  /** Everything asked for since the test began, in order. */
  readonly requests: readonly string[];
}

/**
 * One built site, served, or opened as a file where it is one, for all tests of a file. After each test every page is closed and
 * nothing may have been asked of another host, refused by the policy, or reported as an error.
 */
export function site(name: SiteName): Site {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serve>>;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await theBrowser();
    served =
      name === 'LENS_SINGLE_FILE'
        ? { address: pathToFileURL(given(name)).href, port: 0, close: () => Promise.resolve() }
        : await serve({ folder: given(name) });
  });
  afterAll(() => served.close());
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    const said = complaints;
    contexts = [];
    complaints = [];
    requests.length = 0;
    expect(said, 'what pages asked of other hosts, or reported as errors').toEqual([]);
  });

  async function open(path: string, { expects, prepare, ...options }: OpenOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      ...options
    });
    contexts.push(context);
    const complain = (words: string) => {
      if (expects?.test(words) !== true) complaints.push(words);
    };
    context.on('request', (request) => {
      const url = request.url();
      requests.push(url);
      if (!url.startsWith(served.address) && !/^(blob|data):/.test(url)) complain(`another host: ${url}`);
    });
    context.on('console', (message) => {
      if (message.type() === 'error') complain(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => complain(`page: ${error.error().message}`));
    await context.exposeFunction('lensRefused', (what: string) => complain(`policy: ${what}`));
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        const report: unknown = Reflect.get(window, 'lensRefused');
        if (typeof report === 'function') report(`${violatedDirective} refused ${blockedURI}`);
      })
    );
    await prepare?.(context);
    const page = await context.newPage();
    await page.goto(served.address + path);
    return page;
  }

  return {
    get address() {
      return served.address;
    },
    open,
    requests
  };
}
