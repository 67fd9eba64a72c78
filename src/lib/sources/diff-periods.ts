import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown, NOT_SUPPLIED, type Cell } from '#lib/domain/cell.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Period } from '#lib/domain/period.ts';
import {
  changeSize,
  judgeChange,
  usualChange,
  type Amount,
  type UsualChange
} from '#lib/stats/usual-change.ts';
import type { Bundle, BundleTable } from './bundle.ts';
import { breakdown, totalsOf } from './diff-cells.ts';

/** How the cells of one table stand in one period. */
export interface Coverage {
  readonly supplied: number;
  readonly withheld: number;
  readonly otherReasons: number;
}

/** One figure of the new period beside that of the period before it, both from the new bundle. */
export interface PeriodChange {
  readonly area: string;
  readonly measure: string;
  readonly members: readonly string[];
  readonly before: Cell;
  readonly after: Cell;
}

/** A change of an authority, sized so that large and small areas can be set in one order. */
export interface Move extends PeriodChange {
  /** `changeSize` of the two figures. */
  readonly size: number;
  /** Of 100 changes of all authorities in earlier years, how many were as big; absent under 100 such changes. */
  readonly inHundred?: number;
}

export interface TablePeriod {
  readonly id: string;
  readonly title: string;
  /** The period of the same kind before it for which the table has rows. */
  readonly against?: string;
  readonly coverage: Coverage;
  readonly coverageBefore: Coverage;
  /** Cells that the period before has and this one lacks, by area. */
  readonly absent: readonly { readonly area: string; readonly cells: number }[];
  /** Every total of the table, for each country. */
  readonly country: readonly PeriodChange[];
  /** Changes of authorities bigger than nine in ten were in earlier years, the largest first. */
  readonly moves: readonly Move[];
}

/** A period that only the new bundle has. */
export interface PeriodDiff {
  readonly id: string;
  readonly label: string;
  readonly tables: readonly TablePeriod[];
}

/** Members that stand for neglect. Where one is withheld, no other figure of its breakdown is listed. */
const NEGLECT = /=(neglect|f16a|n1)$/;

interface Row {
  readonly observation: Observation;
  readonly members: readonly string[];
  readonly total: boolean;
}

/** A table's rows by period, then by area, measure and members. */
type Rows = ReadonlyMap<string, ReadonlyMap<string, Row>>;

const seriesOf = ({ observation, members }: Row) => [observation.measure, ...members].join('|');

function rowsOf(table: BundleTable): Rows {
  const isTotal = totalsOf(table);
  const rows = new Map<string, Map<string, Row>>();
  for (const observation of table.observations) {
    const row = { observation, members: breakdown(table, observation), total: isTotal(observation) };
    const own = rows.get(observation.period) ?? new Map<string, Row>();
    own.set(`${observation.area}|${seriesOf(row)}`, row);
    rows.set(observation.period, own);
  }
  return rows;
}

function coverageOf(rows: ReadonlyMap<string, Row>): Coverage {
  const counted = { supplied: 0, withheld: 0, otherReasons: 0 };
  for (const { observation } of rows.values()) {
    const { cell } = observation;
    if (isKnown(cell)) counted.supplied += 1;
    else counted[isWithheld(cell) ? 'withheld' : 'otherReasons'] += 1;
  }
  return counted;
}

function absentFrom(now: ReadonlyMap<string, Row>, before: ReadonlyMap<string, Row>) {
  const lacking = new Map<string, number>();
  for (const [key, { observation }] of before)
    if (!now.has(key)) lacking.set(observation.area, (lacking.get(observation.area) ?? 0) + 1);
  return [...lacking].map(([area, cells]) => ({ area, cells }));
}

function amountOf({ cell, of }: Observation): Amount | undefined {
  if (!isKnown(cell) || (of !== undefined && !isKnown(of))) return undefined;
  return of === undefined ? { x: cell.value } : { x: cell.value, n: of.value };
}

function sizeBetween(before: Row | undefined, after: Row): number | undefined {
  const [from, to] = [before && amountOf(before.observation), amountOf(after.observation)];
  return from && to ? changeSize(from, to) : undefined;
}

/** The yardstick of each series of a table: all changes of authorities between periods that follow each other. */
function yardsticks(rows: Rows, earlier: readonly Period[], authorities: ReadonlySet<string>) {
  const sizes = new Map<string, number[]>();
  earlier.slice(1).forEach((period, index) => {
    const before = rows.get(earlier[index]?.id ?? '');
    for (const [key, row] of rows.get(period.id) ?? []) {
      const size = authorities.has(row.observation.area) ? sizeBetween(before?.get(key), row) : undefined;
      if (size === undefined) continue;
      const own = sizes.get(seriesOf(row));
      if (own) own.push(size);
      else sizes.set(seriesOf(row), [size]);
    }
  });
  return new Map(
    [...sizes].map(([series, all]): [string, UsualChange | undefined] => [series, usualChange(all)])
  );
}

function changeOf(row: Row, before: Row | undefined): PeriodChange {
  const { area, measure, cell } = row.observation;
  return {
    area,
    measure,
    members: row.members,
    before: before?.observation.cell ?? NOT_SUPPLIED,
    after: cell
  };
}

function movesOf(
  now: ReadonlyMap<string, Row>,
  before: ReadonlyMap<string, Row>,
  usual: ReadonlyMap<string, UsualChange | undefined>,
  authorities: ReadonlySet<string>
): Move[] {
  const guarded = new Set(
    [...now.values(), ...before.values()]
      .filter(({ observation: { cell } }) => isWithheld(cell))
      .filter(({ members }) => members.some((member) => NEGLECT.test(member)))
      .map(({ observation }) => observation.area)
  );
  const moves = [...now].flatMap(([key, row]): Move[] => {
    const { area } = row.observation;
    if (!authorities.has(area) || (!row.total && guarded.has(area))) return [];
    const size = sizeBetween(before.get(key), row);
    if (size === undefined || size === 0) return [];
    const yardstick = usual.get(seriesOf(row));
    const verdict = yardstick && judgeChange(size, yardstick);
    if (verdict?.unusual === false) return [];
    const change = changeOf(row, before.get(key));
    return [{ ...change, size, ...(verdict ? { inHundred: verdict.inHundred } : {}) }];
  });
  return moves.toSorted((a, b) => b.size - a.size);
}

interface Ground {
  readonly period: Period;
  /** In the order of time, all of the new period's kind. */
  readonly earlier: readonly Period[];
  readonly authorities: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

const NONE: ReadonlyMap<string, Row> = new Map();

/** Undefined where the table has no rows now and had none in the period just before: it is of other periods. */
function tablePeriod(table: BundleTable, rows: Rows, ground: Ground): TablePeriod | undefined {
  const { period, earlier, authorities, countries } = ground;
  const against = earlier.findLast(({ id }) => rows.has(id));
  const now = rows.get(period.id) ?? NONE;
  if (now.size === 0 && (against === undefined || against !== earlier.at(-1))) return undefined;
  const before = rows.get(against?.id ?? '') ?? NONE;
  const counts = table.cube.value === 'count';
  return {
    id: table.table.id,
    title: table.table.title,
    ...(against ? { against: against.id } : {}),
    coverage: coverageOf(now),
    coverageBefore: coverageOf(before),
    absent: absentFrom(now, before),
    country: [...now]
      .filter(([, row]) => row.total && countries.has(row.observation.area))
      .map(([key, row]) => changeOf(row, before.get(key))),
    moves: counts ? movesOf(now, before, yardsticks(rows, earlier, authorities), authorities) : []
  };
}

/**
 * What a bundle says of the periods that are new in it, table by table, each beside the period before it of the same
 * bundle, so that no two vintages meet in one change.
 */
export function describePeriods(bundle: Bundle, isNew: (period: string) => boolean): PeriodDiff[] {
  const { areas, periods } = bundle.manifest;
  const idsOf = (kind: string) => new Set(areas.filter((area) => area.kind === kind).map((area) => area.id));
  const [authorities, countries] = [idsOf('authority'), idsOf('country')];
  const inTime = periods.toSorted((a, b) => a.end.localeCompare(b.end, 'en'));
  const fresh = inTime.filter(({ id }) => isNew(id));
  if (fresh.length === 0) return [];
  const tables = bundle.tables.map((table) => ({ table, rows: rowsOf(table) }));
  return fresh.map((period) => {
    const earlier = inTime.filter(({ kind, end }) => kind === period.kind && end < period.end);
    const ground = { period, earlier, authorities, countries };
    return {
      id: period.id,
      label: period.label,
      tables: tables.flatMap(({ table, rows }) => tablePeriod(table, rows, ground) ?? [])
    };
  });
}
