import { expect, test } from 'vitest';
import { writeCsv } from '#lib/sources/csv.ts';
import { textOf, type Sheet } from '#lib/sources/given/sheet.ts';
import { filled, text, withCells, workbook } from './filled.ts';
import { load } from './own.ts';

const SHEETS = filled(workbook('plans', 'assurance')).map((sheet) =>
  sheet.name === 'About' ? withCells(sheet, areasOf(sheet)) : sheet
);

/** Areas of the workbook are of nobody official, and say so. */
function areasOf(sheet: Sheet) {
  return Object.fromEntries(
    sheet.rows.flatMap((row, at) =>
      /^area/i.test(textOf(row[0])) ? [[`B${at + 1}`, text(`${textOf(row[1])} (authority)`)] as const] : []
    )
  );
}

/** Each sheet saved as a CSV, as spreadsheets do it. */
function asCsvs(sheets: readonly Sheet[]): Record<string, string> {
  const width = (sheet: Sheet) => Math.max(...sheet.rows.map(({ length }) => length), 1);
  return Object.fromEntries(
    sheets.map((sheet) => {
      const [header = [], ...rows] = sheet.rows.map((row) =>
        Array.from({ length: width(sheet) }, (_, at) => textOf(row[at]))
      );
      return [`Own_${sheet.name}.csv`, writeCsv(header, rows)];
    })
  );
}

test('sheets of a filled workbook, each saved as a CSV, are one bundle', () => {
  const loaded = load(asCsvs(SHEETS));
  expect(loaded.errors).toEqual([]);
  expect(loaded.bundle?.tables.map(({ cube }) => cube.id)).toEqual(['plans', 'assurance']);
  expect(loaded.bundle?.manifest.areas.map(({ name }) => name)).toEqual(['Riverbank', 'Hilltop']);
});

test('a mistake in a cell of a pivot is told at that cell, and can be looked at', () => {
  const plans = SHEETS.find(({ rows }) => rows.some((row) => row.some((cell) => textOf(cell) === '2025Q3')));
  if (plans === undefined) throw new Error('no sheet has periods');
  const row = plans.rows.findLastIndex((cells) => cells.some(({ kind }) => kind === 'number'));
  const at = plans.rows[row]?.findIndex(({ kind }) => kind === 'number') ?? 0;
  const letter = String.fromCharCode(65 + at);
  const wrong = withCells(plans, { [`${letter}${row + 1}`]: text('45%') });
  const { errors, given } = load(asCsvs(SHEETS.map((sheet) => (sheet === plans ? wrong : sheet))));
  expect(errors).toMatchObject([{ row: row + 1, column: letter, value: '45%' }]);
  const [problem] = errors;
  const look = problem && given.preview(problem);
  expect(look?.rows.find((each) => each.row === row + 1)?.cells[at]).toBe('45%');
});
