import { beforeAll, describe, expect, test } from 'vitest';
import { isKnown } from '#lib/domain/cell.ts';
import type { Facts } from '#lib/db/facts.ts';
import { hitAt, hitsOf } from '#lib/charts/hits.ts';
import { publishedShapes } from '#lib/queries/explore-shapes.ts';
import type { ExploreChoice } from '#lib/selection/explore.ts';
import { cubes } from '#lib/store/cubes.ts';
import { explore, type Explored } from '#lib/views/explore/explore.ts';
import { sharedFacts } from '../../published.ts';

let published: Facts;
let demo: Facts;
beforeAll(async () => {
  published = await sharedFacts();
  demo = await sharedFacts('data/demo');
});

async function shown(asked: ExploreChoice, facts = published): Promise<Explored> {
  const answer = await explore(facts, cubes(), asked);
  if ('why' in answer) throw new Error(answer.why);
  return answer;
}

const NEGLECT = { aspect: 'category_latest', value: 'neglect' };
const BY_CATEGORY: ExploreChoice = {
  count: 'plans',
  measure: 'open',
  by: ['category_latest'],
  periods: ['2024']
};

describe('what is offered', () => {
  test('is what some table publishes, and nothing else', async () => {
    const shapes = await publishedShapes(published, 'plans');
    const { settled } = await shown({ count: 'plans' });
    const there = new Set(shapes.filter(({ measure }) => measure === 'open').map(({ by }) => by.join('.')));
    expect(new Set(settled.options.breakdowns.map(({ id }) => id))).toEqual(there);
    expect(there.has('category_initial.category_latest')).toBe(false);
    expect(there.has('category_latest')).toBe(true);
  });

  test.each(['data/published', 'data/demo'])(
    'every combination of %s shows figures',
    async (folder) => {
      const facts = folder === 'data/demo' ? demo : published;
      for (const { cube } of facts.catalogue.cubes)
        for (const { measure, by, table } of await publishedShapes(facts, cube)) {
          const answer = await explore(facts, cubes(), { count: cube, measure, by, table });
          expect('main' in answer || answer.why, `${table} ${measure} by ${by.join(', ')}`).toBe(true);
          if ('main' in answer) expect(answer.settled.refused).toEqual([]);
        }
    },
    120_000
  );

  test('a combination that no table publishes is refused in words, and the total stands', async () => {
    const { settled, said } = await shown({ count: 'plans', by: ['category_initial', 'category_latest'] });
    expect(settled.by).toEqual([]);
    expect(said[0]).toBe(
      'No table publishes children on a plan by Category at the start and Latest category.'
    );
  });
});

describe('what is shown', () => {
  test('is the published figures, marked, with a chart that suits them', async () => {
    const { main, marks, suggested } = await shown(BY_CATEGORY);
    expect(suggested).toBe('bars');
    expect(main.table.rows[0]).toMatchObject({
      area: 'England',
      'by-category_latest': 'Neglect',
      mark: 'neglect'
    });
    expect(main.table.rows[0]?.['value']).toMatchObject({ value: 24570 });
    expect(marks).toEqual(['neglect', 'includes', 'all']);
    expect(main.sources.join()).toContain('Department for Education');
  });

  test('a withheld figure is withheld, in chart and table and words', async () => {
    const { main, said } = await shown({ ...BY_CATEGORY, areas: ['rutland'] });
    const cells = main.table.rows.map((row) => row['value']);
    expect(cells).toHaveLength(5);
    for (const cell of cells) expect(cell).toEqual({ kind: 'missing', reason: 'withheld' });
    expect(said.join(' ')).toContain('5 of 5 figures are withheld');
    if (!('spec' in main) || main.spec.kind !== 'bars') throw new Error('no bars');
    expect(main.spec.rows.every(({ cell }) => !isKnown(cell))).toBe(true);
  });

  test('quarters of the demonstration are bars, never lines over years', async () => {
    const { suggested } = await shown(
      { count: 'plans', by: [], table: 'plans-neglect', areas: ['kestrelshire'], periods: ['quarters'] },
      demo
    );
    expect(suggested).toBe('bars');
  });

  test('too many figures are refused with what to do', async () => {
    const answer = await explore(published, cubes(), {
      count: 'assessments',
      measure: 'episodes',
      by: ['factor'],
      areas: ['every-authority'],
      periods: ['years']
    });
    expect('why' in answer && answer.why).toContain('Choose fewer areas or one period');
  });
});

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
