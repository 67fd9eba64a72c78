import type { Area } from '#lib/domain/area.ts';

export interface ListedArea {
  readonly slug: string;
  readonly name: string;
  /** Years it did not always exist for, in words. */
  readonly years?: string;
  /** The areas that took over from it. */
  readonly successors: readonly { readonly slug: string; readonly name: string }[];
}

export interface AreaGroup {
  readonly heading: string;
  readonly region?: { readonly slug: string; readonly name: string };
  readonly areas: readonly ListedArea[];
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'en-GB');

function yearsOf({ from, to }: Area): string | undefined {
  if (to !== undefined) return `until ${to}`;
  return from === undefined ? undefined : `since ${from}`;
}

function listed(area: Area, areas: readonly Area[]): ListedArea {
  const years = yearsOf(area);
  return {
    slug: area.slug,
    name: area.name,
    ...(years === undefined ? {} : { years }),
    successors: areas
      .filter((other) => other.predecessors?.includes(area.id))
      .map(({ slug, name }) => ({ slug, name }))
      .sort(byName)
  };
}

/** Every area under its region, in alphabetical order; areas of no region under the first heading. */
export function groupAreas(areas: readonly Area[]): readonly AreaGroup[] {
  const regions = areas.filter((area) => area.kind === 'region').sort(byName);
  const regionIds = new Set(regions.map((region) => region.id));
  const countries = areas.filter((area) => area.kind === 'country');
  const loose = areas.filter(
    (area) => area.kind === 'authority' && (area.parent === undefined || !regionIds.has(area.parent))
  );
  const members = (parts: readonly Area[]) => [...parts].sort(byName).map((area) => listed(area, areas));
  const groups = regions.map((region) => ({
    heading: region.name,
    region: { slug: region.slug, name: region.name },
    areas: members(areas.filter((area) => area.parent === region.id))
  }));
  return [
    { heading: 'Whole country', areas: members(countries) },
    ...groups,
    ...(loose.length > 0 ? [{ heading: 'Other areas', areas: members(loose) }] : [])
  ].filter((group) => group.areas.length > 0 || 'region' in group);
}
