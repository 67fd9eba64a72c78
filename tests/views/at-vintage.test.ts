import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/db/node.ts';
import type { Facts } from '#lib/db/facts.ts';
import { preparedFacts } from '#lib/indicators/prepare.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import { renderView } from '#lib/ui/render-view.ts';
import { shownOf } from '#lib/ui/shown.ts';
import type { ViewModel } from '#lib/views/model.ts';
import { viewAtVintage } from '#lib/views/at-vintage.ts';
import { readPublished } from '../../scripts/read-published.ts';
import { EARLIER_VINTAGE, writeTwoReleases } from '../earlier-edition.ts';
import { pageOf, sharedFacts, STANDARD } from '../published.ts';

let folder: string;
let present: Facts;
let before: Facts;
const asked: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'editions-'));
  const { then } = await writeTwoReleases(folder);
  const facts = await sharedFacts(STANDARD);
  present = { ...facts, catalogue: { ...facts.catalogue, editions: [EARLIER_VINTAGE] } };
  before = await preparedFacts(await readPublished(then), openDatabase);
});
afterAll(async () => {
  await before.close();
  await rm(folder, { recursive: true, force: true });
});

async function page(rest: Partial<ViewPlace> = {}, figure?: string): Promise<ViewModel> {
  const place: ViewPlace = { page: 'view', view: 'overview', area: 'riverbank', ...rest };
  asked.length = 0;
  const editionOf = (vintage: string) => {
    asked.push(vintage);
    return Promise.resolve(before);
  };
  const model = await viewAtVintage(present, editionOf, place, { figure });
  if ('unanswerable' in model) throw new Error(model.unanswerable);
  return model;
}

const earlier = { vintage: EARLIER_VINTAGE } as const;

describe('a link that names an earlier release that is kept', () => {
  test('opens on the figures of that release, not on the present ones', async () => {
    const then = await page(earlier);
    expect(asked).toEqual([EARLIER_VINTAGE]);
    expect(then.headline.text).toMatch(/^50 children were on a plan for neglect/);
    expect((await page()).headline.text).toMatch(/^52 children were on a plan for neglect/);
  });

  test('says which release it is, that a newer one exists, and where the same page of that is', async () => {
    const { earlier: said } = await page({ ...earlier, period: '2025', compare: 'england' });
    expect(said?.text).toContain(`names the ${EARLIER_VINTAGE} release`);
    expect(said?.text).toContain('Riverbank Safeguarding Partnership, Figures on neglect');
    expect(said?.text).toContain('A newer release exists: 2026.');
    expect(said?.newer?.place).toMatchObject({ area: 'riverbank', period: '2025', compare: 'england' });
    expect(said?.newer?.place.vintage).toBeUndefined();
  });

  test('tells of the figures set large first, of three at most, and counts the others', async () => {
    const { text, figures } = (await page(earlier)).earlier?.revised ?? { text: '', figures: [] };
    expect(text).toMatch(/^Of this page, \d+ figures were revised in the 2026 release:$/);
    expect(figures[0]).toBe('On a plan for neglect: 50 then, 52 now');
    expect(figures[1]).toBe('Rate: 12.5 then, 13.0 now');
    expect(figures).toHaveLength(4);
    expect(figures[3]).toMatch(/^and \d+ others$/);
  });

  test('tells only of the chart that it names', async () => {
    const { text, figures } = (await page(earlier, 'plans-over-time')).earlier?.revised ?? {
      text: '',
      figures: []
    };
    expect(text).toBe('Of this chart or table, 2 figures were revised in the 2026 release:');
    expect(figures).toEqual([
      '2025, Multiple: now withheld',
      '2026, Neglect (latest category): 50 then, 52 now'
    ]);
  });

  test('says that nothing was revised where nothing was', async () => {
    const { text, figures } = (await page(earlier, 'voice')).earlier?.revised ?? { text: '', figures: ['?'] };
    expect(text).toMatch(/were not revised: all \d+ stand in the 2026 release as here\.$/);
    expect(figures).toEqual([]);
  });

  test('a figure that is withheld now is told of without a number, on no page', async () => {
    for (const view of ['overview', 'prevalence', 'strategy'] as const) {
      const { earlier: said } = await page({ ...earlier, view });
      const withheld = said?.revised.figures.filter((figure) => figure.endsWith('now withheld')) ?? [];
      for (const figure of withheld) expect(figure.replace(/20\d\d/g, '')).not.toMatch(/\d/);
    }
  });

  test('its copied link names it again, and its other pages are of it too', async () => {
    const then = await page(earlier);
    expect(shownOf(then).vintage).toBe(EARLIER_VINTAGE);
    const html = renderView(then);
    expect(html).toContain(`data-earlier="${EARLIER_VINTAGE}"`);
    expect(html).toMatch(/href="[^"]*\/indicator\/[^"]*vintage=2025\.1/);
    expect(html).toContain('50 then, 52 now');
  });
});

describe('every other link', () => {
  test('that names the release shown opens nothing else and says nothing', async () => {
    const named = await page({ vintage: '2026' });
    expect(asked).toEqual([]);
    expect(named).toEqual(await page());
    expect(renderView(named)).not.toContain('data-earlier');
  });

  test('that names a release which is not kept says so, and which are', async () => {
    const model = await page({ vintage: '2019' });
    expect(asked).toEqual([]);
    expect(model.earlier).toBeUndefined();
    expect(model.notices.join(' ')).toContain(
      `made on the 2019 release, which this site does not keep. Of earlier releases it keeps ${EARLIER_VINTAGE}.`
    );
    const alone = await pageOf(await sharedFacts(STANDARD), 'riverbank', { vintage: '2019' });
    expect(alone.notices.join(' ')).toContain('which this site does not keep. The figures shown');
  });

  test('that asks an earlier release for what it never had gets that in words', async () => {
    const place = { page: 'view', view: 'overview', area: 'nowhere', ...earlier } as const;
    expect(await viewAtVintage(present, () => Promise.resolve(before), place)).toEqual({
      unanswerable: expect.stringContaining(`The ${EARLIER_VINTAGE} release does not tell of this page.`)
    });
  });
});
