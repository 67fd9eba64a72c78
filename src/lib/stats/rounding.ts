/** Half away from zero, as official statistics round: the only place figures are rounded, shown or exported. */

/** A binary fraction a hair below the half (0.285 is stored as 0.28499…, after × 100) counts as the half it stands for. */
function nearestWhole(size: number): number {
  const whole = Math.floor(size);
  return size - whole + Math.min(1e-6, size * 2 ** -48) >= 0.5 ? whole + 1 : whole;
}

/** Without the sign that JavaScript gives to some zeros. */
function signed(value: number, size: number): number {
  return size === 0 ? 0 : Math.sign(value) * size;
}

/** Rounds to so many decimals: 0.05 → 0.1 and −2.5 → −3. */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return signed(value, nearestWhole(Math.abs(value) * scale) / scale);
}

/** Rounds to a multiple of a base, as England's counts are to 10: 1235 → 1240. Throws where the base is not above 0. */
export function roundToBase(value: number, base: number): number {
  if (!(Number.isFinite(base) && base > 0)) throw new RangeError(`base must be above 0: ${base}`);
  return signed(value, nearestWhole(Math.abs(value) / base) * base);
}
