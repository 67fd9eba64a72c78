import { assert, constantFrom, double, integer, property, record, tuple } from 'fast-check';
import { describe, it } from 'vitest';
import { byar, countInterval, exactPoisson, newcombe, wilson, type Estimate } from '#lib/stats/interval.ts';
import { chiSquaredQuantile, normalQuantile } from '#lib/stats/quantile.ts';
import { directlyStandardisedRate, rate } from '#lib/stats/rate.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import { RUNS } from '../runs.ts';

const confidence = double({ min: 0.01, max: 0.9999, noNaN: true });
const designEffect = constantFrom(1, 1.3, 2, 6);
const options = record({ confidence, designEffect });
const count = integer({ min: 0, max: 2_000_000 });
const sample = integer({ min: 1, max: 2_000_000 }).chain((n) =>
  integer({ min: 0, max: n }).map((x) => ({ x, n }))
);
const holds = ({ value, lower, upper }: Estimate) => lower <= value && value <= upper;
const width = ({ lower, upper }: Estimate) => upper - lower;
/** Beside rounding of binary fractions. */
const noMore = (a: number, b: number) => a <= b * (1 + 1e-12) + 1e-15;

describe('intervals', () => {
  it('contain their figure and stay within what it can be', () => {
    assert(
      property(sample, sample, options, (one, other, how) => {
        const share = wilson(one.x, one.n, how);
        const difference = newcombe(one.x, one.n, other.x, other.n, how);
        return (
          holds(share) &&
          share.lower >= 0 &&
          share.upper <= 1 &&
          holds(difference) &&
          difference.lower >= -1 &&
          difference.upper <= 1
        );
      }),
      RUNS
    );
    assert(
      property(count, options, (x, how) =>
        [byar(x, how), exactPoisson(x, how), countInterval(x, how)].every(
          (interval) => holds(interval) && interval.lower >= 0
        )
      ),
      RUNS
    );
  });

  it('narrow with n: of a share, ten times the sample; of a rate, ten times the population and events', () => {
    assert(
      property(
        sample,
        options,
        ({ x, n }, how) => width(wilson(10 * x, 10 * n, how)) < width(wilson(x, n, how))
      ),
      RUNS
    );
    assert(
      property(integer({ min: 1, max: 100_000 }), confidence, (x, level) => {
        const one = rate(x, 1_000, { confidence: level });
        return width(rate(100 * x, 100_000, { confidence: level })) < width(one);
      }),
      RUNS
    );
  });

  it('widen with confidence and with the design effect', () => {
    assert(
      property(sample, count, tuple(confidence, confidence), ({ x, n }, events, levels) => {
        const low = { confidence: Math.min(...levels) };
        const high = { confidence: Math.max(...levels) };
        return (
          noMore(width(wilson(x, n, low)), width(wilson(x, n, high))) &&
          noMore(width(exactPoisson(events, low)), width(exactPoisson(events, high))) &&
          noMore(width(wilson(x, n, low)), width(wilson(x, n, { ...low, designEffect: 2 }))) &&
          noMore(width(countInterval(events, low)), width(countInterval(events, { ...low, designEffect: 2 })))
        );
      }),
      RUNS
    );
  });

  it('of a share mirror those of its complement', () => {
    assert(
      property(sample, options, ({ x, n }, how) => {
        const share = wilson(x, n, how);
        const rest = wilson(n - x, n, how);
        return Math.abs(share.lower + rest.upper - 1) < 1e-9 && Math.abs(share.upper + rest.lower - 1) < 1e-9;
      }),
      RUNS
    );
  });

  it('exact and Byar’s differ by less than a twentieth of their width from ten events', () => {
    assert(
      property(integer({ min: 10, max: 100_000 }), (x) => {
        const exact = exactPoisson(x);
        const approximate = byar(x);
        const apart = Math.max(
          Math.abs(exact.lower - approximate.lower),
          Math.abs(exact.upper - approximate.upper)
        );
        return apart < width(exact) / 20;
      }),
      RUNS
    );
  });
});

describe('quantiles', () => {
  const p = double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  it('grow with the probability, and the normal one is the same on both sides', () => {
    assert(
      property(p, p, double({ min: 0.1, max: 1e6, noNaN: true }), (one, other, df) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        return (
          normalQuantile(low) <= normalQuantile(high) &&
          noMore(chiSquaredQuantile(low, df), chiSquaredQuantile(high, df)) &&
          Math.abs(normalQuantile(1 - one) + normalQuantile(one)) < 1e-9
        );
      }),
      RUNS
    );
  });
  it('the exact Poisson limits hold the tails they promise, summed term by term', () => {
    assert(
      property(integer({ min: 1, max: 200 }), confidence, (x, level) => {
        const { lower, upper } = exactPoisson(x, { confidence: level });
        const tail = (1 - level) / 2;
        return (
          Math.abs(1 - poissonAtMost(x - 1, lower) - tail) < 1e-10 &&
          Math.abs(poissonAtMost(x, upper) - tail) < 1e-10
        );
      }),
      RUNS
    );
  });
});

function poissonAtMost(k: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let i = 1; i <= k; i += 1) {
    term *= mean / i;
    sum += term;
  }
  return sum;
}

describe('rates', () => {
  const band = record({
    count: integer({ min: 2, max: 500 }),
    population: integer({ min: 1_000, max: 100_000 }),
    standard: integer({ min: 1, max: 5_000_000 })
  });
  it('standardised to any ages lie between the bands’ rates, whatever the order of the bands', () => {
    assert(
      property(tuple(band, band, band, band, band), (bands) => {
        const result = directlyStandardisedRate(bands);
        const reversed = directlyStandardisedRate(bands.toReversed());
        if (result.status !== 'known' || reversed.status !== 'known') return false;
        const rates = bands.map((each) => (each.count / each.population) * 10_000);
        return (
          holds(result) &&
          noMore(Math.min(...rates), result.value) &&
          noMore(result.value, Math.max(...rates)) &&
          Math.abs(result.upper - reversed.upper) < 1e-9 * result.upper
        );
      }),
      RUNS
    );
  });
});

describe('rounding', () => {
  const figure = double({ min: -1e9, max: 1e9, noNaN: true });
  const decimals = integer({ min: 0, max: 3 });
  it('moves a figure by no more than half a unit, is settled after once, and mirrors about zero', () => {
    assert(
      property(figure, decimals, (value, places) => {
        const rounded = roundHalfUp(value, places);
        return (
          Math.abs(rounded - value) <= 0.5 * 10 ** -places + 2e-6 &&
          roundHalfUp(rounded, places) === rounded &&
          roundHalfUp(-value, places) === (rounded === 0 ? 0 : -rounded)
        );
      }),
      RUNS
    );
  });
});
