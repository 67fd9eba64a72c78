import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { site } from './open.ts';
import { headline, taken } from './reading.ts';

const here = site('LENS_SITE');
const { open } = here;

describe('without JavaScript', () => {
  test('a page reads: figures, drawn charts, tables, notes and sources', async () => {
    const page = await open('area/leicestershire/prevalence/', { javaScriptEnabled: false });
    expect(await headline(page).textContent()).toContain('235');
    expect(await page.locator('.figure-value').first().isVisible()).toBe(true);
    const charts = await page.locator('figure[data-chart]').count();
    expect(charts).toBeGreaterThan(3);
    expect(await page.locator('.drawing svg').filter({ visible: true }).count()).toBe(charts);
    expect(await page.locator('figure table').count()).toBe(charts);
    await page.locator('figure summary').first().click();
    expect(await page.locator('figure table').first().isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Notes and sources' }).isVisible()).toBe(true);
    await page.locator('.note-ref a').first().click();
    expect(new URL(page.url()).hash).toMatch(/^#note-/);
  });

  test.each(['agenda/', 'report/'])('/%s says that it needs it', async (path) => {
    const page = await open(path, { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
    expect(await page.locator('main').innerText()).not.toContain('Looking for');
  });

  test('another area is reached by links alone', async () => {
    const page = await open('area/leicestershire/', { javaScriptEnabled: false });
    await page.locator('.picker-link').click();
    await page.getByRole('link', { name: 'Leeds', exact: true }).click();
    expect(await headline(page).textContent()).toContain('185');
  });

  test('a link to another year shows the latest one and its date', async () => {
    const page = await open('area/leeds/?period=2020', { javaScriptEnabled: false });
    expect(await headline(page).isVisible()).toBe(true);
    expect(await page.locator('.position-line').textContent()).toContain('31 March 2024');
  });

  test('each file for download holds the rows of its table, with source and release', async () => {
    const page = await open('area/rutland/', { javaScriptEnabled: false });
    const figures = await page.locator('figure[data-chart]').all();
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      const address = (await figure.locator('a.download').getAttribute('href')) ?? '';
      expect(address).toMatch(/^data:text\/csv/);
      const [header = '', ...rows] = decodeURIComponent(address.slice(address.indexOf(',') + 1))
        .replace(/^\uFEFF/, '')
        .trim()
        .split('\r\n');
      const first = await figure.locator('tbody th').allTextContents();
      expect(rows.map((row) => plain(row))).toEqual(
        first.map((words) => expect.stringContaining(plain(words)))
      );
      expect(header).toContain('about_source');
      const numbers = await figure
        .locator('tbody tr')
        .evaluateAll((lines) =>
          lines.map((line) =>
            [...line.querySelectorAll('td.number')].map((cell) =>
              (cell.textContent ?? '').replaceAll(',', '')
            )
          )
        );
      numbers.forEach((cells, index) =>
        cells
          .filter((cell) => /^[\d.]+$/.test(cell))
          .forEach((cell) => expect(`,${rows[index]},`).toContain(`,${cell},`))
      );
    }
    const download = page.waitForEvent('download');
    await page.locator('figure summary').first().click();
    await page.locator('a.download').first().click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  });
});

const plain = (words: string) => words.replaceAll('"', '').replace(/\s+/g, ' ').trim();

test.each(['', 'area/leicestershire/', 'area/leicestershire/prevalence/', 'area/england/'])(
  '/%s needs no engine and no data before a reader acts, paints from 32 kB of page and style, and takes over with 90 kB in all',
  async (path) => {
    const sizes: { url: string; kind: string; size: number }[] = [];
    const pending: Promise<unknown>[] = [];
    const page = await open(path, {
      prepare: async (context) =>
        context.on('response', (response) => {
          const kind = response.request().resourceType();
          if (!['document', 'stylesheet', 'script'].includes(kind)) return;
          const weigh = (body: Buffer) =>
            sizes.push({ url: response.url(), kind, size: brotliCompressSync(body).length });
          pending.push(response.body().then(weigh));
        })
    });
    if (path !== '') await taken(page);
    await page.waitForLoadState('networkidle');
    await Promise.all(pending);
    expect(here.requests.filter((url) => /\.wasm|\.arrow|duckdb|\.worker|\/bundle\//.test(url))).toEqual([]);

    const sum = (parts: typeof sizes) => parts.reduce((total, { size }) => total + size, 0);
    const painted = sizes.filter(({ kind }) => kind !== 'script');
    expect(painted.length, 'the page, and its style where that is apart').toBeLessThanOrEqual(2);
    expect(sum(painted), 'what the first paint waits for').toBeLessThanOrEqual(32_000);
    expect(sum(sizes), JSON.stringify(sizes)).toBeLessThanOrEqual(90_000);
  }
);

test('no page tells the next where its reader came from', async () => {
  const page = await open('area/leeds/');
  expect(await page.locator('meta[name=referrer]').getAttribute('content')).toBe('no-referrer');
});

test('what stands in the fragment is sent to nobody and leaves the figures as they are', async () => {
  const page = await open('area/leeds/#bundle=our-partnership&area=ward-seven');
  await taken(page);
  expect(await headline(page).textContent()).toContain('185');
  expect(here.requests.filter((url) => /our-partnership|ward-seven/.test(url.replace(/#.*/, '')))).toEqual(
    []
  );
  expect(new URL(page.url()).hash).toBe('#bundle=our-partnership&area=ward-seven');
});
