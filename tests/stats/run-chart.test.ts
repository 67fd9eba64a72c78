import { describe, expect, it } from 'vitest';
import { anhoejLimits, runChart } from '#lib/stats/run-chart.ts';

describe('a run chart', () => {
  it('finds a shift: eight points below the median, then eight above', () => {
    const chart = runChart([1, 2, 1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9, 8, 9]);
    expect(chart).toEqual({
      median: 5,
      useful: 16,
      longestRun: 8,
      crossings: 1,
      limits: { longestRunMax: 7, crossingsMin: 4 },
      signal: true
    });
  });
  it('finds nothing in figures that go up and down', () => {
    const chart = runChart([3, 7, 4, 6, 2, 8, 3, 9, 4, 6, 1, 7]);
    expect(chart.signal).toBe(false);
    expect(chart.crossings).toBe(11);
  });
  it('leaves points on the median, and times without a figure, out of every run', () => {
    expect(runChart([1, 1, 5, null, 1, 9, 5, 9, undefined, 9])).toMatchObject({
      median: 5,
      useful: 6,
      longestRun: 3,
      crossings: 1
    });
  });
  it('of equal figures has no useful point and no sign', () => {
    expect(runChart([4, 4, 4])).toEqual({ median: 4, useful: 0, longestRun: 0, crossings: 0, signal: false });
  });
  it('may run about a centre fixed before', () => {
    expect(runChart([1, 2, 3], { centre: 9 })).toMatchObject({ median: 9, longestRun: 3 });
  });
  it('refuses no figures, one that is not finite, and limits for no points', () => {
    expect(() => runChart([])).toThrow('at least one figure');
    expect(() => runChart([1, NaN])).toThrow('left out: NaN');
    expect(() => anhoejLimits(0)).toThrow('useful points must be a whole number above 0: 0');
  });
  it('has limits for thousands of points', () => {
    expect(anhoejLimits(5000)).toEqual({ longestRunMax: 15, crossingsMin: 2441 });
  });
});
