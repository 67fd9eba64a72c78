/** Worked examples of other people's software, as they are kept beside these tests and, where it is there, beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const number = z.number();
/** One for every point, or one that all points share. */
const forPoints = <T extends z.ZodType>(each: T) => z.union([each, z.array(each)]);

const point = z.object({ value: number, lower: number, upper: number });
const limits = z.object({ lower95: number, upper95: number, lower998: number, upper998: number });
const funnelCase = limits.extend({ target: number, n: number });
const statistics = z.object({
  wilson: z.array(point.extend({ x: number, n: number, confidence: number })),
  wilson_published_4dp: z.array(z.object({ x: number, n: number, lower: number, upper: number })),
  poisson_count_ci: z.array(
    z.object({
      x: number,
      confidence: number,
      exact_lower: number,
      exact_upper: number,
      byar_lower: number,
      byar_upper: number,
      ohid_method: z.enum(['exact', 'byar'])
    })
  ),
  rate_per_10000: z.array(
    z.object({ x: number, population: number, value: number, lower95: number, upper95: number })
  ),
  qnorm: z.array(z.object({ p: number, z: number })),
  qchisq: z.array(z.object({ p: number, df: number, q: number })),
  newcombe_difference: z.array(
    z.object({
      x1: number,
      n1: number,
      x2: number,
      n2: number,
      difference: number,
      lower95: number,
      upper95: number
    })
  ),
  funnel_proportion_limits: z.array(funnelCase),
  funnel_spiegelhalter_normal: z.array(funnelCase),
  funnelplotr_sr_poisson_limits: z.array(
    z.object({ expected: number, ll95: number, ul95: number, ll998: number, ul998: number })
  ),
  anhoej: z.array(z.object({ n_useful: number, longest_run_max: number, crossings_min: number })),
  fingertips_trend: z.object({
    cases: z.array(
      z.object({
        name: z.string(),
        points: z.array(point),
        slope: number,
        chi2: number,
        stable_sign: z.boolean(),
        expected: z.string()
      })
    )
  })
});

const xmrCase = z.object({
  y: z.array(number),
  improvement_direction: z.enum(['increase', 'decrease', 'neutral']),
  screen_outliers: z.boolean(),
  fix_after_n_points: number.nullable(),
  rebase_at: number.nullable(),
  target: number.nullable(),
  mean: forPoints(number),
  lpl: forPoints(number),
  upl: forPoints(number),
  special_cause_type: forPoints(z.string()),
  point_type: forPoints(z.string()),
  assurance: z.string().nullable(),
  variation_icon_point: z.string()
});
const attributeCase = z.object({
  n: z.array(number),
  'y.sum': z.array(number),
  y: z.array(number),
  cl: forPoints(number),
  lcl: z.array(number),
  ucl: z.array(number)
});
const rounding = z.object({
  cases: z.array(z.object({ value: number, base5: number, base10: number, half_even_base10: number }))
});

/** What one place holds. */
export interface Worked {
  readonly statistics: z.infer<typeof statistics>;
  readonly xmr: Readonly<Record<string, z.infer<typeof xmrCase>>>;
  readonly attribute: Readonly<Record<string, z.infer<typeof attributeCase>>>;
  readonly rounding: z.infer<typeof rounding>;
}

function read<T>(folder: URL, name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}

const KEPT = new URL('./worked/', import.meta.url);
const SHARED = new URL('../../../shared/oracles/', import.meta.url);

/** Ours, with the software that worked each out named in its `source`. */
export function keptExamples(): Worked {
  return {
    statistics: read(KEPT, 'statistics.json', statistics),
    xmr: read(KEPT, 'xmr.json', z.object({ cases: z.record(z.string(), xmrCase) })).cases,
    attribute: read(KEPT, 'attribute.json', z.object({ cases: z.record(z.string(), attributeCase) })).cases,
    rounding: read(KEPT, 'rounding.json', rounding)
  };
}

/** Those beside the project, which may hold more; undefined where the folder is not there. */
export function sharedExamples(): Worked | undefined {
  if (!existsSync(SHARED)) return undefined;
  return {
    statistics: read(SHARED, 'statistics.json', statistics),
    xmr: read(SHARED, 'spc_xmr.json', z.record(z.string(), xmrCase)),
    attribute: read(SHARED, 'spc_attribute.json', z.record(z.string(), attributeCase)),
    rounding: read(SHARED, 'rounding.json', rounding)
  };
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

/** The example's value for one point. */
export function at<T>(values: T | readonly T[], index: number): T | undefined {
  return isList(values) ? values[index] : values;
}
