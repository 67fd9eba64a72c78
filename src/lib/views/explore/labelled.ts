/** Every kind of count as a view with plain words in the stead of codes, for readers who write SQL. */
import { REASON_WORDS, STATUS_CODES, reasonOf } from '#lib/domain/cell.ts';
import { ALL, type Cube } from '#lib/domain/cube.ts';
import type { Area } from '#lib/domain/area.ts';
import { slugOf } from '#lib/domain/area.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { tableOf } from '#lib/db/facts.ts';
import { countsSql } from './counts.ts';
import { membersNamed } from './members.ts';

export interface LabelledColumn {
  readonly name: string;
  readonly about: string;
}

export interface LabelledView {
  readonly name: string;
  readonly cube: string;
  /** The kind of count, and what it counts. */
  readonly title: string;
  readonly about: string;
  readonly columns: readonly LabelledColumn[];
  /** Makes the view, once its figures and the words are there. */
  readonly sql: string;
}

const text = (words: string | null | undefined) =>
  words === null || words === undefined ? 'NULL' : `'${words.replaceAll("'", "''")}'`;
const name = (word: string) => `"${word.replaceAll('"', '""')}"`;

/** Codes from 0 up to and with the last one, each with its words. */
function words(table: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const kinds = columns.map((column) =>
    column === 'code' ? 'INTEGER' : column.endsWith('_end') ? 'DATE' : 'VARCHAR'
  );
  const casts = columns.map((column, i) => `${name(column)}::${kinds[i] ?? 'VARCHAR'} AS ${name(column)}`);
  const none = `(${columns.map(() => 'NULL').join(', ')})`;
  const values = rows.length === 0 ? none : rows.map((row) => `(${row.join(', ')})`).join(', ');
  return `CREATE TABLE ${table} AS SELECT ${casts.join(', ')} FROM (VALUES ${values}) AS given(${columns.map(name).join(', ')})`;
}

/** The ONS code that is in use, or the id of an area that has none. */
function codeOf({ codes, id }: Area): string {
  const ons = codes.filter(({ scheme }) => scheme === 'ons');
  return (ons.find(({ to }) => to === undefined) ?? ons.at(-1))?.code ?? id;
}

/** Tables of the words that codes stand for: to be made before any view. */
export function wordTables(catalogue: Catalogue): readonly string[] {
  const { dictionary, manifest } = catalogue;
  const areas = new Map(manifest.areas.map((area) => [area.id, area]));
  const periods = new Map(manifest.periods.map((period) => [period.id, period]));
  const tables = new Map(manifest.tables.map((table) => [table.id, table]));
  const sources = new Map(manifest.sources.map((source) => [source.id, source]));
  return [
    words(
      'words_area',
      ['code', 'area', 'area_code', 'area_kind'],
      dictionary.areas.map((id, code) => {
        const area = areas.get(id);
        return [String(code), text(area?.name ?? id), text(area ? codeOf(area) : id), text(area?.kind)];
      })
    ),
    words(
      'words_period',
      ['code', 'period', 'period_kind', 'period_end'],
      dictionary.periods.map((id, code) => {
        const period = periods.get(id);
        return [String(code), text(id), text(period?.kind), text(period?.end)];
      })
    ),
    words(
      'words_table',
      ['code', 'table_title', 'source_title'],
      dictionary.tables.map((id, code) => {
        const table = tables.get(id);
        const source = sources.get(table?.source ?? '');
        const called =
          table === undefined ? id : [table.code, table.title].filter((part) => part !== undefined).join(' ');
        return [String(code), text(called), text(source ? `${source.title}, ${source.edition}` : undefined)];
      })
    ),
    words(
      'words_status',
      ['code', 'status'],
      [
        ['0', text('known')],
        ...STATUS_CODES.map((code, index) => [String(index + 1), text(REASON_WORDS[reasonOf(code)])])
      ]
    )
  ];
}

/** Names of columns that every view has; a dimension of the same name has `by_` before it. */
const ALWAYS = [
  'area',
  'area_code',
  'area_kind',
  'period',
  'period_kind',
  'period_end',
  'measure',
  'counts',
  'value',
  'status',
  'of',
  'table_title',
  'source_title'
];

const BEFORE: readonly LabelledColumn[] = [
  { name: 'area', about: 'name of the area' },
  { name: 'area_code', about: 'its ONS code, or its id where it has none' },
  { name: 'area_kind', about: 'country, region, authority, partnership or locality' },
  { name: 'period', about: 'such as 2024, the year to 31 March 2024' },
  { name: 'period_kind', about: 'year, quarter, month, date or round' },
  { name: 'period_end', about: 'its last day, a date' },
  { name: 'measure', about: 'what is counted' },
  {
    name: 'counts',
    about:
      'what it holds of neglect: neglect, includes neglect, all reasons, neglect not named, reason not recorded'
  }
];
const AFTER: readonly LabelledColumn[] = [
  { name: 'value', about: 'the number; NULL where there is none' },
  { name: 'status', about: 'known, or why there is no number: withheld, not available …' }
];
const LAST: readonly LabelledColumn[] = [
  { name: 'table_title', about: 'the table it is published in' },
  { name: 'source_title', about: 'where that comes from' }
];

const caseOf = (column: string, pairs: readonly (readonly [number, string])[]) =>
  pairs.length === 0
    ? 'NULL'
    : `CASE ${column} ${pairs.map(([code, word]) => `WHEN ${String(code)} THEN ${text(word)}`).join(' ')} END`;

function viewOf(catalogue: Catalogue, cube: Cube, called: string): LabelledView {
  const { dictionary, cubes } = catalogue;
  const dimensions = cubes.find((file) => file.cube === cube.id)?.dimensions ?? [];
  const measures = cube.measures.flatMap(({ id, name: words }): [number, string][] => {
    const code = dictionary.measures.indexOf(id);
    return code < 0 ? [] : [[code, words]];
  });
  const told = dimensions.map((dimension) => {
    const list = dictionary.members[dimension.id] ?? [ALL];
    const members = membersNamed(catalogue, cube.id, dimension.id);
    const label = (id: string) => members.find((member) => member.id === id)?.name ?? 'All';
    const column = ALWAYS.includes(dimension.id) ? `by_${dimension.id}` : dimension.id;
    return {
      columns: [
        { name: column, about: `${dimension.name}: its words; “All” where they are not told apart` },
        { name: `${column}_code`, about: `the same as a code; “all” where they are not told apart` }
      ],
      selects: [
        `${caseOf(
          `c.${name(dimension.id)}`,
          list.map((id, code) => [code, label(id)])
        )} AS ${name(column)}`,
        `${caseOf(
          `c.${name(dimension.id)}`,
          list.map((id, code) => [code, id])
        )} AS ${name(`${column}_code`)}`
      ]
    };
  });
  const of: readonly LabelledColumn[] = cube.outOf
    ? [{ name: 'of', about: 'out of how many: the N of n of N' }]
    : [];
  return {
    name: called,
    cube: cube.id,
    title: cube.name,
    about: cube.about,
    columns: [...BEFORE, ...told.flatMap(({ columns }) => columns), ...AFTER, ...of, ...LAST],
    sql: `CREATE VIEW ${name(called)} AS SELECT a.area, a.area_code, a.area_kind, p.period, p.period_kind, p.period_end,
      ${caseOf('c.measure', measures)} AS measure, ${countsSql(catalogue, { cube, dimensions: dimensions.map(({ id }) => id) })} AS counts,
      ${told.flatMap(({ selects }) => selects).join(', ')}${told.length === 0 ? '' : ','}
      c.value, s.status, ${cube.outOf ? 'c."of", ' : ''}t.table_title, t.source_title
    FROM ${tableOf(cube.id)} c
      LEFT JOIN words_area a ON a.code = c.area LEFT JOIN words_period p ON p.code = c.period
      LEFT JOIN words_table t ON t.code = c.tbl LEFT JOIN words_status s ON s.code = c.status`
  };
}

/** A view for each kind of count that holds any row, named after it: `child_protection_plans`. */
export function labelledViews(
  catalogue: Catalogue,
  cubes: ReadonlyMap<string, Cube>
): readonly LabelledView[] {
  return catalogue.cubes
    .filter(({ rows }) => rows > 0)
    .flatMap(({ cube }) => {
      const found = cubes.get(cube);
      return found === undefined ? [] : [viewOf(catalogue, found, slugOf(found.name).replaceAll('-', '_'))];
    });
}

/** Views that a text names, by any spelling of capitals. */
export function viewsNamed(sql: string, views: readonly LabelledView[]): readonly LabelledView[] {
  const words = new Set(sql.toLowerCase().match(/[a-z_][a-z0-9_]*/g) ?? []);
  return views.filter((view) => words.has(view.name));
}
