import { describe, expect, it } from 'vitest';
import { countInterval } from '#lib/stats/interval.ts';
import { recentTrend } from '#lib/stats/trend.ts';

const of = (...counts: number[]) => counts.map((count) => countInterval(count));
const rising = of(200, 240, 250, 290, 330);

describe('recent trend', () => {
  it('rises, falls, or cannot be told', () => {
    expect(recentTrend(rising).trend).toBe('increasing');
    expect(recentTrend(rising.toReversed()).trend).toBe('decreasing');
    expect(recentTrend(of(200, 210, 190, 205, 200)).trend).toBe('noChange');
  });
  it('looks at the five latest figures only', () => {
    expect(recentTrend([...of(900, 5, 900), ...rising])).toEqual(recentTrend(rising));
  });
  it('does not rest on a single figure', () => {
    expect(recentTrend(of(100, 100, 100, 100, 200))).toMatchObject({ trend: 'noChange', stableSign: false });
  });
  it('of a constant series has no slope', () => {
    expect(recentTrend(of(50, 50, 50, 50, 50))).toMatchObject({ trend: 'noChange', slope: 0, chi2: 0 });
  });
  it('is harder to find in figures that jump about more than chance', () => {
    const plain = recentTrend(rising);
    const inflated = recentTrend(rising, { inflation: 6 });
    if (plain.trend === 'tooFewPoints' || inflated.trend === 'tooFewPoints')
      throw new Error('five are enough');
    expect(inflated.chi2).toBeCloseTo(plain.chi2 / 6, 9);
    expect(inflated.trend).toBe('noChange');
    expect(inflated.slope).toBe(plain.slope);
  });
  it('needs five figures, with none missing among the latest five', () => {
    expect(recentTrend(rising.slice(1))).toEqual({ trend: 'tooFewPoints', points: 4 });
    expect(recentTrend([...rising, undefined])).toEqual({ trend: 'tooFewPoints', points: 4 });
    expect(recentTrend([undefined, ...rising]).trend).toBe('increasing');
    expect(recentTrend([])).toEqual({ trend: 'tooFewPoints', points: 0 });
  });
  it('refuses a range without width, and an inflation below 1', () => {
    const sure = { value: 3, lower: 3, upper: 3 };
    expect(() => recentTrend([...rising, sure])).toThrow('a figure needs a range of some width: 3, 3 to 3');
    expect(() => recentTrend(rising, { inflation: 0.5 })).toThrow('inflation must be 1 or more: 0.5');
  });
});
