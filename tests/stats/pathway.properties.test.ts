import { assert, constantFrom, double, oneof, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATHWAY_LINKS, pathwayEnd, shareDifference } from '#lib/stats/pathway.ts';
import { RUNS } from '../runs.ts';

const link = (max: number) =>
  oneof(
    { weight: 9, arbitrary: double({ min: 1e-6, max, noNaN: true }) },
    { weight: 1, arbitrary: constantFrom(0) }
  );
const chain = record({ referred: link(1_500), conference: link(1), plan: link(1.2), category: link(1) });

describe('the pathway', () => {
  it('shares a difference over its links with nothing left over, also where one is zero', () => {
    assert(
      property(chain, chain, (here, there) => {
        const shared = shareDifference(here, there);
        const difference = pathwayEnd(here) - pathwayEnd(there);
        const zeros = PATHWAY_LINKS.filter((each) => here[each] * there[each] === 0);
        if (shared.status === 'severalZeros') return zeros.length > 1 && difference !== 0;
        const sum = PATHWAY_LINKS.reduce((total, each) => total + shared.parts[each], 0);
        const largest = Math.max(...PATHWAY_LINKS.map((each) => Math.abs(shared.parts[each])));
        return Math.abs(sum - difference) <= 1e-9 * (1 + largest);
      }),
      RUNS
    );
  });
  it('turns its parts round with the areas', () => {
    assert(
      property(chain, chain, (here, there) => {
        const one = shareDifference(here, there);
        const other = shareDifference(there, here);
        if (one.status !== 'shared' || other.status !== 'shared') return one.status === other.status;
        for (const each of PATHWAY_LINKS) expect(one.parts[each] + other.parts[each]).toBeCloseTo(0, 9);
        return true;
      }),
      RUNS
    );
  });
});
