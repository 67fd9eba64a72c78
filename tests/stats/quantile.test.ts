import { describe, expect, it } from 'vitest';
import { chiSquaredQuantile, normalDeviate, normalQuantile } from '#lib/stats/quantile.ts';

describe('the normal quantile', () => {
  it('is zero in the middle, and the same on both sides of it', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75));
  });
  it('reaches far into the tails: 1e-10 is −6.361340902404056 , 1e-20 is −9.262340089798409 (Wichura 1988)', () => {
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.26234008979841, 12);
  });
  it.each([0, 1, -0.1, 1.1, NaN])('refuses %s, which is no probability between 0 and 1', (p) => {
    expect(() => normalQuantile(p)).toThrow(new RangeError(`probability must lie between 0 and 1: ${p}`));
    expect(() => chiSquaredQuantile(p, 2)).toThrow(RangeError);
  });
});

describe('the chi-squared quantile', () => {
  it.each([0.001, 0.025, 0.5, 0.975, 0.999])('with two degrees of freedom is −2·log(1 − p), at %s', (p) => {
    expect(Math.abs(chiSquaredQuantile(p, 2) + 2 * Math.log1p(-p))).toBeLessThan(1e-12);
  });
  it.each([0.1, 0.5, 0.95, 0.998])(
    'with one degree of freedom is the square of a normal deviate, at %s',
    (p) => {
      expect(Math.abs(chiSquaredQuantile(p, 1) - normalDeviate(p) ** 2)).toBeLessThan(1e-12);
    }
  );
  it('holds for counts of many millions, to nine digits of its own normal approximation’s next term', () => {
    const df = 2e8;
    const z = normalQuantile(0.975);
    const cornishFisher =
      df + z * Math.sqrt(2 * df) + (2 / 3) * (z * z - 1) + (z ** 3 - 7 * z) / (9 * Math.sqrt(2 * df));
    expect(Math.abs(chiSquaredQuantile(0.975, df) / cornishFisher - 1)).toBeLessThan(1e-12);
  });
  it.each([0, -1, NaN, Infinity])('refuses %s degrees of freedom', (df) => {
    expect(() => chiSquaredQuantile(0.5, df)).toThrow(`degrees of freedom must be above 0: ${df}`);
  });
});

describe('a confidence', () => {
  it.each([0, 1, 95, NaN])('of %s is refused: it is a proportion', (confidence) => {
    expect(() => normalDeviate(confidence)).toThrow(
      `confidence must lie between 0 and 1, as in 0.95: ${confidence}`
    );
  });
});
