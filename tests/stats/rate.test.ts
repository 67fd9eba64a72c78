import { describe, expect, it } from 'vitest';
import { byar } from '#lib/stats/interval.ts';
import { directlyStandardisedRate, rate } from '#lib/stats/rate.ts';

describe('a rate', () => {
  it('is for 10,000 unless told, and carries the interval of its count', () => {
    expect(rate(0, 10_000)).toMatchObject({ value: 0, lower: 0 });
    expect(rate(429, 145_000).value).toBeCloseTo(29.586, 3);
    expect(rate(429, 145_000, { per: 100 }).upper * 100).toBeCloseTo(rate(429, 145_000).upper, 9);
  });
  it('may pass one for each person: events are not people', () => {
    expect(rate(12, 10, { per: 1 }).value).toBeCloseTo(1.2, 12);
  });
  it.each([
    [1, 0, {}, 'population must be above 0: 0'],
    [1, NaN, {}, 'population must be above 0: NaN'],
    [-3, 10, {}, 'count must be 0 or more: -3'],
    [1, 10, { per: 0 }, 'per must be above 0: 0']
  ])('of %s in %s is refused', (count, population, options, why) => {
    expect(() => rate(count, population, options)).toThrow(new RangeError(why));
  });
});

describe('a directly standardised rate', () => {
  const bands = [
    { count: 20, population: 1_000, standard: 600_000 },
    { count: 44, population: 4_500, standard: 2_500_000 },
    { count: 60, population: 6_000, standard: 3_300_000 },
    { count: 51, population: 7_000, standard: 3_900_000 },
    { count: 13, population: 2_500, standard: 1_300_000 }
  ];
  const known = (given: typeof bands) => {
    const result = directlyStandardisedRate(given);
    if (result.status !== 'known') throw new Error('enough events');
    return result;
  };
  it('weights the bands’ rates by the standard’s ages, with Dobson’s interval (worked out in SciPy)', () => {
    const { value, lower, upper } = known(bands);
    expect(value).toBeCloseTo(90.18856048166391, 9);
    expect(lower).toBeCloseTo(77.7499686161255, 9);
    expect(upper).toBeCloseTo(104.05005313357536, 9);
  });
  it('is the plain rate with Byar’s interval where the ages are the standard’s', () => {
    const same = bands.map((band) => ({ ...band, standard: band.population }));
    const events = byar(188);
    expect(known(same).value).toBeCloseTo((188 / 21_000) * 10_000, 9);
    expect(known(same).lower).toBeCloseTo((events.lower / 21_000) * 10_000, 9);
    expect(known(same).upper).toBeCloseTo((events.upper / 21_000) * 10_000, 9);
  });
  it('is refused below ten events, and allowed from ten', () => {
    const nine = [{ count: 9, population: 1_000, standard: 1 }];
    expect(directlyStandardisedRate(nine)).toEqual({ status: 'tooFewEvents', events: 9 });
    expect(directlyStandardisedRate([{ count: 10, population: 1_000, standard: 1 }]).status).toBe('known');
  });
  it('refuses a band without people, and a standard without any', () => {
    const empty = [{ count: 20, population: 0, standard: 1 }];
    expect(() => directlyStandardisedRate(empty)).toThrow('population must be above 0: 0');
    const unweighted = [{ count: 20, population: 10, standard: 0 }];
    expect(() => directlyStandardisedRate(unweighted)).toThrow('must add to more than 0: 0');
  });
});
