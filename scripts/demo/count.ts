/** Counts what is recorded of made-up children into tables, by area and period, all totals with it. */
import { known } from '#lib/domain/cell.ts';
import { ALL } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Child, Life } from './life.ts';
import type { Span } from './days.ts';

/** Where an item belongs in one dimension on a day: one member, several of them, or none (then only in the total). */
export type Belongs<Item> = (item: Item, day: number) => string | readonly string[] | undefined;

interface Counted<Item> {
  readonly measure: string;
  readonly items: (life: Life) => readonly Item[];
  /** Whether an item counts at all. */
  readonly only?: (item: Item) => boolean;
  /** Children are counted once in a period, however often something happens to them. */
  readonly distinct?: boolean;
  readonly childOf: (item: Item) => Child;
  readonly by: readonly Belongs<Item>[];
}

/** A stock is of the last day of a period. */
export interface StockOf<Item> extends Counted<Item> {
  readonly kind: 'stock';
  readonly from: (item: Item) => number;
  readonly to: (item: Item) => number;
}

/** What began, ended or was open at any point from `from` to `to`; an event begins and ends on one day. */
export interface FlowOf<Item> extends Counted<Item> {
  readonly kind: 'flow';
  readonly from: (item: Item) => number;
  readonly to: (item: Item) => number;
}

/** Rows to be counted: each combination of members, `all` among them. */
export type Rows = readonly (readonly string[])[];

/** One measure of a table, ready to be counted; what kind of thing it counts is no one else’s business. */
export interface Counting {
  readonly measure: string;
  readonly rows: Rows;
  /** For each span and each row, in their order. */
  readonly count: (life: Life, spans: readonly Span[]) => readonly (readonly number[])[];
}

/** Binds what is counted to the rows in which it is. */
export function counting<Item>(counted: StockOf<Item> | FlowOf<Item>, rows: Rows): Counting {
  return { measure: counted.measure, rows, count: (life, spans) => tally(counted, rows, life, spans) };
}

function tally<Item>(
  { kind, items, only, distinct = false, childOf, by, from, to }: StockOf<Item> | FlowOf<Item>,
  rows: Rows,
  life: Life,
  spans: readonly Span[]
): number[][] {
  const counts = spans.map(() => rows.map(() => 0));
  const seen = distinct ? spans.map(() => rows.map(() => new Set<number>())) : [];
  const rowsOf = rowFinder(rows);
  const isIn = (first: number, last: number, span: Span) =>
    kind === 'stock' ? first <= span.to && last > span.to : first <= span.to && last >= span.from;
  for (const item of items(life)) {
    if (only && !only(item)) continue;
    const [first, last] = [from(item), to(item)];
    for (const [at, span] of spans.entries()) {
      if (!isIn(first, last, span)) continue;
      const day = kind === 'stock' ? span.to : Math.max(first, span.from);
      for (const row of rowsOf(by.map((belongs) => belongs(item, day)))) {
        const once = seen[at]?.[row];
        if (distinct && once?.has(childOf(item).id)) continue;
        if (distinct) once?.add(childOf(item).id);
        const line = counts[at];
        if (line) line[row] = (line[row] ?? 0) + 1;
      }
    }
  }
  return counts;
}

type Places = readonly (string | readonly string[] | undefined)[];

/** Which rows something belongs to; remembered, because most things belong where others did. */
function rowFinder(rows: Rows): (places: Places) => readonly number[] {
  const index = new Map(rows.map((members, row) => [members.join('|'), row]));
  const known = new Map<string, readonly number[]>();
  return (places) => {
    const key = places.map((members) => String(members)).join('|');
    const found =
      known.get(key) ??
      crossed(...places.map((members) => [ALL, ...(members === undefined ? [] : [members].flat())])).flatMap(
        (members) => index.get(members.join('|')) ?? []
      );
    known.set(key, found);
    return found;
  };
}

/** Rows of an area: every combination in every span, none of it left out because it is nought. */
export function observed(
  { measure, rows, count }: Counting,
  area: string,
  life: Life,
  spans: readonly Span[]
): Observation[] {
  const counts = count(life, spans);
  return spans.flatMap(({ id: period }, at) =>
    rows.map((members, row): Observation => ({
      area,
      period,
      measure,
      members,
      cell: known(counts[at]?.[row] ?? 0)
    }))
  );
}

/** Every combination of members of several lists. */
export function crossed(...lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (soFar, list) => soFar.flatMap((members) => list.map((member) => [...members, member])),
    [[]]
  );
}
