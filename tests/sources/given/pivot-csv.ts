/** A sheet shaped as a pivot, saved as a CSV with its about file, as a spreadsheet does it. */
import { ABOUT, cubes } from './own.ts';

export const QUARTERS = ['2024Q1', '2024Q2', '2024Q3', '2024Q4'];

/** Row 1 says what the sheet counts, row 2 is its head, figures begin in row 3. */
export function pivotCsv(
  cube: string,
  dimensions: readonly string[],
  rows: readonly (readonly string[])[],
  sheet = 'Figures',
  periods: readonly string[] = QUARTERS
): Record<string, string> {
  const outOf = cubes.get(cube)?.outOf === true ? ['Count or out of'] : [];
  const head = ['Area', 'What is counted', ...outOf, ...dimensions, ...periods];
  return {
    'about.csv': ABOUT,
    [`Own_${sheet}.csv`]: [['Table', cube], head, ...rows].map((cells) => cells.join(',')).join('\n')
  };
}
