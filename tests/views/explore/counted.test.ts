import { describe, expect, test } from 'vitest';
import { csvOf } from '#lib/exports/csv.ts';
import type { ExploreChoice } from '#lib/selection/explore.ts';
import type { TableFigure } from '#lib/views/model.ts';
import { demo, shown, NEGLECT, BY_CATEGORY } from './shown.ts';

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
