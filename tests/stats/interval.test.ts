import { describe, expect, it } from 'vitest';
import { byar, countInterval, exactPoisson, SIBLING_DESIGN_EFFECT, wilson } from '#lib/stats/interval.ts';

describe('wilson', () => {
  it('gives the published interval of 81 of 263 (Newcombe 1998, table I)', () => {
    const { lower, upper } = wilson(81, 263);
    expect(lower).toBeCloseTo(0.2553, 4);
    expect(upper).toBeCloseTo(0.3662, 4);
  });
  it('gives 46.6% to 74.3% for 27 of 44 audited cases with positive progress (Ofsted 2014)', () => {
    const { lower, upper } = wilson(27, 44);
    expect(lower * 100).toBeCloseTo(46.6, 1);
    expect(upper * 100).toBeCloseTo(74.3, 1);
  });
  it('starts at zero for none and ends at one for all', () => {
    expect(wilson(0, 29).lower).toBe(0);
    expect(wilson(29, 29).upper).toBe(1);
  });
  it('grows wider when siblings are counted together', () => {
    const plain = wilson(40, 184);
    const wide = wilson(40, 184, { designEffect: SIBLING_DESIGN_EFFECT });
    expect(wide.lower).toBeLessThan(plain.lower);
    expect(wide.upper).toBeGreaterThan(plain.upper);
  });
  it('refuses more than all', () => {
    expect(() => wilson(5, 4)).toThrow('5 of 4');
  });
});

describe('count intervals', () => {
  it('are exact below ten: 0 is 0 to 3.689 and 5 is 1.623 to 11.668 (Garwood 1936)', () => {
    expect(countInterval(0).lower).toBe(0);
    expect(countInterval(0).upper).toBeCloseTo(3.6889, 4);
    expect(countInterval(5).lower).toBeCloseTo(1.6235, 4);
    expect(countInterval(5).upper).toBeCloseTo(11.6683, 4);
  });
  it('follow Byar from ten, within a hundredth of the exact limits', () => {
    expect(byar(10).lower).toBeCloseTo(exactPoisson(10).lower, 1);
    expect(byar(10).upper).toBeCloseTo(exactPoisson(10).upper, 1);
    expect(byar(65).lower).toBeCloseTo(50.16, 1);
    expect(byar(65).upper).toBeCloseTo(82.85, 1);
  });
  it('grow by the square root of the design effect and never pass below zero', () => {
    const plain = byar(235);
    const wide = byar(235, { designEffect: 2 });
    expect((wide.upper - 235) / (plain.upper - 235)).toBeCloseTo(Math.SQRT2, 9);
    expect(countInterval(1, { designEffect: 2 }).lower).toBe(0);
  });
});
