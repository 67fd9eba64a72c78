import type { Problem } from '#lib/domain/problem.ts';
import { findColumn } from './dfe-columns.ts';
import { type OpenFile, problem } from './dfe-file.ts';
import { frameOf, placeRows, type PlacedRow } from './dfe-rows.ts';
import { type Reading, readCell } from './dfe-symbols.ts';

/** The number of children aged 0 to 17 in one place at one mid-year. */
export interface PopulationCount {
  readonly mid: number;
  readonly reading: Reading;
  /** The figure as it stands in the file; for a sum of ages, the sum. */
  readonly text: string;
  readonly row: number;
  /** How many of each age from 0 to 17, where the file tells single years of age. */
  readonly ages?: readonly number[];
  /** The row as placed, in a DfE file; in an ONS file only the ONS code is known. */
  readonly place: PlacedRow | { readonly ons: string };
}

/** Population counts with the column they were read from and the problems met. */
export interface Population {
  readonly file: string;
  readonly column: string;
  readonly shape: 'dfe' | 'ons';
  readonly counts: readonly PopulationCount[];
  readonly problems: readonly Problem[];
}

const AGES = Array.from({ length: 18 }, (_, age) => age);

/** Reads the release's own population file, or ONS estimates by single year of age; undefined if it is neither. */
export function readPopulation(file: OpenFile): Population | undefined {
  return readDfePopulation(file) ?? readOnsPopulation(file);
}

function readDfePopulation(file: OpenFile): Population | undefined {
  const frame = frameOf(file);
  const estimate = findColumn(file.headers, [
    'population_estimate',
    'population',
    'mid_year_population_estimate'
  ]);
  if (frame === undefined || estimate === undefined) return undefined;
  const placed = placeRows(file, frame);
  const ageGroup = findColumn(file.headers, ['age_group', 'age']);
  const rows = placed.rows.filter(
    (row) => ageGroup === undefined || isAllChildren(row.cells[ageGroup] ?? '')
  );
  return {
    file: file.name,
    column: file.headers[estimate] ?? '',
    shape: 'dfe',
    counts: rows.map((row) => ({
      mid: row.year,
      reading: readCell(row.cells[estimate] ?? ''),
      text: row.cells[estimate] ?? '',
      row: row.row,
      place: row
    })),
    problems: placed.problems
  };
}

function isAllChildren(text: string): boolean {
  return /\b0\b.*\b17\b/.test(text) || /under 18/i.test(text) || /^(total|all)$/i.test(text.trim());
}

function readOnsPopulation(file: OpenFile): Population | undefined {
  const at = (...spellings: string[]) => findColumn(file.headers, spellings);
  const area = at('area_code', 'ons_code', 'code', 'lad_code', 'geography_code');
  const age = at('age', 'single_year_of_age');
  const population = at('population', 'population_estimate');
  if (area === undefined || age === undefined || population === undefined) return undefined;
  const yearColumn = at('year', 'mid_year', 'time_period');
  const nameYear = /(?:mid|^|\D)[-_ ]?(20\d{2})(?!\d)/i.exec(file.name)?.[1];
  const sums = new Map<string, { mid: number; ons: string; ages: Map<number, number>; row: number }>();
  const problems: Problem[] = [];
  for (const { row, cells } of file.rows) {
    const years = Number(cells[age]);
    const mid = Number(yearColumn === undefined ? nameYear : cells[yearColumn]);
    const reading = readCell(cells[population] ?? '');
    const ons = (cells[area] ?? '').trim();
    if (!AGES.includes(years)) continue;
    if (!Number.isInteger(mid)) {
      return { file: file.name, column: '', shape: 'ons', counts: [], problems: [yearless(file.name)] };
    }
    if (reading.kind !== 'number') {
      problems.push(badPopulation(file, row, population, cells));
      continue;
    }
    const key = `${ons} ${mid}`;
    const sum = sums.get(key) ?? { mid, ons, ages: new Map<number, number>(), row };
    if (sum.ages.has(years)) problems.push(duplicateAge(file, row, age, cells));
    sum.ages.set(years, (sum.ages.get(years) ?? 0) + reading.value);
    sums.set(key, sum);
  }
  const whole = [...sums.values()].filter((sum) => sum.ages.size === AGES.length);
  const last = [...sums.values()].at(-1);
  if (last !== undefined && last.ages.size < AGES.length) problems.push(cutShort(file.name, last.ages.size));
  return {
    file: file.name,
    column: file.headers[population] ?? '',
    shape: 'ons',
    counts: whole.map(({ mid, ons, ages, row }) => {
      const total = [...ages.values()].reduce((sum, each) => sum + each, 0);
      return {
        mid,
        reading: { kind: 'number', value: total },
        text: String(total),
        row,
        ages: AGES.map((age) => ages.get(age) ?? 0),
        place: { ons }
      };
    }),
    problems
  };
}

function yearless(file: string): Problem {
  return problem(
    file,
    'population-year',
    'the mid-year of the estimates is neither in a column nor in the name of the file',
    'Name the file so that it says which, such as “mid_2023_population.csv”'
  );
}

function cutShort(file: string, ages: number): Problem {
  const message = `the last area has ${ages} of ${AGES.length} ages of children: the file was cut short`;
  return problem(file, 'truncated-file', message, 'Download the file again');
}

function badPopulation(file: OpenFile, row: number, column: number, cells: readonly string[]): Problem {
  return problem(
    file.name,
    'population-value',
    'the population is not a whole number',
    'Download the file again',
    {
      row,
      column: file.headers[column] ?? '',
      value: cells[column] ?? ''
    }
  );
}

function duplicateAge(file: OpenFile, row: number, column: number, cells: readonly string[]): Problem {
  return problem(
    file.name,
    'duplicate-row',
    'the same area and age is given twice',
    'Keep one of the two rows',
    {
      row,
      column: file.headers[column] ?? '',
      value: cells[column] ?? ''
    }
  );
}
