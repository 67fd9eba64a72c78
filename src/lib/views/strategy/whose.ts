/** Whose figure of an indicator a page shows: the area’s own, or else that of the partnership it belongs to. */
import { partnershipOf, type Area } from '#lib/domain/area.ts';
import { isThere } from '#lib/domain/cell.ts';
import type { Period } from '#lib/domain/period.ts';
import type { PlacedIndicator } from '#lib/domain/placed-indicator.ts';
import type { Answer } from '#lib/indicators/answer.ts';
import type { Context } from '../context.ts';

export type Answers = (indicator: PlacedIndicator, area?: string, period?: Period) => Answer;

/** An indicator with the area whose figures are shown, year by year. */
export interface Held {
  readonly indicator: PlacedIndicator;
  readonly area: Area;
  /** It is of the whole partnership, and the page is of one authority. */
  readonly whole: boolean;
  readonly at: (year: Period) => Answer;
  readonly years: readonly Period[];
}

/** The years of the page that have come to pass when it is read: those up to its own. */
export function yearsUpTo({ years, period }: Context): readonly Period[] {
  return years.filter(({ end }) => end <= period.end);
}

/** Undefined where neither has a figure, or a reason why there is none, in any of the years. */
export function heldBy(
  context: Context,
  answers: Answers,
  indicator: PlacedIndicator,
  areas: readonly Area[] = [],
  years: readonly Period[] = yearsUpTo(context)
): Held | undefined {
  const { catalogue, area: here } = context;
  const partnership = partnershipOf(here, catalogue.manifest.areas);
  const asked = areas.length > 0 ? areas : [here, ...(partnership ? [partnership] : [])];
  const area = asked.find(({ id }) => years.some((year) => isThere(answers(indicator, id, year).value)));
  if (!area || !indicator.supplied) return undefined;
  return {
    indicator,
    area,
    whole: area.id !== here.id && area.kind === 'partnership',
    at: (year) => answers(indicator, area.id, year),
    years: years.filter((year) => isThere(answers(indicator, area.id, year).value))
  };
}

/** The name of the area a figure is of; undefined where that is the area of the page. */
export function whoseOf(context: Context, { area }: Held): string | undefined {
  return area.id === context.area.id ? undefined : area.name;
}

/** The name of a figure, with whose it is where the page is of another area. */
export function nameOf(context: Context, held: Held): string {
  const whose = whoseOf(context, held);
  if (whose === undefined) return held.indicator.name;
  return `${held.indicator.name} (${held.area.kind === 'partnership' ? `the whole of ${whose}` : whose})`;
}

/** For sentences and titles that begin with the name of a figure. */
export function withWhose(context: Context, held: Held): PlacedIndicator {
  return { ...held.indicator, name: nameOf(context, held) };
}

/** The authorities of a partnership; none for any other area. */
export function authoritiesOf({ catalogue, area }: Context): readonly Area[] {
  return area.kind === 'partnership'
    ? catalogue.manifest.areas.filter(({ parent, kind }) => parent === area.id && kind === 'authority')
    : [];
}
