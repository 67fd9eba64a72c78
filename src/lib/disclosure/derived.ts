/**
 * What a published percentage or rate gives back of the count it was made from. A percentage at d decimals gives it
 * back wherever 100 ÷ n > 10⁻ᵈ, and often below (Handbook on Statistical Disclosure Control, ch. 5: derived values);
 * which counts round to what is published is worked out in whole numbers, half away from zero as `stats/rounding.ts`.
 */

/** Known, or known to lie between two numbers (a rounded one). */
export type Known = number | { readonly lower: number; readonly upper: number };

/** A percentage is n of N, so that n is N at the most; a rate counts events, of which one child may have several. */
interface Shape {
  readonly kind: 'percentage' | 'rate';
  readonly denominator: Known;
  /** 100 for a percentage and 10,000 for a rate, unless said. */
  readonly per?: number;
}

export interface DerivedValue extends Shape {
  readonly decimals: number;
  /** As published: rounded to that many decimals. */
  readonly published: number;
  /** What is known of the count beforehand: 0 or more, unless said. */
  readonly lower?: number;
  readonly upper?: number;
}

/**
 * The counts that round to what is published, smallest first; none where no count does.
 * @throws RangeError where a number is not whole or not above 0, or what is published has more decimals than said
 */
export function candidates({
  decimals,
  published,
  lower = 0,
  upper = Infinity,
  ...shape
}: DerivedValue): number[] {
  const scaled = scaledOf(published, decimals);
  const found = new Set<number>();
  for (const denominator of denominatorsOf(shape.denominator)) {
    const [from, to] = countsBetween(scaled, decimals, denominator, perOf(shape));
    const most = Math.min(to, upper, shape.kind === 'percentage' ? denominator : Infinity);
    for (let count = Math.max(from, Math.ceil(lower)); count <= most; count += 1) found.add(count);
  }
  return [...found].sort((a, b) => a - b);
}

/** Whether what is published leaves fewer counts than asked: fewer than two, unless said. */
export function givesBack(value: DerivedValue, fewest = 2): boolean {
  return candidates(value).length < fewest;
}

export interface WithheldCounts extends Shape {
  /** A withheld count that may not be small; small ones are looked at in any case. */
  readonly numerator?: number;
  /** Counts from 1 up to below this are withheld; of n of N, those this close to N too. */
  readonly threshold: number;
  /** How many counts must be left at least: 2, unless said. */
  readonly fewest?: number;
  /** The most decimals of interest: 2, unless said. */
  readonly most?: number;
  /** The least a withheld count can be: 1, as zeros are shown. 0 where they are withheld too. */
  readonly lower?: number;
}

/**
 * The most decimal places at which every small count, and the numerator where it is given, could be another count as
 * well; undefined where not even whole numbers leave that open, so that the value must be withheld. A withheld n of N
 * is taken to be neither none nor all. Holds for one published value: the same figure must not be shown elsewhere with
 * other decimals, as two roundings together leave fewer counts.
 * @throws RangeError as `candidates`
 */
export function safeDecimals(withheld: WithheldCounts): number | undefined {
  const { most = 2 } = withheld;
  for (let decimals = most; decimals >= 0; decimals -= 1)
    if (
      isWide(withheld, decimals) ||
      countsAtRisk(withheld).every((count) => staysOpen(withheld, count, decimals))
    )
      return decimals;
  return undefined;
}

/**
 * Whether so many counts round to the same value that even half as many, as at nought and at all, leave enough: then
 * none needs to be looked at.
 */
function isWide({ fewest = 2, lower = 1, ...shape }: WithheldCounts, decimals: number): boolean {
  const { denominator } = shape;
  const least = typeof denominator === 'number' ? denominator : denominator.lower;
  return lower <= 1 && least >= (2 * fewest + 4) * perOf(shape) * 10 ** decimals;
}

function countsAtRisk({
  kind,
  denominator,
  numerator,
  threshold,
  lower = 1
}: WithheldCounts): readonly number[] {
  const most = kind === 'rate' ? Infinity : typeof denominator === 'number' ? denominator : denominator.upper;
  const length = Math.max(0, Math.min(threshold, most + 1) - lower);
  const small = Array.from({ length }, (_, place) => lower + place);
  const all = [...denominatorsOf(denominator)].flatMap((of) =>
    kind === 'rate'
      ? small
      : small.filter((count) => count <= of - lower).flatMap((count) => [count, of - count])
  );
  return [...new Set([...all, numerator ?? []].flat())];
}

function staysOpen(withheld: WithheldCounts, count: number, decimals: number): boolean {
  const { kind, fewest = 2, lower = 1 } = withheld;
  const per = perOf(withheld);
  return [...denominatorsOf(withheld.denominator)].every((denominator) => {
    if (kind === 'percentage' && (count < lower || count > denominator - lower)) return true;
    const published = Number(roundedShare(count, denominator, per, decimals)) / 10 ** decimals;
    const upper = kind === 'percentage' ? { upper: denominator - lower } : {};
    return (
      candidates({ kind, denominator: withheld.denominator, per, decimals, published, lower, ...upper })
        .length >= fewest
    );
  });
}

function perOf({ kind, per = kind === 'percentage' ? 100 : 10_000 }: Shape): number {
  return whole(per, 'per');
}

function* denominatorsOf(denominator: Known): Generator<number> {
  const { lower, upper } =
    typeof denominator === 'number' ? { lower: denominator, upper: denominator } : denominator;
  for (let each = whole(lower, 'denominator'); each <= upper; each += 1) yield each;
}

function whole(value: number, name: string): number {
  if (!Number.isSafeInteger(value) || value <= 0)
    throw new RangeError(`${name} must be whole and above 0: ${value}`);
  return value;
}

/** What is published, in units of its last decimal. */
function scaledOf(published: number, decimals: number): bigint {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 12)
    throw new RangeError(`decimals must be from 0 to 12: ${decimals}`);
  const scaled = published * 10 ** decimals;
  if (!(published >= 0) || Math.abs(scaled - Math.round(scaled)) > 1e-6)
    throw new RangeError(`${published} is not a share or rate with ${decimals} decimals`);
  return BigInt(Math.round(scaled));
}

/** The least and greatest count with scaled − ½ ≤ count × per × 10ᵈ ÷ denominator < scaled + ½. */
function countsBetween(scaled: bigint, decimals: number, denominator: number, per: number): [number, number] {
  const step = 2n * BigInt(per) * 10n ** BigInt(decimals);
  const edge = (twice: bigint) => (twice <= 0n ? 0n : (twice * BigInt(denominator) + step - 1n) / step);
  return [Number(edge(2n * scaled - 1n)), Number(edge(2n * scaled + 1n) - 1n)];
}

function roundedShare(count: number, denominator: number, per: number, decimals: number): bigint {
  const of = BigInt(denominator);
  return (2n * BigInt(count) * BigInt(per) * 10n ** BigInt(decimals) + of) / (2n * of);
}
