import type { Problem } from '#lib/domain/problem.ts';
import { problem } from './dfe-file.ts';
import { count } from './dfe-grouping.ts';
import { likeness } from './dfe-match.ts';
import type { PlacedRow } from './dfe-rows.ts';
import type { DfeTable } from './dfe-table-spec.ts';

/** Rows of the one label of a table's `category` column that is read, and what became of those of other labels. */
export interface Labelled {
  readonly rows: readonly PlacedRow[];
  readonly problems: readonly Problem[];
}

/**
 * Takes the rows whose label is most like the words of the table. Other labels are a warning with their counts; where
 * a year loses most of its places so, an error, since a label that was worded anew looks just like that. With an error
 * the lost rows are among those given back, so that no other check calls them missing.
 */
export function rowsOfLabel(file: string, dfe: DfeTable, rows: readonly PlacedRow[]): Labelled {
  const labels = [...byLabel(rows)];
  const [closest, ...others] = labels.toSorted(
    ([a, some], [b, more]) =>
      likeness(b, dfe.category) - likeness(a, dfe.category) || more.length - some.length
  );
  if (closest === undefined || others.length === 0) return { rows, problems: [] };
  const [label, kept] = closest;
  const covered = new Set(kept.map(placeOf));
  const lost = others.flatMap(([, left]) => left).filter((row) => !covered.has(placeOf(row)));
  const years = yearsMostlyLost(kept, lost);
  const listed = others.map(([name, left]) => `“${name}” (${rowsInWords(left.length)})`).join(', ');
  const message = `the rows have several categories: “${label}” was read, and ${listed} left out`;
  const first = others[0]?.[1][0]?.row ?? 1;
  const say = (rule: string, words: string, remedy: string) =>
    problem(file, rule, words, remedy, { row: first, column: 'category' });
  if (years.length === 0) {
    const remedy = 'Look whether the others are the same under another name';
    return { rows: kept, problems: [{ ...say('other-categories', message, remedy), severity: 'warning' }] };
  }
  const found = say(
    'category-changes',
    `${message}, which is most of ${years.join(', ')}`,
    'If they mean the same, give them one name in the file; else keep the rows of the one that is meant'
  );
  return { rows: [...kept, ...lost], problems: [found] };
}

function byLabel(rows: readonly PlacedRow[]): ReadonlyMap<string, readonly PlacedRow[]> {
  const labels = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const same = labels.get(row.category);
    if (same) same.push(row);
    else labels.set(row.category, [row]);
  }
  return labels;
}

function rowsInWords(rows: number): string {
  return rows === 1 ? '1 row' : `${count(rows)} rows`;
}

function placeOf({ year, level, country, region, dfe, ons, characteristic }: PlacedRow): string {
  return [year, level, level === 'country' ? country : dfe || ons || region, characteristic].join('\n');
}

function yearsMostlyLost(kept: readonly PlacedRow[], lost: readonly PlacedRow[]): readonly number[] {
  const places = (rows: readonly PlacedRow[], year: number) =>
    new Set(rows.filter((row) => row.year === year).map(placeOf)).size;
  return [...new Set(lost.map(({ year }) => year))]
    .filter((year) => places(lost, year) > places(kept, year))
    .toSorted();
}
