import type { Reason } from '#lib/domain/cell.ts';
import type { Observation } from '#lib/domain/observation.ts';

/** Periods of one area for which nothing usable is published, in one table or in nearly all of them. */
export interface Gap {
  readonly reason: 'notAvailable' | 'unreliable';
  readonly area: string;
  /** Absent where it is so in nearly every table. */
  readonly table?: string;
  readonly periods: readonly string[];
}

interface Row {
  readonly area: string;
  readonly period: string;
  readonly reasons: ReadonlySet<Reason | 'known'>;
}

/** From this part of an area's tables on, a gap is said once rather than table by table. */
const NEARLY_ALL = 0.75;

/** Whole rows that are not available, and rows with a figure judged too unreliable, gathered by area and table. */
export function gapsIn(tables: ReadonlyMap<string, readonly Observation[]>): Gap[] {
  const byTable = new Map([...tables].map(([table, observations]) => [table, rowsOf(observations)]));
  return [
    ...gather(byTable, 'notAvailable', (row) => row.reasons.size === 1 && row.reasons.has('notAvailable')),
    ...gather(byTable, 'unreliable', (row) => row.reasons.has('unreliable'))
  ];
}

function rowsOf(observations: readonly Observation[]): Row[] {
  const rows = new Map<string, { area: string; period: string; reasons: Set<Reason | 'known'> }>();
  for (const { area, period, cell } of observations) {
    const key = `${area} ${period}`;
    const row = rows.get(key) ?? { area, period, reasons: new Set() };
    row.reasons.add(cell.kind === 'known' ? 'known' : cell.reason);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function gather(
  byTable: ReadonlyMap<string, readonly Row[]>,
  reason: Gap['reason'],
  isGap: (row: Row) => boolean
): Gap[] {
  const supplied = new Map<string, number>();
  const gaps = new Map<string, { area: string; period: string; tables: string[] }>();
  for (const [table, rows] of byTable) {
    for (const row of rows) {
      const key = `${row.area} ${row.period}`;
      supplied.set(key, (supplied.get(key) ?? 0) + 1);
      if (!isGap(row)) continue;
      const gap = gaps.get(key) ?? { area: row.area, period: row.period, tables: [] };
      gap.tables.push(table);
      gaps.set(key, gap);
    }
  }
  const merged = new Map<string, { area: string; table: string | undefined; periods: string[] }>();
  for (const [key, { area, period, tables }] of gaps) {
    const whole = tables.length >= (supplied.get(key) ?? 0) * NEARLY_ALL && tables.length > 1;
    for (const table of whole ? [undefined] : tables) {
      const into = merged.get(`${area} ${table}`) ?? { area, table, periods: [] };
      into.periods.push(period);
      merged.set(`${area} ${table}`, into);
    }
  }
  return [...merged.values()]
    .map(({ area, table, periods }) => ({
      reason,
      area,
      ...(table === undefined ? {} : { table }),
      periods: periods.toSorted()
    }))
    .toSorted(
      (a, b) => a.area.localeCompare(b.area, 'en') || (a.table ?? '').localeCompare(b.table ?? '', 'en')
    );
}
