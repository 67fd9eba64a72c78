/** Indicators, answers and figures made up for tests of words. */
import { describe, expect, test } from 'vitest';
import { isKnown, known, missing, type Cell, type Reason } from '#lib/domain/cell.ts';
import { derive } from '#lib/disclosure/may-say.ts';
import type { Area } from '#lib/domain/area.ts';
import { reportingYear, type Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Beside, Figure } from '#lib/indicators/figure.ts';
import type { Comparison } from '#lib/stats/compare.ts';

const BASE: PlacedIndicator = {
  id: 'MADE-UP',
  name: 'Share of plans that are for neglect',
  group: 'prevalence',
  definition: 'How many plans are for neglect.',
  kind: 'share',
  decimals: 1,
  interval: 'wilson',
  change: 'share',
  direction: { good: 'none' },
  breakdowns: [],
  benchmarks: [],
  caveats: [],
  feeds: ['published'],
  questions: [],
  mark: 'neglect',
  subtitle: 'Children on a plan whose latest category is neglect, as a share of all children on a plan',
  unit: '% of children on a plan',
  siblings: true,
  supplied: true
};

export function indicator(more: Partial<PlacedIndicator> = {}): PlacedIndicator {
  return { ...BASE, ...more };
}

export const SHARE = indicator();
export const RATE = indicator({
  name: 'Children on a plan for neglect',
  kind: 'rate',
  per: 10_000,
  interval: 'count',
  change: 'count',
  subtitle: 'Children on a plan whose latest category is neglect, per 10,000 children',
  unit: 'per 10,000 children'
});
export const RATIO = indicator({
  name: 'Assessments that recorded neglect for each new plan for neglect',
  kind: 'ratio',
  per: 1,
  interval: 'none',
  change: 'none',
  unit: 'assessments for each new plan'
});
export const COUNT = indicator({
  name: 'Neglected children kept overnight in police cells',
  kind: 'count',
  decimals: 0,
  interval: 'count',
  change: 'count',
  unit: 'children'
});
export const AUDIT = indicator({
  name: 'A chronology that is up to date and explains',
  subtitle: 'Families with an up-to-date chronology, as a share of families audited',
  unit: '% of families audited',
  direction: { good: 'up' }
});
export const DOWN = indicator({ name: 'Plans for neglect that came back', direction: { good: 'down' } });
export const CONTEXT = indicator({
  name: 'What surveys say about neglect in childhood',
  kind: 'context',
  decimals: 0,
  interval: 'none',
  change: 'none',
  unit: '% of young people asked'
});
export const STATE = indicator({
  name: 'A neglect strategy that is in date',
  kind: 'state',
  interval: 'none',
  change: 'none',
  direction: { good: 'up' },
  document: 'strategy',
  unit: 'yes, no or draft'
});
export const COVERAGE = indicator({
  name: 'Parts of the system that report on neglect',
  kind: 'coverage',
  interval: 'none',
  change: 'none',
  direction: { good: 'up' },
  unit: '% of parts'
});
export const OUTCOMES = indicator({
  name: 'Whether life is getting better for children on a plan',
  kind: 'outcomes',
  change: 'none',
  direction: { good: 'up' },
  unit: '% of families reviewed'
});

/** Known numerator and denominator, or the reason why there is none, by the arithmetic of its kind. */
export function answer(of: PlacedIndicator, x: number | Reason, n?: number | Reason): Answer {
  const cell = (given: number | Reason): Cell => (typeof given === 'number' ? known(given) : missing(given));
  const [numerator, denominator] = [cell(x), cell(n ?? x)];
  const scale = of.unit.startsWith('%') ? 100 : (of.per ?? 1);
  const value = n === undefined ? numerator : derive([numerator, denominator], (a, b) => (a / b) * scale);
  return { indicator: of, area: 'made', period: '2024', numerator, denominator, value };
}

/** An answer with a 95% range. */
export function ranged(given: Answer, lower: number, upper: number): Answer {
  return { ...given, ranges: { at95: { lower, upper }, at80: { lower, upper }, designEffect: 1 } };
}

export function part(of: PlacedIndicator, name: string, x: number | Reason, n: number) {
  return { id: name.toLowerCase(), name, result: answer(of, x, n) };
}

const clearly = (direction: 'lower' | 'higher'): Comparison => ({
  direction,
  certainty: 'clearly',
  close: false
});
export const BELOW = clearly('lower');
export const ABOVE = clearly('higher');
export const PROBABLY_BELOW: Comparison = { ...BELOW, certainty: 'probably' };
export const CLOSE: Comparison = { direction: 'lower', certainty: 'cannotTell', close: true };
export const UNSURE: Comparison = { direction: 'lower', certainty: 'cannotTell', close: false };

const NAMES = { england: 'England', region: 'East Midlands', neighbours: 'similar areas' } as const;

export function beside(
  id: Beside['id'],
  value: number | Reason,
  comparison?: Comparison,
  more: Partial<Beside> = {}
): Beside {
  return {
    id,
    name: NAMES[id],
    value: typeof value === 'number' ? known(value) : missing(value),
    ...(comparison ? { comparison } : {}),
    ...more
  };
}

export const LEICESTERSHIRE: Area = {
  id: 'la855',
  slug: 'leicestershire',
  kind: 'authority',
  name: 'Leicestershire',
  codes: []
};

export function figure(of: Answer, more: Partial<Figure> = {}): Figure {
  return {
    indicator: of.indicator,
    area: LEICESTERSHIRE,
    period: reportingYear(2024),
    answer: of,
    counted: 'stock',
    beside: [],
    others: [],
    similar: [],
    series: [],
    england: [],
    trend: { trend: 'tooFewPoints', points: isKnown(of.value) ? 1 : 0 },
    sources: [],
    ...more
  };
}

export const QUARTER: Period = {
  id: '2024q4',
  kind: 'quarter',
  start: '2024-01-01',
  end: '2024-03-31',
  label: 'January to March 2024'
};

/** What is said, the words it was said in, and those it should be said in. */
export type Row = readonly [what: string, said: string | undefined, sentence: string | undefined];

/** A test for each row: the sentence, to the word. */
export function eachRow(of: string, rows: readonly Row[]): void {
  describe(of, () => {
    test.each(rows.map(([what, said, sentence]) => ({ what, said, sentence })))(
      'of $what',
      ({ said, sentence }) => {
        expect(said).toBe(sentence);
      }
    );
  });
}

/** An answer of several outcomes, the first of which leads. */
export function outcomes(
  ...parts: readonly (readonly [name: string, x: number | Reason, n: number])[]
): Answer {
  const made = parts.map(([name, x, n]) => part(OUTCOMES, name, x, n));
  const [lead] = made;
  return { ...(lead?.result ?? answer(OUTCOMES, 'notSupplied')), indicator: OUTCOMES, parts: made };
}
