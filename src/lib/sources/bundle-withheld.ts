/** A bundle’s tables as they may be published: what is withheld is marked, and counts that are shown are rounded. */
import { known, missing, type Cell } from '#lib/domain/cell.ts';
import type { DisclosureSettings } from '#lib/domain/disclosure.ts';
import { cellId, type Face } from '#lib/disclosure/relations.ts';
import { publishedCount } from '#lib/disclosure/settings.ts';
import type { BundleTable } from './bundle.ts';

/** Of estimates and averages, which count nobody, so many decimals are kept: more could only tell of single children. */
const DECIMALS_OF_ESTIMATES = 1;

/**
 * The tables with the cells of these ids (`cellId`) withheld. Counts of children, families and their episodes are
 * rounded as the settings say; estimates of population and counts of staff and services are not.
 */
export function publishedTables(
  tables: readonly BundleTable[],
  withheld: ReadonlySet<string>,
  settings: DisclosureSettings
): BundleTable[] {
  return tables.map((each) => {
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
}

function shownValue(
  value: number,
  { cube }: BundleTable,
  isAboutChildren: boolean,
  settings: DisclosureSettings
): number {
  if (cube.value === 'number') return Number(value.toFixed(DECIMALS_OF_ESTIMATES));
  return isAboutChildren && cube.id !== 'population' ? publishedCount(value, settings) : value;
}
