import { describe, expect, test } from 'vitest';
import { relationsIn, tableOf } from './related-tables.ts';

describe('relations found from declarations', () => {
  test('parts of a partition add up, with a rest where members are missing, and neglect has its complement', () => {
    const rows = [
      { members: ['all'], value: 20 },
      { members: ['neglect'], value: 9 },
      { members: ['physical'], value: 4 }
    ];
    expect(relationsIn(tableOf('t', 'plans', ['category_latest'], rows))).toEqual([
      't|open|la1|2024 = t|open|la1|2024|category_latest=neglect + t|open|la1|2024|category_latest=not neglect',
      't|open|la1|2024 = t|open|la1|2024|category_latest=neglect + t|open|la1|2024|category_latest=physical + t|open|la1|2024|category_latest=the others'
    ]);
  });

  test('bands of ages that overlap are tied through the ages they share', () => {
    const rows = ['5to9', '10to15', '7to15'].map((age, index) => ({
      members: [age],
      value: [40, 50, 88][index]
    }));
    expect(relationsIn(tableOf('t', 'plans', ['age'], rows))).toEqual([
      't|open|la1|2024|age=5to9 = t|open|la1|2024|age=5to6 + t|open|la1|2024|age=7to9',
      't|open|la1|2024|age=7to15 = t|open|la1|2024|age=10to15 + t|open|la1|2024|age=7to9'
    ]);
  });

  test('members of a nested dimension add up to their parent, and parents to all, with a rest of each', () => {
    const rows = ['all', 'white', 'white_british', 'asian'].map((ethnicity, at) => ({
      members: [ethnicity],
      value: 40 - at
    }));
    const id = 't|open|la1|2024';
    const at = (member: string) => `${id}|ethnicity=${member}`;
    expect(relationsIn(tableOf('t', 'plans', ['ethnicity'], rows))).toEqual([
      `${id} = ${at('asian')} + ${at('the others')} + ${at('white')}`,
      `${at('white')} = ${at('the others of white')} + ${at('white_british')}`
    ]);
  });

  test('of a dimension whose members may overlap, only the complement of neglect', () => {
    const rows = ['all', 'f16a', 'f4b'].map((factor, index) => ({
      measure: 'episodes',
      members: [factor],
      value: 50 - index
    }));
    expect(relationsIn(tableOf('t', 'assessments', ['factor'], rows))).toEqual([
      't|episodes|la1|2024 = t|episodes|la1|2024|factor=f16a + t|episodes|la1|2024|factor=not f16a'
    ]);
  });

  test('quarters, the year to date and the year of a flow add up; people and stocks do not', () => {
    const periods = ['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2024D2', '2024D3', '2024'];
    const rows = (measure: string) => periods.map((period) => ({ measure, period, members: [], value: 9 }));
    expect(relationsIn(tableOf('t', 'plans', [], rows('started')))).toEqual([
      't|started|la1|2024 = t|started|la1|2024Q1 + t|started|la1|2024Q2 + t|started|la1|2024Q3 + t|started|la1|2024Q4',
      't|started|la1|2024D2 = t|started|la1|2024Q1 + t|started|la1|2024Q2',
      't|started|la1|2024D3 = t|started|la1|2024Q1 + t|started|la1|2024Q2 + t|started|la1|2024Q3'
    ]);
    expect(relationsIn(tableOf('t', 'plans', [], rows('open'))).filter((each) => each.includes('+'))).toEqual(
      []
    );
    const children = relationsIn(tableOf('t', 'plans', [], rows('started_children')));
    expect(children).toContain('t|started_children|la1|2024 ≥ t|started_children|la1|2024Q1');
    expect(children.filter((each) => /^t\|started_children\S* = /.test(each))).toEqual([]);
  });

  test('a partnership is its authorities, and an authority its localities and the rest', () => {
    const rows = ['partners', 'la1', 'la2', 'north'].map((area) => ({ area, members: [], value: 9 }));
    expect(relationsIn(tableOf('t', 'plans', [], rows))).toEqual([
      't|open|la1|2024 = t|open|north|2024 + t|open|rest of la1|2024',
      't|open|partners|2024 = t|open|la1|2024 + t|open|la2|2024'
    ]);
  });

  test('a tier is at least each it contains, and children on plans are the plans of another cube', () => {
    const tiers = tableOf(
      'known',
      'known',
      ['tier'],
      ['inneed', 'cinplan', 'cpplan'].map((tier) => ({ members: [tier], value: 9 }))
    );
    const plans = tableOf('plans', 'plans', [], [{ members: [], value: 9 }]);
    expect(relationsIn(tiers, plans)).toEqual([
      'known|open|la1|2024|tier=inneed ≥ known|open|la1|2024|tier=cinplan',
      'known|open|la1|2024|tier=inneed ≥ known|open|la1|2024|tier=cpplan',
      'known|open|la1|2024|tier=cpplan = plans|open|la1|2024'
    ]);
  });

  test('n of N leaves the rest of N', () => {
    const rows = [{ measure: 'families', members: ['chron'], value: 48, of: 50 }];
    const id = 't|families|la1|2024|indicator=chron';
    expect(relationsIn(tableOf('t', 'assurance', ['indicator'], rows))).toEqual([
      `${id}|of = ${id} + ${id}|not`
    ]);
  });

  test('the same figure in two tables is one, save where it differs', () => {
    const one = tableOf('one', 'plans', [], [{ members: [], value: 9 }]);
    const same = tableOf('two', 'plans', ['age'], [{ members: ['all'], value: 9 }]);
    const other = tableOf('two', 'plans', ['age'], [{ members: ['all'], value: 8 }]);
    expect(relationsIn(one, same)).toEqual(['one|open|la1|2024 = two|open|la1|2024']);
    expect(relationsIn(one, other)).toEqual([]);
  });

  test('what a revision changed is a figure of its own; an official figure that differs is another figure', () => {
    const now = tableOf('t', 'plans', [], [{ members: [], value: 52 }]);
    const before = tableOf('t', 'plans', [], [{ members: [], value: 50 }], { id: 'may', kind: 'earlier' });
    expect(relationsIn(now, before)).toEqual([
      't|open|la1|2024 = may:t|open|la1|2024 + t|open|la1|2024 changed since may'
    ]);
    const official = tableOf('d1', 'plans', [], [{ members: [], value: 50 }], {
      id: 'dfe',
      kind: 'official'
    });
    expect(relationsIn(now, official)).toEqual([]);
    const withheld = tableOf('d1', 'plans', [], [{ members: [], value: undefined }], {
      id: 'dfe',
      kind: 'official'
    });
    expect(relationsIn(now, withheld)).toEqual(['t|open|la1|2024 = dfe:d1|open|la1|2024']);
  });
});
