/** The header of a sheet shaped as a pivot: which column is which, and which period each figure is of. */
import type { Cube } from '#lib/domain/cube.ts';
import {
  dateInWords,
  periodOf,
  reportingQuarterOf,
  reportingYearOf,
  TO_MARCH,
  type Calendar
} from '#lib/domain/period.ts';
import type { ProblemList } from '../bundle-problem-list.ts';
import { COLUMNS, cubeNamed, dimensionNamed, measureNamed, periodId, plain } from './layout.ts';
import { didYouMean, nearest } from './nearness.ts';
import { USUAL_PERIODS } from './tidy-context.ts';
import { columnLetters, sheetFile, textOf, type Sheet, type SheetCell } from './sheet.ts';

/** What stands under a column, by its index. */
export interface PivotHead {
  /** Index of the header’s row in the sheet. */
  readonly row: number;
  /** The cube of every row; absent where a column names the table of each. */
  readonly cube?: Cube;
  readonly table?: number;
  readonly area: number;
  readonly counted: number;
  readonly whom?: number;
  readonly part?: number;
  readonly dimensions: readonly { readonly id: string; readonly at: number }[];
  readonly periods: readonly { readonly id: string; readonly at: number }[];
}

const DEEPEST = 60;

/** The index of the row that names the columns of a pivot; −1 where the sheet is not shaped as one. */
export function headRow(sheet: Sheet): number {
  const wanted = [COLUMNS.area, COLUMNS.counted].map(plain);
  return sheet.rows.slice(0, DEEPEST).findIndex((row) => {
    const names = row.map((cell) => plain(textOf(cell)));
    return wanted.every((name) => names.includes(name));
  });
}

/** The cube a sheet is for: as it says above its header, by its own name, or as only one can have its columns. */
function cubeOf(
  sheet: Sheet,
  head: number,
  names: readonly string[],
  cubes: ReadonlyMap<string, Cube>
): Cube | undefined {
  for (const row of sheet.rows.slice(0, head)) {
    const at = row.findIndex((cell) => plain(textOf(cell)) === plain(COLUMNS.table));
    const said = at === -1 ? undefined : cubeNamed(cubes, textOf(row[at + 1]));
    if (said !== undefined) return said;
  }
  const byName = cubeNamed(cubes, sheet.name);
  if (byName !== undefined) return byName;
  const counted = names.findIndex((name) => plain(name) === plain(COLUMNS.counted));
  const measures = new Set(
    sheet.rows
      .slice(head + 1)
      .map((row) => textOf(row[counted]))
      .filter((text) => text !== '')
  );
  const most = (cube: Cube) => names.filter((name) => dimensionNamed(cube, name) !== undefined).length;
  const fit = [...cubes.values()].filter(
    (cube) => measures.size > 0 && [...measures].every((text) => measureNamed(cube, text) !== undefined)
  );
  const best = Math.max(0, ...fit.map(most));
  const found = fit.filter((cube) => most(cube) === best);
  return found.length === 1 ? found[0] : undefined;
}

/** A header that a spreadsheet turned into a date, where it can be read as one period only. */
function periodOfDate(iso: string, text: string): string | undefined {
  if (/^[a-z]{3}[-/ ]\d{2,4}$/i.test(text)) return `${iso.slice(0, 4)}M${iso.slice(5, 7)}`;
  return /[a-z]/i.test(text) && !/\d{2,4}.*\d{2,4}/.test(text) ? undefined : `at${iso.replaceAll('-', '')}`;
}

const isNote = (name: string) => /^(notes?|comments?|remarks?|check|source|why)\b/i.test(name);

interface Columns {
  readonly dimensions: { id: string; at: number }[];
  readonly periods: { id: string; at: number }[];
  readonly fixed: Map<keyof typeof COLUMNS, number>;
}

/** Reads the header in the row `row`; undefined where it cannot be used, which the list then says. */
export function readHead(
  sheet: Sheet,
  row: number,
  cubes: ReadonlyMap<string, Cube>,
  list: ProblemList,
  calendar = TO_MARCH
): PivotHead | undefined {
  const cells = sheet.rows[row] ?? [];
  const names = cells.map(textOf);
  const file = sheetFile({ file: sheet.file, sheet: sheet.name });
  const perRow = names.some((name) => plain(name) === plain(COLUMNS.table));
  const cube = perRow ? undefined : cubeOf(sheet, row, names, cubes);
  if (!perRow && cube === undefined) {
    list.error('unknown-table', file, () => ({
      row: row + 1,
      value: sheet.name,
      message: 'it cannot be told what the sheet counts',
      remedy: `Write in a row above the header: ${COLUMNS.table}, and beside it one of ${[...cubes.values()].map(({ name }) => `“${name}”`).join(', ')}.`
    }));
    return undefined;
  }
  const columns: Columns = { dimensions: [], periods: [], fixed: new Map() };
  cells.forEach((cell, at) => takeColumn(sheet, row, at, cell, cube, columns, list, calendar));
  if (columns.periods.length === 0) {
    list.error('no-periods', file, () => ({
      row: row + 1,
      message: 'no column of the sheet is a period',
      remedy: 'Head each column of figures with a period, such as 2024Q3, 2024 or at20240630.'
    }));
    return undefined;
  }
  if (cube?.outOf === true && !columns.fixed.has('part')) {
    list.error('missing-column', file, () => ({
      row: row + 1,
      column: COLUMNS.part,
      message: `the column “${COLUMNS.part}” is missing, and this sheet counts so many of so many`,
      remedy: 'Add it, with “count” or “out of” in each row.'
    }));
    return undefined;
  }
  const { fixed, dimensions, periods } = columns;
  const optional = (key: 'table' | 'whom' | 'part') => {
    const at = fixed.get(key);
    return at === undefined ? {} : { [key]: at };
  };
  return {
    row,
    ...(cube && { cube }),
    area: fixed.get('area') ?? 0,
    counted: fixed.get('counted') ?? 0,
    ...optional('table'),
    ...optional('whom'),
    ...optional('part'),
    dimensions,
    periods
  };
}

const FIXED = Object.entries(COLUMNS).flatMap(([key, name]) =>
  isFixed(key) ? [{ key, name: plain(name) }] : []
);

function isFixed(key: string): key is keyof typeof COLUMNS {
  return key in COLUMNS;
}

function takeColumn(
  sheet: Sheet,
  row: number,
  at: number,
  cell: SheetCell,
  cube: Cube | undefined,
  { dimensions, periods, fixed }: Columns,
  list: ProblemList,
  calendar: Calendar
): void {
  const name = textOf(cell);
  const file = sheetFile({ file: sheet.file, sheet: sheet.name });
  const place = { row: row + 1, column: columnLetters(at), value: name };
  const twice = () =>
    list.error('column-twice', file, () => ({
      ...place,
      message: 'two columns have this header',
      remedy: 'Keep one of them, or head the other with “Notes”.'
    }));
  const known = FIXED.find(({ name: wanted }) => wanted === plain(name))?.key;
  if (known !== undefined) return fixed.has(known) ? twice() : void fixed.set(known, at);
  const dimension = cube && dimensionNamed(cube, name);
  if (dimension !== undefined) {
    if (dimensions.some(({ id }) => id === dimension.id)) twice();
    else dimensions.push({ id: dimension.id, at });
    return;
  }
  const written = cell.kind === 'date' ? periodOfDate(cell.iso, cell.text) : periodId(name);
  if (written !== undefined) {
    if (cell.kind === 'date') sayDate(file, place, cell.iso, written, list, calendar);
    if (periods.some(({ id }) => id === written)) twice();
    else periods.push({ id: written, at });
    return;
  }
  if (name !== '' && isNote(name)) return;
  const below = sheet.rows.slice(row + 1).map((cells) => cells[at]?.kind);
  if (cell.kind === 'date' || below.some((kind) => kind === 'number' || kind === 'date'))
    list.error('unknown-period', file, () => ({
      ...place,
      message:
        name === '' ? 'figures stand under no period' : 'figures stand under a header that is no period',
      remedy: `${nearPeriods(name)}Write the period as its code: ${suggested(cell, calendar)}. A column for working begins with “Notes”.`
    }));
  else if (name !== '')
    list.warning('column-not-read', file, () => ({
      ...place,
      message: 'the column is not one of this table and was not read',
      remedy: 'Correct its header if it should be; otherwise nothing needs to be done.'
    }));
}

function nearPeriods(name: string): string {
  const near = nearest(name, USUAL_PERIODS);
  return near.length === 0 ? '' : `${didYouMean(near, ({ id }) => id)} `;
}

function suggested(cell: SheetCell, calendar: Calendar): string {
  const quarter = /q(?:uarter)?\s*([1-4]).*?(\d{4})|(\d{4}).*?q(?:uarter)?\s*([1-4])/i.exec(textOf(cell));
  const year = quarter?.[2] ?? quarter?.[3];
  const number = quarter?.[1] ?? quarter?.[4];
  if (year !== undefined && number !== undefined) {
    const id = `${year}Q${number}`;
    return `${id} is ${periodOf(id, calendar)?.label ?? ''} (years are named by the one they end in, here the ${periodOf(year, calendar)?.label ?? ''})`;
  }
  const [quarterly, yearly] = ['2024Q3', '2024'].map((each) => periodOf(each, calendar)?.label ?? '');
  return `such as 2024Q3 for ${quarterly ?? ''}, 2024 for the ${yearly ?? ''}, or at20240630 for one date`;
}

function sayDate(
  file: string,
  place: { readonly row: number; readonly column: string; readonly value: string },
  iso: string,
  id: string,
  list: ProblemList,
  calendar: Calendar
): void {
  const year = reportingYearOf(iso, calendar);
  const quarter = `${year}Q${reportingQuarterOf(iso, calendar)}`;
  list.warning('date-as-period', file, () => ({
    ...place,
    message: `the header is a date, and was read as “${id}” (${periodOf(id, calendar)?.label ?? dateInWords(iso)})`,
    remedy: `If a quarter or a year is meant, write its code: ${quarter} is ${periodOf(quarter, calendar)?.label ?? ''}, ${year} is the year.`
  }));
}
