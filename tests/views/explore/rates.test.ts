import { describe, expect, test } from 'vitest';
import { isKnown } from '#lib/domain/cell.ts';
import type { ExploreChoice } from '#lib/selection/explore.ts';
import { demo, shown, NEGLECT, BY_CATEGORY } from './shown.ts';

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
