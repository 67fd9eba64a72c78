import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { site } from './open.ts';
import { headline, hold, shows, taken, wordsOf } from './reading.ts';

const here = site('LENS_SITE');
const { open } = here;

/** Notes, at every frame that is painted, the headline and position that can be seen. */
const watchPaint = (context: BrowserContext) =>
  context.addInitScript(() => {
    const painted = new Set<string>();
    Reflect.set(window, 'painted', painted);
    const look = () => {
      for (const part of document.querySelectorAll('.position-line, article h1, .figure-value, #asked'))
        if (getComputedStyle(part).visibility === 'visible' && part.getClientRects().length > 0)
          painted.add(part.textContent ?? '');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

const painted = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seen: unknown = Reflect.get(window, 'painted');
    return seen instanceof Set ? [...seen].map(String) : [];
  });

test('a copied link names period, comparison and release, and opens exactly the same', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await open('area/leeds/prevalence/?period=2020&compare=england', { permissions });
  await page.locator('.position-line', { hasText: '31 March 2020' }).waitFor();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${here.address}area/leeds/prevalence/?period=2020&compare=england&vintage=2024`);
  const other = await open(link.slice(here.address.length));
  await other.locator('.position-line', { hasText: '31 March 2020' }).waitFor();
  expect(await wordsOf(other)).toContain((await headline(page).textContent()) ?? '?');
  expect(await other.locator('#choose-compare').inputValue()).toBe('england');
});

test('a delivered page copies a link with everything it shows', async () => {
  const page = await open('area/rutland/', { permissions: ['clipboard-read', 'clipboard-write'] });
  await taken(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${here.address}area/rutland/?period=2024&compare=neighbours&vintage=2024`
  );
  expect(new URL(page.url()).search).toBe('');
});

test('where nothing may be copied, the link is shown, chosen and named', async () => {
  const page = await open('area/rutland/', {
    prepare: (context) =>
      context.addInitScript(() =>
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: () => Promise.reject(new Error('not allowed')) }
        })
      )
  });
  await taken(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByLabel('Copy this link').waitFor();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('vintage=2024');
});

test('a link to 2020 says what is loading and never paints the figures of 2024 before its own', async () => {
  const { prepare, release } = hold('**/*.wasm');
  const page = await open('area/leeds/?period=2020', {
    prepare: (context) => Promise.all([prepare(context), watchPaint(context)])
  });
  await page.getByText('31 March 2020').filter({ visible: true }).first().waitFor();
  await page.locator('.waiting').waitFor();
  expect(await headline(page).isVisible()).toBe(false);
  release();
  await page.locator('.position-line', { hasText: '31 March 2020' }).waitFor();
  await expect.poll(async () => (await painted(page)).join('\n')).toContain('Position at 31 March 2020');
  const seen = (await painted(page)).join('\n');
  expect(seen).not.toContain('31 March 2024');
  expect(seen).not.toContain('185 children');
});

test('a link whose settings are the delivered ones starts nothing', async () => {
  const page = await open('area/leeds/?period=2024&compare=neighbours&vintage=2024');
  await taken(page);
  await page.waitForLoadState('networkidle');
  expect(await headline(page).isVisible()).toBe(true);
  expect(here.requests.filter((url) => url.includes('.wasm'))).toEqual([]);
});

test('a setting that is not understood is named and left out', async () => {
  const page = await open('area/leeds/?colour=blue&compare=everyone');
  await page.getByText('Part of this link was not understood').waitFor();
  expect(await page.locator('.notice').first().textContent()).toMatch(/colour=blue.*compare=everyone/);
  await expect.poll(() => headline(page).isVisible()).toBe(true);
});

describe('where the engine cannot start', () => {
  const ways: [string, (context: BrowserContext) => Promise<unknown>][] = [
    [
      'because WebAssembly is blocked',
      (context) => context.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'))
    ],
    ['because its file does not arrive', (context) => context.route('**/*.wasm', (route) => route.abort())],
    [
      'because its worker does not arrive',
      (context) => context.route('**/*worker*.js', (route) => route.abort())
    ]
  ];
  test.each(ways)('%s, the page says what the link asks for and shows what it has', async (_, prepare) => {
    const page = await open('area/leeds/?period=2020', {
      prepare,
      expects: /Failed to (load|fetch)|ERR_FAILED|ErrorEvent/
    });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const words = await alert.textContent();
    expect(words).toContain('This link asks for the position at 31 March 2020.');
    expect(words).toContain('Shown below is the position at 31 March 2024');
    expect(await headline(page).isVisible()).toBe(true);
    expect(await headline(page).textContent()).toContain('185 children');
    expect(await page.locator('#choose-period').inputValue()).toBe('2024');
    await page.getByRole('link', { name: 'Prevalence' }).first().click();
    await page.locator('article[data-view=prevalence]').waitFor();
    expect(await headline(page).textContent()).toContain('185 children');
  });

  test('an area that was not written beforehand says so, and leads to those that were', async () => {
    const [, prepare] = ways[0] ?? [];
    const page = await open('area/essex/', prepare === undefined ? {} : { prepare });
    await page.getByRole('heading', { level: 1, name: 'Essex cannot be shown just now' }).waitFor();
    await page.getByRole('alert').getByRole('link', { name: 'Choose an area' }).click();
    await page.getByRole('link', { name: 'Leeds', exact: true }).click();
    await shows(page, '185 children');
  });

  test('the page is shown even where none of its script arrives', async () => {
    const page = await open('area/leeds/?period=2020', {
      prepare: (context) => context.route('**/_app/**/*.js', (route) => route.abort()),
      expects: /Failed to (load|fetch)|ERR_FAILED|dynamically imported/
    });
    await expect.poll(() => headline(page).isVisible(), { timeout: 15_000 }).toBe(true);
  });
});

test('capital letters and codes lead to the address of the area, with what was asked, and an older release is named', async () => {
  const page = await open('area/Leeds/');
  await page.locator('.position-area', { hasText: 'Leeds' }).waitFor();
  await page.waitForURL(`${here.address}area/leeds/`);
  const other = await open('area/383/Prevalence/?period=2020&vintage=2021');
  await other.locator('.position-line', { hasText: '31 March 2020' }).waitFor();
  expect(other.url()).toBe(`${here.address}area/leeds/prevalence/?period=2020&vintage=2021`);
  await other.getByText('This link was made on the 2021 release').waitFor();
});

test('a name of no area gets a page that says so, with a way on, and is clipped', async () => {
  const page = await open(`area/${'x%20'.repeat(400)}/`);
  await page.getByRole('heading', { name: 'There is no page here' }).waitFor();
  expect(await page.locator('main').getByRole('link', { name: 'choose an area' }).count()).toBe(1);
  expect((await page.locator('main').textContent())?.length).toBeLessThan(300);
});

test('what an address brings never widens the page', async () => {
  const page = await open(`area/leeds/?period=${'9'.repeat(5000)}`);
  await page.getByText('Part of this link was not understood').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
});

test('a link to a figure brings its reader to it: when it is opened, and in a page that is open', async () => {
  const figure = 'naming-acting';
  const page = await open(`area/leicestershire/prevalence/?period=2020#figure=${figure}`);
  const place = async () => {
    const heading = page.locator(`#chart-${figure}`);
    await heading.waitFor();
    return heading.evaluate((title) => [
      document.activeElement === title,
      Math.round(title.getBoundingClientRect().top)
    ]);
  };
  const atTop = [true, expect.closeTo(0, -1)];
  await page.locator('.position-line', { hasText: '31 March 2020' }).waitFor();
  await expect.poll(place).toEqual(atTop);
  const other = `${here.address}area/leicestershire/prevalence/?period=2021#figure=${figure}`;
  await page.evaluate((href) => {
    scrollTo(0, 0);
    const link = Object.assign(document.createElement('a'), { href, textContent: 'A link in words' });
    document.querySelector('main')?.prepend(link);
  }, other);
  await page.getByRole('link', { name: 'A link in words' }).click();
  await page.locator('.position-line', { hasText: '31 March 2021' }).waitFor();
  await page.evaluate((next) => {
    scrollTo(0, 0);
    location.hash = next;
  }, '#figure=recorded-share');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('chart-recorded-share');
});
