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
  await page.goto(`${address}#/area/leeds/`);
  await page.getByRole('heading', { name: /children were on a plan for neglect/ }).waitFor();
  expect(await page.title()).toContain('Leeds');
  expect(strangers).toEqual([]);
  expect(errors).toEqual([]);
});
