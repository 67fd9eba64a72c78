/** Quantiles of Student's t, for a yardstick that rests on few areas. */
import { normalQuantile } from './quantile.ts';

/**
 * The value a Student t variable of `df` degrees of freedom stays within, on both sides, with probability `confidence`,
 * to about five digits; exact for one and two. Hill 1970, algorithm 396, Communications of the ACM 13: 619–620. Throws
 * unless 0 < confidence < 1 and df is a whole number from 1.
 */
export function studentDeviate(confidence: number, df: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie between 0 and 1: ${confidence}`);
  if (!(Number.isInteger(df) && df >= 1))
    throw new RangeError(`degrees of freedom must be a whole number from 1: ${df}`);
  const p = 1 - confidence;
  if (df === 1) return 1 / Math.tan((p * Math.PI) / 2);
  if (df === 2) return Math.sqrt(2 / (p * (2 - p)) - 2);
  const a = 1 / (df - 0.5);
  const b = 48 / (a * a);
  const c = ((20_700 * a) / b - 98) * a - 16 + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * df;
  const y = (d * p) ** (2 / df);
  if (y <= 0.05 + a) {
    const tail =
      ((1 / (((df + 6) / (df * y) - 0.089 * d - 0.822) * (df + 2) * 3) + 0.5 / (df + 4)) * y - 1) *
        ((df + 1) / (df + 2)) +
      1 / y;
    return Math.sqrt(df * tail);
  }
  const x = normalQuantile(p / 2);
  const square = x * x;
  const wide = df < 5 ? c + 0.3 * (df - 4.5) * (x + 0.6) : c;
  const e = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + wide;
  const z = (((((0.4 * square + 6.3) * square + 36) * square + 94.5) / e - square - 3) / b + 1) * x;
  const growth = a * z * z;
  return Math.sqrt(df * (growth > 0.002 ? Math.exp(growth) - 1 : 0.5 * growth * growth + growth));
}
