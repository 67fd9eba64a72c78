import { describe, expect, test } from 'vitest';
import type { Problem } from '#lib/domain/problem.ts';
import { checkField } from '#lib/sources/rules/rules.ts';
import { cubes, filled, text, withCells, workbook } from './filled.ts';
import { headOf, sheetNamed } from './filled-sheets.ts';
import { load, loadPlans, type Loaded } from './own.ts';
import { pivotCsv } from './pivot-csv.ts';
import { unpivot } from '#lib/sources/given/unpivot.ts';
import { periodsApart } from '#lib/sources/given/periods-apart.ts';
import { ProblemList } from '#lib/sources/bundle-problem-list.ts';

/** What somebody who knows the field says of a bundle, at the places that its reader knows. */
function fieldOf({ bundle, given }: Loaded): readonly Problem[] {
  if (bundle === undefined) throw new Error('nothing was read');
  return checkField(bundle, { today: '2024-07-15' }).map((problem) => given.placed(problem));
}

const PLANS = [['Rutland', 'Children on a plan', '4', '5', '6', '7']];

describe('a period that has not come', () => {
  test('is told at the head of its column, and nothing is said of bundle.json', () => {
    const loaded = load(pivotCsv('plans', [], PLANS, 'Figures', ['2024Q1', '2024Q2', '2024Q3', '2034Q4']));
    expect(fieldOf(loaded).filter(({ rule }) => rule === 'period-in-future')).toMatchObject([
      {
        row: 2,
        column: 'F',
        remedy: 'Correct the period in the head of the column, cell F2. A forecast is not a count.'
      }
    ]);
  });

  test('of a CSV without a manifest speaks of none', () => {
    const [problem] = fieldOf(loadPlans('Rutland,2034,open,all,12,,'));
    expect(problem).toMatchObject({ rule: 'period-in-future', row: 2, column: 'period' });
    expect(problem?.remedy).toBe('Correct the period. A forecast is not a count.');
  });
});

test('a count that is more than what it is out of names both cells of the sheet', () => {
  const measure = cubes.get('assurance')?.measures[0]?.name ?? '';
  const rows = [
    ['Rutland', measure, 'count', '1', '9', '3', '4'],
    ['Rutland', measure, 'out of', '5', '6', '7', '8']
  ];
  expect(load(pivotCsv('assurance', [], rows)).errors).toMatchObject([
    {
      rule: 'part-over-total',
      row: 3,
      column: 'E',
      message: 'the value is more than the 6 it is out of, in the row “out of”, cell E4',
      remedy: 'Correct the count in E3, or what it is out of in E4.'
    }
  ]);
});

describe('a sheet of another time than all others', () => {
  const sheets = filled(workbook('plans', 'referrals', 'contacts'));
  const warned = (changed: typeof sheets) => {
    const list = new ProblemList();
    periodsApart(unpivot(changed, cubes).tables, list);
    return list.all();
  };
  const plans = sheetNamed(sheets, 'Child protection plans');
  const head = headOf(plans);
  const letters = (plans.rows[head] ?? []).flatMap((cell, at) =>
    cell.kind === 'text' && /^2025Q/.test(cell.text) ? [String.fromCharCode(65 + at)] : []
  );
  const older = withCells(
    plans,
    Object.fromEntries(letters.map((letter, at) => [`${letter}${head + 1}`, text(`2024Q${at + 3}`)]))
  );

  test('is told at its head', () => {
    expect(warned(sheets.map((sheet) => (sheet === plans ? older : sheet)))).toMatchObject([
      {
        severity: 'warning',
        rule: 'periods-apart',
        row: head + 1,
        column: letters[0],
        message: 'the sheet has 2024Q3 to 2024Q4, and all other sheets of the workbook have 2025Q3 to 2025Q4'
      }
    ]);
  });

  test('is none where all agree, or where there are only two', () => {
    expect(warned(sheets)).toEqual([]);
    expect(warned([older, ...sheets.filter((sheet) => sheet.name === 'Referrals')])).toEqual([]);
  });
});
