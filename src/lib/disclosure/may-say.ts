/**
 * What may be said of a cell. Nothing else decides it: whatever shows, draws, words, compares or exports a figure works
 * from cells that came through here, so that a share, a range, a rank or the end of an axis cannot tell of a withheld
 * count, because none was made from one.
 */
import { isKnown, known, missing, type Cell, type Missing } from '#lib/domain/cell.ts';
import { safeDecimals, type Known as KnownCount } from './derived.ts';

export const WITHHELD: Missing = missing('withheld');

/** Whether a cell is withheld: then nothing it could be worked out from is said beside it. */
export function isWithheld(cell: Cell): boolean {
  return cell.kind === 'missing' && cell.reason === 'withheld';
}

/** The first missing reason among cells, in order of seriousness: a withheld part withholds the whole. */
export function firstMissing(cells: readonly Cell[]): Missing | undefined {
  const reasons = cells.filter((cell): cell is Missing => cell.kind === 'missing');
  return reasons.find(isWithheld) ?? reasons[0];
}

/**
 * A function of known values; missing if any part is missing (withheld first).
 * Flags of the parts are carried, once each. Returns `notApplicable` where the result is not finite.
 */
export function derive(cells: readonly Cell[], compute: (...values: number[]) => number): Cell {
  const absent = firstMissing(cells);
  if (absent) return absent;
  const parts = cells.filter(isKnown);
  const value = compute(...parts.map((cell) => cell.value));
  if (!Number.isFinite(value)) return missing('notApplicable');
  return known(value, [...new Set(parts.flatMap((cell) => cell.flags))]);
}

/**
 * Whether known parts of one whole would give another part of it away: one is withheld and all others are known.
 * Protected figures never stand so; figures that were protected elsewhere may.
 */
export function giveOneAway(parts: readonly Cell[]): boolean {
  return parts.filter(isWithheld).length === 1 && parts.every((part) => isWithheld(part) || isKnown(part));
}

/** Fewer than so many are withheld where a release does not say otherwise; nobody is told as 0. */
const RULE = { threshold: 6, zerosShown: true };

/**
 * What is left of a whole without a part of it, where both are told: any reader could take one from the other. A
 * remainder so small that it would itself be withheld is not told.
 */
export function restOf(
  whole: Cell,
  part: Cell,
  { threshold, zerosShown }: { readonly threshold: number; readonly zerosShown: boolean } = RULE
): Cell {
  const rest = derive([whole, part], (all, some) => all - some);
  if (!isKnown(rest) || rest.value >= threshold || (rest.value === 0 && zerosShown)) return rest;
  return WITHHELD;
}

export interface ShareToSay {
  readonly kind: 'percentage' | 'rate';
  readonly count: Cell;
  /** N, or the population; a span where it is a rounded one. */
  readonly denominator: Cell | Exclude<KnownCount, number>;
  /** 100 for a percentage and 10,000 for a rate, unless said. */
  readonly per?: number;
  /** As many as are wanted. */
  readonly decimals: number;
  /** Counts from 1 up to below this are withheld. */
  readonly threshold: number;
  readonly zerosShown?: boolean;
}

/**
 * How many decimals of a percentage or rate may be said; undefined: not even whole numbers. As many as are wanted
 * where its count and its denominator are said as well, as it tells nothing then that they do not; where the count is
 * withheld, so few that every withheld count could be another one (`derived.ts`); none where only the denominator is
 * not known, since nothing can be proved of it then.
 * @throws RangeError as `safeDecimals`
 */
export function decimalsToSay(share: ShareToSay): number | undefined {
  const { kind, count, denominator, per, decimals, threshold, zerosShown = true } = share;
  const whole = 'kind' in denominator ? (isKnown(denominator) ? denominator.value : undefined) : denominator;
  if (whole === undefined) return undefined;
  if (isKnown(count) && typeof whole === 'number') return decimals;
  return safeDecimals({
    kind,
    denominator: whole,
    ...(per === undefined ? {} : { per }),
    ...(isKnown(count) ? { numerator: count.value } : {}),
    threshold,
    most: decimals,
    lower: zerosShown ? 1 : 0
  });
}
