import { describe, expect, it } from 'vitest';
import { PATHWAY_LINKS, pathwayDifference, pathwayEnd } from '#lib/stats/pathway.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';

const here = { referred: 500, conference: 0.15, plan: 0.8, category: 0.26 };
const there = { referred: 460, conference: 0.13, plan: 0.87, category: 0.5 };

describe('pathway', () => {
  it('shares a difference over its links with nothing left over', () => {
    const parts = pathwayDifference(here, there);
    const sum = PATHWAY_LINKS.reduce((total, link) => total + (parts?.[link] ?? NaN), 0);
    expect(sum).toBeCloseTo(pathwayEnd(here) - pathwayEnd(there), 9);
    expect(parts?.category).toBeLessThan(0);
    expect(parts?.referred).toBeGreaterThan(0);
  });
  it('gives nothing to any link between equal chains', () => {
    expect(pathwayDifference(here, here)).toEqual({ referred: 0, conference: 0, plan: 0, category: 0 });
  });
  it('says nothing where a link is zero', () => {
    expect(pathwayDifference({ ...here, category: 0 }, there)).toBeUndefined();
  });
});

describe('rounding', () => {
  it('rounds halves up, also those stored a hair below', () => {
    expect(roundHalfUp(0.285, 2)).toBe(0.29);
    expect(roundHalfUp(22.45, 1)).toBe(22.5);
    expect(roundHalfUp(-2.5, 0)).toBe(-3);
    expect(roundHalfUp(2.4999, 0)).toBe(2);
    expect(roundHalfUp(24570, 0)).toBe(24570);
  });
});
