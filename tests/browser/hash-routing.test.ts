import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { given, openBrowser, visit, type Visit } from './open.ts';

let browser: Browser;
let site: Visit;

beforeAll(async () => {
  browser = await openBrowser();
  site = await visit(browser, given('LENS_HASH_SITE'));
});
afterAll(async () => {
  await site.close();
  await browser.close();
});

test('a site with its addresses in the fragment opens from one page, at home and at an area', async () => {
  const { page, address, strangers, errors } = site;
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(`${address}#/area/leeds/overview/`);
  await page
    .getByRole('heading', { level: 1, name: /Leeds/ })
    .or(page.getByText('Leeds').first())
    .first()
    .waitFor();
  expect(strangers).toEqual([]);
  expect(errors).toEqual([]);
});
