/** Which chart suits what is chosen: decided by how many areas, periods and members there are, and by nothing else. */

export interface Extent {
  readonly areas: number;
  readonly periods: number;
  /** Whether the periods are reporting years, which lines are drawn over. */
  readonly yearly: boolean;
  /** How many members each breakdown has here. */
  readonly members: readonly number[];
}

export type Suggested = 'series' | 'multiples' | 'bars' | 'strip' | 'heat' | 'table';

/** As many as can be told apart. */
export const MOST_LINES = 4;
export const MOST_PANELS = 16;
export const MOST_BARS = 40;
export const MOST_PLACES = 240;
export const MOST_COLUMNS = 8;

/**
 * Years give lines, up to four in one chart, more in small panels. One thing told apart gives bars, or a strip where
 * there are too many areas to read; two give bars in groups, or a table of shades. What is left is a table alone.
 */
export function suggestChart({ areas, periods, yearly, members }: Extent): Suggested {
  const told = [areas, ...members].filter((many) => many > 1);
  const marks = told.reduce((product, many) => product * many, 1);
  if (areas < 1 || periods < 1 || members.some((many) => many < 1)) return 'table';
  if (periods > 1) {
    if (yearly && marks <= MOST_LINES) return 'series';
    if (yearly && marks <= MOST_PANELS) return 'multiples';
    if (!yearly && marks === 1 && periods <= MOST_BARS) return 'bars';
    const columns = Math.min(periods, ...told.slice(0, 1));
    return told.length === 1 && columns <= MOST_COLUMNS && marks * periods <= MOST_PLACES ? 'heat' : 'table';
  }
  if (told.length > 2) return 'table';
  if (marks <= (told.length === 2 ? MOST_BARS / 2 : MOST_BARS)) return 'bars';
  if (told.length === 1) return areas === marks ? 'strip' : 'table';
  return Math.min(...told) <= MOST_COLUMNS && marks <= MOST_PLACES ? 'heat' : 'table';
}
