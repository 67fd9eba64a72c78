import { array, assert, constantFrom, double, integer, option, property, record } from 'fast-check';
import { describe, it } from 'vitest';
import { pChart, pPrimeChart, uChart, uPrimeChart } from '#lib/stats/attribute.ts';
import { funnel, proportionLimits, ratioLimits, type FunnelLimits } from '#lib/stats/funnel.ts';
import { countInterval, type Interval } from '#lib/stats/interval.ts';
import { runChart } from '#lib/stats/run-chart.ts';
import { recentTrend } from '#lib/stats/trend.ts';
import { judgeByOwnPast, usualChange } from '#lib/stats/usual-change.ts';
import { xmr } from '#lib/stats/xmr.ts';
import { RUNS } from '../runs.ts';

const value = integer({ min: -1_000, max: 1_000 });
const series = array(value, { minLength: 1, maxLength: 40 });
const gappy = array(option(value), { minLength: 1, maxLength: 40 }).filter((values) =>
  values.some((each) => each !== null)
);
const subgroup = integer({ min: 1, max: 5_000 }).chain((n) =>
  integer({ min: 0, max: n }).map((x) => ({ x, n }))
);
const subgroups = array(subgroup, { minLength: 1, maxLength: 60 });
const around = (target: number, { lower, upper }: Interval) =>
  lower <= target * (1 + 1e-9) && target <= upper * (1 + 1e-9) + 1e-15;
const nested = ({ at95, at998 }: FunnelLimits) =>
  at998.lower <= at95.lower + 1e-12 && at95.upper <= at998.upper + 1e-12;

describe('XmR charts', () => {
  it('have their mean between their limits, and flag every point outside them', () => {
    assert(
      property(gappy, (values) =>
        xmr(values).points.every(
          ({ value: each, mean, lower, upper, specialCause }) =>
            lower <= mean &&
            mean <= upper &&
            (each === undefined
              ? specialCause === null
              : (specialCause === 'Above UCL') === each > upper + 1e-9 &&
                (specialCause === 'Below LCL') === each < lower - 1e-9)
        )
      ),
      RUNS
    );
  });
  it('turned upside down swap above for below and nothing else', () => {
    const swapped: Readonly<Record<string, string>> = {
      Above: 'Below',
      Below: 'Above',
      UCL: 'LCL',
      LCL: 'UCL',
      Increasing: 'Decreasing',
      Decreasing: 'Increasing'
    };
    const words = /Above|Below|UCL|LCL|Increasing|Decreasing/g;
    assert(
      property(series, (values) => {
        const up = xmr(values).points;
        const down = xmr(values.map((each) => -each)).points;
        return up.every(({ specialCause }, i) => {
          const mirrored = specialCause?.replace(words, (word) => swapped[word] ?? word) ?? null;
          return down[i]?.specialCause === mirrored;
        });
      }),
      RUNS
    );
  });
  it('do not depend on the unit of measurement', () => {
    assert(
      property(series, constantFrom(2, 0.5, 1024), (values, factor) => {
        const plain = xmr(values);
        const scaled = xmr(values.map((each) => each * factor));
        return plain.points.every(
          ({ specialCause, upper }, i) =>
            scaled.points[i]?.specialCause === specialCause &&
            Math.abs((scaled.points[i]?.upper ?? NaN) - upper * factor) <=
              1e-9 * (1 + Math.abs(upper * factor))
        );
      }),
      RUNS
    );
  });
  it('screened are never wider, and rebased are each segment’s own chart', () => {
    assert(
      property(series, integer({ min: 1, max: 40 }), (values, at) => {
        const position = Math.min(at, values.length);
        const rebased = xmr(values, { rebaseAt: position, rebaseReason: 'a new process' }).points;
        const second = xmr(values.slice(position - 1)).points;
        const screened = xmr(values, { screenOutliers: true }).points[0]?.upper ?? NaN;
        return (
          JSON.stringify(rebased.slice(position - 1)) === JSON.stringify(second) &&
          screened <= (xmr(values).points[0]?.upper ?? NaN) + 1e-9
        );
      }),
      RUNS
    );
  });
});

describe('attribute and run charts', () => {
  it('have their mean between limits that a larger n draws in', () => {
    assert(
      property(subgroups, (given) =>
        [pChart, pPrimeChart, uChart, uPrimeChart].every((draw) => {
          const { points, mean } = draw(given);
          return points.every(
            ({ lower = NaN, upper = NaN }, i) =>
              lower <= mean + 1e-12 &&
              mean <= upper + 1e-12 &&
              points.every(
                (other, j) => (given[j]?.n ?? 0) < (given[i]?.n ?? 0) || (other.upper ?? NaN) <= upper + 1e-12
              )
          );
        })
      ),
      RUNS
    );
  });
  it('count the same runs from either end and upside down', () => {
    assert(
      property(series, (values) => {
        const [one, back, down] = [values, values.toReversed(), values.map((each) => -each)].map((each) => {
          const { longestRun, crossings, signal, useful } = runChart(each);
          return JSON.stringify({ longestRun, crossings, signal, useful });
        });
        return one === back && one === down;
      }),
      RUNS
    );
  });
});

describe('funnels', () => {
  it('have limits that hold the target, and meet it as n grows', () => {
    assert(
      property(
        double({ min: 0.001, max: 0.999, noNaN: true }),
        integer({ min: 1, max: 1_000_000 }),
        (target, n) => {
          const near = proportionLimits(target, n * 1e12, 0.998);
          const ratio = ratioLimits(n, 0.95);
          return (
            around(target, proportionLimits(target, n, 0.95)) &&
            Math.abs(near.upper - target) < 1e-5 &&
            Math.abs(near.lower - target) < 1e-5 &&
            around(1, ratio) &&
            ratioLimits(n * 4, 0.95).upper < ratio.upper
          );
        }
      ),
      RUNS
    );
  });
  it('hold the target adjusted or not, wider at 99.8%, in any order of areas', () => {
    assert(
      property(
        array(subgroup, { minLength: 2, maxLength: 60 }),
        constantFrom('proportion', 'rate'),
        (areas, kind) => {
          const drawn = funnel(areas, { kind });
          const reversed = funnel(areas.toReversed(), { kind });
          const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * (1 + Math.abs(a));
          return (
            drawn.points.every(
              ({ limits, adjusted }) =>
                [limits.at95, limits.at998, adjusted.at95, adjusted.at998].every((each) =>
                  around(drawn.target, each)
                ) &&
                nested(limits) &&
                nested(adjusted)
            ) &&
            close(drawn.target, reversed.target) &&
            close(drawn.dispersion.phi, reversed.dispersion.phi) &&
            close(drawn.dispersion.tau2, reversed.dispersion.tau2) &&
            drawn.outside998 === reversed.outside998
          );
        }
      ),
      RUNS
    );
  });
});

describe('change over time', () => {
  const counts = array(integer({ min: 0, max: 5_000 }), { minLength: 5, maxLength: 12 });
  it('a trend turned round in time is the other trend', () => {
    assert(
      property(
        counts,
        record({ inflation: double({ min: 1, max: 20, noNaN: true }) }),
        (figures, options) => {
          const five = figures.slice(-5).map((count) => countInterval(count));
          const one = recentTrend(five, options);
          const other = recentTrend(five.toReversed(), options);
          if (one.trend === 'tooFewPoints' || other.trend === 'tooFewPoints') return false;
          return (
            Math.abs(one.slope + other.slope) <= 1e-9 * (1 + Math.abs(one.slope)) &&
            (one.trend === 'noChange') === (other.trend === 'noChange')
          );
        }
      ),
      RUNS
    );
  });
  it('the yardstick of usual change does not depend on the order of authorities', () => {
    const sizes = array(double({ min: 0, max: 50, noNaN: true }), { minLength: 100, maxLength: 300 });
    assert(
      property(
        sizes,
        (each) => JSON.stringify(usualChange(each)) === JSON.stringify(usualChange(each.toReversed()))
      ),
      RUNS
    );
  });
  it('a series beside its own past has no bigger rise less unusual than a smaller one', () => {
    const past = array(integer({ min: 1, max: 5_000 }), { minLength: 11, maxLength: 14 });
    const rise = integer({ min: 0, max: 5_000 });
    assert(
      property(past, rise, rise, (figures, one, more) => {
        const [small, big] = [one, one + more].map((step) => {
          const next = (figures.at(-1) ?? 0) + step;
          return judgeByOwnPast([...figures, next].map((x) => ({ x })));
        });
        if (small?.verdict !== 'judged' || big?.verdict !== 'judged') return false;
        return big.asBig <= small.asBig && (!small.unusual || big.unusual);
      }),
      RUNS
    );
  });
});
