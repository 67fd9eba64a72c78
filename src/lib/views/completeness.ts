/** How complete the figures of one area are: each table at each period, as one of the states that a reader must tell apart. */
import type { Reason } from '#lib/domain/cell.ts';
import type { Area } from '#lib/domain/area.ts';
import type { Table } from '#lib/domain/bundle.ts';
import type { Period } from '#lib/domain/period.ts';
import type { RegisterRow } from '#lib/domain/register.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { ELSEWHERE, type Held } from '#lib/queries/completeness.ts';
import { heldInWords, type GridState } from '#lib/words/completeness.ts';

export interface GridCell {
  readonly state: GridState;
  /** The whole of it in words. */
  readonly text: string;
  /** How many rows are there, of any kind. */
  readonly rows: number;
}

export interface GridRow {
  readonly table: Pick<Table, 'id' | 'title' | 'cube'>;
  readonly cells: readonly GridCell[];
}

/** Periods of one kind, and the tables that have any of them. */
export interface Grid {
  readonly kind: Period['kind'];
  readonly periods: readonly Pick<Period, 'id' | 'label'>[];
  readonly rows: readonly GridRow[];
}

const KINDS: readonly Period['kind'][] = ['year', 'quarter', 'month', 'date', 'round', 'pooled', 'to-date'];

const NOT_IN: readonly Reason[] = ['late', 'notSubmitted'];

function stateOf(held: Held): GridState {
  const { known, zeros, breaks, missing, most } = held;
  if (breaks > 0) return 'changed';
  if (known > 0 && rowsOf(held) < most) return 'incomplete';
  if (known > 0 && zeros < known) return (missing.withheld ?? 0) > 0 ? 'partly' : 'supplied';
  if (known > 0) return (missing.withheld ?? 0) > 0 ? 'partly' : 'zero';
  if ((missing.withheld ?? 0) > 0) return 'withheld';
  return (
    NOT_IN.find((reason): reason is 'late' | 'notSubmitted' => (missing[reason] ?? 0) > 0) ?? 'notAvailable'
  );
}

const rowsOf = ({ known, missing }: Held) =>
  known + Object.values(missing).reduce((sum, count) => sum + count, 0);

type Return = RegisterRow<'returns'>;

/** What a list of returns says of figures of which no row is here. */
function expected(returns: readonly Return[], table: string, area: string, period: string): GridState {
  const row = returns.find((each) => each.table === table && each.area === area && each.period === period);
  if (row === undefined || (row.expected ?? '') === '') return 'notSupplied';
  return (row.received_on ?? '') === '' ? 'late' : 'notSupplied';
}

/**
 * One grid for each kind of period that any of the tables has, of one area. A table that holds areas of other kinds
 * alone, such as one of the country by age, is none of its own.
 */
export function completenessGrids(
  { manifest, registers }: Pick<Catalogue, 'manifest' | 'registers'>,
  held: readonly Held[],
  area: Area['id'],
  tables: readonly string[]
): readonly Grid[] {
  const found = new Map(held.map((each) => [[each.table, each.area, each.period].join('|'), each]));
  const returns = registers.returns ?? [];
  const own = new Set(held.filter((each) => tables.includes(each.table)).map(({ period }) => period));
  const asked = new Set(returns.map(({ period }) => period));
  return KINDS.flatMap((kind): Grid[] => {
    const periods = manifest.periods
      .filter((period) => period.kind === kind && (own.has(period.id) || asked.has(period.id)))
      .sort((a, b) => (a.end < b.end ? -1 : 1));
    const ids = new Set(periods.map(({ id }) => id));
    const rows = manifest.tables
      .filter(({ id }) => tables.includes(id))
      .filter(({ id }) =>
        held.some((each) => each.table === id && ids.has(each.period) && each.area !== ELSEWHERE)
      )
      .map(({ id, title, cube }): GridRow => ({
        table: { id, title, cube },
        cells: periods.map((period): GridCell => {
          const here = found.get([id, area, period.id].join('|'));
          if (here === undefined) {
            const state = expected(returns, id, area, period.id);
            return { state, text: heldInWords(state), rows: 0 };
          }
          const state = stateOf(here);
          const rows = rowsOf(here);
          const lacking = state === 'incomplete' ? here.most - rows : 0;
          return { state, text: heldInWords(state, here, lacking), rows };
        })
      }));
    return rows.length === 0
      ? []
      : [{ kind, periods: periods.map(({ id, label }) => ({ id, label })), rows }];
  });
}
