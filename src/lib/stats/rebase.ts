/** When the limits of a control chart start anew: only at a known change, and only where the figures bear it out. */

/** A shift: so many points in a row on one side (NHS England, Making Data Count). */
const SHIFT = 7;
/** Two years of quarters on each side, so that a mean rests on more than the shift that asked for it. */
const POINTS_NEEDED = 8;

/**
 * Whether limits start anew at a position (from 0) at which something is known to have changed: with eight figures or more
 * on each side, and seven in a row after it on one side of the mean of those before. A figure on that mean, or a missing one,
 * ends a run. Throws for a position outside the series.
 */
export function mayRebase(values: readonly (number | undefined)[], at: number): boolean {
  if (!(Number.isInteger(at) && at >= 0 && at < values.length))
    throw new RangeError(`position must be within the series of ${values.length}: ${at}`);
  const before = values.slice(0, at).filter((value) => value !== undefined);
  const after = values.slice(at);
  if (before.length < POINTS_NEEDED || after.filter((value) => value !== undefined).length < POINTS_NEEDED)
    return false;
  const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
  const sides = after.map((value) => (value === undefined ? 0 : Math.sign(value - mean)));
  const runs = sides.map((side, i) => {
    const end = sides.slice(i).findIndex((each) => each !== side);
    return side === 0 ? 0 : end < 0 ? sides.length - i : end;
  });
  return runs.some((run) => run >= SHIFT);
}
