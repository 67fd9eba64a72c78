import { describe, expect, it } from 'vitest';
import { funnel, proportionLimits, rateLimits, ratioLimits } from '#lib/stats/funnel.ts';
import { overDispersion, quantileOf } from '#lib/stats/over-dispersion.ts';

const even = Array.from({ length: 40 }, (_, i) => {
  const n = 200 + 50 * i;
  return { x: Math.round(n * 0.3 + (i % 2 === 0 ? 1 : -1) * 0.8 * Math.sqrt(n * 0.21)), n };
});
const unlike = Array.from({ length: 40 }, (_, i) => ({ x: i % 2 === 0 ? 100 : 500, n: 1_000 }));
const one = [{ x: 3, n: 10 }];

describe('limits', () => {
  it('of a target of none, or all, are the target', () => {
    expect(proportionLimits(0, 50)).toEqual({ lower: 0, upper: 0 });
    expect(proportionLimits(1, 50)).toEqual({ lower: 1, upper: 1 });
    expect(rateLimits(0, 50)).toEqual({ lower: 0, upper: 0 });
  });
  it('of a rate are the target times those of the ratio to the events expected', () => {
    const { lower, upper } = rateLimits(40, 75_000, { per: 10_000, confidence: 0.998 });
    expect(lower).toBeCloseTo(40 * ratioLimits(300, 0.998).lower, 12);
    expect(upper).toBeCloseTo(40 * ratioLimits(300, 0.998).upper, 12);
  });
  it('refuse a target that cannot be, and nobody', () => {
    expect(() => proportionLimits(1.2, 50)).toThrow('target must lie within 0 to 1: 1.2');
    expect(() => rateLimits(-1, 50)).toThrow('target must lie within 0 to Infinity: -1');
    expect(() => proportionLimits(0.2, 0)).toThrow('n must be above 0: 0');
    expect(() => ratioLimits(0)).toThrow('n must be above 0: 0');
    expect(() => ratioLimits(5, 95)).toThrow('as in 0.95: 95');
  });
});

describe('a funnel', () => {
  it('of areas that differ by chance alone holds, and is not adjusted', () => {
    const drawn = funnel(even, { kind: 'proportion' });
    expect(drawn).toMatchObject({
      plainLimits: 'hold',
      outside95: 0,
      outside998: 0,
      dispersion: { tau2: 0 }
    });
    expect(drawn.points[7]?.adjusted).toEqual(drawn.points[7]?.limits);
  });
  it('says when areas differ so much that plain limits mean nothing, and adjusts them', () => {
    const drawn = funnel(unlike, { kind: 'proportion' });
    expect(drawn).toMatchObject({ target: 0.3, plainLimits: 'meaningless', outside998: 40 });
    expect(drawn.points[0]).toMatchObject({ position: 'below998', adjustedPosition: 'inside' });
    expect(drawn.points[1]).toMatchObject({ position: 'above998', adjustedPosition: 'inside' });
  });
  it('says when areas merely differ more than chance', () => {
    const somewhat = even.map(({ x, n }, i) => ({
      x: x + (i % 2 === 0 ? 1 : -1) * Math.round(Math.sqrt(n * 0.3)),
      n
    }));
    expect(funnel(somewhat, { kind: 'proportion' }).plainLimits).toBe('overDispersed');
  });
  it('of rates is in the unit asked for', () => {
    const drawn = funnel(
      [
        { x: 300, n: 75_000 },
        { x: 600, n: 150_000 }
      ],
      { kind: 'rate', per: 10_000 }
    );
    expect(drawn.target).toBeCloseTo(40, 12);
    expect(drawn.points[0]?.value).toBeCloseTo(40, 12);
    expect(drawn.points[0]?.limits.at95.lower).toBeCloseTo(rateLimits(40, 75_000).lower, 9);
  });
  it('keeps a target that was set, and areas without an event', () => {
    const drawn = funnel([{ x: 0, n: 2_000 }, ...even], { kind: 'proportion', target: 0.3 });
    expect(drawn.target).toBe(0.3);
    expect(drawn.points[0]).toMatchObject({ value: 0, position: 'below998' });
  });
  it('of one area has its own figure as target', () => {
    expect(funnel(one, { kind: 'proportion' })).toMatchObject({ target: 0.3, plainLimits: 'hold' });
  });
  it('refuses no areas, nobody, and more than all', () => {
    expect(() => funnel([], { kind: 'rate' })).toThrow('at least one area');
    expect(() => funnel([{ x: 1, n: 0 }], { kind: 'rate' })).toThrow('n must be above 0: 0');
    expect(() => funnel([{ x: 3, n: 2 }], { kind: 'proportion' })).toThrow(
      'x must lie within 0 to n: 3 of 2'
    );
    expect(() => funnel(one, { kind: 'rate', trim: 0.5 })).toThrow('trim must lie within 0 to 0.5: 0.5');
  });
});

describe('over-dispersion', () => {
  it('takes quantiles between neighbours in proportion, as R does', () => {
    expect(quantileOf([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 12);
    expect(quantileOf([1, 2, 3, 4], 1)).toBe(4);
  });
  it('agrees with φ and τ² worked out in NumPy for ten areas, winsorised by a tenth and truncated', () => {
    const areas = [12, 30, 9, 22, 41, 18, 60, 33, 7, 25].map((x, i) => ({ x, n: 90 + 10 * i }));
    const winsorised = overDispersion(areas, 0.19, 'proportion');
    expect(winsorised.phi).toBeCloseTo(6.504186267800726, 9);
    expect(winsorised.tau2).toBeCloseTo(0.01158953961631584, 12);
    const truncated = overDispersion(areas, 0.19, 'rate', { method: 'truncate' });
    expect(truncated.phi).toBeCloseTo(3.9209775405849125, 9);
    expect(truncated.tau2).toBeCloseTo(0.00680702292645359, 12);
  });
});
