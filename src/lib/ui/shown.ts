import type { Shown } from '#lib/selection/address.ts';
import type { ViewModel } from '#lib/views/model.ts';

/** What a page shows, as an address that asks for exactly this would say it. */
export function shownOf({ view, area, period, compare, vintage, earlier }: ViewModel): Shown {
  return {
    ...(view === 'indicator' ? { area: area.slug } : {}),
    period: period.id,
    compare: compare.id,
    vintage: earlier?.vintage ?? vintage
  };
}
