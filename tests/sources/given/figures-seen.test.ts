import { describe, expect, test } from 'vitest';
import { text, withCells } from './filled.ts';
import { unpivot } from '#lib/sources/given/unpivot.ts';
import type { Sheet } from '#lib/sources/given/sheet.ts';
import { cubes, figures, load } from './own.ts';
import { pivotCsv } from './pivot-csv.ts';

const row = (last: string) => ['Rutland', 'Children on a plan', '4', '5', '6', last];

describe('figures that two sheets give', () => {
  const two = (last: string, ...more: string[][]) =>
    load({
      ...pivotCsv('plans', [], [row('7')], 'One'),
      ...pivotCsv('plans', [], [row(last), ...more], 'Two')
    });

  test('are one where they agree, which is said once', () => {
    const loaded = two('7', ['Leicester', 'Children on a plan', '1', '2', '3', '4']);
    expect(loaded.errors).toEqual([]);
    expect(loaded.warnings.filter(({ rule }) => rule === 'same-figure-twice')).toMatchObject([
      { message: '4 figures are given in “Own_One.csv › One” too, and agree: each was read once' }
    ]);
    expect(figures(loaded)).toHaveLength(8);
  });

  test('leave no table behind that has nothing of its own', () => {
    expect(two('7').bundle?.tables).toHaveLength(1);
  });

  test('are an error that names both cells where they differ', () => {
    expect(two('8').errors).toMatchObject([
      {
        rule: 'figure-differs',
        row: 3,
        column: 'F',
        value: '8',
        remedy: 'Correct Own_Two.csv › Two, cell F3 or Own_One.csv › One, cell F3, or clear one of them.'
      }
    ]);
  });
});

describe('what two About sheets say', () => {
  const about: Sheet = {
    file: 'One.xlsx',
    name: 'About',
    hidden: false,
    rows: [
      [text('title'), text('Ours')],
      [text('publisher'), text('We')]
    ]
  };
  const problemsWith = (other: Sheet) => unpivot([about, { ...other, file: 'Two.xlsx' }], cubes).problems;

  test('is one where it agrees', () => expect(problemsWith(about)).toEqual([]));

  test('is an error that names both cells where it does not', () => {
    expect(problemsWith(withCells(about, { B2: text('They') }))).toMatchObject([
      {
        rule: 'given-twice',
        file: 'Two.xlsx › About',
        row: 2,
        message: '“publisher” is given twice, and differs: One.xlsx › About, cell B2 says “We”'
      }
    ]);
  });
});
