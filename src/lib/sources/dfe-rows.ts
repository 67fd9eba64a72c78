import type { Problem } from '#lib/domain/problem.ts';
import { findColumn } from './dfe-columns.ts';
import { problem, type OpenFile } from './dfe-file.ts';

/** Where the columns stand that say when and where a row is about; `undefined` where a file has none. */
export interface Frame {
  readonly year: number;
  readonly level: number;
  readonly countryCode: number | undefined;
  readonly countryName: number | undefined;
  readonly regionCode: number | undefined;
  readonly regionName: number | undefined;
  readonly dfeCode: number | undefined;
  readonly onsCode: number | undefined;
  readonly authorityName: number | undefined;
  readonly category: number | undefined;
  readonly characteristics: readonly number[];
}

export type Level = 'country' | 'region' | 'authority';

/** One row with its time and place read; `cells` is the row as it stands in the file. */
export interface PlacedRow {
  readonly file: string;
  readonly row: number;
  readonly year: number;
  readonly level: Level;
  readonly country: string;
  readonly countryName: string;
  readonly region: string;
  readonly regionName: string;
  readonly dfe: string;
  readonly ons: string;
  readonly name: string;
  readonly category: string;
  readonly characteristic: string;
  readonly cells: readonly string[];
}

/** The frame of a file in the shape of Explore Education Statistics, or undefined if it is not one. */
export function frameOf({ headers }: OpenFile): Frame | undefined {
  const at = (...spellings: string[]) => findColumn(headers, spellings);
  const year = at('time_period', 'reporting_year', 'year');
  const level = at('geographic_level', 'geography_level', 'level');
  if (year === undefined || level === undefined) return undefined;
  return {
    year,
    level,
    countryCode: at('country_code'),
    countryName: at('country_name', 'country'),
    regionCode: at('region_code'),
    regionName: at('region_name', 'region'),
    dfeCode: at('old_la_code', 'la_code', 'dfe_code', 'la_number', 'lea_code'),
    onsCode: at('new_la_code', 'ons_code', 'la_ons_code'),
    authorityName: at('la_name', 'local_authority_name', 'local_authority', 'authority_name'),
    category: at('category'),
    characteristics: ['characteristic', 'characteristic_type', 'breakdown', 'category_type']
      .map((name) => at(name))
      .filter((position) => position !== undefined)
  };
}

/** `2024` and `202324` are both the reporting year 2024. */
export function readYear(text: string): number | undefined {
  const digits = text.trim().replace(/[/-]/g, '');
  if (/^(19|20)\d{2}$/.test(digits)) return Number(digits);
  if (/^(19|20)\d{4}$/.test(digits) && (Number(digits.slice(0, 4)) + 1) % 100 === Number(digits.slice(4))) {
    return Number(digits.slice(0, 4)) + 1;
  }
  return undefined;
}

export function readLevel(text: string): Level | undefined {
  const level = text.trim().toLowerCase();
  if (/^(national|country)$/.test(level)) return 'country';
  if (/^region(al)?$/.test(level)) return 'region';
  if (/^(local authority|la|local_authority)$/.test(level)) return 'authority';
  return undefined;
}

/** Rows of a file whose geographic level is none that is read. */
export interface OtherLevel {
  readonly level: string;
  readonly rows: number;
  /** The first of them, and the column the level is in. */
  readonly row: number;
  readonly column: string;
  readonly years: readonly number[];
}

/** Every row with its time and place; rows of other levels (schools, districts) are left out and counted by level. */
export function placeRows(
  file: OpenFile,
  frame: Frame
): {
  readonly rows: readonly PlacedRow[];
  readonly otherLevels: readonly OtherLevel[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const rows: PlacedRow[] = [];
  const others = new Map<string, { row: number; year: number | undefined }[]>();
  file.rows.forEach(({ row, cells }) => {
    const text = (position: number | undefined) =>
      position === undefined ? '' : (cells[position] ?? '').trim();
    const level = readLevel(text(frame.level));
    if (level === undefined) {
      const found = { row, year: readYear(text(frame.year)) };
      const same = others.get(text(frame.level));
      if (same) same.push(found);
      else others.set(text(frame.level), [found]);
      return;
    }
    const year = readYear(text(frame.year));
    if (year === undefined) {
      problems.push(
        problem(file.name, 'unknown-year', 'the reporting year is not a year', 'Give it as 2024 or 202324', {
          row,
          column: file.headers[frame.year] ?? '',
          value: text(frame.year)
        })
      );
      return;
    }
    rows.push({
      file: file.name,
      row,
      year,
      level,
      country: text(frame.countryCode) || 'E92000001',
      countryName: text(frame.countryName) || 'England',
      region: text(frame.regionCode),
      regionName: text(frame.regionName),
      dfe: /^(\d{1,3})(\.0+)?$/.exec(text(frame.dfeCode))?.[1]?.padStart(3, '0') ?? '',
      ons: text(frame.onsCode),
      name: text(frame.authorityName),
      category: text(frame.category),
      characteristic: characteristicOf(frame.characteristics.map(text)),
      cells
    });
  });
  const otherLevels = [...others].map(([level, found]) => ({
    level,
    rows: found.length,
    row: found[0]?.row ?? 1,
    column: file.headers[frame.level] ?? '',
    years: [...new Set(found.flatMap(({ year }) => year ?? []))].toSorted()
  }));
  return { rows, otherLevels, problems };
}

/** The most telling of a row's characteristic columns: some files name the kind first, some last. */
function characteristicOf(texts: readonly string[]): string {
  const kinds = /^(gender|sex|age|age group|ethnicity|unborn|total|.* at 31 march|primary need.*)$/i;
  return (
    texts.find((text) => text !== '' && !kinds.test(text)) ??
    texts.find((text) => /^(unborn|total)$/i.test(text)) ??
    ''
  );
}
