import { expect, test } from 'vitest';
import { rowsOf } from '#lib/store/draft-told.ts';
import { fieldBundle } from '../sources/rules/field-bundle.ts';

test('figures as they were read are shown by the names of the dictionary and of the bundle', () => {
  const bundle = fieldBundle([
    {
      cube: 'plans',
      dimensions: ['category_latest', 'duration'],
      rows: [['town 2024 open neglect y2plus', 31]]
    },
    { cube: 'known', dimensions: ['tier', 'neglect'], rows: [['town 2024 open cinplan all', 'c']] }
  ]);
  expect(rowsOf(bundle, 't0', 0)).toMatchObject({
    columns: ['Area', 'Period', 'What is counted', 'Latest category', 'How long on the plan', 'Figure'],
    rows: [['town', 'year to 31 March 2024', 'Children on a plan', 'Neglect', '2 years or more', '31']]
  });
  expect(rowsOf(bundle, 't1', 0).rows[0]?.slice(2, 5)).toEqual([
    'Children open',
    'Child in need plan',
    'all'
  ]);
});
