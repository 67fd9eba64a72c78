import { chromium, type Browser, type Page } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';

/** What `npm test` hands the journeys. */
export function given(name: 'LENS_BROWSER' | 'LENS_SITE' | 'LENS_HASH_SITE'): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run these with npm test -- browser`);
  return value;
}

/** The browser that `npm test` found. Without its sandbox only where that cannot work: for root. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: given('LENS_BROWSER'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  });

export interface Visit {
  readonly page: Page;
  /** Where the site is, with a slash at its end. */
  readonly address: string;
  /** Requests to any other host, and errors the page reported: both must stay empty. */
  readonly strangers: string[];
  readonly errors: string[];
  readonly close: () => Promise<void>;
}

/**
 * A fresh page beside a server of one built site.
 *
 * @param folder the built site
 */
export async function visit(browser: Browser, folder: string): Promise<Visit> {
  const { address, close } = await serve({ folder });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const strangers: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(blob|data):/.test(url)) strangers.push(url);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return {
    page,
    address,
    strangers,
    errors,
    close: async () => {
      await context.close();
      await close();
    }
  };
}
