import { beforeAll, describe, expect, test } from 'vitest';
import { isKnown } from '#lib/domain/cell.ts';
import type { Facts } from '#lib/db/facts.ts';
import { hitAt, hitsOf } from '#lib/charts/hits.ts';
import { publishedShapes } from '#lib/queries/explore-shapes.ts';
import type { ExploreChoice } from '#lib/selection/explore.ts';
import { cubes } from '#lib/store/cubes.ts';
import { csvOf } from '#lib/exports/csv.ts';
import type { TableFigure } from '#lib/views/model.ts';
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
const ABOUT = {
  title: '',
  source: '',
  vintage: '',
  area: '',
  period: '',
  licence: '',
  filters: '',
  notes: ''
};
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
    expect(marks).toEqual(['neglect', 'includes', 'other']);
    expect(main.sources.join()).toContain('Department for Education');
  });

  test('says of each row which reason it counts', async () => {
    const { main } = await shown(BY_CATEGORY);
    expect(main.table.rows.map((row) => row['mark'])).toEqual([
      'neglect',
      'neglect not named',
      'neglect not named',
      'neglect not named',
      'includes neglect'
    ]);
  });

  test.each([
    ['grades', ['neglect']],
    ['tool_scores', ['neglect']],
    ['referrals', ['all']],
    ['population', ['all']]
  ])('%s carries the mark of the indicators worked out from it', async (count, marks) => {
    expect((await shown({ count, by: [], areas: ['kestrelshire'] }, demo)).marks).toEqual(marks);
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

describe('what audits looked at', () => {
  test('is named in words, outcomes of a standard too, each with the mark of its standard', async () => {
    const { main } = await shown(
      { count: 'assurance', measure: 'families', by: ['indicator'], areas: ['kestrelshire'] },
      demo
    );
    const names = main.table.rows.map((row) => String(row['by-indicator']));
    const known = demo.catalogue.indicators.map(({ name }) => name);
    expect(names.filter((name) => !known.some((each) => name.startsWith(each)))).toEqual([]);
    expect(names.join('; ')).toContain(': better');
    expect(main.counts).toBeUndefined();
    expect(main.mark).toBe('neglect');
  });
});

describe('rounds of audit', () => {
  const asked: ExploreChoice = {
    count: 'assurance',
    measure: 'families',
    by: ['indicator', 'round'],
    areas: ['kestrelshire']
  };

  test('are never looked for in years in which they were not held', async () => {
    const { said, main, suggested, settled } = await shown(asked, demo);
    expect(settled.periods.length).toBeGreaterThan(1);
    expect(said.join(' ')).not.toContain('not supplied');
    expect(main.table.columns.map(({ key }) => key)).not.toContain('period');
    expect(suggested).toBe('heat');
    expect('spec' in main && main.spec.kind === 'heat' && main.spec.columns).toHaveLength(2);
  });

  test('are set side by side when a standard is filtered by, each from its own year', async () => {
    const [row] = (await shown(asked, demo)).rowPicks;
    const standard = row?.['by-indicator'];
    if (standard === undefined) throw new Error('no standard to pick');
    const { linked } = await shown({ ...asked, only: [standard] }, demo);
    expect(linked?.title).toContain('by round');
    if (linked?.spec.kind !== 'bars') throw new Error('no bars');
    for (const { text } of linked.spec.rows) expect(text).toMatch(/^\d+ of \d+$/);
    expect(linked.table.columns.map(({ key }) => key)).toContain('of');
    const cells = linked.table.rows.map((step) => step['filtered']);
    expect(cells).toHaveLength(2);
    for (const cell of cells) expect(cell).toMatchObject({ kind: 'known' });
  });
});

describe('what figures count of neglect', () => {
  const aboutMark = (figure: TableFigure) =>
    csvOf(figure.table, {
      ...ABOUT,
      mark: figure.mark,
      counts: figure.counts
    });

  test('is said of a mixture as one, in its file too', async () => {
    const { main } = await shown(BY_CATEGORY);
    expect(aboutMark(main)).toContain('a mixture: neglect; includes neglect; neglect not named');
    expect(aboutMark(main)).not.toContain('all reasons');
  });

  test('follows the filter: another reason is never all reasons, and what stands behind it is', async () => {
    const { linked } = await shown({
      ...BY_CATEGORY,
      only: [{ aspect: 'category_latest', value: 'emotional' }]
    });
    if (linked === undefined) throw new Error('no second chart');
    expect(linked.counts).toEqual(['other']);
    expect(linked.table.columns.map(({ mark }) => mark)).toEqual([undefined, 'other', 'all']);
    expect(aboutMark(linked)).toContain('Emotional abuse: neglect not named; ');
    expect(aboutMark(linked)).toContain('told apart by latest category: all reasons');
  });

  test('is told row by row where a filter leaves reasons apart', async () => {
    const { linked } = await shown({
      count: 'plans',
      by: ['category_latest'],
      only: [{ aspect: 'period', value: '2016' }]
    });
    expect(linked?.table.rows.map((row) => row['mark'])).toContain('neglect not named');
    expect(linked && aboutMark(linked)).toContain('a mixture: neglect');
  });

  test('is told of neglect alone by its mark alone', async () => {
    const { linked } = await shown({ ...BY_CATEGORY, only: [NEGLECT] });
    expect(linked?.counts).toBeUndefined();
    expect(linked && aboutMark(linked)).toContain('Neglect: neglect; ');
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

describe('for every 10,000 children', () => {
  const NUMBER = (cell: unknown) => {
    if (typeof cell !== 'object' || cell === null || !('value' in cell) || typeof cell.value !== 'number')
      throw new Error('no number');
    return cell.value;
  };

  test('a count is set against the children of the same area and date, which stand beside it', async () => {
    const { main, sources, settled } = await shown({
      count: 'plans',
      by: ['category_latest'],
      areas: ['leicestershire'],
      per: '10000'
    });
    const row = main.table.rows.find(
      (each) => each['by-category_latest'] === 'Neglect' && each['period'] === '31 March 2024'
    );
    expect(NUMBER(row?.['value'])).toBeCloseTo(16.2, 1);
    expect(NUMBER(row?.['count'])).toBe(235);
    expect(NUMBER(row?.['value'])).toBeCloseTo((235 / NUMBER(row?.['people'])) * 10_000, 9);
    expect(main.title).toContain('Children on a plan per 10,000 children by latest category');
    if (!('spec' in main) || !('unit' in main.spec)) throw new Error('no unit');
    expect(main.spec.unit).toBe('per 10,000 children');
    expect(main.file).toContain('rate');
    expect(sources.map(({ text }) => text).join()).toContain('Office for National Statistics');
    expect(sources.map(({ text }) => text).join()).not.toContain('single year of age');
    expect(settled.choice.per).toBe('10000');
  });

  const BY_AGE: ExploreChoice = { count: 'plans', by: ['age'], areas: ['england'], per: '10000' };

  test('each age is set against the children of that age, and the unborn against nobody', async () => {
    const { main, said } = await shown({ ...BY_AGE, periods: ['2024'] });
    expect(main.table.columns.find(({ key }) => key === 'value')?.unit).toBe(
      'per 10,000 children of that age'
    );
    expect(said.join(' ')).toContain('the same age');
    const row = (age: string) => main.table.rows.find((each) => each['by-age'] === age);
    expect(NUMBER(row('Under 1')?.['people'])).toBeLessThan(NUMBER(row('1 to 4')?.['people']));
    expect(NUMBER(row('16 and over')?.['people'])).toBeGreaterThan(1_000_000);
    expect(NUMBER(row('Unborn')?.['count'])).toBeGreaterThan(0);
    expect(row('Unborn')?.['value']).toEqual({ kind: 'missing', reason: 'notApplicable' });
  });

  test('where no population of such ages is held the counts stand, and it is said why they are no rates', async () => {
    const { main, said, settled } = await shown({ ...BY_AGE, periods: ['2019'] });
    expect(settled.choice.per).toBeUndefined();
    expect(said.join(' ')).toContain(
      'These are counts, not rates: a rate of a group is out of the children of the same age'
    );
    expect(main.title).not.toContain('10,000');
    expect(main.table.columns.some(({ key }) => key === 'people')).toBe(false);
    expect(NUMBER(main.table.rows[0]?.['value'])).toBeGreaterThan(100);
  });

  test('girls and boys are never set against all children', async () => {
    const { main, said } = await shown({ count: 'plans', by: ['sex'], areas: ['england'], per: '10000' });
    expect(said.join(' ')).toContain('out of the children of the same sex');
    expect(main.title).not.toContain('10,000');
  });

  test('where the numbers of each sex are held, a rate is out of the children of that sex', async () => {
    const { main } = await shown(
      {
        count: 'known',
        by: ['highest', 'neglect', 'sex'],
        areas: ['kestrelshire'],
        periods: ['2024'],
        per: '10000'
      },
      demo
    );
    expect(main.title).toContain('per 10,000 children of that sex');
    const people = main.table.rows.flatMap(({ people: each }) =>
      typeof each === 'object' && isKnown(each) ? [each.value] : []
    );
    expect(people).toHaveLength(2);
    expect(people.reduce((sum, each) => sum + each, 0)).toBe(164_000);
  });

  test('years without a population of each age show no rate, and it is said which have one', async () => {
    const { main, said } = await shown({ ...BY_AGE, periods: ['years'] });
    expect(said.join(' ')).toContain('A population by age is loaded for 31 March 2024 alone.');
    const before = main.table.rows.filter(({ period }) => period !== '31 March 2024');
    expect(before.length).toBeGreaterThan(5);
    for (const row of before) expect(row['value']).toMatchObject({ kind: 'missing' });
  });

  test('a withheld count has no rate', async () => {
    const { main } = await shown({ ...BY_CATEGORY, areas: ['rutland'], per: '10000' });
    for (const row of main.table.rows) {
      expect(row['value']).toEqual({ kind: 'missing', reason: 'withheld' });
      expect(row['count']).toEqual({ kind: 'missing', reason: 'withheld' });
    }
  });

  test('what is picked stands before rates, not counts', async () => {
    const { linked } = await shown({ ...BY_CATEGORY, areas: ['leeds'], only: [NEGLECT], per: '10000' });
    expect(NUMBER(linked?.table.rows.at(-1)?.['filtered'])).toBeCloseTo(10.6, 1);
    expect(linked?.title).toContain('per 10,000 children');
  });

  test('how many families a round of audits read is not offered it, and says so', async () => {
    const asked = { count: 'grades', areas: ['kestrelshire'], per: '10000' };
    const { main, said, settled } = await shown(asked, demo);
    expect(settled.options.per).toEqual([]);
    expect(said.join(' ')).toContain('Audit grades: not counted for every 10,000 children.');
    expect(main.table.columns.map(({ key }) => key)).not.toContain('people');
  });

  test('n of N, and the population itself, are not offered it, and say so', async () => {
    const asked = { count: 'population', per: '10000' };
    const { settled, said } = await shown(asked);
    expect(settled.options.per).toEqual([]);
    expect(settled.choice.per).toBeUndefined();
    expect(said.join(' ')).toContain('not counted for every 10,000 children');
    expect((await shown({ count: 'plans' })).settled.options.per).toHaveLength(2);
  });
});
