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

/** Tables published elsewhere with the rows that may have to do with ours: of the same partnerships, at times that touch. */
export function ofSamePlaces(
  tables: readonly ReleasedTable[],
  ours: readonly ReleasedTable[],
  { areas, periods }: Frame
): ReleasedTable[] {
  const rootOf = partnershipOf(areas);
  const timeOf = timesThatTouch(periods.filter(({ kind }) => kind !== 'pooled'));
  const rows = ours.flatMap(({ observations }) => observations);
  const places = new Set(rows.map(({ area, period }) => `${rootOf(area)} ${timeOf(period)}`));
  return tables.map((table) => ({
    ...table,
    observations: table.observations.filter(({ area, period }) =>
      places.has(`${rootOf(area)} ${timeOf(period)}`)
    )
  }));
}
