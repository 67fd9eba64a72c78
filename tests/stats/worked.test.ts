import { describe, expect, it } from 'vitest';
import { pChart, pPrimeChart, uChart } from '#lib/stats/attribute.ts';
import { proportionLimits, ratioLimits } from '#lib/stats/funnel.ts';
import { byar, countInterval, exactPoisson, newcombe, wilson } from '#lib/stats/interval.ts';
import { chiSquaredQuantile, normalQuantile } from '#lib/stats/quantile.ts';
import { rate } from '#lib/stats/rate.ts';
import { roundToBase } from '#lib/stats/rounding.ts';
import { anhoejLimits } from '#lib/stats/run-chart.ts';
import { recentTrend } from '#lib/stats/trend.ts';
import { xmr } from '#lib/stats/xmr.ts';
import { at, keptExamples, sharedExamples, type Worked } from './worked.ts';

/** Beside the size of the number, or beside 1 where it is smaller. */
const CLOSE = 1e-9;

function expectNear(actual: number | undefined, expected: number | undefined, tolerance = CLOSE): void {
  expect(actual).toBeTypeOf('number');
  expect(Math.abs((actual ?? NaN) - (expected ?? NaN))).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected ?? NaN))
  );
}

function check({ statistics, xmr: charts, attribute, rounding }: Worked): void {
  it('wilson intervals agree to 1e-9, and with the published ones to their four decimals', () => {
    for (const { x, n, confidence, value, lower, upper } of statistics.wilson) {
      const ours = wilson(x, n, { confidence });
      expectNear(ours.value, value);
      expectNear(ours.lower, lower);
      expectNear(ours.upper, upper);
    }
    for (const { x, n, lower, upper } of statistics.wilson_published_4dp) {
      expectNear(wilson(x, n).lower, lower, 5e-5);
      expectNear(wilson(x, n).upper, upper, 5e-5);
    }
  });

  it('exact and Byar intervals of counts agree to 1e-9, and the choice between them is OHID’s', () => {
    for (const example of statistics.poisson_count_ci) {
      const { x, confidence } = example;
      const exact = exactPoisson(x, { confidence });
      const approximate = byar(x, { confidence });
      expectNear(exact.lower, example.exact_lower);
      expectNear(exact.upper, example.exact_upper);
      expectNear(approximate.lower, example.byar_lower);
      expectNear(approximate.upper, example.byar_upper);
      expect(countInterval(x, { confidence })).toEqual(example.ohid_method === 'exact' ? exact : approximate);
    }
  });

  it('rates for 10,000 and their intervals agree to 1e-9', () => {
    for (const { x, population, value, lower95, upper95 } of statistics.rate_per_10000) {
      const ours = rate(x, population, { per: 10_000 });
      expectNear(ours.value, value);
      expectNear(ours.lower, lower95);
      expectNear(ours.upper, upper95);
    }
  });

  it('normal and chi-squared quantiles agree to 1e-9', () => {
    for (const { p, z } of statistics.qnorm) expectNear(normalQuantile(p), z);
    for (const { p, df, q } of statistics.qchisq) expectNear(chiSquaredQuantile(p, df), q);
  });

  it('Newcombe’s differences agree to 1e-9', () => {
    for (const { x1, n1, x2, n2, difference, lower95, upper95 } of statistics.newcombe_difference) {
      const ours = newcombe(x1, n1, x2, n2);
      expectNear(ours.value, difference);
      expectNear(ours.lower, lower95);
      expectNear(ours.upper, upper95);
    }
  });

  it('funnel limits agree to 1e-9 for shares, and to the seven digits of their source for ratios', () => {
    const shares = [...statistics.funnel_proportion_limits, ...statistics.funnel_spiegelhalter_normal];
    for (const { target, n, lower95, upper95, lower998, upper998 } of shares) {
      expectNear(proportionLimits(target, n, 0.95).lower, lower95);
      expectNear(proportionLimits(target, n, 0.95).upper, upper95);
      expectNear(proportionLimits(target, n, 0.998).lower, lower998);
      expectNear(proportionLimits(target, n, 0.998).upper, upper998);
    }
    for (const { expected, ll95, ul95, ll998, ul998 } of statistics.funnelplotr_sr_poisson_limits) {
      expectNear(ratioLimits(expected, 0.95).lower, ll95, 5e-7);
      expectNear(ratioLimits(expected, 0.95).upper, ul95, 5e-7);
      expectNear(ratioLimits(expected, 0.998).lower, ll998, 5e-7);
      expectNear(ratioLimits(expected, 0.998).upper, ul998, 5e-7);
    }
  });

  it('run-chart limits agree exactly', () => {
    for (const { n_useful, longest_run_max, crossings_min } of statistics.anhoej)
      expect(anhoejLimits(n_useful)).toEqual({
        longestRunMax: longest_run_max,
        crossingsMin: crossings_min
      });
  });

  it('recent trends agree: slope and χ² to 1e-9, and the verdict', () => {
    for (const { points, slope, chi2, stable_sign, expected } of statistics.fingertips_trend.cases) {
      const ours = recentTrend(points);
      if (ours.trend === 'tooFewPoints') throw new Error('five points are enough');
      expectNear(ours.slope, slope);
      expectNear(ours.chi2, chi2);
      expect(ours.stableSign).toBe(stable_sign);
      expect(expected.toLowerCase()).toContain(ours.trend);
    }
  });

  it.each(Object.entries(charts))('XmR chart %s agrees point for point', (_name, example) => {
    const ours = xmr(example.y, {
      improvement: example.improvement_direction,
      screenOutliers: example.screen_outliers,
      ...(example.fix_after_n_points === null ? {} : { fixAfter: example.fix_after_n_points }),
      ...(example.rebase_at === null
        ? {}
        : { rebaseAt: example.rebase_at, rebaseReason: 'the example says so' }),
      ...(example.target === null ? {} : { target: example.target })
    });
    expect(ours.points).toHaveLength(example.y.length);
    ours.points.forEach((point, i) => {
      expect(point.value).toBe(example.y[i]);
      expectNear(point.mean, at(example.mean, i));
      expectNear(point.lower, at(example.lpl, i));
      expectNear(point.upper, at(example.upl, i));
      expect(point.specialCause ?? 'Common Cause').toBe(at(example.special_cause_type, i));
      expect(point.variation).toBe(at(example.point_type, i));
    });
    expect(ours.variation).toBe(example.variation_icon_point);
    expect(ours.assurance).toBe(example.assurance);
  });

  it.each(Object.entries(attribute))('attribute chart %s agrees point for point', (name, example) => {
    const draw = name.includes('pprime') ? pPrimeChart : name.startsWith('u_') ? uChart : pChart;
    const ours = draw(example.n.map((n, i) => ({ x: example['y.sum'][i] ?? NaN, n })));
    expect(ours.points).toHaveLength(example.n.length);
    ours.points.forEach((point, i) => {
      expectNear(point.value, example.y[i]);
      expectNear(point.mean, at(example.cl, i));
      expectNear(point.lower, example.lcl[i]);
      expectNear(point.upper, example.ucl[i]);
    });
  });

  it('rounding to 5 and to 10 sends halves up, never to even', () => {
    for (const { value, base5, base10 } of rounding.cases) {
      expect(roundToBase(value, 5)).toBe(base5);
      expect(roundToBase(value, 10)).toBe(base10);
      expect(roundToBase(-value, 10)).toBe(base10 === 0 ? 0 : -base10);
    }
    expect(rounding.cases.some(({ base10, half_even_base10 }) => base10 !== half_even_base10)).toBe(true);
  });
}

describe('the worked examples kept here', () => check(keptExamples()));

const shared = sharedExamples();
describe('the worked examples beside the project', () => {
  if (shared) check(shared);
  else it.skip('agree (skipped: the folder of worked examples is not beside the project)', () => {});
});
