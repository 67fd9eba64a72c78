/** A bundle’s tables as they may be published: what is withheld is marked, and counts that are shown are rounded. */
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import { ALL, isPopulation } from '#lib/domain/cube.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { withEstimatesToSay } from '#lib/disclosure/estimate-to-say.ts';
import { cellId, type Face } from '#lib/disclosure/relations.ts';
import { publishedCount } from '#lib/disclosure/settings.ts';
import type { Bundle, BundleTable } from './bundle.ts';

/**
 * The tables with the cells of these ids (`cellId`) withheld. Counts of children, families and their episodes are
 * rounded as the settings say; estimates of population and counts of staff and services are not. Other estimates are
 * said with so few decimals that they give no withheld count back.
 */
export function publishedTables(
  tables: readonly BundleTable[],
  withheld: ReadonlySet<string>,
  settings: DisclosureSettings
): BundleTable[] {
  const counted = tables.map((each) => {
    const units = new Map(each.cube.measures.map(({ id, unit }) => [id, unit.one]));
    return {
      ...each,
      observations: each.observations.map((row) => {
        const isAbout = !settings.notAboutChildren.includes(units.get(row.measure) ?? '');
        const shown = (cell: Cell, face: Face): Cell => {
          if (withheld.has(cellId(each, { ...row, face }))) return missing('withheld');
          if (cell.kind === 'missing') return cell;
          return known(shownValue(cell.value, each, isAbout, settings), cell.flags);
        };
        return {
          ...row,
          cell: shown(row.cell, 'value'),
          ...(row.of === undefined ? {} : { of: shown(row.of, 'of') })
        };
      })
    };
  });
  return withEstimatesToSay(counted, settings);
}

function shownValue(
  value: number,
  { cube }: BundleTable,
  isAboutChildren: boolean,
  settings: DisclosureSettings
): number {
  if (cube.value === 'number') return value;
  return isAboutChildren && !isPopulation(cube) ? publishedCount(value, settings) : value;
}

/**
 * The rounds as they may be published: how many were looked at is said as it is in the tables, and is left out where any
 * of them, of this release or of one that is out, withholds what it counts out of in that round.
 */
export function publishedRounds(
  { rounds }: Bundle['registers'],
  tables: readonly Pick<BundleTable, 'table' | 'observations'>[],
  settings: DisclosureSettings
): Pick<Bundle['registers'], 'rounds'> {
  if (rounds === undefined) return {};
  const withheld = new Set(
    tables.flatMap(({ table, observations }) => {
      const at = table.dimensions.indexOf('round');
      return observations.flatMap(({ members, of }) =>
        of?.kind === 'missing' && of.reason === 'withheld' ? [members[at] ?? ALL] : []
      );
    })
  );
  return {
    rounds: rounds.map(({ size, ...round }) => {
      const isSmall = size !== undefined && size > 0 && size < settings.threshold;
      if (size === undefined || isSmall || withheld.has(round.round) || withheld.has(ALL)) return round;
      return { ...round, size: publishedCount(size, settings) };
    })
  };
}
