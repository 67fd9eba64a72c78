import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { BLANK, NEVER_WORKED_OUT, type Sheet, type SheetCell } from '#lib/sources/given/sheet.ts';
import { unpivot } from '#lib/sources/given/unpivot.ts';
import { makeXlsx } from '#lib/exports/xlsx.ts';
import { RUNS } from '../../runs.ts';
import {
  cubes,
  fill,
  filled,
  number,
  placeAndRule,
  read,
  saidOf,
  starter,
  text,
  withCells
} from './filled.ts';
import { sheetNamed, PLANS, plans, assurance, headOf, FIRST } from './filled-sheets.ts';

vi.setConfig({ testTimeout: 30_000 });

describe('mistakes are told at their sheet, row and column', () => {
  const at =
    plans.rows[headOf(plans)]?.findIndex((cell) => cell.kind === 'text' && cell.text === '2025Q3') ?? 0;
  const column = String.fromCharCode(65 + at);
  const next = String.fromCharCode(66 + at);
  const cell = `${column}${FIRST}`;
  const date = (iso: string, shown: string): SheetCell => ({ kind: 'date', iso, text: shown });

  test.each<[string, SheetCell, string, RegExp]>([
    ['a blank cell', BLANK, 'blank', /Write 0 for a true zero/],
    ['a dash', text('-'), 'symbol-in-value', /Write 0 if it is a true zero/],
    [
      'a fraction that became a date',
      date('2025-09-05', '5-Sep'),
      'date-in-value',
      /“5\/9” or “5-9” was probably typed/
    ],
    ['a percentage', { kind: 'number', value: 0.41, text: '41%' }, 'percentage', /number that was counted/],
    ['an average', { kind: 'number', value: 4.5, text: '4.5' }, 'not-whole', /not an average/],
    ['a number below zero', number(-3), 'negative', /start at zero/],
    ['a mark of another publisher', text('<5'), 'symbol-in-value', /Choose “withheld”/],
    ['commas between thousands', text('1,204'), 'thousands-separator', /1204/],
    ['a comma before decimals', text('12,5'), 'decimal-comma', /a count is a whole number/],
    ['two numbers', text('12 of 40'), 'two-numbers', /“out of”/],
    ['words', text('about a dozen'), 'not-a-number', /Write digits only/],
    ['a formula that failed', { kind: 'formula-error', text: '#REF!' }, 'formula-error', /Mend the formula/],
    [
      'a formula that was never worked out',
      { kind: 'formula-error', text: NEVER_WORKED_OUT },
      'formula-error',
      /Open the workbook in a spreadsheet program/
    ]
  ])('%s', (_, written, rule, remedy) => {
    const { problems } = unpivot([withCells(plans, { [cell]: written })], cubes);
    expect(problems.map(placeAndRule)).toEqual([`${PLANS}!${cell}: ${rule}`]);
    expect(`${problems[0]?.remedy ?? ''}`).toMatch(remedy);
  });

  test.each<[string, string, SheetCell, string]>([
    ['a period that is none', `${column}${FIRST - 1}`, text('Q3 2025'), 'unknown-period'],
    ['a period given twice', `${next}${FIRST - 1}`, text('2025Q3'), 'column-twice'],
    ['something that is not counted', `B${FIRST}`, text('Kids'), 'unknown-measure'],
    ['no area', `A${FIRST}`, BLANK, 'no-area']
  ])('%s', (_, address, written, rule) => {
    expect(saidOf([withCells(plans, { [address]: written })])).toEqual([`${PLANS}!${address}: ${rule}`]);
  });

  test('a row given twice names both rows', () => {
    const row = plans.rows[FIRST - 1] ?? [];
    const { problems } = unpivot([{ ...plans, rows: [...plans.rows, row] }], cubes);
    expect(problems.map(placeAndRule)).toEqual([`${PLANS}!B${plans.rows.length + 1}: row-twice`]);
    expect(problems[0]?.message).toContain(`row ${FIRST}`);
  });

  test('a count without what it is out of, and the other way round', () => {
    const first = headOf(assurance) + 2;
    const without = (row: number): Sheet => ({
      ...assurance,
      rows: assurance.rows.map((cells, index) => (index === row - 1 ? [] : cells))
    });
    expect(saidOf([without(first + 1)])).toEqual([expect.stringMatching(new RegExp(`${first}: no-out-of$`))]);
    expect(saidOf([without(first)])).toEqual([expect.stringMatching(new RegExp(`${first + 1}: no-count$`))]);
  });

  test('a whole row or column left blank is told once', () => {
    const blankRow = withCells(plans, { [cell]: BLANK, [`${next}${FIRST}`]: BLANK });
    expect(saidOf([blankRow])).toEqual([`${PLANS}!${cell}: blank`]);
    const body = plans.rows.map((_, index) => index + 1).filter((row) => row >= FIRST);
    const blankColumn = withCells(plans, Object.fromEntries(body.map((row) => [`${next}${row}`, BLANK])));
    expect(saidOf([blankColumn])).toEqual([`${PLANS}!${next}${FIRST - 1}: blank`]);
  });

  test('figures without a label, a sheet that is nothing, and a table that is none', () => {
    const stray = withCells(plans, { [`B${FIRST}`]: BLANK });
    expect(saidOf([stray])).toEqual([`${PLANS}!B${FIRST}: no-label`]);
    const other = read(
      makeXlsx('x', [{ name: 'Chart data', widths: [], rows: [[{ text: 'a', style: 'plain' }]] }])
    );
    expect(saidOf(other)).toEqual(['Chart data!: sheet-not-read']);
    const wrong = sheetNamed(filled(starter()), 'Starter');
    const row = headOf(wrong) + 2;
    expect(saidOf([withCells(wrong, { [`B${row}`]: text('Plans of all sorts') })])).toEqual([
      `Starter!B${row}: unknown-table`
    ]);
    expect(saidOf([withCells(wrong, { [`D${row}`]: text('neglect') })])).toEqual([
      `Starter!D${row}: unknown-dimension`
    ]);
  });

  test('whatever is in the cells, reading does not throw and loses no figure without a word', () => {
    const any: fc.Arbitrary<SheetCell> = fc.oneof(
      fc.constant(BLANK),
      fc.string().map(text),
      fc
        .constantFrom(
          'Area',
          'What is counted',
          'Table',
          'Out of',
          '2025Q3',
          'Neglect',
          'All',
          'count',
          'withheld'
        )
        .map(text),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(number),
      fc.constant(date('2025-01-01', '1-Jan'))
    );
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            ...['A', 'B', 'C', 'D', column, next].flatMap((letter) =>
              Array.from({ length: 12 }, (_, index) => `${letter}${FIRST - 4 + index}`)
            )
          ),
          any
        ),
        (cells) => {
          const supplied = unpivot([withCells(fill(plans), cells)], cubes);
          const rows = supplied.tables.flatMap((table) => table.rows);
          const errors = supplied.problems.filter(({ severity }) => severity === 'error');
          expect(rows.length > 0 || errors.length > 0 || supplied.problems.length > 0).toBe(true);
          for (const { cells: tidy } of rows)
            expect(tidy.at(-3) === '' ? tidy.at(-2) : tidy.at(-3)).not.toBe('');
        }
      ),
      RUNS
    );
  });
});
