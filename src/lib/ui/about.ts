import { indicatorPlace } from '#lib/selection/place.ts';
import type { Slot, ViewModel } from '#lib/views/model.ts';
import type { Host } from './host.ts';

/** The page of an indicator for what a page shows; defaults are left out of its address. */
export function aboutHref(
  href: Host['href'],
  { area, period, compare, choices, earlier }: ViewModel,
  indicator: string
): string {
  const latest = choices.periods[0]?.id ?? period.id;
  const usual = choices.compares[0]?.id ?? compare.id;
  return href(
    indicatorPlace(indicator, {
      area: area.slug,
      ...(period.id === latest ? {} : { period: period.id }),
      ...(compare.id === usual ? {} : { compare: compare.id }),
      ...(earlier === undefined ? {} : { vintage: earlier.vintage })
    })
  );
}

export interface AboutLinks {
  readonly statements: readonly (string | undefined)[];
  readonly figures: readonly (string | undefined)[];
  readonly charts: readonly (string | undefined)[];
}

/** Where each statement, figure and chart of a slot leads; an indicator is linked once, where it is first met. */
export function aboutLinks(
  href: Host['href'],
  model: ViewModel,
  { statements, figures, charts }: Slot
): AboutLinks {
  const met = new Set<string>();
  const link = ({ indicator }: { readonly indicator?: string }): string | undefined => {
    if (indicator === undefined || model.view === 'indicator' || met.has(indicator)) return undefined;
    met.add(indicator);
    return aboutHref(href, model, indicator);
  };
  return { figures: figures.map(link), statements: statements.map(link), charts: charts.map(link) };
}
