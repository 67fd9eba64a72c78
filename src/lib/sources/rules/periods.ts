import type { Period } from '#lib/domain/period.ts';
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
    for (const table of field.tables)
      for (const { id, start, label } of periodsOf(field, table, ALL_KINDS)) {
        if (start <= field.context.today) continue;
        yield {
          file: table.file,
          row: firstRow(table, id),
          column: 'period',
          value: id,
          message: `${label} has not begun yet`,
          remedy: `${CORRECT_PERIOD} A forecast is not a count.`
        };
      }
  }
};

/** A period that is still running has not been counted in full. */
export const periodNotOver: FieldRule = {
  id: 'period-not-over',
  severity: 'warning',
  *check(field) {
    const { today } = field.context;
    for (const table of field.tables)
      for (const { id, start, end, label } of periodsOf(field, table, [
        'year',
        'quarter',
        'month',
        'pooled'
      ])) {
        if (start > today || end <= today) continue;
        yield {
          file: table.file,
          row: firstRow(table, id),
          column: 'period',
          value: id,
          message: `${label} is not over yet`,
          remedy:
            'Give it when it is, or as a period of the kind “to-date” that ends on the day of the count.'
        };
      }
  }
};

/** Two years, quarters or months of one table that share days count what happened then twice. */
export const periodsOverlap: FieldRule = {
  id: 'periods-overlap',
  severity: 'error',
  *check(field) {
    for (const table of field.tables)
      for (const kind of ['year', 'quarter', 'month'] as const) {
        const periods = periodsOf(field, table, [kind]);
        for (const [at, { id, end, label }] of periods.entries()) {
          const next = periods[at + 1];
          if (next === undefined || next.start > end) continue;
          yield {
            file: table.file,
            row: firstRow(table, next.id),
            column: 'period',
            value: `${id}, ${next.id}`,
            message: `${label} and ${next.label} share days`,
            remedy: 'Correct their dates in bundle.json, or keep figures of one of the two.'
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
              'Add it, with the status “x” where there are no figures. A line is drawn with a gap there until then.'
          };
        }
      }
  }
};
