import type { Comparison, Level } from '#lib/stats/compare.ts';
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

/** `clearly below England`, `cannot tell from England`. */
export function certaintyText(comparison: Comparison, benchmark: string): string {
  const side = comparison.direction === 'lower' ? 'below' : 'above';
  switch (comparison.certainty) {
    case 'clearly':
      return `clearly ${side} ${benchmark}`;
    case 'probably':
      return `probably ${side} ${benchmark}`;
    case 'cannotTell':
      return `cannot tell from ${benchmark}`;
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

/** `lower than 98 of 148 authorities with figures`, `higher than …`, by the longer side. Never a rank. */
export function levelText(level: Level): string {
  const others = 'authorities with figures';
  if (level.higher === 0 && level.lower === 0) return `the same as all ${number(level.of)} ${others}`;
  return level.higher >= level.lower
    ? `lower than ${number(level.higher)} of ${number(level.of)} ${others}`
    : `higher than ${number(level.lower)} of ${number(level.of)} ${others}`;
}

/** `four of 150 authorities are lower`, the shorter side. */
export function fewText(level: Level): string {
  const low = level.lower <= level.higher;
  const few = low ? level.lower : level.higher;
  const verb = few === 1 ? 'is' : 'are';
  if (few === 0) return `no authority is ${low ? 'lower' : 'higher'}`;
  return `${inWords(few)} of ${number(level.of)} authorities ${verb} ${low ? 'lower' : 'higher'}`;
}
