import { describe, expect, test } from 'vitest';
import { isKnown } from '#lib/domain/cell.ts';
import { publishedShapes } from '#lib/queries/explore-shapes.ts';
import { cubes } from '#lib/store/cubes.ts';
import { explore } from '#lib/views/explore/explore.ts';
import type { ExploreChoice } from '#lib/selection/explore.ts';
import { isChart } from '#lib/views/model.ts';
import { pageOf } from '../../published.ts';
import { published, demo, shown, BY_CATEGORY, NEGLECT } from './shown.ts';

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

describe('the areas offered', () => {
  test('are told apart, those that are no more by their last year', async () => {
    const { options } = (await shown({ ...BY_CATEGORY, areas: ['leeds'], periods: ['years'] })).settled;
    const labels = options.areas.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => label.startsWith('Dorset'))).toEqual([
      'Dorset',
      expect.stringMatching(/^Dorset, until \d{4}$/)
    ]);
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

describe('lines of a category over years in which recording changed', () => {
  const asked: ExploreChoice = { ...BY_CATEGORY, periods: ['years'], areas: ['leeds'] };

  test('break at the same years as on Prevalence, in panels and behind a filter, and a note says why', async () => {
    const page = await pageOf(published, 'leeds', { view: 'prevalence' });
    const spec = page.slots.flatMap(({ charts }) => charts).find(({ id }) => id === 'category-series')?.spec;
    const years = spec?.kind === 'series' ? spec.breaks.map(({ year }) => year) : [];
    expect(years.length).toBeGreaterThan(0);

    const { main, linked, notes } = await shown({ ...asked, only: [NEGLECT] });
    if (!isChart(main) || main.spec.kind !== 'multiples') throw new Error('no panels');
    expect(main.spec.breaks?.map(({ year }) => year)).toEqual(years);
    expect(main.spec.breaks?.[0]?.series).toEqual(main.spec.panels.map(({ id }) => id));
    if (linked?.spec.kind !== 'series') throw new Error('no lines');
    expect(linked.spec.breaks).toEqual(
      years.map((year) => ({ year, label: 'use of “multiple” changed', series: ['filtered'] }))
    );
    const why = notes.filter(({ text }) =>
      text.startsWith('Leeds: the use of “multiple” as a category changed')
    );
    expect(why).toHaveLength(1);
    for (const year of years) expect(why[0]?.text).toContain(`from ${String(year - 1)} to ${String(year)}`);
    expect(main.notes).toContain(why[0]?.number);
    expect(linked.notes).toContain(why[0]?.number);
  });

  test('break in rates at the same years, and each area at its own', async () => {
    const breaks = async (choice: ExploreChoice) => {
      const { main } = await shown(choice);
      return isChart(main) && main.spec.kind === 'multiples' ? (main.spec.breaks ?? []) : [];
    };
    const counts = await breaks(asked);
    expect(await breaks({ ...asked, per: '10000' })).toEqual(counts);
    const both = await breaks({ ...asked, areas: ['leeds', 'england'] });
    expect(both.map(({ year }) => year)).toEqual(counts.map(({ year }) => year));
    expect(both.flatMap(({ series = [] }) => series).every((id) => id.startsWith('leeds|'))).toBe(true);
  });

  test('do not break where no category is told apart, and nothing is said', async () => {
    const { main, notes } = await shown({
      count: 'plans',
      measure: 'open',
      areas: ['leeds'],
      periods: ['years']
    });
    if (!isChart(main) || main.spec.kind !== 'series') throw new Error('no line');
    expect(main.spec.breaks).toEqual([]);
    expect(notes.map(({ text }) => text).join()).not.toContain('multiple');
  });
});
