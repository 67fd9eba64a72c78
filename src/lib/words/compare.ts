import type { Comparison, Level, NeighbourComparison } from '#lib/stats/compare.ts';
import { inWords, listed, number } from './number.ts';

/** `below`, `probably above`, `close to`, `too uncertain to tell from`: where a figure stands beside a benchmark. */
export function relation(comparison: Comparison): string {
  const side = comparison.direction === 'lower' ? 'below' : 'above';
  switch (comparison.certainty) {
    case 'clearly':
      return side;
    case 'probably':
      return `probably ${side}`;
    case 'cannotTell':
      return comparison.close ? 'close to' : 'too uncertain to tell from';
  }
}

/** `clearly below England`, `close to England`, `cannot tell from England`. */
export function certaintyText(comparison: Comparison, benchmark: string): string {
  const side = comparison.direction === 'lower' ? 'below' : 'above';
  switch (comparison.certainty) {
    case 'clearly':
      return `clearly ${side} ${benchmark}`;
    case 'probably':
      return `probably ${side} ${benchmark}`;
    case 'cannotTell':
      return comparison.close ? `close to ${benchmark}` : `cannot tell from ${benchmark}`;
  }
}

export interface Named {
  readonly name: string;
  readonly comparison: Comparison;
}

/** `close to similar areas and below England`; one word for both where it is the same. */
export function relations(compared: readonly Named[]): string {
  const byWord = new Map<string, string[]>();
  for (const { name, comparison } of compared) {
    const word = relation(comparison);
    byWord.set(word, [...(byWord.get(word) ?? []), name]);
  }
  return listed([...byWord].map(([word, names]) => `${word} ${listed(names)}`));
}

/** So many others are said in words. */
const FEW = 10;

/**
 * `lower than 98 of the 147 other authorities with figures`, `higher than all 14 …`, `higher than both other …`, by the
 * longer side. Never a rank.
 * `level` counts the area itself, which nobody is lower or higher than: what is said is said of the others.
 */
export function levelText({ lower, higher, of }: Level): string {
  const others = of - 1;
  const side = higher >= lower ? 'lower' : 'higher';
  const count = Math.max(lower, higher);
  const many = (n: number) => (others <= FEW ? inWords(n) : number(n));
  const all =
    others === 1
      ? 'the one other authority with figures'
      : `${others === 2 ? 'both' : `all ${many(others)}`} other authorities with figures`;
  if (count === 0) return `the same as ${all}`;
  return count === others
    ? `${side} than ${all}`
    : `${side} than ${many(count)} of the ${many(others)} other authorities with figures`;
}

/** `four of the other 149 authorities are lower`, the shorter side. */
export function fewText(level: Level): string {
  const low = level.lower <= level.higher;
  const few = low ? level.lower : level.higher;
  const verb = few === 1 ? 'is' : 'are';
  if (few === 0) return `no authority is ${low ? 'lower' : 'higher'}`;
  return `${inWords(few)} of the other ${inWords(level.of - 1)} authorities ${verb} ${low ? 'lower' : 'higher'}`;
}

/** `Lower than all ten similar areas with figures.`, by the longer side; `level` leaves the area itself out. */
export function amongSimilarSentence({ lower, higher, of }: Level): string | undefined {
  if (of === 0) return undefined;
  const [side, count] = higher >= lower ? (['Lower', higher] as const) : (['Higher', lower] as const);
  if (count === 0) return 'The same as all similar areas with figures.';
  return count === of
    ? `${side} than all ${inWords(of)} similar areas with figures.`
    : `${side} than ${inWords(count)} of ${inWords(of)} similar areas with figures.`;
}

/** Why an area is not set beside similar ones. */
export function notAmongSimilar(
  { why, withData }: Omit<Extract<NeighbourComparison, { comparable: false }>, 'comparable'>,
  area: string
): string {
  switch (why) {
    case 'mostlyNotClose':
      return `No area is close enough to ${area} to call similar.`;
    case 'tooFew':
      return withData === 0
        ? 'No similar area has a figure, so there is no comparison with them.'
        : `Only ${inWords(withData)} similar ${withData === 1 ? 'area has a figure' : 'areas have figures'}, too few to compare with.`;
  }
}

export interface Beside extends Named {
  /** The comparator's own figure, as it is shown. */
  readonly text: string;
}

/** `We cannot tell that from similar areas (35.6) or England (41.6).`, a sentence for each word that says where it stands. */
export function besideSentences(compared: readonly Beside[]): string {
  const lead = (comparison: Comparison) =>
    comparison.certainty === 'cannotTell' ? 'We cannot tell that from' : `That is ${relation(comparison)}`;
  return [...new Set(compared.map(({ comparison }) => lead(comparison)))]
    .map((start) => {
      const names = compared
        .filter(({ comparison }) => lead(comparison) === start)
        .map(({ name, text }) => `${name} (${text})`);
      return `${start} ${listed(names, start.startsWith('We') ? 'or' : 'and')}.`;
    })
    .join(' ');
}

/** `no difference from England (16.8%) that we can tell`, `clearly lower than England (16.8%)`. */
export function differenceText({ direction, certainty }: Comparison, benchmark: string): string {
  return certainty === 'cannotTell'
    ? `no difference from ${benchmark} that we can tell`
    : `${certainty} ${direction} than ${benchmark}`;
}
