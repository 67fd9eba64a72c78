/** In which month the years of a chart end, as their periods say. */
import type { Period } from '#lib/domain/period.ts';

const MARCH = 3;

/** What a chart over years is told of them: nothing where they end in March, as most do. */
export function yearsEnd(years: readonly Pick<Period, 'end'>[]): { readonly endsIn?: number } {
  const month = Number(years.at(-1)?.end.slice(5, 7) ?? MARCH);
  return month === MARCH ? {} : { endsIn: month };
}
