import { describe, expect, test } from 'vitest';
import { lettersBetween, nearest } from '#lib/sources/given/nearness.ts';
import { load, loadPlans } from './own.ts';
import { pivotCsv } from './pivot-csv.ts';

describe('how far one name is from another', () => {
  test.each<[string, string, number]>([
    ['ruttland', 'rutland', 1],
    ['rutlnad', 'rutland', 1],
    ['', 'abc', 3],
    ['same', 'same', 0]
  ])('%s → %s', (from, to, letters) => expect(lettersBetween(from, to)).toBe(letters));

  test('very short words are like nothing, and a name that is like many is like none', () => {
    const known = ['no', 'yes'].map((id) => ({ id, name: id }));
    expect(nearest('na', known)).toEqual([]);
    const many = ['aaaa1', 'aaaa2', 'aaaa3', 'aaaa4'].map((id) => ({ id, name: id }));
    expect(nearest('aaaa5', many)).toEqual([]);
  });
});

const WHOSE = ['Ruttland', 'Leicester'].flatMap((area) => [
  [area, 'Children on a plan', 'All', '30', '31', '32', '33'],
  [area, 'Children on a plan', 'Neglect', '10', '11', '12', '13']
]);

describe('a name that nothing is known by', () => {
  test('an area is told once, with how many rows have it and the first, and what was probably meant', () => {
    const { errors } = load(pivotCsv('plans', ['Latest category'], WHOSE));
    expect(errors).toMatchObject([
      {
        rule: 'unknown-area',
        row: 3,
        column: 'A',
        value: 'Ruttland',
        message: expect.stringContaining('so in 2 rows'),
        remedy: 'Did you mean “Rutland”?'
      }
    ]);
  });

  test('it is told once for all sheets', () => {
    const { errors } = load({
      ...pivotCsv('plans', ['Latest category'], WHOSE, 'One'),
      ...pivotCsv('plans', ['Latest category'], WHOSE.slice(0, 1), 'Two')
    });
    const unknown = errors.filter(({ rule }) => rule === 'unknown-area');
    expect(unknown).toHaveLength(1);
    expect(unknown[0]?.message).toContain('so in 3 rows of 2 sheets or files');
  });

  test('advice to add a locality stands only where nothing is close', () => {
    const far = WHOSE.slice(2).map(([, ...rest]) => ['Old Quarry Estate', ...rest]);
    const [problem] = load(pivotCsv('plans', ['Latest category'], far)).errors;
    expect(problem?.remedy).toContain('as locality1 where it is part of one');
  });

  test('a member of a workbook is asked for in the words of the sheet', () => {
    const rows = [
      ['Rutland', 'Children on a plan', 'Neglekt', '1', '2', '3', '4'],
      ['Rutland', 'Children on a plan', 'Somewhere else', '1', '2', '3', '4']
    ];
    const { errors } = load(pivotCsv('plans', ['Latest category'], rows));
    expect(errors.map(({ rule, row }) => [rule, row])).toEqual([
      ['unknown-member', 3],
      ['unknown-member', 4]
    ]);
    expect(errors[0]?.remedy).toBe('Did you mean “Neglect”?');
    expect(errors[1]?.remedy).toMatch(/^Write one of: “All”, “Neglect”, “Physical abuse”/);
  });

  test('a member of a CSV is asked for by its code, once', () => {
    const { errors } = loadPlans('Rutland,2024,open,ages7to155,12,,', 'Rutland,2023,open,ages7to155,12,,');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain('so in 2 rows');
  });

  test('a period of a sheet that is close to one is asked after', () => {
    const files = pivotCsv('plans', ['Latest category'], WHOSE.slice(2));
    const wrong = Object.fromEntries(
      Object.entries(files).map(([path, content]) => [path, content.replace('2024Q2', '2024QQ2')])
    );
    const [problem] = load(wrong).errors;
    expect(problem).toMatchObject({ rule: 'unknown-period', value: '2024QQ2' });
    expect(problem?.remedy).toMatch(/^Did you mean “2024Q2”\?/);
  });

  test('an authority of About is asked after in the same way', () => {
    const about =
      'key,value\ntitle,T\npublisher,P\naudience,restricted\nsupplied on,2024-07-15\narea1,Ruttland';
    const { errors } = load({
      'about.csv': about,
      'plans.csv': 'area,period,measure,value\nRutland,2024,open,3'
    });
    expect(errors).toMatchObject([{ rule: 'unknown-area', remedy: 'Did you mean “Rutland”?' }]);
  });
});
