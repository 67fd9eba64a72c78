/** Quantiles of the normal and chi-squared distributions, which every interval and limit is built from. */
import { gammaQuantile } from './gamma.ts';

function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

function checkProbability(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`probability must lie between 0 and 1: ${p}`);
}

const CENTRE = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854
  ]
};
const SHOULDER = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9
  ]
};
const TAIL = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15
  ]
};

/**
 * The value a standard normal variable stays below with probability `p`, to about 16 digits.
 * Wichura 1988, algorithm AS 241 (PPND16), Applied Statistics 37: 477–484. Throws unless 0 < p < 1.
 */
export function normalQuantile(p: number): number {
  checkProbability(p);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(r, CENTRE.over)) / polynomial(r, CENTRE.under);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z =
    r <= 5
      ? polynomial(r - 1.6, SHOULDER.over) / polynomial(r - 1.6, SHOULDER.under)
      : polynomial(r - 5, TAIL.over) / polynomial(r - 5, TAIL.under);
  return q < 0 ? -z : z;
}

/** How many standard errors lie on each side of a two-sided range: 1.96 for 0.95. Throws unless 0 < confidence < 1. */
export function normalDeviate(confidence: number): number {
  checkConfidence(confidence);
  return normalQuantile(0.5 + confidence / 2);
}

/** Confidence is a proportion everywhere: 0.95, never 95. */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie between 0 and 1, as in 0.95: ${confidence}`);
}

/**
 * The value a chi-squared variable with `df` degrees of freedom (any number above 0) stays below with probability
 * `p`, to about 14 digits: twice the quantile of a gamma variable of shape df / 2. Throws unless 0 < p < 1.
 */
export function chiSquaredQuantile(p: number, df: number): number {
  checkProbability(p);
  if (!(df > 0 && Number.isFinite(df))) throw new RangeError(`degrees of freedom must be above 0: ${df}`);
  return 2 * gammaQuantile(p, df / 2, normalQuantile(p));
}
