import { isWithheld } from '#lib/disclosure/may-say.ts';
import type { Area } from '#lib/domain/area.ts';
import type { Cell } from '#lib/domain/cell.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Bundle, BundleTable } from './bundle.ts';
import { breakdown } from './diff-cells.ts';
import { noteWords, rewordedNotes, type RewordedNotes } from './diff-notes.ts';
import { describePeriods, type PeriodDiff } from './diff-periods.ts';

/** How big a revision must be to be listed: more than `percent` of the old figure, and at least `least`. */
export interface DiffSize {
  readonly percent: number;
  readonly least: number;
}

export const USUAL_SIZE: DiffSize = { percent: 5, least: 10 };

/** One cell whose old and new figure differ. */
export interface CellChange {
  readonly area: string;
  readonly period: string;
  readonly measure: string;
  /** Only members other than the total: `category_latest=neglect`. */
  readonly members: readonly string[];
  /** `of` where it is the N of n of N that changed. */
  readonly column: 'value' | 'of';
  readonly before: Cell;
  readonly after: Cell;
}

export interface TableDiff {
  readonly id: string;
  readonly title: string;
  readonly dimensionsBefore: readonly string[];
  readonly dimensionsAfter: readonly string[];
  readonly revised: readonly CellChange[];
  /** Known figures that changed by less than the size asked for. */
  readonly smaller: number;
  readonly withheld: readonly CellChange[];
  readonly released: readonly CellChange[];
  /** Known before and missing now for a reason other than withholding, the reverse, or another reason. */
  readonly otherwise: readonly CellChange[];
  /** Rows for an area and period that both bundles know, in one of them only. */
  readonly rowsNew: number;
  readonly rowsLost: readonly { readonly area: string; readonly period: string; readonly rows: number }[];
}

export interface Lists {
  readonly added: readonly string[];
  readonly lost: readonly string[];
}

export interface BundleDiff {
  readonly size: DiffSize;
  readonly before: string;
  readonly after: string;
  readonly sources: Lists;
  readonly areas: Lists & {
    readonly changed: readonly { readonly id: string; readonly before: string; readonly after: string }[];
  };
  readonly periods: Lists;
  readonly tables: Lists;
  readonly changed: readonly TableDiff[];
  /** The figures of each new period, in the order of time. */
  readonly fresh: readonly PeriodDiff[];
  readonly notes: Lists & RewordedNotes;
}

function lists<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  words: (item: T) => string
): Lists {
  const [old, fresh] = [before, after].map((items) => new Set(items.map((item) => item.id)));
  return {
    added: after.filter((item) => !old?.has(item.id)).map(words),
    lost: before.filter((item) => !fresh?.has(item.id)).map(words)
  };
}

const areaWords = (area: Area) =>
  `${area.name} (${[area.id, ...area.codes.filter((code) => code.scheme === 'ons').map((code) => code.code)].join(', ')})`;

/** Pairs of the same id whose words differ. */
function reworded<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  words: (item: T) => string
): { id: string; before: string; after: string }[] {
  const old = new Map(before.map((item) => [item.id, words(item)]));
  return after.flatMap((item) => {
    const was = old.get(item.id);
    return was === undefined || was === words(item) ? [] : [{ id: item.id, before: was, after: words(item) }];
  });
}

function keyed(table: BundleTable): Map<string, { observation: Observation; members: string[] }> {
  return new Map(
    table.observations.map((observation) => {
      const members = breakdown(table, observation);
      const key = [observation.area, observation.period, observation.measure, ...members].join('|');
      return [key, { observation, members }];
    })
  );
}

type Verdict = 'same' | 'smaller' | 'revised' | 'withheld' | 'released' | 'otherwise';

function verdictOf(before: Cell, after: Cell, size: DiffSize): Verdict {
  if (before.kind === 'known' && after.kind === 'known') {
    const difference = Math.abs(after.value - before.value);
    if (difference === 0) return 'same';
    const big = difference * 100 > size.percent * before.value && difference >= size.least;
    return big ? 'revised' : 'smaller';
  }
  if (before.kind === 'missing' && after.kind === 'missing' && before.reason === after.reason) return 'same';
  if (isWithheld(after)) return 'withheld';
  if (isWithheld(before) && after.kind === 'known') return 'released';
  return 'otherwise';
}

interface Shared {
  readonly areas: ReadonlySet<string>;
  readonly periods: ReadonlySet<string>;
}

function tableDiff(old: BundleTable, fresh: BundleTable, shared: Shared, size: DiffSize): TableDiff {
  const before = keyed(old);
  const after = keyed(fresh);
  const found: Record<Exclude<Verdict, 'same' | 'smaller'>, CellChange[]> = {
    revised: [],
    withheld: [],
    released: [],
    otherwise: []
  };
  let smaller = 0;
  let rowsNew = 0;
  const both = ({ area, period }: Observation) => shared.areas.has(area) && shared.periods.has(period);
  for (const [key, { observation, members }] of after) {
    const was = before.get(key)?.observation;
    if (!was) {
      if (both(observation)) rowsNew += 1;
      continue;
    }
    const pairs: ['value' | 'of', Cell, Cell][] = [['value', was.cell, observation.cell]];
    if (was.of && observation.of) pairs.push(['of', was.of, observation.of]);
    for (const [column, first, second] of pairs) {
      const verdict = verdictOf(first, second, size);
      if (verdict === 'same') continue;
      if (verdict === 'smaller') smaller += 1;
      else {
        const { area, period, measure } = observation;
        found[verdict].push({ area, period, measure, members, column, before: first, after: second });
      }
    }
  }
  const lost = new Map<string, { area: string; period: string; rows: number }>();
  for (const [key, { observation }] of before) {
    if (after.has(key) || !both(observation)) continue;
    const { area, period } = observation;
    const entry = lost.get(`${area}|${period}`) ?? { area, period, rows: 0 };
    entry.rows += 1;
    lost.set(`${area}|${period}`, entry);
  }
  return {
    id: fresh.table.id,
    title: fresh.table.title,
    dimensionsBefore: old.table.dimensions,
    dimensionsAfter: fresh.table.dimensions,
    ...found,
    smaller,
    rowsNew,
    rowsLost: [...lost.values()]
  };
}

/** True where nothing about the table needs a word. */
export function isUnchanged(table: TableDiff): boolean {
  return (
    table.dimensionsBefore.join() === table.dimensionsAfter.join() &&
    table.smaller + table.rowsNew + table.rowsLost.length === 0 &&
    table.revised.length + table.withheld.length + table.released.length + table.otherwise.length === 0
  );
}

/**
 * What changed from one bundle to the next: areas, periods, tables, notes, every cell that both have, and how the
 * figures of each new period lie. Figures of new areas and periods are no revisions and are not counted as such.
 */
export function diffBundles(before: Bundle, after: Bundle, size: DiffSize = USUAL_SIZE): BundleDiff {
  const [old, fresh] = [before.manifest, after.manifest];
  const common = (a: readonly { readonly id: string }[], b: readonly { readonly id: string }[]) =>
    new Set(a.map((item) => item.id).filter((id) => b.some((item) => item.id === id)));
  const shared = { areas: common(old.areas, fresh.areas), periods: common(old.periods, fresh.periods) };
  const oldTables = new Map(before.tables.map((table) => [table.table.id, table]));
  const describe = (bundle: typeof old) => `${bundle.title} (${bundle.id})`;
  return {
    size,
    before: describe(old),
    after: describe(fresh),
    sources: lists(
      old.sources.map((source) => ({ id: `${source.id} ${source.edition} ${source.vintage}`, source })),
      fresh.sources.map((source) => ({ id: `${source.id} ${source.edition} ${source.vintage}`, source })),
      ({ source }) => `${source.publisher}, ${source.title}, ${source.edition} (vintage ${source.vintage})`
    ),
    areas: {
      ...lists(old.areas, fresh.areas, areaWords),
      changed: reworded(old.areas, fresh.areas, areaWords)
    },
    periods: lists(old.periods, fresh.periods, (period) => period.label),
    tables: lists(old.tables, fresh.tables, (table) => `${table.title} (${table.id})`),
    changed: after.tables.flatMap((table) => {
      const was = oldTables.get(table.table.id);
      return was ? [tableDiff(was, table, shared, size)] : [];
    }),
    fresh: describePeriods(after, (period) => !shared.periods.has(period)),
    notes: {
      ...lists(old.notes, fresh.notes, noteWords),
      ...rewordedNotes(
        old.notes,
        fresh.notes,
        fresh.periods.map((period) => period.id).filter((id) => !shared.periods.has(id))
      )
    }
  };
}
