/** Which figures of a page differ between two editions, by what both publicly show. Nothing is worked out from a difference. */
import { isKnown, type Cell } from '#lib/domain/cell.ts';
import type { Change, Compared, Revision } from '#lib/words/edition.ts';
import { number } from '#lib/words/number.ts';
import { figureOf } from './agenda.ts';
import type { Column, TableFigure, TableModel, ViewModel } from './model.ts';

interface Said {
  readonly what: string;
  readonly cell: Cell;
  /** As it is shown. */
  readonly text: string;
}

/** The column of a scorecard that holds figures in words. */
const IN_WORDS = 'here';

/** A figure that stands in words: a known one holds a number. Its value is not read from them, and nothing needs it. */
function saidInWords(what: string, text: string): Said {
  const cell: Cell = /\d/.test(text)
    ? { kind: 'known', value: 0, flags: [] }
    : { kind: 'missing', reason: /withheld/i.test(text) ? 'withheld' : 'notSupplied' };
  return { what, cell, text };
}

type SaidByKey = ReadonlyMap<string, Said>;

/** How sure a figure is follows from all figures of its edition: a range that moved is no revision. */
const isRange = ({ key, label }: Column) => key === 'lower' || key === 'upper' || /^Range\b/.test(label);

type TableRow = TableModel['rows'][number];

const wordOf = (row: TableRow, key: string, decimals?: number): string => {
  const value = row[key];
  if (typeof value !== 'object') return value ?? '';
  return isKnown(value) ? number(value.value, decimals) : '';
};

/** What a row is of: its first column and the heads above it; words that tell of its figures are no part of that. */
function rowName({ columns, groupBy }: TableModel, row: TableRow): string {
  const first = columns.find(({ key }) => key !== groupBy);
  const words = [
    ...(groupBy === undefined ? [] : [wordOf(row, groupBy)]),
    ...(first === undefined ? [] : [wordOf(row, first.key, first.decimals)])
  ];
  return words.filter((word) => word !== '').join(', ');
}

/** Words of every column of a row, which tell rows with the same name apart. */
const rowWords = ({ columns }: TableModel, row: TableRow): string =>
  columns.flatMap(({ key, kind }) => (kind === 'text' ? [wordOf(row, key)] : [])).join('|');

/** Rows by name; those that share one by all their words; what even so is there twice cannot be told apart and is left out. */
function rowsOf(table: TableModel): ReadonlyMap<string, TableRow> {
  const count = (keyOf: (row: TableRow) => string) => {
    const counts = new Map<string, number>();
    for (const row of table.rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
    return (row: TableRow) => counts.get(keyOf(row)) === 1;
  };
  const byName = (row: TableRow) => rowName(table, row);
  const byWords = (row: TableRow) => rowWords(table, row);
  const [named, worded] = [count(byName), count(byWords)];
  return new Map(
    table.rows.flatMap((row): [string, TableRow][] =>
      named(row) ? [[byName(row), row]] : worded(row) ? [[`${byName(row)}|${byWords(row)}`, row]] : []
    )
  );
}

function cellsOf(slot: string, { id, table }: TableFigure): [string, Said][] {
  const first = table.columns.find(({ key }) => key !== table.groupBy)?.key;
  return [...rowsOf(table)].flatMap(([name, row]) =>
    table.columns
      .filter((column) => column.key !== first && !isRange(column))
      .flatMap((column): [string, Said][] => {
        const cell = row[column.key];
        const key = JSON.stringify([slot, id, name, column.key]);
        if (typeof cell === 'string' && column.key === IN_WORDS)
          return [[key, saidInWords(rowName(table, row), cell)]];
        if (typeof cell !== 'object') return [];
        const what = [rowName(table, row), column.label].filter((word) => word !== '').join(', ');
        return [[key, { what, cell, text: isKnown(cell) ? number(cell.value, column.decimals) : '' }]];
      })
  );
}

/** The figures set large, which come first, then those of every chart and table; each by where it stands. */
function figuresOf(model: ViewModel): SaidByKey {
  const large = model.slots.flatMap(({ id: slot, figures }) =>
    figures.map(({ id, label, cell, text }): [string, Said] => [
      JSON.stringify([slot, id]),
      { what: label, cell, text }
    ])
  );
  const tables = model.slots.flatMap(({ id, charts, tables: alone = [] }) =>
    [...charts, ...alone].flatMap((figure) => cellsOf(id, figure))
  );
  return new Map([...large, ...tables]);
}

function changeOf(then: Said, now: Said | undefined): Change | undefined {
  if (now === undefined) return isKnown(then.cell) ? { kind: 'gone' } : undefined;
  if (isKnown(now.cell)) {
    if (!isKnown(then.cell)) return { kind: 'published' };
    return then.text === now.text ? undefined : { kind: 'revised', then: then.text, now: now.text };
  }
  return isKnown(then.cell) || then.cell.reason !== now.cell.reason
    ? { kind: 'missing', reason: now.cell.reason }
    : undefined;
}

/** Figures that are told of in the same words are one figure shown twice. */
const once = (revisions: readonly Revision[]): Revision[] => [
  ...new Map(revisions.map((each) => [JSON.stringify(each), each])).values()
];

/**
 * The figures of one page in two editions, for the same period and comparison: those of one chart or table where the page
 * has it, else all. Figures that only the later edition has are none of the earlier one’s.
 * @param named id of a chart or table
 */
export function revisionsOf(then: ViewModel, now: ViewModel, named?: string): Compared {
  const [old, fresh] = [then, now].map((model) => {
    const one = named === undefined ? undefined : figureOf(model, named)?.figure;
    return one === undefined ? undefined : new Map(cellsOf('', one));
  });
  const [before, after, of] =
    old === undefined || old.size === 0
      ? [figuresOf(then), figuresOf(now), 'page' as const]
      : [old, fresh ?? new Map<string, Said>(), 'figure' as const];
  const revisions = [...before].flatMap(([key, said]): Revision[] => {
    const change = changeOf(said, after.get(key));
    return change === undefined ? [] : [{ what: said.what, change }];
  });
  return { of, compared: before.size, revisions: once(revisions) };
}
