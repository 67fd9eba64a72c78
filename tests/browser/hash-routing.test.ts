import { expect, test } from 'vitest';
import { site } from './open.ts';
import { faults, shows, typeArea } from './reading.ts';

const here = site('LENS_HASH_SITE');
const { open } = here;

/** Addresses on the page that lead neither into the fragment nor to a source, nor hold a file. */
const leaks = `[...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))
  .filter((address) => !/^(#|data:|https:)/.test(address))`;

test('a site with its addresses in the fragment opens at home, every link in the fragment', async () => {
  const page = await open('');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.evaluate(leaks)).toEqual([]);
  await page.getByRole('link', { name: 'Glossary' }).click();
  await page.getByRole('heading', { level: 1, name: /./ }).waitFor();
  expect(page.url()).toBe(`${here.address}#/glossary/`);
});

test('a link in the fragment opens its area, view and year, and changes stay in the fragment', async () => {
  const page = await open('#/area/leeds/prevalence/?period=2020');
  await page.locator('.position-line', { hasText: 'Position at 31 March 2020' }).waitFor();
  await page.locator('article[data-view=prevalence] .drawing svg').first().waitFor();
  expect(await page.evaluate(leaks)).toEqual([]);
  expect(await faults(page)).toEqual([]);
  await page.locator('#choose-period').selectOption('2016');
  await shows(page, '135');
  expect(page.url()).toBe(`${here.address}#/area/leeds/prevalence/?period=2016`);
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.locator('article[data-view=overview]').waitFor();
  expect(page.url()).toBe(`${here.address}#/area/leeds/?period=2016`);
  await page.locator('.note-ref a').first().click();
  expect(page.url()).toBe(`${here.address}#/area/leeds/?period=2016`);
  await typeArea(page, 'rutland');
  await page.locator('.position-area', { hasText: 'Rutland' }).waitFor();
  expect(page.url()).toBe(`${here.address}#/area/rutland/?period=2016`);
  await page.goBack();
  await page.locator('.position-area', { hasText: 'Leeds' }).waitFor();
});

test('an unknown area says so in the fragment too', async () => {
  const page = await open('#/area/atlantis/', { expects: /Not found|No area/ });
  await page.getByText('No area is called “atlantis”').waitFor();
  expect(await page.evaluate(leaks)).toEqual([]);
});

test('a copied link of the fragment names everything that is shown', async () => {
  const page = await open('#/area/leeds/', { permissions: ['clipboard-read', 'clipboard-write'] });
  await shows(page, '185 children');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${here.address}#/area/leeds/?period=2024&compare=neighbours&vintage=2024`
  );
});

test('Explore keeps its choice, its filters and its SQL in the fragment', async () => {
  const page = await open('#/explore/?count=plans&measure=open&by=category_latest&periods=2024');
  const shown = page.locator('#chart-explored');
  await shown.filter({ hasText: 'England, 31 March 2024' }).waitFor();
  await page.getByLabel('When').selectOption('2023');
  await shown.filter({ hasText: 'England, 31 March 2023' }).waitFor();
  await page.getByRole('button', { name: 'Neglect', exact: true }).press('Enter');
  await page.locator('[data-chart="filtered"]').waitFor();
  expect(page.url()).toBe(
    `${here.address}#/explore/?count=plans&measure=open&by=category_latest&periods=2023&only=category_latest-neglect`
  );
  expect(await page.evaluate(leaks)).toEqual([]);
  await page.goBack();
  await page.locator('[data-chart="filtered"]').waitFor({ state: 'detached' });
  const asked = await open(`#/explore/#sql=${encodeURIComponent('SELECT 7 AS seven')}`);
  await asked.getByText('It has not been run').waitFor();
  await asked.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await asked.locator('#result-title').filter({ hasText: '1 row' }).waitFor();
  expect(asked.url()).toMatch(/#\/explore\/#sql=SELECT/);
});
