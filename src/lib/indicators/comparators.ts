/** Whom an area is set beside: England, its region, and its statistical neighbours where they are close enough. */
import type { Area } from '#lib/domain/area.ts';
import { isWithheld } from '#lib/disclosure/may-say.ts';
import { isKnown, isThere, known, missing, type Cell } from '#lib/domain/cell.ts';
import type { Catalogue } from '#lib/db/catalogue.ts';
import { median, mostlyNotClose, NEIGHBOURS_NEEDED } from '#lib/stats/compare.ts';

export interface Comparators {
  /** Undefined for England itself, and where the figures have none. */
  readonly england: Area | undefined;
  readonly region: Area | undefined;
  /** Similar areas; empty where there are none or most are not close. */
  readonly neighbours: readonly string[];
  /** The area has neighbours, and most of them are “Not close”. */
  readonly unlike: boolean;
}

export function comparatorsOf(
  { manifest, neighbours }: Pick<Catalogue, 'manifest' | 'neighbours'>,
  area: Area
): Comparators {
  const country = manifest.areas.find(({ kind }) => kind === 'country');
  const parentOf = ({ parent }: Area) => manifest.areas.find(({ id }) => id === parent);
  const parent = parentOf(area);
  const above = parent?.kind === 'partnership' ? parentOf(parent) : parent;
  const listed = neighbours.filter((neighbour) => neighbour.area === area.id);
  const unlike = listed.length > 0 && mostlyNotClose(listed);
  return {
    england: country?.id === area.id ? undefined : country,
    region: above?.kind === 'region' ? above : undefined,
    neighbours: unlike ? [] : listed.map(({ neighbour }) => neighbour),
    unlike
  };
}

/** So many withheld neighbours, for each that is known, and the middle of the known ones is no longer that of all. */
const HIDDEN_FOR_EACH = 0.2;

/**
 * The middle of the neighbours that have figures, and how many have; missing where they are too few. What is withheld is
 * mostly small: where more than one in six of those that supplied a figure is withheld, the others alone would put the
 * middle too high, and none is given.
 */
export function middleOf(cells: readonly Cell[]): { readonly value: Cell; readonly withData: number } {
  const values = cells.filter(isKnown).map(({ value }) => value);
  const never = cells.every((cell) => !isThere(cell));
  const middle = median(values);
  const hidden = cells.filter(isWithheld).length;
  const enough =
    middle !== undefined && values.length >= NEIGHBOURS_NEEDED && hidden <= values.length * HIDDEN_FOR_EACH;
  return {
    value: enough ? known(middle) : missing(never ? 'notSupplied' : 'notAvailable'),
    withData: values.length
  };
}
