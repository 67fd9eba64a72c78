import { expect, test } from 'vitest';
import { problemsOf, rulesOf, type Given, type Row } from './field-bundle.ts';

const table = (dimensions: string, ...rows: readonly Row[]): Given => ({
  cube: 'plans',
  dimensions: dimensions.split(' '),
  rows
});

test('fewer children with neglect anywhere than in the category neglect are told with both numbers, in words', () => {
  const [problem] = problemsOf([
    table('category_latest neglect', ['town 2024 open neglect all', 260], ['town 2024 open all yes', 100])
  ]);
  expect(problem).toMatchObject({
    rule: 'neglect-under-category',
    severity: 'error',
    row: 3,
    column: 'value',
    value: '100'
  });
  expect(problem?.message).toBe(
    'town, year to 31 March 2024: “Children on a plan” (neglect anywhere in the record: Neglect recorded) is 100, and “Children on a plan” (latest category: Neglect) is 260 (row 2). Whoever is on a plan for neglect has neglect recorded, so the first is never the smaller'
  );
});

test('the two are held against each other across tables, and only of the same children', () => {
  const category = (key: string, value: number) => table('category_latest age', [key, value]);
  const anywhere = (key: string, value: number) => table('neglect age', [key, value]);
  const rule = 'neglect-under-category';
  expect(
    rulesOf([category('town 2024 open neglect 7to15', 40), anywhere('town 2024 open yes 7to15', 39)])
  ).toContain(rule);
  for (const other of ['town 2023 open yes 7to15', 'north 2024 open yes 7to15', 'town 2024 open yes 5to9'])
    expect(rulesOf([category('town 2024 open neglect 7to15', 40), anywhere(other, 39)])).not.toContain(rule);
});

test('nothing is made of a withheld one', () => {
  expect(
    rulesOf([
      table('category_latest neglect', ['town 2024 open neglect all', 31], ['town 2024 open all yes', 'c'])
    ])
  ).not.toContain('neglect-under-category');
});
