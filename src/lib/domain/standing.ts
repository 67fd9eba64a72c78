/** What must be said of figures wherever they are shown: for whom they are, and whether they are made up. */

/** Nothing has to be said of figures that are for anybody and are about real places. */
export interface Standing {
  readonly restricted: boolean;
  readonly madeUp: boolean;
}

export const PLAIN: Standing = { restricted: false, madeUp: false };

/** Of words of which nobody knows what figures they were written on: they may tell of the strictest. */
export const UNKNOWN: Standing = { restricted: true, madeUp: false };

/** The standing of a bundle, from what it says of itself. */
export function standingOf(manifest: {
  readonly audience: 'public' | 'restricted';
  readonly synthetic?: boolean | undefined;
}): Standing {
  return { restricted: manifest.audience === 'restricted', madeUp: manifest.synthetic === true };
}

/** Of several together: restricted or made up where any of them is. */
export const gathered = (...all: readonly (Standing | undefined)[]): Standing => ({
  restricted: all.some((one) => one?.restricted === true),
  madeUp: all.some((one) => one?.madeUp === true)
});

export const isPlain = ({ restricted, madeUp }: Standing): boolean => !restricted && !madeUp;
