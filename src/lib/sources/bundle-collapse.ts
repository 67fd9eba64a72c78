/** Leaves out of earlier releases what a later one says again, so that checking does not grow with every release. */
import type { Area } from '#lib/domain/area.ts';
import type { Period } from '#lib/domain/period.ts';
import { countsTheSame } from '#lib/disclosure/relation-links.ts';
import { partnershipOf, timesThatTouch } from '#lib/disclosure/relation-places.ts';
import { cellId, cellsOf, type ReleasedTable } from '#lib/disclosure/relations.ts';

interface Release {
  readonly audience: string;
  readonly frame: { readonly areas: readonly Area[]; readonly periods: readonly Period[] };
  readonly tables: readonly ReleasedTable[];
}

/**
 * Releases, oldest first, without the parts that a later release of the same audience repeats cell by cell, withheld
 * ones too. A part is all that cubes which count the same children say of one partnership in periods that touch: no
 * figure of it adds up with one outside it. Counts rounded otherwise are never taken for a repetition.
 */
export function withoutRepeats<R extends Release>(releases: readonly R[]): R[] {
  const told = releases.map(({ tables }) => valuesOf(tables));
  return releases.map((release, at) => {
    const partOf = partsOf(release);
    const later = releases.flatMap((other, place) =>
      place > at && other.audience === release.audience && sameRule(other, release) ? [told[place]] : []
    );
    const repeated = new Map<string, Set<number>>();
    for (const table of release.tables)
      for (const cell of cellsOf(table)) {
        const part = partOf(table, cell);
        const still = repeated.get(part) ?? new Set(later.keys());
        for (const place of still)
          if (later[place]?.get(withoutRelease(table, cell)) !== told[at]?.get(withoutRelease(table, cell)))
            still.delete(place);
        repeated.set(part, still);
      }
    return {
      ...release,
      tables: release.tables.map((table) => ({
        ...table,
        observations: table.observations.filter((row) => (repeated.get(partOf(table, row))?.size ?? 0) === 0)
      }))
    };
  });
}

type CellOf = ReturnType<typeof cellsOf>[number];

const withoutRelease = ({ table, cube, observations }: ReleasedTable, cell: CellOf) =>
  cellId({ table, cube, observations }, { ...cell, measure: cell.measure.id });

function valuesOf(tables: readonly ReleasedTable[]): Map<string, number | undefined | 'withheld'> {
  return new Map(
    tables.flatMap((table) =>
      cellsOf(table).map(
        (cell) =>
          [withoutRelease(table, cell), cell.cell.kind === 'known' ? cell.cell.value : 'withheld'] as const
      )
    )
  );
}

function sameRule(one: Release, other: Release): boolean {
  const [a, b] = [one, other].map(({ tables }) => tables[0]?.release?.rule);
  return (a?.rounding ?? 1) === (b?.rounding ?? 1);
}

/** The part that a row of a release belongs to, by name. */
function partsOf({ frame, tables }: Release) {
  const rootOf = partnershipOf(frame.areas);
  const timeOf = timesThatTouch(frame.periods);
  const names = new Map(tables.map(({ cube }) => [cube.id, countsTheSame(cube.id)]));
  return ({ cube }: ReleasedTable, { area, period }: { readonly area: string; readonly period: string }) =>
    `${names.get(cube.id) ?? ''}|${rootOf(area)}|${timeOf(period)}`;
}
