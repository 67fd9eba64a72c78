import type { Problem } from '#lib/domain/problem.ts';
import { problem } from './dfe-file.ts';
import { count } from './dfe-grouping.ts';
import { positionOf } from './dfe-match.ts';
import type { ReadTable } from './dfe-release.ts';
import { isDash, isNegative, readCell } from './dfe-symbols.ts';

interface Found {
  readonly row: number;
  readonly year: number;
  readonly value: string;
}

/** A year is judged by itself where it has at least this many rows; with fewer, one odd cell would be most of it. */
const ROWS_TO_JUDGE = 10;

const AGAIN = 'Compare the column with the publication, and download the file again';

/**
 * What the cells of a table's columns hold that is neither a figure nor a plain reason for none. Errors: a column all
 * blank, a number below zero, a column or a year of it that for the most part cannot be read. Warnings: blanks, dashes.
 */
export function columnReadings(table: ReadTable): Problem[] {
  const specs = table.dfe.outputs.flatMap(({ columns }) => columns);
  const positions = specs.map((spec) => positionOf(table.file, spec, table.dfe));
  return [...new Set(positions)].flatMap((position) =>
    position === undefined ? [] : readingsOf(table, position)
  );
}

function readingsOf(table: ReadTable, position: number): Problem[] {
  const cells = table.rows.map(({ row, year, cells: all }) => ({ row, year, value: all[position] ?? '' }));
  const blank = cells.filter(({ value }) => value.trim() === '');
  const dashes = cells.filter(({ value }) => isDash(value));
  const negative = cells.filter(({ value }) => isNegative(value));
  const unread = cells.filter(
    ({ value }) => value.trim() !== '' && !isNegative(value) && readCell(value).kind === 'unknown'
  );
  const say = (rule: string, found: readonly Found[], message: string, remedy: string) => {
    const [first] = found;
    const at = { row: first?.row ?? 1, column: table.file.headers[position] ?? '' };
    const value = first?.value.trim() ?? '';
    return problem(table.file.name, rule, message, remedy, value === '' ? at : { ...at, value });
  };
  const warn = (...parts: Parameters<typeof say>): Problem => ({ ...say(...parts), severity: 'warning' });
  const years = mostOf(unread, cells);
  return [
    ...(blank.length > 0 && blank.length === cells.length
      ? [say('blank-column', blank, 'every cell of the column is blank', AGAIN)]
      : blank.length > 0
        ? [warn('blank-cells', blank, `${sayHow(blank, cells)} blank, so not supplied`, AGAIN)]
        : []),
    ...(dashes.length > 0
      ? [
          warn(
            'dash-cells',
            dashes,
            `${sayHow(dashes, cells)} a dash, which may be missing or withheld, and was read as withheld`,
            'Ask the publisher which it is'
          )
        ]
      : []),
    ...(negative.length > 0
      ? [say('negative-count', negative, `${sayHow(negative, cells)} below zero, and no count can be`, AGAIN)]
      : []),
    ...(years.length > 0
      ? [
          say(
            'unreadable-column',
            unread,
            `${sayHow(unread, cells)} neither a whole number nor a known symbol: most of ${years.join(', ')}`,
            AGAIN
          )
        ]
      : [])
  ];
}

/** `3 of its 1,967 cells are`, with the years that are so as a whole. */
function sayHow(found: readonly Found[], cells: readonly Found[]): string {
  const whole = yearsOf(cells).filter(
    (year) => inYear(cells, year) >= ROWS_TO_JUDGE && inYear(found, year) === inYear(cells, year)
  );
  const all = whole.length > 0 && found.length < cells.length ? ` (all of ${whole.join(', ')})` : '';
  return `${count(found.length)} of its ${count(cells.length)} cells${all} ${found.length === 1 ? 'is' : 'are'}`;
}

/** What most cells of are among those found: the column, or single years of it. */
function mostOf(found: readonly Found[], cells: readonly Found[]): readonly string[] {
  if (found.length * 2 > cells.length) return ['the column'];
  return yearsOf(cells)
    .filter((year) => inYear(cells, year) >= ROWS_TO_JUDGE && inYear(found, year) * 2 > inYear(cells, year))
    .map(String);
}

function yearsOf(cells: readonly Found[]): readonly number[] {
  return [...new Set(cells.map(({ year }) => year))].toSorted();
}

function inYear(cells: readonly Found[], year: number): number {
  return cells.filter((cell) => cell.year === year).length;
}
