import { describe, expect, it } from 'vitest';
import { xmr } from '#lib/stats/xmr.ts';

const causes = (...given: Parameters<typeof xmr>) =>
  xmr(...given).points.map(({ specialCause }) => specialCause);
const alternating = Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? 10 : 12));

describe('a constant series', () => {
  it.each([0, 0.1, 1 / 3, -7, 1e15])('of %s has limits equal to its mean and no special cause', (value) => {
    for (const screenOutliers of [false, true]) {
      const { points, variation } = xmr(
        Array.from({ length: 20 }, () => value),
        { screenOutliers }
      );
      expect(variation).toBe('common_cause');
      for (const point of points)
        expect(point).toEqual({
          value,
          mean: value,
          lower: value,
          upper: value,
          specialCause: null,
          variation: 'common_cause'
        });
    }
  });
  it('flags the first point that leaves it', () => {
    expect(causes([3, 3, 3, 3, 3, 4], { fixAfter: 5 }).at(-1)).toBe('Above UCL');
    expect(causes([3, 3, 3, 3, 3, 2], { fixAfter: 5 }).at(-1)).toBe('Below LCL');
  });
});

describe('limits', () => {
  it('lie 2.66 mean moving ranges from the mean', () => {
    const [point] = xmr([1, 3, 2]).points;
    expect(point).toMatchObject({ mean: 2 });
    expect(point?.lower).toBeCloseTo(2 - 2.66 * 1.5, 12);
    expect(point?.upper).toBeCloseTo(2 + 2.66 * 1.5, 12);
  });
  it('are wider when an outlying moving range is not screened, as in NHS England’s workbook', () => {
    const spike = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2];
    const plain = xmr(spike).points[0];
    const screened = xmr(spike, { screenOutliers: true }).points[0];
    expect(plain?.upper).toBeGreaterThan(screened?.upper ?? NaN);
    expect(plain?.mean).toBe(screened?.mean);
  });
  it('rest on the first points only where they are fixed, and on all where there are fewer', () => {
    const series = [...alternating, 30, 31];
    expect(xmr(series, { fixAfter: 14 }).points.at(-1)).toMatchObject({
      mean: 11,
      specialCause: 'Above UCL'
    });
    expect(xmr(series, { fixAfter: 99 }).points).toEqual(xmr(series).points);
  });
  it('are on trial until they rest on thirteen points', () => {
    expect(xmr(alternating.slice(0, 12)).trialLimits).toBe(true);
    expect(xmr(alternating.slice(0, 13)).trialLimits).toBe(false);
    expect(xmr(alternating, { fixAfter: 12 }).trialLimits).toBe(true);
    expect(xmr([...alternating.slice(0, 12), null, null]).trialLimits).toBe(true);
  });
  it('of a single point are the point', () => {
    expect(xmr([5])).toMatchObject({ trialLimits: true, points: [{ mean: 5, lower: 5, upper: 5 }] });
  });
});

describe('rebasing', () => {
  const step = [...alternating, ...alternating.map((value) => value + 20)];
  const rebaseReason = 'The threshold document changed.';
  it('starts limits anew at the point named, counting from 1, and keeps the reason', () => {
    const chart = xmr(step, { rebaseAt: 15, rebaseReason });
    expect(chart.points[13]?.mean).toBe(11);
    expect(chart.points[14]?.mean).toBe(31);
    expect(chart.points.every(({ specialCause }) => specialCause === null)).toBe(true);
    expect(chart.rebaseReason).toBe(rebaseReason);
  });
  it('at the first point changes nothing, and at the last leaves it on its own', () => {
    expect(xmr(step, { rebaseAt: 1, rebaseReason }).points).toEqual(xmr(step).points);
    const last = xmr(step, { rebaseAt: step.length, rebaseReason }).points.at(-1);
    expect(last).toMatchObject({ mean: 32, lower: 32, upper: 32, specialCause: null });
  });
  it('may happen more than once, and takes the target’s assurance from the last segment', () => {
    const options = { rebaseAt: [15, 29], rebaseReason, target: 40, improvement: 'increase' } as const;
    expect(xmr([...step, ...alternating.map((value) => value + 60)], options).assurance).toBe(
      'consistent_pass'
    );
  });
  it('fixes limits within each segment', () => {
    const chart = xmr([1, 2, 1, 9, 5, 6, 5, 20], { rebaseAt: 5, rebaseReason, fixAfter: 3 });
    expect(chart.points[3]?.mean).toBeCloseTo(4 / 3, 12);
    expect(chart.points[7]?.mean).toBeCloseTo(16 / 3, 12);
  });
  it.each([undefined, '', '  '])('needs a reason, and %j is none', (reason) => {
    expect(() =>
      xmr(step, { rebaseAt: 15, ...(reason === undefined ? {} : { rebaseReason: reason }) })
    ).toThrow('rebaseReason must say why limits start anew at point 15');
  });
  it.each([0, 29, 2.5, NaN])('refuses position %s, which is none of the series', (rebaseAt) => {
    expect(() => xmr(step, { rebaseAt, rebaseReason })).toThrow(
      `rebaseAt must be a position from 1 to 28, the number of points: ${rebaseAt}`
    );
  });
});

describe('the rules', () => {
  const base = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 0 : 10));
  const after = (values: readonly (number | null)[]) =>
    causes([...base, ...values], { fixAfter: 20 }).slice(20);
  it('flag seven rising or falling, all of them, and not six', () => {
    expect(after([4.7, 4.8, 4.9, 5.1, 5.2, 5.3, 5.4])).toEqual(Array(7).fill('7 Point Trend (Increasing)'));
    expect(after([5.4, 5.3, 5.2, 5.1, 4.9, 4.8, 4.7])).toEqual(Array(7).fill('7 Point Trend (Decreasing)'));
    expect(after([4.8, 4.9, 5.1, 5.2, 5.3, 5.4, 4.9])).toEqual(Array(7).fill(null));
    expect(after([4.7, 4.8, 4.9, 4.9, 5.2, 5.3, 5.4])).toEqual(Array(7).fill(null));
  });
  it('let a point on the mean break a run on one side', () => {
    expect(after([6, 7, 6, 7, 6, 7, 6, 4]).slice(0, 7)).toEqual(Array(7).fill('7 Points Above CL'));
    expect(after([4, 6, 7, 6, 5, 7, 6, 7])).toEqual(Array(8).fill(null));
  });
  it('flag two in three near a limit only where all three lie on that side', () => {
    expect(after([26, 6, 26])).toEqual(['2 in 3 Above CL', null, '2 in 3 Above CL']);
    expect(after([-16, 4, -16])).toEqual(['2 in 3 Below CL', null, '2 in 3 Below CL']);
    expect(after([26, 4, 26])).toEqual([null, null, null]);
  });
  it('do not count a point outside the limits among the near ones', () => {
    expect(after([40, 6, 26])).toEqual(['Above UCL', null, null]);
  });
  it('let a missing point end a run, and take no moving range over it', () => {
    expect(after([4.7, 4.8, 4.9, null, 5.1, 5.2, 5.3, 5.4])).toEqual(Array(8).fill(null));
    expect(xmr([1, 2, null, 50, 51]).points[0]?.upper).toBeCloseTo(26 + 2.66, 12);
    expect(xmr([1, 2, undefined, 50, 51]).points[2]).toMatchObject({ value: undefined, specialCause: null });
  });
});

describe('what a chart says', () => {
  const high = [...alternating, 40];
  const low = [...alternating, -20];
  it.each([
    ['increase', 'special_cause_improvement', 'special_cause_concern'],
    ['decrease', 'special_cause_concern', 'special_cause_improvement'],
    ['neutral', 'special_cause_neutral_high', 'special_cause_neutral_low']
  ] as const)('where improvement is %s: high is %s, low is %s', (improvement, ofHigh, ofLow) => {
    expect(xmr(high, { improvement }).variation).toBe(ofHigh);
    expect(xmr(low, { improvement }).variation).toBe(ofLow);
    expect(xmr(alternating, { improvement }).variation).toBe('common_cause');
  });
  it('is the variation of the last point that is known', () => {
    expect(xmr([...high, null]).variation).toBe('special_cause_neutral_high');
  });
  it.each([
    ['increase', 0, 'consistent_pass'],
    ['increase', 11, 'inconsistent'],
    ['increase', 40, 'consistent_fail'],
    ['decrease', 0, 'consistent_fail'],
    ['decrease', 11, 'inconsistent'],
    ['decrease', 40, 'consistent_pass'],
    ['neutral', 40, null]
  ] as const)(
    'where improvement is %s and the target %s, the target is %s',
    (improvement, target, assurance) => {
      expect(xmr(alternating, { improvement, target }).assurance).toBe(assurance);
    }
  );
  it('gives no assurance without a target', () => {
    expect(xmr(alternating, { improvement: 'increase' }).assurance).toBeNull();
  });
});

it('options that are null, as JSON has them, are options left out', () => {
  const none = { fixAfter: null, rebaseAt: null, rebaseReason: null, target: null, screenOutliers: null };
  expect(xmr(alternating, { ...none, improvement: null })).toEqual(xmr(alternating));
});

describe('what is no series', () => {
  it.each([
    [[], {}, 'no figure to draw limits from, from point 1'],
    [[null, undefined], {}, 'no figure to draw limits from, from point 1'],
    [[1, NaN], {}, 'value must be a finite number, or left out: NaN'],
    [[1, 2], { fixAfter: 1 }, 'fixAfter must be a whole number of 2 or more: 1'],
    [[1, 2], { fixAfter: 2.5 }, 'fixAfter must be a whole number of 2 or more: 2.5'],
    [[1, 2], { target: Infinity }, 'target must be a finite number: Infinity'],
    [[1, null], { rebaseAt: 2, rebaseReason: 'x' }, 'no figure to draw limits from, from point 2']
  ])('%j with %j is refused', (values, options, why) => {
    expect(() => xmr(values, options)).toThrow(new RangeError(why));
  });
});
