/**
 * Rounds half up, as official statistics do: 0.05 → 0.1, 2.5 → 3. A binary fraction a hair below the half
 * (0.285 is stored as 0.28499…) counts as the half it stands for.
 */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale;
  return (Math.sign(value) * Math.floor(scaled + 0.5 + 1e-9 * Math.max(1, scaled))) / scale;
}
