/** Which page is in sight, and how an address spells one that is chosen there. */
import type { Shown } from '#lib/selection/address.ts';
import type { ViewPlace } from '#lib/selection/place.ts';
import type { ViewModel } from '#lib/views/model.ts';

/** The page whose figures are in sight, with its year and comparison named; `model` where it was drawn here. */
export function placeInSight(place: ViewPlace, shown: Shown, model: ViewModel | undefined): ViewPlace {
  const { area = place.area, period, compare } = shown;
  const { slug, view, indicator } = model ? { slug: model.area.slug, ...model } : { slug: area, ...place };
  return {
    page: 'view',
    area: slug,
    view,
    ...(indicator === undefined ? {} : { indicator }),
    period,
    compare,
    ...(model?.earlier === undefined ? {} : { vintage: model.earlier.vintage })
  };
}

interface Sight {
  readonly model: ViewModel | undefined;
  readonly delivered: Shown | undefined;
  readonly shown: Shown | undefined;
}

/** The place without what its page shows unasked: the first choice of each control, and the release in sight. */
export function withoutUsual(
  { period, compare, vintage, ...rest }: ViewPlace,
  { model, delivered, shown }: Sight
): ViewPlace {
  const latest = model?.choices.periods[0]?.id ?? delivered?.period;
  const compared = model?.choices.compares[0]?.id ?? delivered?.compare;
  const usualRelease = vintage === shown?.vintage && model?.earlier === undefined;
  return {
    ...rest,
    ...(period === undefined || period === latest ? {} : { period }),
    ...(compare === undefined || compare === compared ? {} : { compare }),
    ...(vintage === undefined || usualRelease ? {} : { vintage })
  };
}
