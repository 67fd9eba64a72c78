/** Across two years in which “multiple” moves by so many points of all plans, what changed is how plans are recorded. */
const RECODING_POINTS = 10;

/** True where a share of all plans, in percent, moved by ten points or more between two years. */
export function isRecoding(before: number, after: number): boolean {
  return Math.abs(after - before) >= RECODING_POINTS;
}
