/** Rounds of audit: each is of one year, so that a round and a year together tell no more than the round. */
import { ALL } from '#lib/domain/cube.ts';
import type { Period } from '#lib/domain/period.ts';
import type { ExploreRow } from '#lib/queries/explore-rows.ts';
import type { Figure, Lookup } from './marks.ts';
import type { Settled } from './settled.ts';

export interface Occasions {
  /** The dimension whose members are rounds. */
  readonly dimension: string;
  /** By round, the one period that has it. */
  readonly periods: ReadonlyMap<string, Period>;
}

/** Undefined where no rounds are told apart, or one of them is of several periods. */
export function occasionsOf(
  { cube, by }: Pick<Settled, 'cube' | 'by'>,
  periods: readonly Period[],
  rows: readonly ExploreRow[]
): Occasions | undefined {
  const dimension = cube.dimensions.find(({ id, open }) => open === 'rounds' && by.includes(id))?.id;
  if (dimension === undefined) return undefined;
  const found = new Map<string, Period>();
  for (const { members, period } of rows) {
    const round = members[dimension] ?? ALL;
    const at = periods.find(({ id }) => id === period);
    if (round === ALL || at === undefined) continue;
    if ((found.get(round) ?? at) !== at) return undefined;
    found.set(round, at);
  }
  return { dimension, periods: found };
}

/** Finds the figure of a round in its own period, whichever is asked for. */
export const inItsPeriod =
  ({ dimension, periods }: Occasions, lookup: Lookup): Lookup =>
  (area, period, members) =>
    lookup(area, periods.get(members[dimension] ?? ALL) ?? period, members);

/** Whether a figure is of a round and of the period in which that was held. */
export const isHeld = ({ dimension, periods }: Occasions, { members, at }: Figure): boolean =>
  members.some(({ aspect, value }) => aspect === dimension && periods.get(value) === at);
