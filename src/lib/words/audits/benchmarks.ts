/** What national inspections found, as it may be set beside a local audit. */
import type { Indicator } from '#lib/domain/indicator.ts';
import { SAID_BY } from '../documents.ts';
import { listed, lowerFirst, number } from '../number.ts';

export type Benchmark = Indicator['benchmarks'][number];

/** Of the report that most of them come from, where they do. */
export const NOT_RANDOM =
  'Ofsted’s report of 2014 rests on 124 cases in 11 areas, 55 of them read in depth. It looked most of all at children of 10 and under. It says of 42 referrals that they were picked at random, and of other cases it does not say so. Its figures speak for those cases alone. They are no standard to reach.';

/** Said of a finding of any other document. */
export const ONE_STUDY =
  'What inspections and other areas found is set beside local figures as context. Their records were chosen in other ways, so nothing is said of a difference.';

/** `Ofsted, 2014, paragraph 63`. */
export function sourceOf({ source, place }: Benchmark): string {
  return place === undefined ? SAID_BY[source] : `${SAID_BY[source]}, ${lowerFirst(place)}`;
}

/** Whether it is n of N. */
export function isCounted(found: Benchmark): found is Benchmark & { n: number; of: number } {
  return found.n !== undefined && found.of !== undefined;
}

/** The outcomes of a whole with what was found of each, where there is one finding for each, in their order. */
export function outcomesFound(
  outcomes: readonly { readonly name: string }[],
  benchmarks: readonly Benchmark[]
): readonly { readonly name: string; readonly n: number; readonly of: number }[] {
  const counted = benchmarks.filter(isCounted);
  if (outcomes.length === 0 || counted.length !== outcomes.length) return [];
  return outcomes.flatMap(({ name }, index) => {
    const found = counted[index];
    return found ? [{ name, n: found.n, of: found.of }] : [];
  });
}

/** `Of 44, 27 better, 4 partly better and 13 no better`. */
export function outcomesFoundText(
  found: readonly { readonly name: string; readonly n: number; readonly of: number }[]
): string {
  const [first] = found;
  if (!first) return '';
  return found.some(({ name }) => name.includes(','))
    ? `of ${number(first.of)}, ${found.map(({ name, n }) => `${lowerFirst(name)}: ${number(n)}`).join('; ')}`
    : `of ${number(first.of)}, ${listed(found.map(({ name, n }) => `${number(n)} ${lowerFirst(name)}`))}`;
}
