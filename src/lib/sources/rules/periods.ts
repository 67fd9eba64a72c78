import { dateInWords, type Period } from '#lib/domain/period.ts';
import type { FieldTable } from './field-table.ts';
import type { Field, FieldRule } from './rule.ts';

/** The periods of some kinds of which a table has a number (or, where `any`, a row), in order. */
function periodsOf(
  field: Field,
  table: FieldTable,
  kinds: readonly Period['kind'][],
  any: boolean = false
): Period[] {
  const used = new Set<string>();
  table.observations.forEach(({ period, cell }) => {
    if (any || cell.kind === 'known') used.add(period);
  });
  return [...used]
    .flatMap((id) => field.periods.get(id) ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

function firstRow(table: FieldTable, period: string): number {
  return table.row(
    table.observations.findIndex((each) => each.period === period && each.cell.kind === 'known')
  );
}

const ALL_KINDS: readonly Period['kind'][] = [
  'date',
  'year',
  'quarter',
  'month',
  'round',
  'pooled',
  'to-date'
];

/** What a reader can do who has written the manifest; who has not is told otherwise. */
export const CORRECT_PERIOD = 'Correct the period, or its dates in bundle.json.';

/** Nothing can have been counted on a day that has not come. */
export const periodInFuture: FieldRule = {
  id: 'period-in-future',
  severity: 'error',
  *check(field) {
    const { today } = field.context;
    for (const { table, period, at, kind } of unfinished(field)) {
      const { id, start, end, label } = period;
      const told = { file: table.file, column: 'period', value: id, ...rowsOf(table, at) };
      if (start > today)
        yield {
          ...told,
          message: `${label} has not begun yet`,
          remedy: `${CORRECT_PERIOD} A forecast is not a count.`
        };
      else if (kind === 'stock' || period.kind === 'to-date')
        yield {
          ...told,
          message: `${kind === 'stock' ? `children are counted on one date, here ${dateInWords(end)}` : `the figures go up to ${dateInWords(end)}`}, and that day has not come`,
          remedy: `${CORRECT_PERIOD} ${kind === 'stock' ? `A count on a day goes under that day, such as at${digits(today)} for ${dateInWords(today)}.` : 'Write the day that was counted up to.'}`
        };
    }
  }
};

/** A period that is still running has not been counted in full. */
export const periodNotOver: FieldRule = {
  id: 'period-not-over',
  severity: 'error',
  *check(field) {
    const { today } = field.context;
    for (const { table, period, at, kind } of unfinished(field)) {
      if (kind === 'stock' || period.start > today || period.kind === 'to-date') continue;
      yield {
        file: table.file,
        column: 'period',
        value: period.id,
        ...rowsOf(table, at),
        message: `${period.label} is not over yet, and beside whole periods it would look like a fall`,
        remedy: `${CORRECT_PERIOD} Give it when it is over. What happened in the year so far goes under the day it was counted up to, such as to${digits(today)} for 1 April to ${dateInWords(today)}.`
      };
    }
  }
};

const digits = (iso: string) => iso.replaceAll('-', '');

interface Unfinished {
  readonly table: FieldTable;
  readonly period: Period;
  readonly kind: 'stock' | 'flow';
  /** Places of the figures of this period and kind. */
  readonly at: readonly number[];
}

/** What a table counts of periods that are not over, apart by what is on a date and what happens over time; nothing of made-up figures. */
function* unfinished(field: Field): Generator<Unfinished> {
  if (field.bundle.manifest.synthetic === true) return;
  for (const table of field.tables) {
    const kinds = new Map(table.cube.measures.map(({ id, kind }) => [id, kind]));
    for (const period of periodsOf(field, table, ALL_KINDS)) {
      if (period.end <= field.context.today) continue;
      for (const kind of ['stock', 'flow'] as const) {
        const at = table.observations.flatMap(({ period: id, measure, cell }, place) =>
          id === period.id && cell.kind === 'known' && kinds.get(measure) === kind ? [place] : []
        );
        if (at.length > 0) yield { table, period, kind, at };
      }
    }
  }
}

function rowsOf(table: FieldTable, at: readonly number[]): { readonly row: number; readonly rows: number } {
  return { row: table.row(at[0] ?? 0), rows: at.length };
}

/** Two years, quarters or months of one table that share days count what happened then twice. */
export const periodsOverlap: FieldRule = {
  id: 'periods-overlap',
  severity: 'error',
  *check(field) {
    for (const table of field.tables)
      for (const kind of ['year', 'quarter', 'month'] as const) {
        const periods = periodsOf(field, table, [kind]);
        for (const [at, { end, label }] of periods.entries()) {
          const next = periods[at + 1];
          if (next === undefined || next.start > end) continue;
          yield {
            file: table.file,
            row: firstRow(table, next.id),
            column: 'period',
            value: next.id,
            message: `${label} and ${next.label} share days`,
            remedy: `${CORRECT_PERIOD} Keep figures of one of the two.`
          };
        }
      }
  }
};

const DAYS: Readonly<Record<'year' | 'quarter' | 'month', number>> = { year: 366, quarter: 92, month: 31 };
const DAY = 86_400_000;

/** A year, quarter or month between others of which a table has no row at all. */
export const periodMissing: FieldRule = {
  id: 'period-missing',
  severity: 'warning',
  *check(field) {
    for (const table of field.tables)
      for (const kind of ['year', 'quarter', 'month'] as const) {
        const periods = periodsOf(field, table, [kind], true);
        for (const [at, { end, label }] of periods.entries()) {
          const next = periods[at + 1];
          if (next === undefined) continue;
          const between = (Date.parse(next.start) - Date.parse(end)) / DAY - 1;
          const missing = Math.round(between / DAYS[kind]);
          if (missing < 1) continue;
          yield {
            file: table.file,
            row: table.row(table.observations.findIndex(({ period }) => period === next.id)),
            column: 'period',
            value: next.id,
            message: `${missing === 1 ? `a ${kind} is` : `${missing} ${kind}s are`} missing between ${label} and ${next.label}`,
            remedy:
              'Add it, with “not available” (status x) where there are no figures. A line is drawn with a gap there until then.'
          };
        }
      }
  }
};
