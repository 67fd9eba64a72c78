import type { Problem } from '#lib/domain/problem.ts';
import { areaIdOf, type CodeBook } from './dfe-areas.ts';
import { problem } from './dfe-file.ts';
import type { ReadTable } from './dfe-release.ts';

/** The release's latest reporting year, or undefined where there is no row. */
export function vintageOf(tables: readonly ReadTable[]): number | undefined {
  const years = tables.map(latestYear);
  return years.length === 0 ? undefined : Math.max(...years);
}

function latestYear(table: ReadTable): number {
  return table.rows.reduce((latest, row) => Math.max(latest, row.year), 0);
}

/** Files whose latest year is not that of the rest come from another release. */
export function mixedReleases(tables: readonly ReadTable[]): Problem[] {
  const vintage = vintageOf(tables);
  const older = tables.filter((table) => latestYear(table) !== vintage);
  const newest = tables.filter((table) => latestYear(table) === vintage).map((table) => table.file.name);
  return older.map((table) =>
    problem(
      table.file.name,
      'releases-mixed',
      `the file ends in ${latestYear(table)}, while ${nameSome(newest)} ${newest.length === 1 ? 'ends' : 'end'} in ${vintage}: two releases are mixed`,
      'Keep the files of one release in the folder'
    )
  );
}

function nameSome(names: readonly string[]): string {
  return names.length <= 3
    ? names.join(', ')
    : `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
}

/** The same area, year and characteristic twice in one file. */
export function duplicateRows(table: ReadTable, codes: CodeBook): Problem[] {
  const seen = new Map<string, number>();
  return table.rows.flatMap((row) => {
    const area = areaIdOf(row, codes);
    const key = `${area} ${row.year} ${row.characteristic}`;
    const earlier = seen.get(key);
    seen.set(key, earlier ?? row.row);
    if (area === undefined || earlier === undefined) return [];
    const what = [row.name || row.regionName || row.countryName, row.year, row.characteristic]
      .filter(Boolean)
      .join(', ');
    return [
      problem(
        table.file.name,
        'duplicate-row',
        `the row says again what row ${earlier} says already`,
        'Keep one of the two rows',
        {
          row: row.row,
          value: what
        }
      )
    ];
  });
}

/** Authority rows whose codes are of no use. */
export function unplacedRows(table: ReadTable, codes: CodeBook): Problem[] {
  return table.rows
    .filter((row) => areaIdOf(row, codes) === undefined)
    .map((row) => ({
      ...problem(
        table.file.name,
        'unknown-area',
        'the row has no code that says which area it is about',
        'Look at the row; it was left out',
        {
          row: row.row,
          value: row.name || row.regionName
        }
      ),
      severity: 'warning' as const
    }));
}
