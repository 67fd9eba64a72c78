/** What a newcomer was told of a mistake, in words that say what to do. */
import { describe, expect, test } from 'vitest';
import { makeXlsx, type MadeSheet } from '#lib/exports/xlsx.ts';
import { personalIn } from '#lib/sources/people.ts';
import { unpivot } from '#lib/sources/given/unpivot.ts';
import { readWorkbook } from '#lib/sources/given/workbook-read.ts';
import { cubes, text, withCells, workbook } from './filled.ts';
import { headOf, plans } from './filled-sheets.ts';
import { readGiven } from '#lib/sources/given/read-given.ts';
import { ABOUT, areas, bytesOf, cubes as given, give, load, loadPlans } from './own.ts';
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

/** What the field says of sheets, at the places that their reader knows. */
function fieldOf(files: Readonly<Record<string, string>>, today = '2024-07-15') {
  return readGiven(
    Object.entries(files).map(([path, content]) => ({ path, content: bytesOf(content) })),
    { cubes: given, areas, field: { today } }
  ).problems;
}

describe('what was found is said as the sheet has it', () => {
  const sheet = pivotCsv(
    'plans',
    ['Latest category', 'Neglect anywhere in the record'],
    [
      ['Rutland', 'Children on a plan', 'All', 'All', '400', '400', '400', '400'],
      ['Rutland', 'Children on a plan', 'Neglect', 'All', '260', '260', '260', '260'],
      ['Rutland', 'Children on a plan', 'All', 'Neglect recorded', '100', '300', '300', '300']
    ]
  );

  test('at the cell of the smaller figure, with the cell of the other', () => {
    const found = fieldOf(sheet).filter(({ rule }) => rule === 'neglect-under-category');
    expect(found).toMatchObject([{ severity: 'error', row: 5, column: 'E', value: '100' }]);
    expect(found[0]?.message).toContain('is 260 (cell E4)');
  });

  test('an area goes by its name, and no code follows a word', () => {
    const cumbria = pivotCsv('plans', [], [['Cumberland', 'Children on a plan', '20', '21', '0', '25']]);
    const late = fieldOf({
      ...cumbria,
      'Own_Figures.csv': (cumbria['Own_Figures.csv'] ?? '').replace('2024Q1', '2019Q1')
    });
    expect(late.find(({ rule }) => rule === 'area-not-there')).toMatchObject({ value: 'Cumberland' });
    const missing = late.find(({ rule }) => rule === 'period-missing');
    expect(missing?.remedy).toContain('“not available” where');
  });
});

describe('what About says is told at its own row', () => {
  const figures = { 'plans.csv': 'area,period,measure,value,status,flags\nRutland,2024,open,12,,\n' };

  test('of an agency without dates, with how to write them; and not once they are written', () => {
    const about = (agency: string) => ({ ...figures, 'about.csv': `${ABOUT}\nagency1,${agency}` });
    expect(
      fieldOf(about('Turning Point')).filter(({ rule }) => rule === 'agency-without-dates')
    ).toMatchObject([
      {
        file: 'about.csv',
        row: 6,
        column: 'value',
        value: 'Turning Point',
        remedy: expect.stringContaining('“Turning Point; from 2020-04-01”')
      }
    ]);
    expect(fieldOf(about('Turning Point; from 2020-04-01'))).toEqual([]);
    expect(fieldOf(about('Turning Point; since 2020'))[0]).toMatchObject({
      rule: 'bad-about',
      row: 6,
      value: 'since 2020'
    });
  });

  test('of a day of supply that has not come', () => {
    const found = fieldOf({ ...figures, 'about.csv': ABOUT.replace('2024-07-15', '2027-01-15') });
    expect(found).toMatchObject([
      { severity: 'error', rule: 'supplied-in-future', file: 'about.csv', row: 5, value: '2027-01-15' }
    ]);
  });
});

test('a period to come at the head of a column is one problem, whatever stands below it', () => {
  const columns = ['Table', 'Area', 'What is counted', 'Of whom', '2024', '2028'];
  const rows = [
    ['Child protection plans', 'Rutland', 'Children on a plan', 'All', '40', '41'],
    ['Child protection plans', 'Leicester', 'Children on a plan', 'All', '40', '41'],
    [
      'Children known to be affected',
      'Rutland',
      'Children open',
      'Tier of help: Child in need plan',
      '40',
      '41'
    ]
  ];
  const found = fieldOf({
    'about.csv': ABOUT,
    'Own_Starter.csv': [columns, ...rows].map((cells) => cells.join(',')).join('\n')
  }).filter(({ rule }) => rule === 'period-in-future');
  expect(found).toMatchObject([{ severity: 'error', row: 1, column: 'F', value: '2028', rows: 3 }]);
  expect(found[0]?.message).toContain('so in 3 rows');
});
