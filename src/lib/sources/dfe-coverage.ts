import type { Problem } from '#lib/domain/problem.ts';
import { areaIdOf, type CodeBook } from './dfe-areas.ts';
import { type OpenFile, problem } from './dfe-file.ts';
import type { ChosenPopulation } from './dfe-population-table.ts';
import type { ReadTable } from './dfe-release.ts';

/** Reporting years in which DfE's tables begin where that is later than the release itself. */
const BEGINS: Readonly<Record<string, number>> = {
  A3: 2018,
  A4: 2018,
  A5: 2018,
  A7: 2015,
  B7: 2022,
  C2: 2014,
  C3: 2018,
  C5: 2014
};

/** From this part of a year's places on, missing rows are no oversight but a file cut short. */
const MANY = 0.1;
const SHOWN = 4;

/** What one file has: for each reporting year the places (or, for England alone, the characteristics), in its order. */
interface Span {
  readonly file: OpenFile;
  readonly what: 'areas' | 'characteristics';
  readonly begins: number;
  readonly years: ReadonlyMap<number, ReadonlySet<string>>;
  readonly lastYear: number | undefined;
  /** Years by which its own dates lie before those of the tables that use it: 1 for population. */
  readonly before: 0 | 1;
}

interface Lack {
  readonly words: string;
  /** Whether the rows are missing at the end, throughout a year, or in great number. */
  readonly cut: boolean;
  /** Whether they lie before all that is there, as in a table that begins later. */
  readonly late?: boolean;
}

/**
 * Years and places that the other tables of the release have and this one lacks. An error where a whole year, the
 * end of the file or a great part of a year is missing, or the last line has no end; else a warning.
 */
export function missingRows(
  tables: readonly ReadTable[],
  population: ChosenPopulation | undefined,
  codes: CodeBook
): Problem[] {
  const years = [...new Set(tables.flatMap((table) => table.rows.map(({ year }) => year)))].toSorted();
  const spans = [...tables.map((table) => spanOf(table, codes)), ...populationSpan(population, codes)];
  return spans.flatMap((span) => {
    const lacks = [...missingYears(span, years), ...missingPlaces(span, spans)];
    if (lacks.length === 0) return span.file.ended ? [] : [unended(span.file)];
    const cut = !span.file.ended || lacks.some((lack) => lack.cut);
    const listed = lacks.slice(0, SHOWN).map(({ words }) => words);
    const more = lacks.length > SHOWN ? `; and more in ${lacks.length - SHOWN} other years` : '';
    const end = span.file.ended ? '' : ', and the last line has no end';
    const found = problem(
      span.file.name,
      cut ? 'truncated-file' : 'rows-missing',
      `rows that other tables or years have are missing here (${listed.join('; ')}${more})${end}${cut ? ': the file is not whole' : ''}`,
      lacks.some(({ late }) => late)
        ? 'Download the file again; one that truly begins later says so in its name (…_2015_to_2024.csv)'
        : 'Download the file again and compare'
    );
    return [{ ...found, severity: cut ? ('error' as const) : ('warning' as const) }];
  });
}

function spanOf(table: ReadTable, codes: CodeBook): Span {
  const what = table.dfe.reach === 'areas' ? 'areas' : 'characteristics';
  return span(
    table.file,
    what,
    BEGINS[table.dfe.code] ?? -Infinity,
    table.rows.map((row) => ({
      year: row.year,
      place: what === 'areas' ? areaIdOf(row, codes) : row.characteristic
    }))
  );
}

/** Estimates in DfE's shape; the mid-year before is the year whose rates use it. Others hold areas of their own. */
function populationSpan(chosen: ChosenPopulation | undefined, codes: CodeBook): Span[] {
  if (chosen?.open === undefined || chosen.rows.length === 0) return [];
  const rows = chosen.rows.map((row) => ({ year: row.year + 1, place: areaIdOf(row, codes) }));
  const first = Math.min(...rows.map(({ year }) => year));
  return [span(chosen.open, 'areas', chosen.given ? first : -Infinity, rows, 1)];
}

function span(
  file: OpenFile,
  what: Span['what'],
  begins: number,
  rows: readonly { readonly year: number; readonly place: string | undefined }[],
  before: Span['before'] = 0
): Span {
  const years = new Map<number, Set<string>>();
  for (const { year, place } of rows) {
    if (place !== undefined) years.set(year, (years.get(year) ?? new Set()).add(place));
  }
  return { file, what, begins, years, lastYear: rows.at(-1)?.year, before };
}

function missingYears({ file, years, begins, before }: Span, all: readonly number[]): Lack[] {
  const [first, last] = [Math.min(...years.keys()), Math.max(...years.keys())];
  const named = /(\d{4})[_ -]to[_ -](\d{4})/.exec(file.name);
  const promised = named?.[1] === undefined ? undefined : Number(named[1]) + before;
  const from = promised === first ? first : begins;
  const lost = all.filter((year) => !years.has(year) && year >= from && year <= last);
  const unkept =
    promised !== undefined && promised < first && !all.includes(promised)
      ? [{ words: `all of ${promised - before}, which its name promises`, cut: true }]
      : [];
  const late = lost.some((year) => year < first);
  const whole = ranges(lost.map((year) => year - before)).map((words) => `all of ${words}`);
  return [...whole.map((words) => ({ words, cut: true, late })), ...unkept];
}

/** `2013, 2014, 2015, 2019` → `2013 to 2015`, `2019`. */
function ranges(years: readonly number[]): string[] {
  const runs: number[][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs.map((run) => (run.length === 1 ? `${run[0] ?? ''}` : `${run[0] ?? ''} to ${run.at(-1) ?? ''}`));
}

function missingPlaces(span: Span, spans: readonly Span[]): Lack[] {
  return [...span.years].flatMap(([year, own]) => {
    const others = span.what === 'areas' ? otherTables(span, year, spans) : otherYears(span, year);
    const counts = new Map<string, number>();
    for (const places of others) for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
    const most = span.what === 'areas' ? others.length / 2 : others.length - 0.5;
    const missing = [...counts].filter(([place]) => !own.has(place));
    const lost = missing.filter(([, count]) => count > most).map(([place]) => place);
    if (missing.length === 0 || (lost.length === 0 && span.what !== 'areas')) return [];
    const size = span.what === 'areas' ? missing.length : lost.length;
    const atEnd = lost.length > 0 && year === span.lastYear && isTail(own, lost, others);
    return [
      {
        words: `${size} of the ${own.size + size} ${span.what} of ${year - span.before}`,
        cut: atEnd || lost.length > (own.size + lost.length) * MANY
      }
    ];
  });
}

function otherTables(own: Span, year: number, spans: readonly Span[]): ReadonlySet<string>[] {
  return spans
    .filter((other) => other !== own && other.what === 'areas')
    .flatMap((other) => other.years.get(year) ?? []);
}

function otherYears(own: Span, year: number): ReadonlySet<string>[] {
  return [...own.years].filter(([other]) => other !== year).map(([, places]) => places);
}

/** Whether all that is lost comes after all that is there, in the order of a file or year that has them all. */
function isTail(
  own: ReadonlySet<string>,
  lost: readonly string[],
  others: readonly ReadonlySet<string>[]
): boolean {
  return others.some((other) => {
    const order = [...other];
    const places = lost.map((place) => order.indexOf(place));
    return Math.min(...places) > Math.max(...[...own].map((place) => order.indexOf(place)));
  });
}

function unended(file: OpenFile): Problem {
  const message = 'the last line has no end: the last figure may have been cut short';
  return {
    ...problem(file.name, 'no-line-end', message, 'Compare the last row with the publication', {
      row: file.rows.at(-1)?.row ?? file.rows.length,
      value: file.rows.at(-1)?.cells.at(-1) ?? ''
    }),
    severity: 'warning'
  };
}
