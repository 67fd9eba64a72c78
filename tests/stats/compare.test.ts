import { describe, expect, it } from 'vitest';
import { compareWithBenchmark, levelAmong, median } from '#lib/stats/compare.ts';
import { changeSize, judgeChange, usualChange } from '#lib/stats/usual-change.ts';

describe('comparison with a benchmark', () => {
  const ranges = { at95: { lower: 10, upper: 20 }, at80: { lower: 12, upper: 18 } };
  it('is clear outside the 95% range, probable outside the 80% range, and otherwise cannot be told', () => {
    expect(compareWithBenchmark(15, 21, ranges)).toEqual({ direction: 'lower', certainty: 'clearly' });
    expect(compareWithBenchmark(15, 11, ranges)).toEqual({ direction: 'higher', certainty: 'probably' });
    expect(compareWithBenchmark(15, 16, ranges)).toEqual({ direction: 'lower', certainty: 'cannotTell' });
    expect(compareWithBenchmark(15, 15, ranges).direction).toBe('same');
  });
});

describe('level and median', () => {
  it('counts those on each side, ties on neither', () => {
    expect(levelAmong(5, [1, 5, 5, 7, 9])).toEqual({ lower: 1, higher: 2, of: 5 });
  });
  it('has the middle of an odd number and the mean of the two middle ones of an even number', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeUndefined();
  });
});

describe('usual change', () => {
  const usual = usualChange(Array.from({ length: 1000 }, (_, i) => i / 100));
  it('needs a hundred changes before it judges', () => {
    expect(usualChange([1, 2, 3])).toBeUndefined();
  });
  it('calls the outer tenth unusual and says about how many are as big', () => {
    expect(usual).toBeDefined();
    expect(judgeChange(9.5, usual ?? [])).toEqual({ unusual: true, inHundred: 5 });
    expect(judgeChange(5, usual ?? []).unusual).toBe(false);
    expect(judgeChange(99, usual ?? []).inHundred).toBe(1);
  });
  it('takes the size of the figures out of counts and of shares', () => {
    expect(changeSize({ x: 50 }, { x: 50 })).toBe(0);
    expect(changeSize({ x: 200 }, { x: 100 })).toBeCloseTo(100 / Math.sqrt(300), 9);
    expect(changeSize({ x: 10, n: 100 }, { x: 30, n: 100 })).toBeCloseTo(3.5355, 3);
    expect(changeSize({ x: 0 }, { x: 0 })).toBeUndefined();
    expect(changeSize({ x: 0, n: 10 }, { x: 0, n: 10 })).toBeUndefined();
  });
});
