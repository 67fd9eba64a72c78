/** Which hidden figures of a part are given away. */
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { isGivenAway } from './audit-leak.ts';
import type { Interval } from './audit.ts';
import type { Bounds, LeakKind } from './audit-found.ts';
import type { Intervals } from './audit-part.ts';
import type { Ground, Part } from './audit-parts.ts';
import type { KnownBounds } from './audit-table.ts';
import { idsIn } from './audit-truth.ts';
import type { TableCell } from './relations.ts';

export type Known = Readonly<Record<string, KnownBounds>>;

export interface Exposed {
  readonly kind: LeakKind;
  readonly id: string;
  readonly part: Part;
  readonly interval: Bounds;
  /** What has to be supposed for it. */
  readonly known?: Known;
}

/** With `supposed`, only what is small and was not given away without supposing anything. */
export function exposedIn(
  ground: Ground,
  part: Part,
  intervals: Intervals,
  settings: DisclosureSettings,
  supposed?: { readonly known: Known; readonly besides: Intervals }
): Exposed[] {
  const rule = { width: settings.minimumWidth };
  const least = settings.zerosShown ? 1 : 0;
  return part.hidden.flatMap((id): Exposed[] => {
    const interval = intervals.get(id);
    if (interval === undefined || !isGivenAway(interval, rule)) return [];
    const small = (interval.lower ?? 0) >= least && (interval.upper ?? Infinity) < settings.threshold;
    if (!ground.seen.withheld.has(id) || supposed !== undefined) {
      const before = supposed?.besides.get(id);
      if (!small || supposed?.known[id] !== undefined || (before && isGivenAway(before, rule))) return [];
    }
    if (isSeenByTheOthers(ground, id)) return [];
    return [
      {
        kind: kindOf(interval, ground.seen.withheld.has(id)),
        id,
        part,
        interval: { lower: interval.lower ?? 0, upper: interval.upper },
        ...(supposed === undefined ? {} : { known: supposed.known })
      }
    ];
  });
}

function kindOf({ exact }: Interval, withheld: boolean): LeakKind {
  if (!withheld) return 'implied';
  return exact ? 'worked out' : 'narrowed';
}

/** Whether the other audience is shown the very figure: then it is no secret of the two together. */
function isSeenByTheOthers({ seen, about }: Ground, id: string): boolean {
  const cell = seen.cells.get(id);
  if (cell === undefined) return false;
  const reached = new Set([id]);
  for (const each of reached) {
    const here = seen.cells.get(each);
    if (here !== undefined && seen.shown.has(each) && isOtherAudience(here, cell)) return true;
    for (const relation of about.get(each) ?? [])
      if (relation.sense === 'equal' && relation.assumed === true && relation.parts.length === 1)
        for (const other of idsIn(relation)) reached.add(other);
  }
  return false;
}

function isOtherAudience(here: TableCell, cell: TableCell): boolean {
  const [one, other] = [here.of.release?.kind, cell.of.release?.kind];
  return one === 'other audience'
    ? other !== 'other audience'
    : one === undefined && other === 'other audience';
}
