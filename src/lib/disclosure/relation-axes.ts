/** The axes along which figures of a cube add up: its dimensions, areas and time. */
import type { Cube } from '#lib/domain/cube.ts';
import type { Frame, TableCell } from './relation-cells.ts';
import { dimensionRelations, type AxisRelation } from './relation-dimension.ts';
import { areaRelations, highestTierRelations, periodRelations, tierRelations } from './relation-frame.ts';

/** What adds up along one axis, among the members that are present with all else as in `cell`. */
export interface AxisRule {
  readonly relations: (cell: TableCell, present: ReadonlySet<string>) => AxisRelation[];
  /** Cells that it treats alike have the same. */
  readonly signature: (cell: TableCell) => string;
}

export function areaRule({ areas }: Frame): AxisRule {
  return { relations: (_, present) => areaRelations(areas, present), signature: () => '' };
}

export function periodRule(frame: Frame): AxisRule {
  const periods = new Map(frame.periods.map((period) => [period.id, period]));
  return {
    relations: ({ measure }, present) => periodRelations(periods, measure, present),
    signature: ({ measure }) => measure.id
  };
}

/** Undefined where the cube has no such dimension. */
export function dimensionRule(cube: Cube, id: string, { tiers }: Frame): AxisRule | undefined {
  const dimension = cube.dimensions.find((each) => each.id === id);
  if (dimension === undefined) return undefined;
  const isTier = dimension.open === 'tiers' && id === 'tier';
  const once = ({ of, members }: TableCell) => members[of.table.dimensions.indexOf('highest')] === 'yes';
  const stock = ({ measure }: TableCell) => measure.kind === 'stock' || measure.id.startsWith('anypoint');
  return {
    relations: (cell, present) => {
      if (!isTier) return dimensionRelations(dimension, present);
      if (once(cell)) return highestTierRelations(tiers, present);
      return stock(cell) ? tierRelations(tiers, dimension, present) : [];
    },
    signature: (cell) => (isTier ? `${once(cell)} ${stock(cell)}` : '')
  };
}
