import { describe, expect, test } from 'vitest';
import { NoSafeSetError } from '#lib/disclosure/protect.ts';
import { exposedIn } from './exposed-figures.ts';
import { exactOnly, frame, plans, protect, tableOf } from './local-tables.ts';

describe('attacks', () => {
  test('bands of ages that overlap do not give the children of 5 and 6 away', async () => {
    const ages = { '5to9': 40, '10to15': 50, '7to15': 88 };
    const table = tableOf(
      't',
      plans,
      ['age'],
      Object.entries(ages).map(([age, value]) => ({ members: [age], value }))
    );
    const done = await protect([table]);
    expect(done.implied).toEqual(['t|open|city|2024|age=5to6']);
    expect(done.primary).toEqual([]);
    expect(done.complementary).toHaveLength(1);
    expect(await exposedIn([table], frame, exactOnly, done)).toEqual([]);
  });

  test('48 of 50 does not say that 2 are not', async () => {
    const table = tableOf(
      't',
      ['assurance', 'families'],
      ['indicator'],
      [{ members: ['chron'], value: 48, of: 50 }]
    );
    const done = await protect([table]);
    expect(done.implied).toEqual(['t|families|city|2024|indicator=chron|not']);
    expect(done.complementary).toEqual(['t|families|city|2024|indicator=chron']);
  });

  test('the year to date does not give a quarter away', async () => {
    const values = { q1: 14, q2: 9, q3: 3, q4: 12, ytd2: 23, ytd3: 26, '2024': 38 };
    const table = tableOf(
      't',
      ['plans', 'started'],
      [],
      Object.entries(values).map(([period, value]) => ({ period, value }))
    );
    const done = await protect([table]);
    expect(done.primary).toEqual(['t|started|city|q3']);
    expect(done.complementary.length).toBeGreaterThan(0);
    expect(await exposedIn([table], frame, exactOnly, done)).toEqual([]);
  });

  test('a partnership without its other authorities does not give the small one away', async () => {
    const values = { llr: 129, city: 55, county: 70, rutland: 4, east: 20, west: 35 };
    const table = tableOf(
      't',
      plans,
      [],
      Object.entries(values).map(([area, value]) => ({ area, value }))
    );
    const done = await protect([table]);
    expect(done.primary).toEqual(['t|open|rutland|2024']);
    expect(done.complementary).toHaveLength(1);
    expect(await exposedIn([table], frame, exactOnly, done)).toEqual([]);
  });

  test('the same small number in two tables is withheld in both, and what gives it away in either', async () => {
    const totals = { all: 30, male: 18, female: 8, notknown: 4 };
    const one = tableOf(
      'one',
      plans,
      ['sex'],
      Object.entries(totals).map(([sex, value]) => ({ members: [sex], value }))
    );
    const two = tableOf(
      'two',
      plans,
      ['sex'],
      Object.entries(totals).map(([sex, value]) => ({ members: [sex], value }))
    );
    const done = await protect([one, two]);
    expect(done.primary).toEqual(['one|open|city|2024|sex=notknown', 'two|open|city|2024|sex=notknown']);
    expect(done.complementary).toEqual(['one|open|city|2024|sex=female', 'two|open|city|2024|sex=female']);
  });

  test('ages of one table and of another do not give the children of 5 and 6 away', async () => {
    const one = tableOf(
      'one',
      plans,
      ['age'],
      [
        { members: ['5to9'], value: 40 },
        { members: ['10to15'], value: 50 }
      ]
    );
    const two = tableOf('two', plans, ['age'], [{ members: ['7to15'], value: 88 }]);
    const done = await protect([one, two]);
    expect(done.implied).toEqual(['one|open|city|2024|age=5to6']);
    expect(done.complementary).toHaveLength(1);
  });

  test('a stock is withheld under each name of the day it is of', async () => {
    const rows = (period: string) => [
      { period, members: ['all'], value: 40 },
      { period, members: ['male'], value: 4 },
      { period, members: ['female'], value: 27 },
      { period, members: ['notknown'], value: 9 }
    ];
    const done = await protect([
      tableOf('q', plans, ['sex'], rows('q4')),
      tableOf('y', plans, ['sex'], rows('2024'))
    ]);
    expect(done.primary).toEqual(['q|open|city|q4|sex=male', 'y|open|city|2024|sex=male']);
    expect(done.complementary).toEqual(['q|open|city|q4|sex=notknown', 'y|open|city|2024|sex=notknown']);
  });

  test('that all of a small group is something is withheld where the rules ask', async () => {
    const table = tableOf(
      't',
      plans,
      ['sex'],
      [
        { members: ['all'], value: 9 },
        { members: ['male'], value: 9 },
        { members: ['female'], value: 0 },
        { members: ['notknown'], value: 0 }
      ]
    );
    expect((await protect([table])).primary).toEqual([]);
    const done = await protect([table], { ...exactOnly, smallGroup: 10 });
    expect(done.primary).toEqual(['female', 'male', 'notknown'].map((sex) => `t|open|city|2024|sex=${sex}`));
  });

  test('nor does a year in which there was nobody say that nobody of a small group was', async () => {
    const rows = ['q1', 'q2', '2024'].flatMap((period) =>
      Object.entries({ male: 9, female: 0, notknown: period === 'q2' ? 0 : 14 }).map(([sex, value]) => ({
        period,
        members: [sex],
        value: period === '2024' && sex === 'male' ? 36 : value
      }))
    );
    const totals = Object.entries({ q1: 23, q2: 9, '2024': 50 }).map(([period, value]) => ({
      period,
      members: ['all'],
      value
    }));
    const table = tableOf('t', ['plans', 'started'], ['sex'], [...rows, ...totals]);
    const done = await protect([table], { ...exactOnly, smallGroup: 10 });
    expect(done.primary).toContain('t|started|city|q2|sex=female');
    expect(done.primary).toContain('t|started|city|2024|sex=female');
  });

  test('counts of staff and services are nobody’s children', async () => {
    const table = tableOf(
      't',
      ['assurance', 'courses'],
      ['indicator'],
      [{ members: ['train'], value: 2, of: 3 }]
    );
    expect((await protect([table])).summary).toMatchObject({ primary: 0, cells: 0 });
  });

  test('totals that must be kept are, or nothing is published', async () => {
    const table = tableOf(
      't',
      plans,
      ['sex'],
      [
        { members: ['all'], value: 14 },
        { members: ['male'], value: 3 },
        { members: ['female'], value: 11 },
        { members: ['notknown'], value: 0 }
      ]
    );
    const keep = { ...exactOnly, keep: [{ table: 't' }] };
    expect((await protect([table], keep)).complementary).toEqual(['t|open|city|2024|sex=female']);
    const small = tableOf('t', plans, ['sex'], [{ members: ['all'], value: 3 }]);
    await expect(protect([small], keep)).rejects.toThrow(NoSafeSetError);
  });
});
