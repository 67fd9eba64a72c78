import type { Problem } from '#lib/domain/problem.ts';
import { areaIdOf, type CodeBook } from './dfe-areas.ts';
import { type OpenFile, problem } from './dfe-file.ts';
import { count, firstFew } from './dfe-grouping.ts';
import type { ReadTable } from './dfe-release.ts';
import type { Level, OtherLevel } from './dfe-rows.ts';

const LOOK = 'Look at the column with the geographic level';

/**
 * Levels of a file that are not read: a warning with their rows. An error where a year has rows of such a level and
 * none of an authority, since authorities under another word look just like that.
 */
export function otherLevels(
  file: OpenFile,
  others: readonly OtherLevel[],
  yearsWithAuthorities: ReadonlySet<number>,
  forAreas: boolean
): Problem[] {
  return others.map(({ level, rows, row, column, years }) => {
    const without = forAreas ? years.filter((year) => !yearsWithAuthorities.has(year)) : [];
    const many = rows === 1 ? '1 row is' : `${count(rows)} rows are`;
    const message = `${many} of a geographic level that is not known, and left out`;
    const at = { row, column, value: level };
    if (without.length === 0)
      return { ...problem(file.name, 'unknown-level', message, LOOK, at), severity: 'warning' };
    const span = `${message}: nothing is left of the authorities of ${firstFew(without.map(String))}`;
    const remedy = 'Write the level of authorities as “Local authority”';
    return problem(file.name, 'unknown-level', span, remedy, at);
  });
}

/** A release without England or without authorities cannot be used; one without regions can. */
export function absentLevels(tables: readonly ReadTable[]): Problem[] {
  if (tables.length === 0) return [];
  const wide = tables.filter(({ dfe }) => dfe.reach === 'areas');
  const all = 'Download every file of the release again';
  if (wide.length === 0) {
    return [problem('folder', 'no-authorities', 'no table of the release has rows for authorities', all)];
  }
  const without = (level: Level) => wide.filter(({ rows }) => !rows.some((row) => row.level === level));
  const named = (found: readonly ReadTable[]) => firstFew(found.map(({ file }) => file.name));
  const authorities = without('authority');
  const england = without('country');
  const regions = without('region');
  return [
    ...(authorities.length > 0
      ? [problem('folder', 'no-authorities', `no authority is in any row of ${named(authorities)}`, all)]
      : []),
    ...(england.length > 0
      ? [problem('folder', 'no-england', `England is in no row of ${named(england)}`, all)]
      : []),
    ...(regions.length > 0
      ? [
          {
            ...problem('folder', 'no-regions', `no region is in any row of ${named(regions)}`, all),
            severity: 'warning' as const
          }
        ]
      : [])
  ];
}

/** Tables of which most authorities have no code that says who they are. */
export function codelessAuthorities(tables: readonly ReadTable[], codes: CodeBook): Problem[] {
  return tables.flatMap((table) => {
    const authorities = table.rows.filter(({ level }) => level === 'authority');
    const lost = authorities.filter((row) => areaIdOf(row, codes) === undefined);
    const [first] = lost;
    if (first === undefined || lost.length * 2 <= authorities.length) return [];
    const { frame, file } = table;
    const column = frame.dfeCode ?? frame.onsCode;
    const at = column === undefined ? {} : { column: file.headers[column] ?? '' };
    return [
      problem(
        file.name,
        'unknown-areas',
        `${count(lost.length)} of the ${count(authorities.length)} rows of authorities have no code that says which one it is`,
        'Give the three-digit code of each authority; a spreadsheet may have changed the column',
        { row: first.row, ...at, value: column === undefined ? first.name : (first.cells[column] ?? '') }
      )
    ];
  });
}
