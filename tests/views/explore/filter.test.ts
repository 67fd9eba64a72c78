import { describe, expect, test } from 'vitest';
import { hitAt, hitsOf } from '#lib/charts/hits.ts';
import type { ExploreChoice } from '#lib/selection/explore.ts';
import { demo, shown, NEGLECT, BY_CATEGORY } from './shown.ts';

describe('a filter', () => {
  test('shows what was picked over time with all of it behind, and leaves the first chart whole', async () => {
    const { main, linked, filters } = await shown({ ...BY_CATEGORY, only: [NEGLECT] });
    expect(filters.map(({ label }) => label)).toEqual(['Neglect']);
    expect(main.table.rows).toHaveLength(5);
    if (linked?.spec.kind !== 'series') throw new Error('no lines');
    expect(linked.spec.series.map(({ name }) => name)).toEqual([
      'Neglect',
      'all, not told apart by latest category'
    ]);
    expect(linked.table.rows.at(-1)).toMatchObject({
      filtered: { value: 24570 },
      unfiltered: { value: 49900 }
    });
    expect(linked.mark).toBe('neglect');
  });

  test('by an area stands before the middle of the areas that were chosen', async () => {
    const { linked } = await shown({
      count: 'plans',
      areas: ['every-authority'],
      periods: ['2024'],
      only: [{ aspect: 'area', value: 'leeds' }]
    });
    expect(linked?.subtitle).toContain('the middle of the');
    expect(linked?.table.rows.at(-1)?.['filtered']).toMatchObject({ value: 674 });
  });

  test('says whose figures it draws, where several areas are chosen and none is picked', async () => {
    const { linked } = await shown({
      count: 'plans',
      by: ['category_latest'],
      areas: ['leeds', 'leicestershire'],
      only: [NEGLECT]
    });
    expect(linked?.subtitle).toMatch(/^Leeds\. Filtered by Neglect\./);
    const { linked: picked } = await shown({
      count: 'plans',
      areas: ['leeds', 'leicestershire'],
      only: [{ aspect: 'area', value: 'leicestershire' }]
    });
    expect(picked?.subtitle).toMatch(/^Filtered by Leicestershire\./);
  });

  test('by a year and a category stands along what is left', async () => {
    const { linked } = await shown({
      count: 'plans',
      by: ['category_latest'],
      areas: ['leeds', 'leicestershire'],
      only: [NEGLECT, { aspect: 'period', value: '2016' }]
    });
    expect(linked?.spec.kind).toBe('bars');
    expect(linked?.title).toContain('by area');
  });

  test('stands alone where its table holds no total, and says so', async () => {
    const asked: ExploreChoice = { count: 'known', by: ['tier', 'neglect'], areas: ['kestrelshire'] };
    const [row] = (await shown(asked, demo)).rowPicks;
    const tier = row?.['by-tier'];
    if (tier === undefined) throw new Error('no tier to pick');
    const { linked } = await shown({ ...asked, only: [tier] }, demo);
    if (linked?.spec.kind !== 'series') throw new Error('no lines');
    expect(linked.spec.series).toHaveLength(1);
    expect(linked.subtitle).toContain('no figure of all to set behind it');
  });

  test('that stands for nothing here is left out', async () => {
    const { filters, linked } = await shown({ ...BY_CATEGORY, only: [{ aspect: 'age', value: 'unborn' }] });
    expect(filters).toEqual([]);
    expect(linked).toBeUndefined();
  });

  test('is picked by the mark that a reader clicks on, in every kind of chart, wide and narrow', async () => {
    const asked: readonly ExploreChoice[] = [
      BY_CATEGORY,
      { count: 'plans' },
      { count: 'plans', by: ['category_latest'] },
      { ...BY_CATEGORY, areas: ['every-region'] }
    ];
    const kinds = new Set<string>();
    for (const choice of asked) {
      const { main, picks } = await shown(choice);
      if (!('spec' in main)) throw new Error('no chart');
      kinds.add(main.spec.kind);
      for (const size of ['wide', 'narrow'] as const) {
        const hits = hitsOf(main.spec, size);
        expect(hits.map(({ key }) => key).sort()).toEqual(Object.keys(picks).sort());
        for (const hit of hits)
          expect(hitAt(hits, (hit.x1 + hit.x2) / 2, (hit.y1 + hit.y2) / 2)).toBe(hit.key);
      }
    }
    expect([...kinds].sort()).toEqual(['bars', 'heat', 'multiples', 'series']);
  });

  test('is picked by the line of a strip that is nearest, and by no withheld area', async () => {
    const { main, picks } = await shown({ count: 'plans', areas: ['every-authority'], periods: ['2024'] });
    if (!('spec' in main) || main.spec.kind !== 'strip') throw new Error('no strip');
    expect(Object.keys(picks)).toHaveLength(main.spec.others.length);
    for (const size of ['wide', 'narrow'] as const) {
      const hits = hitsOf(main.spec, size);
      expect(hits.length).toBeGreaterThan(60);
      for (const hit of hits) {
        expect(hitAt(hits, (hit.x1 + hit.x2) / 2, (hit.y1 + hit.y2) / 2)).toBe(hit.key);
        expect(picks[hit.key]?.map(({ aspect }) => aspect)).toEqual(['area']);
      }
      const most = hits.at(-1);
      expect(main.spec.others[Number(most?.key.slice('other:'.length))]).toBe(Math.max(...main.spec.others));
    }
  });
});
