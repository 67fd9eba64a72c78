/** The result of a query as a table and, where its columns allow, as a chart. */
import type { Period } from '#lib/domain/period.ts';
import { yearsEnd } from '../year-end.ts';
import { known, missing, REASON_WORDS, type Cell, type Reason } from '#lib/domain/cell.ts';
import type { RowOf, Value } from '#lib/db/port.ts';
import { cellText, counted, listed, number } from '#lib/words/number.ts';
import type { ChartModel, ChartSpec, Column, Role, TableFigure, TableModel } from '../model.ts';
import type { BenchResult } from './bench.ts';
import { countedOf, marked } from '../counted.ts';
import { MOST_BARS, MOST_LINES, suggestChart } from './suggest.ts';

const REASONS = new Map(Object.entries(REASON_WORDS).map(([reason, words]) => [words, reason]));
const isReason = (text: string): text is Reason => text in REASON_WORDS;

/** Why a row has no value, where it carries the column `status` of the views. */
function reasonOf(row: RowOf): Reason | undefined {
  const { status } = row;
  const reason = typeof status === 'string' ? REASONS.get(status) : undefined;
  return reason !== undefined && isReason(reason) ? reason : undefined;
}

const decimalsOf = (values: readonly Value[]) => {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.every(Number.isInteger) ? 0 : 2;
};

/** An ISO time as a date, where it is midnight; anything else as it is. */
const wordsOf = (value: Value): string =>
  value === null ? '' : typeof value === 'string' ? value.replace(/T00:00:00(\.000)?Z$/, '') : String(value);

interface Read {
  readonly columns: readonly Column[];
  readonly rows: TableModel['rows'];
}

const YEARLY = /^(period|year)$/i;

/** Columns of numbers, but for those that name years; NULL is empty, or its reason where the row tells it. */
function readRows(rows: readonly RowOf[]): Read {
  const keys = Object.keys(rows[0] ?? {});
  const columns = keys.map((key): Column => {
    const values = rows.map((row) => row[key] ?? null);
    const numeric =
      values.every((value) => value === null || typeof value === 'number') &&
      values.some((value) => value !== null) &&
      !YEARLY.test(key);
    const all = key === 'value' && values.every((value) => value === null);
    return numeric || all
      ? { key, label: key, kind: 'number', decimals: decimalsOf(values) }
      : { key, label: key, kind: 'text' };
  });
  return {
    columns,
    rows: rows.map((row) =>
      Object.fromEntries(
        columns.map(({ key, kind }): [string, string | Cell] => {
          const value = row[key] ?? null;
          if (kind === 'text') return [key, wordsOf(value)];
          if (typeof value === 'number') return [key, known(value)];
          const reason = key === 'value' ? reasonOf(row) : undefined;
          return [key, reason === undefined ? '' : missing(reason)];
        })
      )
    )
  };
}

const ROLES: readonly Role[] = ['focus', 'second', 'third', 'fourth'];

/** The first column of numbers over the columns of words before it: lines where one of them is a year. */
function specOf({ columns, rows }: Read, ends: ReturnType<typeof yearsEnd>): ChartSpec | undefined {
  const value = columns.find(({ kind }) => kind === 'number');
  const texts = columns.filter(
    ({ kind, key }) => kind === 'text' && !/^status$|^counts$|_code$|_title$|_kind$/.test(key)
  );
  if (value === undefined || texts.length === 0 || texts.length > 3 || rows.length === 0) return undefined;
  const many = ({ key }: Column) => new Set(rows.map((row) => row[key])).size;
  const year = texts.find(({ key }) => rows.every((row) => /^(19|20)\d\d$/.test(String(row[key]))));
  const told = texts.filter((column) => column !== year && many(column) > 1);
  const years = year === undefined ? 1 : many(year);
  const cell = (row: Read['rows'][number]): Cell => {
    const found = row[value.key];
    return typeof found === 'object' ? found : missing('notSupplied');
  };
  const name = (row: Read['rows'][number]) => told.map(({ key }) => String(row[key])).join(', ');
  const names = [...new Set(rows.map(name))];
  const unique = new Set(rows.map((row) => `${name(row)}|${year === undefined ? '' : String(row[year.key])}`))
    .size;
  if (unique < rows.length) return undefined;
  const decimals = value.decimals ?? 0;
  const suggested = suggestChart({ areas: names.length, periods: years, yearly: true, members: [] });
  if (suggested === 'series' && year !== undefined && names.length <= MOST_LINES)
    return {
      kind: 'series',
      unit: value.label,
      decimals,
      breaks: [],
      milestones: [],
      ...ends,
      series: names.map((each, i) => ({
        id: String(i),
        name: each === '' ? value.label : each,
        role: ROLES[i] ?? 'fourth',
        points: rows
          .filter((row) => name(row) === each)
          .map((row) => ({ year: Number(row[year.key]), cell: cell(row) }))
          .sort((a, b) => a.year - b.year)
      }))
    };
  if (rows.length > MOST_BARS || (suggested !== 'bars' && suggested !== 'multiples')) return undefined;
  return {
    kind: 'bars',
    unit: value.label,
    decimals,
    rows: rows.map((row, i) => ({
      id: String(i),
      label: [name(row), year !== undefined && years > 1 ? String(row[year.key]) : '']
        .filter(Boolean)
        .join(', '),
      role: 'focus',
      cell: cell(row),
      text: cellText(cell(row), decimals)
    }))
  };
}

export interface ResultModel {
  readonly figure: TableFigure | ChartModel;
  /** Sentences that must be read with it. */
  readonly said: readonly string[];
}

/** How many rows that a query could read hold no number: a sum leaves them out without a word. */
function warnings(
  { read }: BenchResult,
  { adds, reckons }: { readonly adds: boolean; readonly reckons: boolean }
): string[] {
  return [
    ...read
      .filter(({ without }) => without > 0)
      .map(
        ({ view, rows, without, withheld }) =>
          `Of ${counted(rows, 'row', 'rows')} in ${view.name}, ${number(without)} ${without === 1 ? 'has' : 'have'} no number${withheld === 0 ? '' : withheld === without ? ': withheld' : `, ${number(withheld)} of them withheld`}.${adds ? ' Sums, means and counts of value leave those out and do not say so. To see how many took part, add count(*) FILTER (WHERE value IS NULL).' : ''}`
      ),
    ...(reckons && read.some(({ without }) => without > 0)
      ? ['A sum or a difference over rows that are withheld is no figure of ours: do not publish it as one.']
      : [])
  ];
}

/** What the rows count, where the query kept the column that tells. */
function countsOf({ rows }: Read): Pick<TableFigure, 'mark' | 'counts'> {
  const told = rows.map(({ counts }) => (typeof counts === 'string' ? countedOf(counts) : undefined));
  const known = told.filter((counts) => counts !== undefined);
  return rows.length > 0 && known.length === rows.length ? marked(known) : { mark: 'all', counts: [] };
}

/**
 * A result ready to be shown.
 * @param years whose last days tell in which month the years of a chart end
 */
export function resultModel(
  result: BenchResult,
  does: { readonly adds: boolean; readonly reckons: boolean },
  sources: readonly string[],
  years: readonly Pick<Period, 'end'>[] = []
): ResultModel {
  const read = readRows(result.rows);
  const rows = counted(result.rows.length, 'row', 'rows');
  const names = listed(result.read.map(({ view }) => view.name));
  const from = names === '' ? '' : ` from ${names}`;
  const numbered = read.columns.some(({ kind }) => kind === 'number');
  const spec = specOf(read, yearsEnd(years));
  const table: TableFigure = {
    id: 'result',
    title: `Result: ${rows}${from}`,
    ...countsOf(read),
    table: { caption: `Result of the query: ${rows}${from}`, columns: read.columns, rows: read.rows },
    covers: 'as in the rows',
    sources,
    file: 'explore-query'
  };
  const drawnRows = read.rows.length;
  return {
    figure:
      spec === undefined
        ? table
        : {
            ...table,
            subtitle: `Drawn from the columns of the result: ${spec.kind === 'series' ? 'lines over years' : 'one bar for each row'}.`,
            description: `A chart of ${counted(drawnRows, 'row', 'rows')}; the figures are in the table below.`,
            spec
          },
    said: [
      ...(result.more
        ? [
            `Only the first ${number(result.rows.length)} rows are shown and saved. Filter with WHERE, or add up with GROUP BY.`
          ]
        : []),
      ...warnings(result, does),
      ...(table.counts?.length === 0 && numbered && result.read.length > 0
        ? [
            'Nothing here tells whether the numbers count neglect or every reason. Add the column counts to the query to carry that along.'
          ]
        : []),
      ...(numbered || result.rows.length === 0 ? [] : ['No column holds numbers, so there is no chart.'])
    ]
  };
}
