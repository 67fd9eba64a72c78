/** What a newcomer was told of a mistake, in words that say what to do. */
import { describe, expect, test } from 'vitest';
import { makeXlsx, type MadeSheet } from '#lib/exports/xlsx.ts';
import { personalIn } from '#lib/sources/people.ts';
import { unpivot } from '#lib/sources/given/unpivot.ts';
import { readWorkbook } from '#lib/sources/given/workbook-read.ts';
import { cubes, text, withCells, workbook } from './filled.ts';
import { headOf, plans } from './filled-sheets.ts';
import { ABOUT, give, load, loadPlans } from './own.ts';
import { pivotCsv } from './pivot-csv.ts';

/** Numbers that pass the check of an NHS number. */
const NHS = '4505577104';
const OTHERS = [NHS, '943 476 5919', NHS, '943 476 5919'];

const sheetOf = (name: string, rows: readonly (readonly string[])[]): MadeSheet => ({
  name,
  widths: [],
  rows: rows.map((cells) => cells.map((cell) => ({ text: cell, style: 'plain' })))
});
const problemsIn = (...sheets: readonly MadeSheet[]) =>
  readWorkbook(makeXlsx('Made', sheets), 'Own.xlsx').problems;

describe('an identifier in a workbook', () => {
  const NOTES = [['Notes'], ['In plain words.'], [], ['Table', 'Note']];

  test('among notes is told at its own row and column, and not shown', () => {
    const problems = problemsIn(sheetOf('Notes', [...NOTES, ['', `see ${NHS} for this`]]));
    expect(problems).toMatchObject([
      { rule: 'identifier-in-words', file: 'Own.xlsx › Notes', row: 5, column: 'B' }
    ]);
    expect(JSON.stringify(problems)).not.toContain(NHS);
  });

  test('in row after row is one problem with one remedy, at the row that names the column', () => {
    const head = ['Area', 'What is counted', 'NHS number', '2024'];
    const rows = OTHERS.map((each) => ['Rutland', 'Children on a plan', each, '1']);
    const problems = problemsIn(sheetOf('Plans', [['Plans'], [], ['Table', 'plans'], head, ...rows]));
    expect(problems).toMatchObject([{ rule: 'row-level', row: 4, column: 'C, “NHS number”' }]);
  });

  test('in row after row of a column with a plain name is a list of people, whatever else the sheet is', () => {
    const head = ['Area', 'What is counted', 'Comment', '2024'];
    const rows = OTHERS.map((each) => ['Rutland', 'Children on a plan', each, '1']);
    const problems = problemsIn(sheetOf('Plans', [['Plans'], head, ...rows]));
    expect(problems).toMatchObject([{ rule: 'row-level', row: 3, column: 'C' }]);
  });

  test('of two kinds gets one remedy', () => {
    const rows = OTHERS.map((each) => ['', each, 'ring 07700 900123 about it']);
    const problems = problemsIn(sheetOf('Notes', [...NOTES, ...rows]));
    expect(problems.length).toBeGreaterThan(1);
    expect(new Set(problems.map(({ remedy }) => remedy)).size).toBe(1);
  });
});

test('a sign of people says in which row it is first seen', () => {
  expect(
    personalIn(
      ['area', 'x'],
      [
        ['north', '12'],
        ['south', NHS]
      ]
    )
  ).toMatchObject([{ row: 3, at: 1 }]);
});

test('no row in which somebody is identified is ever shown', () => {
  const given = give({
    'about.csv': ABOUT,
    'milestones.csv': `date,what,area,indicators\n2024-01-09,see ${NHS} about it,,\n`
  });
  const problem = { severity: 'error', rule: 'identifier-in-words', file: 'milestones.csv', row: 2 } as const;
  expect(given.preview({ ...problem, message: '', remedy: '' })).toBeUndefined();
  expect(given.preview({ ...problem, rule: 'blank', message: '', remedy: '' })).toBeDefined();
});

test('a comma before decimals is named in a CSV too', () => {
  const [problem, ...more] = load({
    'about.csv': ABOUT.replaceAll(',', ';'),
    'plans.csv': 'area;period;measure;age;value;status;flags\nRutland;2024;open;all;12,5;;\n'
  }).errors;
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ rule: 'decimal-comma', row: 2, value: '12,5' });
  expect(problem?.message).toContain('12.5');
  expect(problem?.remedy).toContain('a count is a whole number');
});

describe('headings repeated among the rows of a sheet', () => {
  const head = plans.rows[headOf(plans)] ?? [];
  const below = plans.rows.length + 2;
  const again = Object.fromEntries(
    head.map((cell, at) => [`${String.fromCharCode(65 + at)}${below}`, cell] as const)
  );

  test('are passed over and told, with their row', () => {
    const { problems } = unpivot([withCells(plans, again)], cubes);
    expect(problems).toMatchObject([{ severity: 'warning', rule: 'header-repeated', row: below }]);
    expect(problems[0]?.message).toContain(`row ${below}`);
  });

  test('with other periods are an error', () => {
    const last = String.fromCharCode(
      65 + head.findIndex((cell) => cell.kind === 'text' && cell.text === '2025Q4')
    );
    const { problems } = unpivot(
      [withCells(plans, { ...again, [`${last}${below}`]: text('2019Q1') })],
      cubes
    );
    expect(problems).toMatchObject([{ severity: 'error', rule: 'header-repeated', row: below }]);
  });
});

test('a number of a register that is none is told in plain words', () => {
  const rounds = 'round,method,frame,size,date,kind\nround1,random,all cases,fifty,2024-03-01,audit\n';
  const { errors } = load({
    ...pivotCsv('plans', [], [['Rutland', 'Children on a plan', '4', '5', '6', '7']]),
    'rounds.csv': rounds
  });
  expect(errors).toMatchObject([
    {
      rule: 'bad-value',
      row: 2,
      column: 'size',
      value: 'fifty',
      message: 'it is not a whole number',
      remedy: 'Write a whole number in digits, such as 50.'
    }
  ]);
});

test('half of a workbook is to be fetched or saved again, not zipped', () => {
  const whole = workbook('plans');
  for (const name of ['Own.xlsx', 'Own'])
    expect(give({ [name]: whole.subarray(0, whole.length / 2) }).problems).toMatchObject([
      { rule: 'broken-workbook', file: name, remedy: expect.stringMatching(/^Download or copy it again/) }
    ]);
});

test('what a dimension takes is said by its name', () => {
  expect(loadPlans('Rutland,2024,open,elderly,12,,').errors).toMatchObject([
    { rule: 'unknown-member', message: 'it is none of the words that “Age” takes' }
  ]);
});
