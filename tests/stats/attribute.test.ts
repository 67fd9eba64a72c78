import { describe, expect, it } from 'vitest';
import { pChart, pPrimeChart, uChart, uPrimeChart } from '#lib/stats/attribute.ts';

const points = [
  { x: 12, n: 100 },
  { x: 30, n: 200 },
  { x: 9, n: 90 },
  { x: 22, n: 150 }
];

describe('attribute charts', () => {
  it('have limits three standard errors from all events over all denominators', () => {
    const share = pChart(points);
    const mean = 73 / 540;
    expect(share.mean).toBe(mean);
    expect(share.points[1]?.upper).toBeCloseTo(mean + 3 * Math.sqrt((mean * (1 - mean)) / 200), 12);
    expect(uChart(points).points[1]?.upper).toBeCloseTo(mean + 3 * Math.sqrt(mean / 200), 12);
  });
  it.each([
    ['p′', pChart, pPrimeChart],
    ['u′', uChart, uPrimeChart]
  ] as const)('%s limits are the plain ones’ distance times σz', (_name, plainly, prime) => {
    const plain = plainly(points);
    const primed = prime(points);
    const reach = (chart: typeof plain) => (chart.points[1]?.upper ?? NaN) - chart.mean;
    expect(primed.sigmaZ).not.toBe(1);
    expect(reach(primed)).toBeCloseTo(reach(plain) * primed.sigmaZ, 12);
  });
  it('stay within 0 and 1 for shares and above 0 for rates', () => {
    expect(pChart([{ x: 1, n: 2 }]).points[0]).toMatchObject({ lower: 0, upper: 1 });
    expect(uChart([{ x: 3, n: 1 }]).points[0]).toMatchObject({ lower: 0 });
    expect(uChart([{ x: 3, n: 1 }]).points[0]?.upper).toBeGreaterThan(1);
  });
  it('of nothing but none, or nothing but all, have limits equal to their mean and no special cause', () => {
    for (const draw of [pChart, pPrimeChart, uChart, uPrimeChart])
      expect(
        draw([
          { x: 0, n: 5 },
          { x: 0, n: 9 }
        ]).points[1]
      ).toMatchObject({
        mean: 0,
        lower: 0,
        upper: 0,
        specialCause: null
      });
    for (const draw of [pChart, pPrimeChart])
      expect(
        draw([
          { x: 5, n: 5 },
          { x: 9, n: 9 }
        ]).points[1]
      ).toMatchObject({ lower: 1, upper: 1, specialCause: null });
  });
  it('of shares that are all the same have no special cause under p′', () => {
    const same = [7, 13, 29, 31].map((n) => ({ x: 0.3 * n, n }));
    expect(pPrimeChart(same).points.every(({ specialCause }) => specialCause === null)).toBe(true);
  });
  it('flag what lies outside', () => {
    const chart = pChart([...points, { x: 80, n: 100 }, { x: 0, n: 400 }]);
    expect(chart.points.slice(-2).map(({ specialCause }) => specialCause)).toEqual([
      'Above UCL',
      'Below LCL'
    ]);
  });
  it('leave a gap where nothing is known, with no moving range over it', () => {
    const gap = pPrimeChart([points[0], null, points[1], points[2]]);
    expect(gap.points[1]).toEqual({
      value: undefined,
      mean: gap.mean,
      lower: undefined,
      upper: undefined,
      specialCause: null
    });
    expect(gap.sigmaZ).not.toBeCloseTo(pPrimeChart(points.slice(0, 3)).sigmaZ, 6);
  });
  it('refuse an empty denominator, more than all, and no figure at all', () => {
    expect(() => pChart([{ x: 0, n: 0 }])).toThrow('n must be above 0: 0 of 0');
    expect(() => uChart([{ x: 0, n: 0 }])).toThrow('n must be above 0: 0 of 0');
    expect(() => pChart([{ x: 3, n: 2 }])).toThrow('x must lie within 0 to n: 3 of 2');
    expect(() => uChart([{ x: -3, n: 2 }])).toThrow('x must be 0 or more: -3 of 2');
    expect(() => pChart([null])).toThrow('at least one point');
  });
});
