import { describe, expect, it } from 'vitest';
import {
  amongNeighbours,
  compareWithBenchmark,
  judgeAgainst,
  levelAmong,
  median,
  quartiles
} from '#lib/stats/compare.ts';

describe('comparison with a benchmark', () => {
  const ranges = { at95: { lower: 10, upper: 20 }, at80: { lower: 12, upper: 18 } };
  it('is clear outside the 95% range, probable outside the 80% range, and otherwise cannot be told', () => {
    expect(compareWithBenchmark(15, 21, ranges)).toMatchObject({ direction: 'lower', certainty: 'clearly' });
    expect(compareWithBenchmark(15, 11, ranges)).toMatchObject({
      direction: 'higher',
      certainty: 'probably'
    });
    expect(compareWithBenchmark(15, 16, ranges)).toMatchObject({
      direction: 'lower',
      certainty: 'cannotTell'
    });
    expect(compareWithBenchmark(15, 15, ranges).direction).toBe('same');
  });
});

describe('closeness', () => {
  it('is said only where the range is narrow beside the benchmark', () => {
    const near = { at95: { lower: 13, upper: 19 }, at80: { lower: 14, upper: 18 } };
    const wide = { at95: { lower: 0, upper: 143 }, at80: { lower: 0, upper: 90 } };
    expect(compareWithBenchmark(16, 15, near).close).toBe(true);
    expect(compareWithBenchmark(16, 15, wide).close).toBe(false);
    expect(compareWithBenchmark(16, 30, near).close).toBe(false);
  });
  it('takes half the width of the range, up to four tenths of the benchmark, whichever side is the longer', () => {
    const within = (lower: number, upper: number) => ({
      at95: { lower, upper },
      at80: { lower: 99, upper: 101 }
    });
    expect(compareWithBenchmark(100, 100, within(70, 150)).close).toBe(true);
    expect(compareWithBenchmark(100, 100, within(70, 151)).close).toBe(false);
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

describe('a judgement against a benchmark', () => {
  const range = { lower: 10, upper: 20 };
  it('is lower or higher where the whole range is, and similar where the range touches', () => {
    expect(judgeAgainst(range, 20.1)).toEqual({ side: 'lower' });
    expect(judgeAgainst(range, 9.9)).toEqual({ side: 'higher' });
    expect(judgeAgainst(range, 10)).toEqual({ side: 'similar' });
    expect(judgeAgainst(range, 20)).toEqual({ side: 'similar' });
  });
  it('is better or worse only with a direction, and never where similar', () => {
    expect(judgeAgainst(range, 30, 'higherIsBetter')).toEqual({ side: 'lower', judgement: 'worse' });
    expect(judgeAgainst(range, 30, 'lowerIsBetter')).toEqual({ side: 'lower', judgement: 'better' });
    expect(judgeAgainst(range, 5, 'higherIsBetter')).toEqual({ side: 'higher', judgement: 'better' });
    expect(judgeAgainst(range, 5, 'lowerIsBetter')).toEqual({ side: 'higher', judgement: 'worse' });
    expect(judgeAgainst(range, 15, 'lowerIsBetter')).toEqual({ side: 'similar' });
  });
  it('refuses a range that is none', () => {
    expect(() => judgeAgainst({ lower: 2, upper: 1 }, 1)).toThrow('must not end before it begins: 2 to 1');
    expect(() => judgeAgainst({ lower: NaN, upper: 1 }, 1)).toThrow(RangeError);
  });
});

describe('an area among its neighbours', () => {
  const neighbours = (closeness: string, ...values: (number | undefined)[]) =>
    values.map((value) => ({ value, closeness }));
  it('stands beside their median, with how many have figures', () => {
    const close = neighbours('Close', 1, 2, 3, 4, 5, 6, undefined);
    expect(amongNeighbours(2.5, close)).toEqual({
      comparable: true,
      median: 3.5,
      level: { lower: 2, higher: 4, of: 7 },
      withData: 6
    });
  });
  it('is not compared where fewer than six have figures, or most are not close', () => {
    const few = neighbours('Very close', 1, 2, 3, 4, 5, undefined, undefined);
    expect(amongNeighbours(2, few)).toEqual({ comparable: false, why: 'tooFew', withData: 5 });
    const unlike = [
      ...neighbours('Not close', 1, 2, 3, 4, 5, 6),
      ...neighbours('Somewhat close', 1, 2, 3, 4)
    ];
    expect(amongNeighbours(2, unlike)).toEqual({ comparable: false, why: 'mostlyNotClose', withData: 10 });
    const half = [...neighbours('Not close', 1, 2, 3, 4, 5), ...neighbours('Somewhat close', 1, 2, 3, 4, 5)];
    expect(amongNeighbours(2, half).comparable).toBe(true);
    expect(amongNeighbours(2, [])).toEqual({ comparable: false, why: 'tooFew', withData: 0 });
  });
});

describe('quartiles', () => {
  it('are those of R: quantile(c(1, 3, 4, 8, 9, 11, 12, 20), c(.25, .5, .75)) is 3.75, 8.5, 11.25', () => {
    expect(quartiles([9, 20, 1, 8, 4, 12, 11, 3])).toEqual({ lower: 3.75, median: 8.5, upper: 11.25 });
  });
  it('are not said of so few that a quarter of them is less than two', () => {
    expect(quartiles([9, 1, 8])).toBeUndefined();
    expect(quartiles([9, 1, 8, 4, 12, 11, 3])).toBeUndefined();
  });
  it('of none are undefined, and of values so alike that nothing lies below a quarter', () => {
    expect(quartiles([])).toBeUndefined();
    expect(quartiles([7])).toBeUndefined();
    expect(quartiles([0, 0, 0, 0, 0, 0, 0, 5])).toBeUndefined();
  });
});
