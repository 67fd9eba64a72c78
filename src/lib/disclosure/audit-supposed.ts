/**
 * What readers take for granted of figures that no table shows: that nobody is in what a table leaves out, where nothing
 * says otherwise. Whoever is given boys and girls of forty children does not think of any others.
 */
import type { Interval } from './audit.ts';
import type { Ground, Part } from './audit-parts.ts';
import type { KnownBounds } from './audit-table.ts';
import { OTHERS } from './relation-dimension.ts';

const NOBODY: KnownBounds = { lower: 0, upper: 0 };

const isLeftOut = (id: string) => id.includes(OTHERS) || id.includes('|rest of ');

/** Of one table and measure, and left out in one way. */
function kindOf(id: string): string {
  const [table = '', measure = '', area = '', , ...members] = id.split('|');
  const left = members.filter((member) => member.includes(OTHERS));
  return [table, measure, area.startsWith('rest of ') ? area : '', ...left].join('|');
}

/** The ways of leaving out in which somebody is known to be left out somewhere. */
export function knownToBeSomebody(intervals: ReadonlyMap<string, Interval>): ReadonlySet<string> {
  return new Set(
    [...intervals].flatMap(([id, { lower }]) => (isLeftOut(id) && (lower ?? 0) > 0 ? [kindOf(id)] : []))
  );
}

/** Figures of a part that a reader takes for nobody; undefined where there are none that matter. */
export function takenForNobody(
  { about }: Ground,
  { hidden }: Part,
  intervals: ReadonlyMap<string, Interval>,
  somebody: ReadonlySet<string>
): Readonly<Record<string, KnownBounds>> | undefined {
  const taken = hidden.filter((id) => {
    const { lower, upper } = intervals.get(id) ?? { lower: 0, upper: 0 };
    return (
      isLeftOut(id) && lower === 0 && upper !== 0 && !somebody.has(kindOf(id)) && isBesideSeveral(id, about)
    );
  });
  return taken.length === 0 ? undefined : Object.fromEntries(taken.map((id) => [id, NOBODY]));
}

/** A list of one member is never taken for a whole one. */
function isBesideSeveral(id: string, about: Ground['about']): boolean {
  return (about.get(id) ?? []).some(({ parts }) => parts.includes(id) && parts.length > 2);
}
