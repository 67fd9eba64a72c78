/** Where a line over years breaks in Explore, because recording of “multiple” moved: at the same years as on other pages. */
import type { Area } from '#lib/domain/area.ts';
import { endYear, type Period } from '#lib/domain/period.ts';
import { flowRecoding, multipleShare, recodingOf } from '#lib/indicators/recoding.ts';
import { recodedLines } from '#lib/words/recoding.ts';
import type { Break } from '../model.ts';
import type { Lookup, Members } from './marks.ts';
import type { Settled } from './settled.ts';

const MULTIPLE = 'multiple';

/** Years that cannot be set beside the one before, for what is told apart so in an area. */
export type RecodedYears = (place: Area, members: Members) => readonly number[];

/** @param counts finds the counts, not their rates. @param periods all of the table, oldest first */
export function recodedYears(
  { cube, by, measure }: Settled,
  periods: readonly Period[],
  counts: Lookup
): RecodedYears {
  const category = cube.dimensions.find(
    ({ id, members }) =>
      by.includes(id) && id.startsWith('category') && members.some((member) => member.id === MULTIPLE)
  )?.id;
  return (place, members) => {
    if (category === undefined || members[category] === undefined) return [];
    const { [category]: _, ...others } = members;
    const share = (period: Period) =>
      multipleShare(
        counts(place, period, { ...others, [category]: MULTIPLE }).cell,
        counts(place, period, others).cell
      );
    return periods.flatMap((to, i) => {
      const [from, before] = [periods[i - 1], periods[i - 2]];
      if (to.kind !== 'year' || !from) return [];
      const moved =
        measure.kind === 'stock'
          ? recodingOf(share(from), share(to))
          : flowRecoding([
              { ...(before ? { before: share(before) } : {}), from: share(from), to: share(to) }
            ]);
      return moved === 'moved' ? [endYear(to)] : [];
    });
  };
}

/** One line of a chart, and the years at which it breaks. */
export interface Broken {
  readonly id: string;
  readonly name: string;
  readonly years: readonly number[];
}

/** Each year once, with the lines that it parts. */
export function breaksAt(lines: readonly Broken[]): readonly Break[] {
  const years = [...new Set(lines.flatMap((line) => line.years))].toSorted((a, b) => a - b);
  return years.map((year) => ({
    year,
    label: 'use of “multiple” changed',
    series: lines.filter((line) => line.years.includes(year)).map(({ id }) => id)
  }));
}

/** Why lines are parted: a sentence or two for each area; none where no line is. */
export function recodedNotes(lines: readonly Pick<Broken, 'name' | 'years'>[]): readonly string[] {
  const areas = new Map<string, Set<number>>();
  for (const { name, years } of lines)
    if (years.length > 0) areas.set(name, new Set([...(areas.get(name) ?? []), ...years]));
  return [...areas].map(([name, years]) =>
    recodedLines(
      name,
      [...years].toSorted((a, b) => a - b)
    )
  );
}
