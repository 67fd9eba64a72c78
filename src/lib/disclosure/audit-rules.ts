/** What may not be shown by the rules themselves, whatever it gives away besides. */
import { isPopulation } from '#lib/domain/cube.ts';
import { roundToBase } from '#lib/stats/rounding.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import type { LeakKind } from './audit-found.ts';
import { isOurs, type Range, type Seen } from './audit-shown.ts';
import type { Relation, TableCell } from './relations.ts';

export interface ShownLeak {
  readonly kind: LeakKind;
  readonly id: string;
  readonly interval: Range;
  readonly relations: readonly Relation[];
}

/** Figures of ours that are shown and should not be; `rangeOf` is what can be worked out of any figure. */
export function shownLeaks(
  seen: Seen,
  relations: readonly Relation[],
  rangeOf: (id: string) => Range | undefined,
  settings: DisclosureSettings
): ShownLeak[] {
  const alone = [...seen.cells.values()].flatMap((cell): ShownLeak[] => {
    const range = seen.shown.get(cell.id);
    const kind = range === undefined ? undefined : breaks(cell, range, settings);
    return range === undefined || kind === undefined
      ? []
      : [{ kind, id: cell.id, interval: range, relations: [] }];
  });
  return settings.smallGroup === 0 ? alone : [...alone, ...wholeGroups(seen, relations, rangeOf, settings)];
}

function breaks(
  cell: TableCell,
  { upper }: Range,
  { threshold, zerosShown, rounding }: DisclosureSettings
): LeakKind | undefined {
  if (!isOurs(cell) || isPopulation(cell.of.cube) || cell.cell.kind !== 'known') return undefined;
  const { value } = cell.cell;
  if (value === 0) return zerosShown ? undefined : 'nobody shown';
  if (upper < threshold) return 'small count shown';
  return roundToBase(value, rounding) === value ? undefined : 'not rounded';
}

/** Parts that are shown, and are all of a group smaller than the rules allow. */
function wholeGroups(
  { cells, shown }: Seen,
  relations: readonly Relation[],
  rangeOf: (id: string) => Range | undefined,
  { smallGroup }: DisclosureSettings
): ShownLeak[] {
  const found = new Map<string, ShownLeak>();
  for (const relation of relations) {
    if (relation.sense !== 'equal' || relation.parts.length < 2) continue;
    const group = rangeOf(relation.total);
    if (group === undefined || group.lower === 0 || group.upper >= smallGroup) continue;
    const some = relation.parts.filter((id) => (rangeOf(id)?.upper ?? Infinity) > 0);
    if (some.length !== 1) continue;
    for (const id of relation.parts) {
      const cell = cells.get(id);
      const interval = shown.get(id);
      if (cell === undefined || interval === undefined || !isOurs(cell) || found.has(id)) continue;
      found.set(id, { kind: 'all or none shown', id, interval, relations: [relation] });
    }
  }
  return [...found.values()];
}
