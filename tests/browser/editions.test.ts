import { describe, expect, test } from 'vitest';
import { RESTRICTED_QUESTION } from '#lib/words/standing.ts';
import { site } from './open.ts';
import { headline, taken } from './reading.ts';

/** Keeps an earlier release, of vintage 2023; see tests/leaks/site. */
const here = site('LENS_RESTRICTED_SITE');
const { open } = here;

const editionsAsked = () => here.requests.filter((url) => url.includes('/editions/'));

describe('a link that names a release which the site keeps beside the present one', () => {
  test('opens on that release, says so, and leads to the same page of the newer one', async () => {
    const page = await open('area/leicestershire/?period=2022&compare=england&vintage=2023');
    const notice = page.locator('[data-earlier="2023"]');
    await notice.waitFor();
    const words = (await notice.textContent()) ?? '';
    expect(words).toContain('This link names the 2023 release');
    expect(words).toContain('A newer release exists: 2024.');
    expect(words).toMatch(/were not revised|revised in the 2024 release/);
    expect(editionsAsked().length).toBeGreaterThan(1);
    expect(await page.locator('.position-line').textContent()).toContain('31 March 2022');
    await notice.getByRole('link', { name: 'See this page in the 2024 release' }).click();
    await notice.waitFor({ state: 'detached' });
    expect(await page.locator('.position-line').textContent()).toContain('31 March 2022');
    expect(new URL(page.url()).search).toBe('?period=2022&compare=england');
  });

  test('keeps to it when another year is chosen, and in the link that is copied', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await open('area/leicestershire/?vintage=2023', { permissions });
    await page.locator('[data-earlier="2023"]').waitFor();
    await page.locator('#choose-period').selectOption('2022');
    await page.locator('.position-line', { hasText: '31 March 2022' }).waitFor();
    expect(await page.locator('[data-earlier="2023"]').count()).toBe(1);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('period=2022');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('vintage=2023');
  });
});

test('a page of the present release fetches nothing of an earlier one and says nothing of it', async () => {
  const page = await open('area/leicestershire/?period=2024&compare=england&vintage=2024');
  await taken(page);
  await page.waitForLoadState('networkidle');
  expect(await headline(page).isVisible()).toBe(true);
  expect(await page.locator('[data-earlier], [data-seen]').count()).toBe(0);
  expect(editionsAsked()).toEqual([]);
});

describe('a link to a figure', () => {
  const linkOf = async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await open('area/leicestershire/', { permissions });
    await taken(page);
    await page.locator('[data-take]').first().click();
    await page.locator('dialog.take').waitFor();
    await page.getByRole('button', { name: RESTRICTED_QUESTION.yes }).click();
    await page.locator('dialog.take').getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied.').waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };

  test('carries what it showed behind the #, and where it still does, nothing is said', async () => {
    const link = await linkOf();
    expect(new URL(link).search).not.toContain('seen');
    expect(new URL(link).hash).toMatch(/^#figure=[\w.-]+&seen=[0-9a-f]{16}$/);
    const page = await open(link.slice(here.address.length));
    await taken(page);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[data-seen]').count()).toBe(0);
  });

  test('says that the figure is as it was, or was revised, where its release is not kept', async () => {
    const link = (await linkOf()).slice(here.address.length).replace('vintage=2024', 'vintage=2019');
    const same = await open(link);
    await same.locator('[data-seen]').waitFor();
    expect(await same.locator('[data-seen]').textContent()).toContain('is as it was when this link was made');
    const lost = 'made on the 2019 release, which this site does not keep';
    expect(await same.locator('.notice', { hasText: lost }).count()).toBe(2);
    expect(await same.locator('[data-seen-here]').textContent()).toContain(lost);
    const top = await same.locator('[data-seen-here]').evaluate((near) => near.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    const other = await open(link.replace(/seen=[0-9a-f]{16}/, `seen=${'0'.repeat(16)}`));
    await other.locator('[data-seen]').waitFor();
    expect(await other.locator('[data-seen]').textContent()).toContain('has been revised since this link');
  });

  test('that the page does not have is said not to be there', async () => {
    const page = await open('area/leicestershire/#figure=nothing');
    await page.locator('[data-seen]', { hasText: 'This page has no figure of the name' }).waitFor();
  });
});
