/** The gamma and chi-squared distributions, to about 14 digits, also for means of many millions. */

const HALF_LOG_TWO_PI = 0.9189385332046727;

/** log Γ(a) for a > 0: Lanczos's series (Press and others 2007, Numerical Recipes, 6.1, with g = 607/128). */
function logGamma(a: number): number {
  const series = [
    57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202, 0.00003399464998481189,
    0.00004652362892704858, -0.00009837447530487956, 0.0001580887032249125, -0.00021026444172410488,
    0.00021743961811521265, -0.0001643181065367639, 0.00008441822398385275, -0.000026190838401581408,
    0.0000036899182659531625
  ];
  const t = a + 5.2421875;
  const sum = series.reduce((total, term, i) => total + term / (a + i + 1), 0.9999999999999971);
  return (a + 0.5) * Math.log(t) - t + Math.log((2.5066282746310007 * sum) / a);
}

/** log Γ(a + 1) less Stirling's formula for it (Loader 2000, Fast and accurate computation of binomial probabilities). */
function stirlingError(a: number): number {
  if (a <= 15) return logGamma(a + 1) - (a + 0.5) * Math.log(a) + a - HALF_LOG_TWO_PI;
  const b = 1 / (a * a);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - b / 1188) * b) * b) * b) / a;
}

/** a·log(a/x) + x − a, without losing digits where the two are close (Loader 2000). */
function deviance(a: number, x: number): number {
  if (Math.abs(a - x) >= 0.1 * (a + x)) return a * Math.log(a / x) + x - a;
  const v = (a - x) / (a + x);
  let sum = (a - x) * v;
  let term = 2 * a * v;
  for (let i = 1; i < 1000; i += 1) {
    term *= v * v;
    const next = sum + term / (2 * i + 1);
    if (next === sum) return next;
    sum = next;
  }
  return sum;
}

/** xᵃ·e⁻ˣ / Γ(a + 1): for whole a, the Poisson probability of a events where x are expected. */
function poissonTerm(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** Both tails of the regularised incomplete gamma function, P(a, x) and Q(a, x) = 1 − P. */
interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete gamma function, for a > 0 and x ≥ 0: its series below a + 1 and its continued fraction
 * above (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31; evaluated as Press and others 2007, 6.2).
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  const front = poissonTerm(a, x);
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let i = 1; term > sum * 1e-17; i += 1) {
      term *= x / (a + i);
      sum += term;
    }
    const lower = Math.min(1, front * sum);
    return { lower, upper: 1 - lower };
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1, change = 0; Math.abs(change - 1) > 1e-16 && i < 1e6; i += 1) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    change = d * c;
    fraction *= change;
  }
  const upper = Math.min(1, front * a * fraction);
  return { lower: 1 - upper, upper };
}

/**
 * The value a gamma variable of shape `a` and scale 1 stays below with probability `p`: Newton's method on the
 * logarithm of the nearer tail, kept inside a bracket. Begun at Wilson and Hilferty's approximation (1931), for which `z` is the normal
 * quantile of `p`, or near zero at the first term of the series.
 */
export function gammaQuantile(p: number, a: number, z: number): number {
  const wilsonHilferty = a * (1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))) ** 3;
  let x = wilsonHilferty > 0.1 * a ? wilsonHilferty : Math.exp((Math.log(p) + logGamma(a + 1)) / a);
  let low = 0;
  let high = Infinity;
  for (let i = 0; i < 200; i += 1) {
    const { lower, upper } = incompleteGamma(a, x);
    const tooHigh = p <= 0.5 ? Math.log(lower / p) : Math.log((1 - p) / upper);
    if (tooHigh === 0) return x;
    if (tooHigh > 0) high = x;
    else low = x;
    const density = (poissonTerm(a, x) * a) / x;
    let next = x - (tooHigh * (p <= 0.5 ? lower : upper)) / density;
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}
