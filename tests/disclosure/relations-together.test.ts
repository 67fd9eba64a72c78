import { describe, expect, test } from 'vitest';
import { relationsOf } from '#lib/disclosure/relations.ts';
import { frame, relationsIn, tableOf } from './related-tables.ts';
import { told } from './small-tables.ts';

describe('relations that no one table shows', () => {
  const official = { id: 'dfe', kind: 'official' } as const;

  test('ages of one table are cut where those of another begin or end', () => {
    const five = ['5to9', '10to15'].map((age) => ({ members: [age], value: 45 }));
    const seven = [{ members: ['7to15'], value: 88 }];
    const found = relationsIn(
      tableOf('one', 'plans', ['age'], five),
      tableOf('two', 'plans', ['age'], seven)
    );
    expect(found).toContain(
      'one|open|la1|2024|age=5to9 = one|open|la1|2024|age=5to6 + one|open|la1|2024|age=7to9'
    );
    expect(found).toContain(
      'two|open|la1|2024|age=7to15 = one|open|la1|2024|age=10to15 + one|open|la1|2024|age=7to9'
    );
  });

  test('quarters of ours add up to the year of an official figure', () => {
    const quarters = [1, 2, 3, 4].map((n) => ({
      measure: 'started',
      period: `2024Q${n}`,
      members: [],
      value: 9
    }));
    const year = [{ measure: 'started', period: '2024', members: [], value: 36 }];
    expect(
      relationsIn(tableOf('t', 'plans', [], quarters), tableOf('d2', 'plans', [], year, official))
    ).toEqual([
      'dfe:d2|started|la1|2024 = t|started|la1|2024Q1 + t|started|la1|2024Q2 + t|started|la1|2024Q3 + t|started|la1|2024Q4'
    ]);
  });

  test('our partnership is made up of authorities that only official figures tell of', () => {
    const ours = [{ area: 'partners', members: [], value: 60 }];
    const theirs = [
      { area: 'la1', members: [], value: 55 },
      { area: 'la2', members: [], value: undefined }
    ];
    expect(
      relationsIn(tableOf('t', 'plans', [], ours), tableOf('d1', 'plans', [], theirs, official))
    ).toEqual(['t|open|partners|2024 = dfe:d1|open|la1|2024 + dfe:d1|open|la2|2024']);
  });

  test('parts of ours and a total that only another release has leave what is in neither', () => {
    const ours = [{ members: ['neglect'], value: 9 }];
    const theirs = [{ members: [], value: 30 }];
    const found = relationsIn(
      tableOf('t', 'plans', ['category_latest'], ours),
      tableOf('d1', 'plans', [], theirs, official)
    );
    expect(found).toContain(
      'dfe:d1|open|la1|2024 = t|open|la1|2024|category_latest=neglect + t|open|la1|2024|category_latest=not neglect'
    );
  });

  test('a table of which most figures differ is not read together with another', () => {
    const five = ['all', '5to9', '10to15'].map((age, at) => ({ members: [age], value: [90, 40, 50][at] }));
    const sevenOf = (all: number) => [
      { members: ['all'], value: all },
      { members: ['7to15'], value: 88 }
    ];
    const readTogether = (all: number) =>
      relationsIn(
        tableOf('one', 'plans', ['age'], five),
        tableOf('two', 'plans', ['age'], sevenOf(all))
      ).filter((each) => each.includes('one|') && each.includes('two|'));
    expect(readTogether(120)).toEqual([]);
    expect(readTogether(91)).toEqual([
      'two|open|la1|2024|age=7to15 = one|open|la1|2024|age=10to15 + one|open|la1|2024|age=7to9'
    ]);
  });

  test('a figure that one table withholds is that of another, save where most of what both show differs', () => {
    const sexes = ['male', 'female', 'notknown'];
    const linked = (values: readonly (number | undefined)[]) =>
      relationsIn(
        tableOf(
          'one',
          'plans',
          ['sex'],
          sexes.map((sex, at) => ({ members: [sex], value: [40, 30, 9][at] }))
        ),
        tableOf(
          'd1',
          'plans',
          ['sex'],
          sexes.map((sex, at) => ({ members: [sex], value: values[at] })),
          official
        )
      ).filter((each) => each.includes('sex=notknown ='));
    const link = ['one|open|la1|2024|sex=notknown = dfe:d1|open|la1|2024|sex=notknown'];
    expect(linked([40, 30, undefined])).toEqual(link);
    expect(linked([41, 30, undefined])).toEqual(link);
    expect(linked([41, 29, undefined])).toEqual([]);
  });

  test('a stock of a quarter, of the year and of the day on which both end is one figure', () => {
    const at = {
      id: 'at20240331',
      kind: 'date',
      start: '2024-03-31',
      end: '2024-03-31',
      label: 'day'
    } as const;
    const rows = (period: string) => [{ period, members: [], value: 9 }];
    const tables = [
      tableOf('q', 'plans', [], rows('2024Q4')),
      tableOf('y', 'plans', [], rows('2024'), official),
      tableOf('d', 'plans', ['sex'], [{ period: at.id, members: ['all'], value: 9 }])
    ];
    const found = relationsOf(tables, { ...frame, periods: [...frame.periods, at] }).map(told);
    expect(found).toContain('q|open|la1|2024Q4 = dfe:y|open|la1|2024');
    expect(found).toContain('q|open|la1|2024Q4 = d|open|la1|at20240331');
    const flows = [{ measure: 'started', period: '2024Q4', members: [], value: 9 }];
    const year = [{ measure: 'started', period: '2024', members: [], value: 9 }];
    expect(relationsIn(tableOf('q', 'plans', [], flows), tableOf('y', 'plans', [], year))).not.toContain(
      'q|started|la1|2024Q4 = y|started|la1|2024'
    );
  });
});
