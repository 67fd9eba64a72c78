import { describe, expect, it } from 'vitest';
import { roundHalfUp, roundToBase } from '#lib/stats/rounding.ts';

describe('rounding', () => {
  it('sends halves away from zero, also those stored a hair below', () => {
    expect(roundHalfUp(0.285, 2)).toBe(0.29);
    expect(roundHalfUp(1.005, 2)).toBe(1.01);
    expect(roundHalfUp(22.45, 1)).toBe(22.5);
    expect(roundHalfUp((45 / 400) * 100, 1)).toBe(11.3);
    expect(roundHalfUp(2.5, 0)).toBe(3);
    expect(roundHalfUp(-2.5, 0)).toBe(-3);
    expect(roundHalfUp(2.4999, 0)).toBe(2);
    expect(roundHalfUp(24570, 0)).toBe(24570);
  });
  it('leaves figures of hundreds of millions as they are', () => {
    expect(roundHalfUp(500_000_000.2, 0)).toBe(500_000_000);
    expect(roundHalfUp(9_007_199_254_740_991, 0)).toBe(9_007_199_254_740_991);
  });
  it('has one zero', () => {
    expect(Object.is(roundHalfUp(-0.01, 1), 0)).toBe(true);
    expect(Object.is(roundToBase(-2, 10), 0)).toBe(true);
  });
  it('refuses a base of nothing', () => {
    expect(() => roundToBase(5, 0)).toThrow('base must be above 0: 0');
  });
});
