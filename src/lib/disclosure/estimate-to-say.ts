/** Percentages and rates that a bundle gives as such, beside counts of the same thing that are withheld. */
import { isKnown, known, type Cell } from '#lib/domain/cell.ts';
import type { Cube } from '#lib/domain/cube.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { roundHalfUp } from '#lib/stats/rounding.ts';
import { decimalsToSay, isWithheld, WITHHELD } from './may-say.ts';

export interface RowsOfCube {
  readonly table: { readonly dimensions: readonly string[] };
  readonly cube: Pick<Cube, 'value' | 'measures' | 'dimensions'>;
  readonly observations: readonly Observation[];
}

/** More could only tell of single children. */
const MOST_DECIMALS = 1;
const KINDS: Readonly<Record<string, 'percentage' | 'rate'>> = {
  'per cent': 'percentage',
  'per 10,000 children': 'rate'
};

/**
 * The tables with their estimates as they may be said: with one decimal at the most and, beside a withheld count of the
 * same thing for the same area and period, with so few that its count stays open, or withheld. Of a rate beside a
 * withheld count nothing can be proved, as it is not known what it is a rate of.
 */
export function withEstimatesToSay<T extends RowsOfCube>(
  tables: readonly T[],
  settings: { readonly threshold: number; readonly zerosShown: boolean }
): T[] {
  const beside = withheldCounts(tables);
  return tables.map((table) => {
    if (table.cube.value === 'count') return table;
    const units = new Map(table.cube.measures.map(({ id, unit }) => [id, unit.one]));
    const topics = topicsIn(table);
    return {
      ...table,
      observations: table.observations.map((row) => {
        const kind = KINDS[units.get(row.measure) ?? ''];
        const counts = topics.flatMap((place) => beside.get(keyOf(row, row.members[place] ?? '')) ?? []);
        return { ...row, cell: estimateToSay(row.cell, kind, counts, settings) };
      })
    };
  });
}

/** A withheld n with its N, which may be withheld too. */
interface WithheldCount {
  readonly count: Cell;
  readonly denominator: Cell;
}

function estimateToSay(
  cell: Cell,
  kind: 'percentage' | 'rate' | undefined,
  counts: readonly WithheldCount[],
  settings: { readonly threshold: number; readonly zerosShown: boolean }
): Cell {
  if (!isKnown(cell)) return cell;
  if (kind === 'rate' && counts.length > 0) return WITHHELD;
  const allowed =
    kind === undefined
      ? [MOST_DECIMALS]
      : counts.map((each) => decimalsToSay({ kind, ...each, decimals: MOST_DECIMALS, ...settings }));
  if (allowed.includes(undefined)) return WITHHELD;
  const decimals = Math.min(MOST_DECIMALS, ...allowed.filter((each) => each !== undefined));
  return known(roundHalfUp(cell.value, decimals), cell.flags);
}

const keyOf = ({ area, period }: Observation, topic: string) => `${area} ${period} ${topic}`;

/** Places of the dimensions that say what is counted, by ids that all cubes have in common. */
function topicsIn({ table, cube }: RowsOfCube): readonly number[] {
  return cube.dimensions
    .filter(({ open }) => open === 'indicators')
    .map(({ id }) => table.dimensions.indexOf(id))
    .filter((place) => place >= 0);
}

function withheldCounts(tables: readonly RowsOfCube[]): ReadonlyMap<string, readonly WithheldCount[]> {
  const found = new Map<string, WithheldCount[]>();
  for (const table of tables) {
    if (table.cube.value !== 'count') continue;
    const topics = topicsIn(table);
    for (const row of table.observations) {
      if (!isWithheld(row.cell) && !(row.of && isWithheld(row.of))) continue;
      const denominator = row.of ?? WITHHELD;
      for (const place of topics) {
        const key = keyOf(row, row.members[place] ?? '');
        found.set(key, [...(found.get(key) ?? []), { count: row.cell, denominator }]);
      }
    }
  }
  return found;
}
