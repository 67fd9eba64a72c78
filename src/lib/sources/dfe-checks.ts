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

/**
 * Authorities that other tables have for a year and this one lacks, and years that the file's name promises and its
 * rows do not have. An error where the last line has no end either (the file was cut short), else a warning.
 */
export function missingRows(tables: readonly ReadTable[], codes: CodeBook): Problem[] {
  const wide = tables.filter((table) => table.dfe.reach === 'areas');
  const everywhere = new Map<number, Set<string>>();
  const own = wide.map((table) => areasByYear(table, codes));
  for (const years of own) {
    for (const [year, areas] of years) {
      everywhere.set(year, new Set([...(everywhere.get(year) ?? []), ...areas]));
    }
  }
  return wide.flatMap((table, index) => {
    const years = own[index] ?? new Map<number, Set<string>>();
    const gaps = [...years].flatMap(([year, areas]) => {
      const absent = [...(everywhere.get(year) ?? [])].filter((area) => !areas.has(area));
      return absent.length === 0 ? [] : [`${absent.length} of ${year}`];
    });
    const promised = /(\d{4})[_ -]to[_ -](\d{4})/.exec(table.file.name);
    const first = Number(promised?.[1]);
    const unkept = promised && !years.has(first) ? [`all of ${first}, which its name promises`] : [];
    const absent = [...gaps, ...unkept];
    if (absent.length === 0) return table.file.ended ? [] : [unended(table)];
    const found = problem(
      table.file.name,
      table.file.ended ? 'rows-missing' : 'truncated-file',
      `rows that other tables have are missing here (${absent.slice(0, 4).join('; ')})${table.file.ended ? '' : ', and the last line has no end: the file was cut short'}`,
      'Download the file again and compare'
    );
    return [{ ...found, severity: table.file.ended ? ('warning' as const) : ('error' as const) }];
  });
}

function areasByYear(table: ReadTable, codes: CodeBook): Map<number, Set<string>> {
  const years = new Map<number, Set<string>>();
  for (const row of table.rows) {
    const area = areaIdOf(row, codes);
    if (area === undefined) continue;
    const areas = years.get(row.year) ?? new Set<string>();
    areas.add(area);
    years.set(row.year, areas);
  }
  return years;
}

function unended({ file }: ReadTable): Problem {
  const message = 'the last line has no end: the last figure may have been cut short';
  return {
    ...problem(file.name, 'no-line-end', message, 'Compare the last row with the publication', {
      row: file.rows.at(-1)?.row ?? file.rows.length
    }),
    severity: 'warning'
  };
}
