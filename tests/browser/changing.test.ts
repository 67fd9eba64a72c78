import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { site } from './open.ts';
import { focused, headline, shows, tabTo, taken, typeArea, wordsOf } from './reading.ts';

const here = site('LENS_SITE');
const { open } = here;

const pathOf = (page: Page) => page.url().slice(here.address.length);
const said = (page: Page) => page.locator('.view-host > p[role=status].visually-hidden');
const position = (page: Page, words: string) =>
  page.locator('.position-line', { hasText: `Position at ${words}` }).waitFor();

describe('with the keyboard alone', () => {
  test('years are gone through to 2016, where Leeds had 135 children on plans for neglect, and Back leads back', async () => {
    const page = await open('area/leeds/');
    await taken(page);
    await tabTo(page, 'choose-period');
    await page.keyboard.press('ArrowDown');
    await position(page, '31 March 2023');
    await expect.poll(() => pathOf(page)).toBe('area/leeds/?period=2023');
    for (let year = 2022; year >= 2016; year -= 1) await page.keyboard.press('ArrowDown');
    await shows(page, '135 children');
    await position(page, '31 March 2016');
    await expect.poll(() => pathOf(page)).toBe('area/leeds/?period=2016');
    expect(await focused(page)).toBe('choose-period');
    await expect
      .poll(() => said(page).textContent())
      .toContain('Now showing Leeds. Position at 31 March 2016');
    await page.keyboard.press('Home');
    await shows(page, '185 children');
    await expect.poll(() => pathOf(page)).toBe('area/leeds/');
    expect(await focused(page)).toBe('choose-period');
    await page.goBack();
    await shows(page, '135 children');
    expect(await page.locator('#choose-period').inputValue()).toBe('2016');
    await page.goForward();
    await shows(page, '185 children');
    expect(await page.locator('#choose-period').inputValue()).toBe('2024');
  });

  test('the comparison changes to the region and back, the focus staying where it was', async () => {
    const page = await open('area/leicestershire/');
    await taken(page);
    await tabTo(page, 'choose-compare');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => pathOf(page)).toBe('area/leicestershire/?compare=region');
    await page.locator('article', { hasText: 'East Midlands' }).waitFor();
    await expect.poll(() => said(page).textContent()).toContain('compared with East Midlands');
    expect(await headline(page).textContent()).toContain('235 children');
    expect(await focused(page)).toBe('choose-compare');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => said(page).textContent()).toContain('compared with similar areas');
    await expect.poll(() => pathOf(page)).toBe('area/leicestershire/');
  });

  test('an area is found by typing, left by Escape and taken by Enter, and the year comes along', async () => {
    const page = await open('area/leicestershire/?period=2023');
    await position(page, '31 March 2023');
    await tabTo(page, 'area-picker');
    await page.keyboard.type('rutl');
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await options.first().textContent()).toContain('Rutland');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#area-picker-list').isVisible()).toBe(false);
    expect(await page.locator('#area-picker').inputValue()).toBe('Leicestershire');
    await page.keyboard.type('no area is called so');
    await page.getByText('No area is called “no area is called so”').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('leeds');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#area-picker').getAttribute('aria-activedescendant')).toBe('area-picker-0');
    await page.keyboard.press('Enter');
    await page.locator('.position-area', { hasText: 'Leeds' }).waitFor();
    await expect.poll(() => pathOf(page)).toBe('area/leeds/?period=2023');
    await expect.poll(() => said(page).textContent()).toContain('Now showing Leeds');
    expect(await focused(page)).toBe('area-picker');
    await page.goBack();
    await page.locator('.position-area', { hasText: 'Leicestershire' }).waitFor();
  });
});

test('a delivered area is left for another by typing before any engine has started', async () => {
  const page = await open('area/leicestershire/');
  await taken(page);
  await typeArea(page, 'leeds');
  await shows(page, '185 children');
  await expect.poll(() => pathOf(page)).toBe('area/leeds/');
  expect(here.requests.filter((url) => url.includes('.wasm'))).toEqual([]);
});

test('Essex, written by nobody beforehand, is worked out where it is read, and each delivered page comes out the same there', async () => {
  const pages = [
    ['Leicestershire', 'Overview'],
    ['Leeds', 'Prevalence'],
    ['Rutland', 'Age'],
    ['City of London', 'Agencies'],
    ['Cumbria', 'Overview'],
    ['England', 'Journey']
  ] as const;
  const live = await open('area/essex/');
  await shows(live, 'children were on a plan for neglect');
  expect(await wordsOf(live)).toContain(
    '218 children are on a plan in the category “multiple”, 35% of all on a plan.'
  );
  await live.evaluate(() => document.body.setAttribute('data-never-left', ''));
  for (const [name, view] of pages) {
    await typeArea(live, name);
    await live.locator('.position-area').getByText(name, { exact: true }).waitFor();
    const last = view === 'Overview' ? '' : `${view.toLowerCase()}/`;
    const address = `area/${name.toLowerCase().replaceAll(' ', '-')}/${last}`;
    await live.getByRole('link', { name: view, exact: true }).first().click();
    await live.locator(`article[data-view=${view.toLowerCase()}]`).waitFor();
    await expect.poll(() => pathOf(live)).toBe(address);
    await live.locator('.drawing svg').first().waitFor();
    const delivered = await open(address);
    await taken(delivered);
    await expect.poll(() => wordsOf(live), { message: address }).toBe(await wordsOf(delivered));
    expect(await live.title()).toBe(await delivered.title());
    await delivered.close();
  }
  expect(await live.locator('body[data-never-left]').count()).toBe(1);
});

test('a former area leads to the areas that took over', async () => {
  const page = await open('area/cumbria/');
  await taken(page);
  expect(await page.locator('.notice').first().textContent()).toContain('no longer exists');
  await page.locator('.notice').getByRole('link', { name: 'Cumberland' }).click();
  await page.locator('.position-area', { hasText: 'Cumberland' }).waitFor();
  await headline(page).waitFor();
  expect(await page.locator('.notice', { hasText: 'Before Cumberland there was' }).count()).toBe(1);
});

test('what is out of sight is laid out a moment after what is in sight, and takes the room it had', async () => {
  const page = await open('area/leeds/prevalence/');
  await page.setViewportSize({ width: 390, height: 800 });
  await taken(page);
  const choose = async (year: string) => {
    await page.locator('#choose-period').selectOption(year);
    await position(page, `31 March ${year}`);
  };
  const below = page.locator('.slot h2').last();
  const laidOut = () => below.evaluate((heading) => heading.checkVisibility({ contentVisibilityAuto: true }));
  const heights = () =>
    page
      .locator('.slot')
      .evaluateAll((slots) => slots.map((slot) => Math.round(slot.getBoundingClientRect().height)));
  await choose('2021');
  await expect.poll(laidOut).toBe(true);
  const whole = await heights();
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.documentElement.dataset['inSightFirst'] === undefined) return;
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const slots = [...document.querySelectorAll('.slot')];
          const seen = slots.at(-1)?.querySelector('h2')?.checkVisibility({ contentVisibilityAuto: true });
          const held = slots.map((slot) => Math.round(slot.getBoundingClientRect().height));
          Reflect.set(window, 'first', { seen, held });
        })
      );
    }).observe(document.documentElement, { attributes: true });
  });
  await choose('2020');
  const first = () => page.evaluate((): unknown => Reflect.get(window, 'first'));
  await expect.poll(first).toMatchObject({ seen: false });
  expect(await first()).toMatchObject({
    held: whole.map((_, at) => (at === 0 ? expect.any(Number) : whole[at]))
  });
  await expect.poll(laidOut).toBe(true);
  expect(await page.locator('html[data-in-sight-first]').count()).toBe(0);
});

test('who comes back by Back or by a new start finds the place that was read, other years and figures of links too', async () => {
  const page = await open('area/leicestershire/prevalence/');
  await taken(page);
  await page.locator('#choose-period').selectOption('2021');
  await position(page, '31 March 2021');
  const read = page.locator('[data-chart]').nth(5);
  const top = () => read.evaluate((figure) => Math.round(figure.getBoundingClientRect().top));
  const leaveAndComeBack = async (way: () => Promise<unknown>) => {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const then = await top();
    await way();
    await position(page, '31 March 2021');
    await expect.poll(async () => Math.abs((await top()) - then)).toBeLessThan(3);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  };
  const away = async () => {
    // Without a pointer, which would first go down to the link.
    await page
      .locator('.site-footer')
      .getByRole('link', { name: 'Methods' })
      .evaluate((link) => link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })));
    await page.getByRole('heading', { level: 1, name: /count|methods/i }).waitFor();
    await page.goBack();
  };
  await read.scrollIntoViewIfNeeded();
  await leaveAndComeBack(away);
  await leaveAndComeBack(() => page.reload());

  const path = pathOf(page);
  await page.goto(`${here.address}${path}#figure=ladder`);
  await position(page, '31 March 2021');
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest('[data-chart]')?.getAttribute('data-chart'))
    )
    .toBe('ladder');
  await read.scrollIntoViewIfNeeded();
  await leaveAndComeBack(away);

  // Steps taken sooner than a page can be drawn.
  await leaveAndComeBack(async () => {
    await page.evaluate(async () => {
      const turn = () => new Promise((resolve) => setTimeout(resolve, 30));
      history.back();
      await turn();
      history.forward();
      await turn();
    });
  });

  await leaveAndComeBack(async () => {
    await page.evaluate(() => (location.hash = 'figure=position'));
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-chart]') !== null))
      .toBe(true);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    await page.goBack();
  });
});
