/** What a page is called, known before any figure of it is. */
import type { Area } from '#lib/domain/area.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import { findArea, type Catalogue } from '#lib/db/catalogue.ts';
import { VIEW_NAMES } from '#lib/words/view-names.ts';

/** An area that shares its name with another says until when it was. */
export function areaName({ manifest }: Pick<Catalogue, 'manifest'>, area: Area): string {
  const namesakes = manifest.areas.filter((other) => other.name === area.name).length;
  return namesakes > 1 && area.to !== undefined ? `${area.name} (to ${String(area.to)})` : area.name;
}

/** `Leeds: Journey`, `Repeat plans, Leeds`; undefined where there is no such area or indicator. */
export function titleOf(catalogue: Catalogue, { area, view, indicator }: ViewPlace): string | undefined {
  const found = findArea(catalogue, area);
  if (found === undefined) return undefined;
  const name = areaName(catalogue, found);
  if (view !== 'indicator') return `${name}: ${VIEW_NAMES[view]}`;
  const asked = catalogue.indicators.find(({ id }) => id.toLowerCase() === indicator?.toLowerCase());
  return asked && `${asked.name}, ${name}`;
}
