/** What adds up over areas and over time, and which tiers hold others. */
import type { Area } from '#lib/domain/area.ts';
import type { Tier } from '#lib/domain/bundle.ts';
import type { Dimension, Measure } from '#lib/domain/cube.ts';
import type { Period } from '#lib/domain/period.ts';
import { OTHERS, type AxisRelation } from './relation-dimension.ts';
import { refine } from './relation-spans.ts';

/**
 * A partnership is its authorities, an authority its localities and what is in none. Regions and countries are left
 * out: their figures are rounded, and no total of them is exact.
 */
export function areaRelations(areas: readonly Area[], present: ReadonlySet<string>): AxisRelation[] {
  return areas.flatMap((whole): AxisRelation[] => {
    const kind =
      whole.kind === 'partnership' ? 'authority' : whole.kind === 'authority' ? 'locality' : undefined;
    if (kind === undefined || !present.has(whole.id)) return [];
    const parts = areas.filter((area) => area.parent === whole.id && area.kind === kind);
    const given = parts
      .filter(({ id }) => present.has(id))
      .map(({ id }) => id)
      .sort();
    if (given.length === 0) return [];
    const complete = kind === 'authority' && given.length === parts.length;
    return [
      {
        total: whole.id,
        parts: complete ? given : [...given, `rest of ${whole.id}`],
        sense: 'equal',
        why: `${whole.name} is made up of its ${kind === 'authority' ? 'authorities' : 'localities and what is in none'}`
      }
    ];
  });
}

const DAY = 86_400_000;
export const COUNTED_ONCE: readonly string[] = ['child', 'family', 'person'];

/** Whether figures of consecutive periods add up: not of what is open at any point, nor of people, who may come twice. */
export function addsOverTime(measure: Measure): boolean {
  return (
    measure.kind === 'flow' && !measure.id.startsWith('anypoint') && !COUNTED_ONCE.includes(measure.unit.one)
  );
}

/** Quarters, months, years to date, years and pooled years of a flow, cut where any of them begins or ends. */
export function periodRelations(
  periods: ReadonlyMap<string, Period>,
  measure: Measure,
  present: ReadonlySet<string>
): AxisRelation[] {
  if (measure.kind !== 'flow') return [];
  const spans = [...present].sort().flatMap((id) => {
    const period = periods.get(id);
    if (period === undefined || period.kind === 'date' || period.kind === 'round') return [];
    return [{ id, from: Date.parse(period.start) / DAY, to: Date.parse(period.end) / DAY + 1 }];
  });
  if (!addsOverTime(measure))
    return spans.flatMap((whole) =>
      spans
        .filter((part) => part.id !== whole.id && whole.from <= part.from && part.to <= whole.to)
        .map((part): AxisRelation => ({
          total: whole.id,
          parts: [part.id],
          sense: 'at least',
          why: 'a longer period holds all that a shorter one within it does'
        }))
    );
  const day = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);
  const { sums } = refine(spans, (from, to) => `${day(from)} to ${day(to - 1)}`);
  return sums.map((sum) => ({ ...sum, sense: 'equal', why: 'shorter periods add up to longer ones' }));
}

/** A tier is at least each of those it contains, where it is a stock that counts whoever is in it. */
export function tierRelations(
  tiers: readonly Tier[],
  dimension: Dimension,
  present: ReadonlySet<string>
): AxisRelation[] {
  const pairs = new Set([
    ...tiers.flatMap(({ id, contains = [] }) => contains.map((held) => `${id} ${held}`)),
    ...dimension.members.flatMap(({ id, parent }) => (parent === undefined ? [] : [`${parent} ${id}`]))
  ]);
  return [...pairs].sort().flatMap((pair): AxisRelation[] => {
    const [holder = '', held = ''] = pair.split(' ');
    if (!present.has(holder) || !present.has(held)) return [];
    return [{ total: holder, parts: [held], sense: 'at least', why: `“${holder}” contains “${held}”` }];
  });
}

/** Of children counted at their highest tier only, the tiers add up. */
export function highestTierRelations(tiers: readonly Tier[], present: ReadonlySet<string>): AxisRelation[] {
  const rungs = tiers
    .filter(({ id, place }) => place === 'rung' && present.has(id))
    .map(({ id }) => id)
    .sort();
  if (!present.has('all') || rungs.length === 0) return [];
  return [
    {
      total: 'all',
      parts: [...rungs, OTHERS],
      sense: 'equal',
      why: 'every child is counted once, at the highest tier'
    }
  ];
}
