import { describe, expect, it } from 'vitest';
import {
  areOffset,
  middleChain,
  PATHWAY_LINKS,
  pathwayDifference,
  pathwayEnd,
  pathwayOf,
  shareDifference,
  tellingLinks
} from '#lib/stats/pathway.ts';

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
  it('is as exact where the ends are all but equal: half as many referred, twice as often a plan', () => {
    const almost = { ...here, referred: here.referred / 2, plan: here.plan * 2 * (1 + 1e-13) };
    const parts = pathwayDifference(almost, here);
    expect(parts?.plan).toBeCloseTo(pathwayEnd(here) * Math.LN2, 9);
    expect(parts?.referred).toBeCloseTo(-pathwayEnd(here) * Math.LN2, 9);
  });
  it('gives nothing to any link between equal chains', () => {
    expect(pathwayDifference(here, here)).toEqual({ referred: 0, conference: 0, plan: 0, category: 0 });
  });
  it('says nothing where a link is zero', () => {
    expect(pathwayDifference({ ...here, category: 0 }, there)).toBeUndefined();
  });
});

describe('the chain of an area', () => {
  const counts = {
    children: 145_000,
    referred: 6_000,
    conference: 800,
    started: 600,
    starts: 610,
    startsNeglect: 290
  };
  it('multiplies to plans started for neglect, for every 10,000 children', () => {
    const result = pathwayOf(counts);
    if (result.status !== 'known') throw new Error('all counts are known');
    expect(pathwayEnd(result.pathway)).toBeCloseTo((((600 / 145_000) * 290) / 610) * 10_000, 9);
  });
  it('is withheld where a step is, and says which', () => {
    expect(pathwayOf({ ...counts, startsNeglect: undefined, referred: undefined })).toEqual({
      status: 'withheld',
      steps: ['referred', 'startsNeglect']
    });
  });
  it('may end in no plan for neglect, but cannot pass a step nobody reached', () => {
    expect(pathwayOf({ ...counts, startsNeglect: 0 })).toMatchObject({ pathway: { category: 0 } });
    expect(pathwayOf({ ...counts, conference: 0, started: 0, starts: 0, startsNeglect: 0 })).toEqual({
      status: 'endsAt',
      step: 'conference'
    });
  });
  it('refuses a count below zero', () => {
    expect(() => pathwayOf({ ...counts, started: -1 })).toThrow('started must be 0 or more: -1');
  });
});

describe('a difference shared with a zero link', () => {
  const none = { ...here, category: 0 };
  it('is the zero link’s alone, and says so', () => {
    expect(shareDifference(none, there)).toEqual({
      status: 'shared',
      parts: { referred: 0, conference: 0, plan: 0, category: -pathwayEnd(there) },
      zero: 'category'
    });
  });
  it('is what ever smaller links come to', () => {
    const nearly = shareDifference({ ...here, category: 1e-200 }, there);
    if (nearly.status !== 'shared') throw new Error('no link is zero');
    expect(nearly.parts.category).toBeCloseTo(-pathwayEnd(there), 1);
  });
  it('is nothing where both have no plan for neglect', () => {
    expect(shareDifference(none, { ...there, category: 0 })).toEqual({
      status: 'shared',
      parts: { referred: 0, conference: 0, plan: 0, category: 0 }
    });
  });
  it('cannot be shared where several links are zero', () => {
    expect(shareDifference({ ...none, plan: 0 }, there)).toEqual({
      status: 'severalZeros',
      links: ['plan', 'category']
    });
  });
  it('refuses a link below zero', () => {
    expect(() => shareDifference({ ...here, plan: -1 }, there)).toThrow('link plan must be 0 or more: -1');
  });
});

describe('steps that offset one another', () => {
  it('are those whose sizes add up to more than one and a half times the difference', () => {
    expect(areOffset({ referred: 7, conference: -5.4, plan: -1, category: -8.6 })).toBe(true);
    expect(areOffset({ referred: -11.5, conference: 4.1, plan: 0.3, category: -4.9 })).toBe(true);
    expect(areOffset({ referred: 1.6, conference: -2.3, plan: -0.3, category: -11.8 })).toBe(false);
    expect(areOffset({ referred: -5, conference: 1, plan: 0, category: 0 })).toBe(false);
    expect(areOffset({ referred: 0, conference: 0, plan: 0, category: 0 })).toBe(false);
  });
  it('are named where they are not small, and always the largest each way', () => {
    expect(tellingLinks({ referred: 7, conference: -5.4, plan: -1, category: -8.6 })).toEqual([
      'referred',
      'conference',
      'category'
    ]);
    expect(tellingLinks({ referred: -20, conference: 1, plan: 0.5, category: 0 })).toEqual([
      'referred',
      'conference'
    ]);
    expect(tellingLinks({ referred: 0, conference: 0, plan: 0, category: 0 })).toEqual([]);
  });
});

describe('the chain in the middle', () => {
  const chain = (referred: number) => ({ pathway: { ...there, referred } });
  it('is a real one: of an even number the lower of the two in the middle', () => {
    expect(middleChain([chain(5), chain(1), chain(3)])).toEqual(chain(3));
    expect(middleChain([chain(5), chain(1), chain(3), chain(4)])).toEqual(chain(3));
    expect(middleChain([])).toBeUndefined();
  });
});
