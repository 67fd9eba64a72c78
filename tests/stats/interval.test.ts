import { describe, expect, it } from 'vitest';
import {
  byar,
  countInterval,
  exactPoisson,
  newcombe,
  SIBLING_DESIGN_EFFECT,
  wilson
} from '#lib/stats/interval.ts';

describe('wilson', () => {
  it('gives 46.6% to 74.3% for 27 of 44 audited cases with positive progress (Ofsted 2014)', () => {
    const { lower, upper } = wilson(27, 44);
    expect(lower * 100).toBeCloseTo(46.6, 1);
    expect(upper * 100).toBeCloseTo(74.3, 1);
  });
  it('starts at zero for none and ends at one for all, at any size', () => {
    for (const n of [1, 3, 29, 1e6, 1e12]) {
      expect(wilson(0, n)).toMatchObject({ value: 0, lower: 0 });
      expect(wilson(n, n)).toMatchObject({ value: 1, upper: 1 });
      expect(wilson(0, n).upper).toBeLessThan(1);
      expect(wilson(n, n).lower).toBeGreaterThan(0);
    }
  });
  it('grows wider when siblings are counted together: two in a family halve the sample', () => {
    const wide = wilson(40, 184, { designEffect: SIBLING_DESIGN_EFFECT });
    const half = wilson(20, 92);
    expect(wide.lower).toBeCloseTo(half.lower, 12);
    expect(wide.upper).toBeCloseTo(half.upper, 12);
  });
  it.each([
    [5, 4, 'x must lie within 0 to n: 5 of 4'],
    [-1, 4, 'x must lie within 0 to n: -1 of 4'],
    [NaN, 4, 'x must lie within 0 to n: NaN of 4'],
    [0, 0, 'n must be above 0: 0 of 0'],
    [1, -2, 'n must be above 0: 1 of -2']
  ])('refuses %s of %s and says why', (x, n, why) => {
    expect(() => wilson(x, n)).toThrow(new RangeError(why));
  });
  it.each([0.5, 0, NaN])('refuses a design effect of %s', (designEffect) => {
    expect(() => wilson(1, 2, { designEffect })).toThrow(`design effect must be 1 or more: ${designEffect}`);
  });
});

describe('count intervals', () => {
  it('are exact below ten: 0 is 0 to 3.689 and 5 is 1.623 to 11.668 (Garwood 1936)', () => {
    expect(countInterval(0)).toMatchObject({ value: 0, lower: 0 });
    expect(countInterval(0).upper).toBeCloseTo(3.6889, 4);
    expect(countInterval(5).lower).toBeCloseTo(1.6235, 4);
    expect(countInterval(5).upper).toBeCloseTo(11.6683, 4);
  });
  it('follow Byar from ten', () => {
    expect(countInterval(9)).toEqual(exactPoisson(9));
    expect(countInterval(10)).toEqual(byar(10));
    expect(countInterval(9.5)).toEqual(byar(9.5));
  });
  it('never go below zero, where Byar’s formula does: one event at 99.8%', () => {
    expect(byar(1, { confidence: 0.998 }).lower).toBe(0);
    expect(exactPoisson(1, { confidence: 0.998 }).lower).toBeGreaterThan(0);
  });
  it('agree with each other for a million events to a part in a hundred thousand', () => {
    const exact = exactPoisson(1_000_000);
    expect(byar(1_000_000).lower / exact.lower).toBeCloseTo(1, 5);
    expect(byar(1_000_000).upper / exact.upper).toBeCloseTo(1, 5);
  });
  it('grow by the square root of the design effect and never pass below zero', () => {
    const plain = byar(235);
    const wide = byar(235, { designEffect: 2 });
    expect((wide.upper - 235) / (plain.upper - 235)).toBeCloseTo(Math.SQRT2, 9);
    expect(countInterval(1, { designEffect: 2 }).lower).toBe(0);
  });
  it('refuse what is no count', () => {
    expect(() => countInterval(-1)).toThrow('count must be 0 or more: -1');
    expect(() => byar(NaN)).toThrow('count must be 0 or more: NaN');
    expect(() => exactPoisson(2.5)).toThrow('count must be a whole number: 2.5');
    expect(() => exactPoisson(2, { confidence: 95 })).toThrow('as in 0.95: 95');
  });
});

describe('newcombe', () => {
  it('ends at 1 for all against none, and swaps its sides when the groups swap', () => {
    expect(newcombe(10, 10, 0, 10).upper).toBe(1);
    const one = newcombe(6, 20, 9, 30);
    const other = newcombe(9, 30, 6, 20);
    expect(other.value).toBeCloseTo(-one.value, 12);
    expect(other.lower).toBeCloseTo(-one.upper, 12);
    expect(other.upper).toBeCloseTo(-one.lower, 12);
  });
  it('refuses an empty group', () => {
    expect(() => newcombe(1, 2, 0, 0)).toThrow('n must be above 0: 0 of 0');
  });
});
