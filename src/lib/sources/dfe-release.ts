import type { Problem } from '#lib/domain/problem.ts';
import { readCharacteristic } from './dfe-characteristics.ts';
import { codeBook } from './dfe-areas.ts';
import { contestedColumns, likenedColumns } from './dfe-contested.ts';
import { type OpenFile, openFile, problem, type RawFile } from './dfe-file.ts';
import { rowsOfLabel } from './dfe-labels.ts';
import { absentLevels, codelessAuthorities, otherLevels } from './dfe-levels.ts';
import { baseName, tableOf } from './dfe-match.ts';
import { type Population, readPopulation } from './dfe-population.ts';
import { columnReadings } from './dfe-readings.ts';
import { type Frame, frameOf, placeRows, type PlacedRow } from './dfe-rows.ts';
import type { DfeTable } from './dfe-table-spec.ts';

/** A file known to be one of DfE's tables, with its rows placed in time and space. */
export interface ReadTable {
  readonly dfe: DfeTable;
  readonly file: OpenFile;
  readonly frame: Frame;
  readonly rows: readonly PlacedRow[];
  /** Rows of geographic levels or categories that are not read. */
  readonly leftOut: number;
}

export interface Release {
  readonly tables: readonly ReadTable[];
  readonly populations: readonly { readonly file: OpenFile; readonly population: Population }[];
  /** Files in the shape of the release that fill none of our tables. */
  readonly unused: readonly string[];
  /** CSV files that are not in the shape of the release at all. */
  readonly foreign: readonly string[];
  readonly problems: readonly Problem[];
}

/** Opens every file of a folder and tells which table of the release each one is. */
export function openRelease(files: readonly RawFile[]): Release {
  const tables: ReadTable[] = [];
  const populations: { file: OpenFile; population: Population }[] = [];
  const unused: string[] = [];
  const foreign: string[] = [];
  const problems: Problem[] = [];
  for (const raw of files) {
    const { open, problems: found, foreign: other } = openFile(raw);
    if (other) foreign.push(raw.name);
    else problems.push(...found);
    if (open === undefined) continue;
    const population = readPopulation(open);
    if (population) {
      populations.push({ file: open, population });
      continue;
    }
    const frame = frameOf(open);
    if (frame === undefined) {
      foreign.push(open.name);
      continue;
    }
    const table = readTable(open, frame, problems);
    if (table) tables.push(table);
    else unused.push(open.name);
  }
  const strays = tables.filter((table) => isStray(table, tables));
  const own = tables.filter((table) => !strays.includes(table));
  unused.push(...strays.map(({ file }) => file.name));
  const placed = populations.flatMap(({ population }) =>
    population.counts.flatMap(({ place }) => ('file' in place ? [place] : []))
  );
  const codes = codeBook([...own.flatMap(({ rows }) => rows), ...placed]);
  problems.push(
    ...(problems.some(isError) ? [] : absentLevels(own)),
    ...codelessAuthorities(own, codes),
    ...twice(own),
    ...own.flatMap((table) => [
      ...contestedColumns(table),
      ...likenedColumns(table),
      ...columnReadings(table)
    ])
  );
  return { tables: own, populations, unused, foreign, problems };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** A file that looks like a table and is named as another (`d9_…`), where a file with the table’s own name is there. */
function isStray({ dfe, file }: ReadTable, tables: readonly ReadTable[]): boolean {
  const code = dfe.code.toLowerCase();
  const named = (name: string) => /^[a-z]\d+(?=[_ -])/.exec(baseName(name))?.[0];
  const own = named(file.name);
  return (
    own !== undefined &&
    own !== code &&
    tables.some((other) => other.dfe === dfe && named(other.file.name) === code)
  );
}

function readTable(file: OpenFile, frame: Frame, problems: Problem[]): ReadTable | undefined {
  const placed = placeRows(file, frame);
  const categories = [...new Set(placed.rows.map((row) => row.category))].join(' ');
  const authorities = placed.rows.filter(({ level }) => level === 'authority');
  const unread = placed.otherLevels.reduce((sum, { rows }) => sum + rows, 0);
  const named = frame.dfeCode ?? frame.onsCode ?? frame.authorityName;
  const wide = placed.rows.some(({ level }) => level !== 'country') || (unread > 0 && named !== undefined);
  const dfe = tableOf(file, frame, wide ? 'areas' : 'england', categories);
  if (dfe === undefined || !readable(dfe, placed.rows)) return undefined;
  const years = new Set(authorities.map(({ year }) => year));
  const levels = otherLevels(file, placed.otherLevels, years, dfe.reach === 'areas');
  problems.push(...placed.problems, ...levels);
  if (levels.some(isError)) return undefined;
  const { rows, problems: ofLabels } = rowsOfLabel(file.name, dfe, placed.rows);
  problems.push(...ofLabels);
  return { dfe, file, frame, rows, leftOut: unread + placed.rows.length - rows.length };
}

/** A table told apart by characteristics is only that table if most of them can be read. */
function readable(dfe: DfeTable, rows: readonly PlacedRow[]): boolean {
  if (!dfe.characteristic) return true;
  const known = rows.filter((row) => readCharacteristic(row.characteristic) !== undefined).length;
  return known * 2 > rows.length;
}

function twice(tables: readonly ReadTable[]): Problem[] {
  return tables.flatMap((table, index) => {
    const earlier = tables.findIndex((other) => other.dfe === table.dfe);
    const other = tables[earlier];
    if (earlier === index || other === undefined) return [];
    return [
      problem(
        table.file.name,
        'two-files-one-table',
        `the file and ${other.file.name} are both table ${table.dfe.code}, “${table.dfe.title}”: two releases seem to be mixed`,
        'Keep the files of one release in the folder'
      )
    ];
  });
}
