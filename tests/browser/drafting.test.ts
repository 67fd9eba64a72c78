import { describe, expect, test } from 'vitest';
import { readZip } from '#lib/sources/bundle-zip.ts';
import { largeBundle, plansBundle, rawBundle, zipOf } from './drafts.ts';
import { site } from './open.ts';
import { choose, heading, load, MARK, PAGE, protect, save, words } from './protect-page.ts';
import { faults, overflow } from './reading.ts';

const here = site('LENS_SITE');
const inFragment = site('LENS_HASH_SITE');

describe('a draft', () => {
  test('is marked, is not printed, and is in no storage, address, title or history of the browser', async () => {
    const page = await here.open(PAGE);
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    await load(page, zipOf(rawBundle()));
    await page.getByText(MARK).waitFor();
    await page.getByText('Look at the figures as they were read').click();
    await page.getByLabel('Table', { exact: true }).selectOption('plans-age');
    await page.getByRole('table', { name: /^Draft, not protected/ }).waitFor();
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: Object.keys(sessionStorage).filter((key) => !key.startsWith('sveltekit:')),
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      cookies: document.cookie,
      history: JSON.stringify(history.state),
      title: document.title
    }));
    expect(kept).toMatchObject({ local: 0, session: [], databases: [], caches: [], cookies: '' });
    expect(`${kept.history}${kept.title}${page.url()}`).not.toMatch(/vale|city/i);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(/vale|city/i);
    expect(logged).toEqual([]);
    const sent = here.requests.filter((url) => !/^(blob|data):/.test(url));
    expect(sent.filter((url) => /vale|city/i.test(url))).toEqual([]);

    await page.emulateMedia({ media: 'print' });
    const printed = (await page.locator('main').innerText()).trim();
    expect(printed).toBe('This page holds figures that are not protected. They are not printed.');
    await page.emulateMedia({ media: 'screen' });
    await protect(page);
    expect(await page.getByText(MARK).count()).toBe(0);
    expect(await page.getByText('Look at the figures as they were read').count()).toBe(0);
  });

  test('is asked about before it is left, and is gone afterwards', async () => {
    const page = await here.open(PAGE);
    await load(page, zipOf(plansBundle([40, 3, 30, 12, 15], 'no')));
    await page.locator('h1').click();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void (asked.length < 3 ? dialog.dismiss() : dialog.accept());
    });
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await page.getByText(MARK).waitFor();
    await page.getByRole('link', { name: 'Glossary' }).click();
    await expect.poll(() => asked).toEqual(['beforeunload', 'confirm']);
    await page.getByText(MARK).waitFor();
    await page.getByRole('link', { name: 'Glossary' }).click();
    await page.getByRole('heading', { level: 1, name: /Glossary|Words/i }).waitFor();
    await page.goBack();
    await page.locator('#draft-files').waitFor();
    expect(await page.getByText(MARK).count()).toBe(0);
  });
});

describe('while figures are protected', () => {
  test('the page answers, tells how far it is, and stops at once when asked; the figures stay', async () => {
    const page = await here.open(PAGE);
    await load(page, zipOf(largeBundle()));
    await page.evaluate(() => {
      let frames = 0;
      Reflect.set(window, 'lensFrames', frames);
      const frame = () => {
        Reflect.set(window, 'lensFrames', (frames += 1));
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    const frames = () => page.evaluate(() => Number(Reflect.get(window, 'lensFrames')));
    const before = await frames();
    await page.getByRole('button', { name: 'Protect and check' }).click();
    await heading(page, 'Protecting the figures').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
      'Protecting the figures'
    );
    await page
      .getByText(/Choosing what to withhold/)
      .first()
      .waitFor();
    expect(await page.locator('.protect [role=status]').first().textContent()).toMatch(/\.$/);
    await page.getByText(/[1-9]\d* seconds? so far/).waitFor();
    expect((await frames()) - before, 'frames drawn meanwhile').toBeGreaterThan(5);

    await page.getByRole('button', { name: 'Cancel' }).click();
    await heading(page, 'What was read').waitFor();
    await page.getByText(MARK).waitFor();
    await page.getByRole('button', { name: 'Protect and check' }).click();
    await page.getByText(/[1-9]\d* seconds? so far/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await heading(page, 'What was read').waitFor();
  }, 120_000);
});

describe('the page', () => {
  test('has no fault against WCAG 2.2 AA in any state, and fits 1280 and 390 pixels', async () => {
    const page = await here.open(PAGE);
    const good = async (state: string) => {
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflow(page), state).toBe(0);
        expect(await faults(page, width === 390 ? 'rules of width' : 'every rule'), state).toEqual([]);
        expect(await overflow(page), `${state}, all opened`).toBe(0);
      }
    };
    await page.locator('#draft-files').waitFor();
    await good('empty');
    await choose(page, { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
    await heading(page, /to mend first/).waitFor();
    await good('problems');
    await load(page, zipOf(rawBundle()));
    await page.getByLabel('The partnership only (restricted)').check();
    await good('draft');
    await page.getByLabel('Anybody').check();
    await protect(page);
    await good('result');
  });

  test('without JavaScript says that it needs it, and what happens', async () => {
    const page = await here.open(PAGE, { javaScriptEnabled: false });
    expect(await page.getByText('This page needs JavaScript').isVisible()).toBe(true);
    expect(await page.locator('#draft-files').isVisible()).toBe(false);
    expect(await page.getByText('Nothing leaves this computer').isVisible()).toBe(true);
  });

  test('is reached from Data, and from the keyboard the files are chosen and heard of', async () => {
    const page = await here.open('data/');
    await page.getByRole('link', { name: 'Load, protect and check' }).click();
    await page.locator('#draft-files').focus();
    await load(page, zipOf(plansBundle([40, 3, 30, 12, 15], 'no')));
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
      .toBe('What was read');
  });

  test('works with its address in the fragment', async () => {
    const page = await inFragment.open(`#/${PAGE}`);
    await load(page, zipOf(plansBundle([40, 3, 30, 12, 15], 'no')));
    await protect(page);
    expect(page.url()).toBe(`${inFragment.address}#/${PAGE}`);
    const { bytes } = await save(page);
    const csv = words(readZip(bytes, 'out.zip').files).get('cubes/plans-neglect.csv') ?? '';
    expect(csv).not.toContain(',3,,');
    expect(csv.match(/,,c,/g)?.length).toBeGreaterThan(1);
  });
});
