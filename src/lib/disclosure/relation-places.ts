/** Which figures published elsewhere are of places and times of ours at all. */
import type { Area } from '#lib/domain/area.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Frame, ReleasedTable } from './relation-cells.ts';

/** The partnership an area is part of, or else the authority, or itself: figures of different ones never add up. */
export function partnershipOf(areas: readonly Area[]): (id: string) => string {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const above = ({ parent }: Area) => {
    const area = parent === undefined ? undefined : byId.get(parent);
    return area?.kind === 'partnership' || area?.kind === 'authority' ? area : undefined;
  };
  const rootOf = (area: Area): string => {
    const next = above(area);
    return next === undefined || next.id === area.id ? area.id : rootOf(next);
  };
  const roots = new Map(areas.map((area) => [area.id, rootOf(area)]));
  return (id) => roots.get(id) ?? id;
}

/** Periods that share a day with one another, or through others, go by one name. */
export function timesThatTouch(periods: readonly Period[]): (id: string) => string {
  const groups = new Map<string, string>();
  let name = '';
  let end = '';
  for (const period of periods.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    if (period.start > end) name = period.id;
    if (period.end > end) end = period.end;
    groups.set(period.id, name);
  }
  return (id) => groups.get(id) ?? id;
}

const DAY = 86_400_000;
const dayAfter = (date: string) => new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);

/**
 * Whether a period may have to do with some of ours: it shares a day with one of them, or through others, or begins where
 * those end or ends where those begin (what was open before, and came and went since, is open now).
 */
function timesNear(periods: readonly Period[], ours: ReadonlySet<string>): (id: string) => boolean {
  const timeOf = timesThatTouch(periods);
  const spans = new Map<string, { readonly start: string; readonly end: string }>();
  for (const { id, start, end } of periods) {
    const known = spans.get(timeOf(id)) ?? { start, end };
    spans.set(timeOf(id), {
      start: start < known.start ? start : known.start,
      end: end > known.end ? end : known.end
    });
  }
  const own = new Set([...ours].map(timeOf));
  const stretches = [...own].flatMap((name) => spans.get(name) ?? []);
  const [before, after] = [
    new Set(stretches.map(({ start }) => start)),
    new Set(stretches.map(({ end }) => dayAfter(end)))
  ];
  const near = new Set(own);
  for (const [name, { start, end }] of spans)
    if (before.has(dayAfter(end)) || after.has(start)) near.add(name);
  return (id) => near.has(timeOf(id));
}

/**
 * Tables published elsewhere with the rows that may have to do with ours: of the same partnerships, with all their
 * authorities and localities, at times that overlap ours or touch them.
 */
export function ofSamePlaces(
  tables: readonly ReleasedTable[],
  ours: readonly ReleasedTable[],
  { areas, periods }: Frame
): ReleasedTable[] {
  const rootOf = partnershipOf(areas);
  const times = new Map<string, Set<string>>();
  for (const { observations } of ours)
    for (const { area, period } of observations) {
      const root = rootOf(area);
      const known = times.get(root);
      if (known) known.add(period);
      else times.set(root, new Set([period]));
    }
  const nearOf = new Map([...times].map(([root, own]) => [root, timesNear(periods, own)]));
  return tables.map((table) => ({
    ...table,
    observations: table.observations.filter(({ area, period }) => nearOf.get(rootOf(area))?.(period) === true)
  }));
}
