/** Bundles as disclosure control sees them: tables of releases, and the areas, periods and tiers they lean on. */
import type { Area } from '#lib/domain/area.ts';
import type { Frame, ReleasedTable } from '#lib/disclosure/relations.ts';
import type { Bundle } from './bundle.ts';

type Release = NonNullable<ReleasedTable['release']>;

/** The tables of a bundle, as those of the release being made or of one that is out. */
export function releasedTables({ tables }: Pick<Bundle, 'tables'>, release?: Release): ReleasedTable[] {
  return tables.map((table) => (release === undefined ? table : { ...table, release }));
}

/** Areas, periods and tiers of several bundles, each id once: as the first that has it says. */
export function frameOf(bundles: readonly Pick<Bundle, 'manifest'>[]): Frame {
  const first = <T extends { readonly id: string }>(lists: readonly (readonly T[])[]): T[] => [
    ...new Map(
      lists
        .flat()
        .toReversed()
        .map((each) => [each.id, each])
    ).values()
  ];
  return {
    areas: first(bundles.map(({ manifest }) => manifest.areas)),
    periods: first(bundles.map(({ manifest }) => manifest.periods)),
    tiers: first(bundles.map(({ manifest }) => manifest.tiers))
  };
}

/**
 * A bundle with its areas under the ids that another gives them, where both have a code of theirs in common: so official
 * figures and a partnership’s own can be compared.
 */
export function withAreasOf<B extends Pick<Bundle, 'manifest' | 'tables'>>(
  bundle: B,
  other: Pick<Bundle, 'manifest'>
): B {
  const codes = new Map(
    other.manifest.areas.flatMap((area) => codesOf(area).map((code) => [code, area.id] as const))
  );
  const ids = new Map(
    bundle.manifest.areas.flatMap((area) => {
      const id = codesOf(area).flatMap((code) => codes.get(code) ?? [])[0];
      return id === undefined || id === area.id ? [] : [[area.id, id] as const];
    })
  );
  if (ids.size === 0) return bundle;
  const named = (id: string) => ids.get(id) ?? id;
  return {
    ...bundle,
    manifest: {
      ...bundle.manifest,
      areas: bundle.manifest.areas.map((area) => ({
        ...area,
        id: named(area.id),
        ...(area.parent === undefined ? {} : { parent: named(area.parent) })
      }))
    },
    tables: bundle.tables.map((table) => ({
      ...table,
      observations: table.observations.map((row) => ({ ...row, area: named(row.area) }))
    }))
  };
}

function codesOf({ codes }: Area): string[] {
  return codes.map(({ code }) => code);
}
