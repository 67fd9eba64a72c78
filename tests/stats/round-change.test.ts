import { describe, expect, it } from 'vitest';
import { roundChange } from '#lib/stats/round-change.ts';

const certainty = (...args: Parameters<typeof roundChange>) => roundChange(...args)?.certainty;

describe('the change between two rounds', () => {
  it('has Newcombe’s range: 56 of 70 less 48 of 80 is 0.2, from 0.0524 to 0.3339 (his table II, case a)', () => {
    const { value, lower, upper } = roundChange({ n: 48, of: 80 }, { n: 56, of: 70 })?.difference ?? {
      value: NaN,
      lower: NaN,
      upper: NaN
    };
    expect(value).toBeCloseTo(0.2, 10);
    expect(lower).toBeCloseTo(0.0524, 4);
    expect(upper).toBeCloseTo(0.3339, 4);
  });

  it('turns round with the rounds', () => {
    const there = roundChange({ n: 28, of: 64 }, { n: 46, of: 60 })?.difference;
    const back = roundChange({ n: 46, of: 60 }, { n: 28, of: 64 })?.difference;
    expect(back?.value).toBeCloseTo(-(there?.value ?? NaN), 12);
    expect(back?.lower).toBeCloseTo(-(there?.upper ?? NaN), 12);
    expect(back?.upper).toBeCloseTo(-(there?.lower ?? NaN), 12);
  });

  it('is judged by no percentage of fewer than twenty', () => {
    expect(roundChange({ n: 1, of: 19 }, { n: 46, of: 60 })).toBeUndefined();
    expect(roundChange({ n: 1, of: 20 }, { n: 19, of: 20 })?.certainty).toBe('clearly');
  });

  it('that is clear alone may not be clear among many', () => {
    const pair = [
      { n: 42, of: 64 },
      { n: 28, of: 60 }
    ] as const;
    expect(certainty(...pair)).toBe('clearly');
    expect(certainty(...pair, { judged: 30 })).toBe('cannotTell');
    expect(certainty({ n: 28, of: 64 }, { n: 46, of: 60 }, { judged: 30 })).toBe('clearly');
  });

  it('has the same range however many are judged beside it', () => {
    const change = (judged: number) =>
      roundChange({ n: 28, of: 64 }, { n: 46, of: 60 }, { judged })?.difference;
    expect(change(30)).toEqual(change(1));
  });

  it('is less certain where each child of a family was counted', () => {
    const pair = [
      { n: 40, of: 80 },
      { n: 50, of: 80 }
    ] as const;
    expect(certainty(...pair)).toBe('probably');
    expect(certainty(...pair, { designEffect: 2 })).toBe('cannotTell');
  });

  it('of none, and of all, cannot be told', () => {
    expect(certainty({ n: 0, of: 40 }, { n: 0, of: 44 })).toBe('cannotTell');
    expect(certainty({ n: 40, of: 40 }, { n: 44, of: 44 })).toBe('cannotTell');
  });

  it('is not judged among none, or among a part', () => {
    for (const judged of [0, 1.5, Number.NaN])
      expect(() => roundChange({ n: 28, of: 64 }, { n: 46, of: 60 }, { judged })).toThrow(
        'one standard or more must be judged'
      );
  });
});
