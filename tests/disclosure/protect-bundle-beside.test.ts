import { describe, expect, test } from 'vitest';
import type { ReleasedTable } from '#lib/disclosure/relations.ts';
import { exactOnly, plans, protect, tableOf } from './local-tables.ts';

describe('attacks', () => {
  test('a revision does not tell of two late entries, unless that is allowed', async () => {
    const now = tableOf('t', plans, [], [{ value: 52 }]);
    const before = tableOf('t', plans, [], [{ value: 50 }], { id: 'may', kind: 'earlier' });
    expect((await protect([now], exactOnly, [before])).complementary).toEqual(['t|open|city|2024']);
    const allowed = { ...exactOnly, revisionsProtected: false };
    expect((await protect([now], allowed, [before])).complementary).toEqual([]);
  });

  test('what was withheld before stays withheld, with what it was withheld for', async () => {
    const rows = (small: number | undefined, other: number | undefined) => [
      { members: ['all'], value: 40 },
      { members: ['male'], value: small },
      { members: ['female'], value: other },
      { members: ['notknown'], value: 9 }
    ];
    const now = tableOf('t', plans, ['sex'], rows(4, 27));
    const before = tableOf('t', plans, ['sex'], rows(undefined, undefined), { id: 'may', kind: 'earlier' });
    const done = await protect([now], exactOnly, [before]);
    expect(done.primary).toEqual(['t|open|city|2024|sex=male']);
    expect(done.complementary).toEqual(['t|open|city|2024|sex=female']);
  });

  test('figures the Department withheld are not given back by ours, nor ours by theirs', async () => {
    const official = (neglect: number | undefined, physical: number | undefined) =>
      tableOf(
        'd4',
        plans,
        ['category_latest'],
        [
          { members: ['all'], value: 40 },
          { members: ['neglect'], value: neglect },
          { members: ['physical'], value: physical },
          { members: ['emotional'], value: 20 },
          { members: ['sexual'], value: 0 },
          { members: ['multiple'], value: 8 }
        ],
        { id: 'dfe', kind: 'official' }
      );
    const ours = tableOf('t', plans, ['category_latest'], [{ members: ['physical'], value: 7 }]);
    const done = await protect([ours], exactOnly, [official(undefined, undefined)]);
    expect(done.complementary).toEqual(['t|open|city|2024|category_latest=physical']);
    expect((await protect([ours])).complementary).toEqual([]);
  });

  test('official figures that contradict themselves leave ours protected by themselves', async () => {
    const rows = [
      { members: ['all'], value: 10 },
      { members: ['male'], value: undefined },
      { members: ['female'], value: undefined },
      { members: ['notknown'], value: 9 }
    ];
    const official = tableOf('d', plans, ['sex'], rows, { id: 'dfe', kind: 'official' });
    const ours = tableOf(
      't',
      plans,
      ['sex'],
      [
        { members: ['all'], value: 30 },
        { members: ['male'], value: 4 },
        { members: ['female'], value: 20 },
        { members: ['notknown'], value: 6 }
      ]
    );
    const done = await protect([ours], exactOnly, [official]);
    expect(done.primary).toEqual(['t|open|city|2024|sex=male']);
    expect(done.complementary).toEqual(['t|open|city|2024|sex=notknown']);
    expect(done.untrue.length).toBeGreaterThan(0);
  });

  test('what official figures give away already is told, and stops nothing', async () => {
    const rows = (male: number | undefined) => [
      { members: ['all'], value: 30 },
      { members: ['male'], value: male },
      { members: ['female'], value: 20 },
      { members: ['notknown'], value: 6 }
    ];
    const official = tableOf('d', plans, ['sex'], rows(undefined), { id: 'dfe', kind: 'official' });
    const done = await protect([tableOf('t', plans, ['sex'], rows(4))], exactOnly, [official]);
    expect(done.primary).toEqual(['t|open|city|2024|sex=male']);
    expect(done.givenAway).toEqual(['dfe:d|open|city|2024|sex=male', 't|open|city|2024|sex=male']);
  });

  test('an official year does not give a quarter of ours away', async () => {
    const values = { q1: 14, q2: 9, q3: 3, q4: 12 };
    const rows = Object.entries(values).map(([period, value]) => ({ period, value }));
    const year = tableOf('d2', ['plans', 'started'], [], [{ value: 38 }], { id: 'dfe', kind: 'official' });
    const ours = tableOf('t', ['plans', 'started'], [], rows);
    expect((await protect([ours])).complementary).toEqual([]);
    expect((await protect([ours], exactOnly, [year])).complementary).toHaveLength(1);
  });

  test('a total of our partnership does not give away the authority that the Department withheld', async () => {
    const rows = [
      { area: 'city', value: 55 },
      { area: 'county', value: 70 },
      { area: 'rutland', value: undefined }
    ];
    const official = tableOf('d1', plans, [], rows, { id: 'dfe', kind: 'official' });
    const done = await protect([tableOf('t', plans, [], [{ area: 'llr', value: 129 }])], exactOnly, [
      official
    ]);
    expect(done.complementary).toEqual(['t|open|llr|2024']);
  });

  test('two tables that count otherwise are no revision of each other', async () => {
    const table = (id: string, value: number, release?: ReleasedTable['release']) =>
      tableOf(id, plans, [], [{ value }], release);
    const before = { id: 'may', kind: 'earlier' } as const;
    const done = await protect([table('one', 50), table('two', 52)], exactOnly, [
      table('one', 50, before),
      table('two', 52, before)
    ]);
    expect([...done.primary, ...done.complementary]).toEqual([]);
  });

  test('a figure that was rounded before may be what rounds to it, and no other', async () => {
    const rule = { rounding: 5, threshold: 6 };
    const before = (value: number) =>
      tableOf('t', plans, [], [{ value }], { id: 'may', kind: 'earlier', rule });
    const now = tableOf('t', plans, [], [{ value: 52 }]);
    expect((await protect([now], exactOnly, [before(50)])).complementary).toEqual([]);
    const exact = tableOf('t', plans, [], [{ value: 50 }], { id: 'may', kind: 'earlier' });
    expect((await protect([now], exactOnly, [exact])).complementary).toEqual(['t|open|city|2024']);
  });
});
