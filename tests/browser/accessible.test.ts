import { describe, expect, test } from 'vitest';
import { site } from './open.ts';
import { disorder, faults, headline, overflow, shows } from './reading.ts';

const { open } = site('LENS_SITE');
const MISSING = /status of 404|Not found: /;
const NARROW = [390, 320] as const;

const VIEWS = [
  'area/leicestershire/',
  'area/leicestershire/prevalence/',
  'area/rutland/',
  'area/leicestershire/age/',
  'area/rutland/agencies/',
  'area/leicestershire/audits/',
  'area/rutland/journey/',
  'area/leicestershire/strategy/',
  'area/city-of-london/',
  'area/cumbria/',
  'area/england/',
  'area/england/prevalence/'
];
/** Audited by every rule at 390 pixels too: together they have what is shown on narrow screens alone. */
const WHOLE_TWICE = ['area/leicestershire/', 'area/leicestershire/age/', 'area/rutland/agencies/'];
const PLAIN = [
  '',
  'areas/',
  'data/',
  'data/guide/',
  'data/templates/',
  'data/protect/',
  'data/disclosure/',
  'data/complete/',
  'data/rules/',
  'own/',
  'report/',
  'methods/',
  'glossary/',
  'accessibility/',
  'privacy/'
];

describe.each([...VIEWS, ...PLAIN])('/%s', (path) => {
  test('is in order, has no fault against WCAG 2.2 AA, and fits 1280, 390 and 320 pixels', async () => {
    const page = await open(path);
    await page.locator('main h1').first().waitFor();
    expect(await disorder(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await faults(page)).toEqual([]);
    for (const width of NARROW) {
      await page.setViewportSize({ width, height: 844 });
      expect(await overflow(page), `${width} pixels`).toBe(0);
      if (width === 390 && VIEWS.includes(path))
        expect(await faults(page, WHOLE_TWICE.includes(path) ? 'every rule' : 'rules of width')).toEqual([]);
    }
  });
});

test('an address that is no page says so with ways on, without a fault', async () => {
  const page = await open('no-such-page/', { expects: MISSING });
  await page.getByRole('heading', { level: 1, name: 'There is no page here' }).waitFor();
  await expect.poll(() => page.locator('main a').count()).toBeGreaterThan(1);
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 844 });
  expect(await overflow(page)).toBe(0);
});

test('an unknown area is named, with ways on that work, without a fault', async () => {
  const page = await open('area/atlantis/');
  await page.getByText('No area is called “atlantis”').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.locator('main').getByRole('link', { name: 'choose an area' }).click();
  await page.getByRole('heading', { level: 1, name: 'All areas' }).waitFor();
});

test('a page whose engine cannot start has no fault', async () => {
  const page = await open('area/leeds/?period=2020', {
    prepare: (context) => context.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'))
  });
  await page.getByRole('alert').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 844 });
  expect(await overflow(page)).toBe(0);
});

test('a page worked out in the browser has no fault, at 1280 and 390 pixels, its list of areas open', async () => {
  const page = await open('area/rutland/?period=2023');
  await shows(page, /./);
  await page.locator('article', { hasText: 'Position at 31 March 2023' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('.drawing[data-size=narrow] svg').first().waitFor();
  expect(await faults(page)).toEqual([]);
  await page.locator('#area-picker').click();
  await page.locator('#area-picker').fill('south');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 844 });
  expect(await overflow(page)).toBe(0);
  await headline(page).waitFor();
});
