import { dateInWords } from '#lib/domain/dates.ts';
import type { Shown } from '#lib/selection/address.ts';
import type { Compare, ViewPlace } from '#lib/selection/place.ts';
import type { ViewModel } from '#lib/views/model.ts';

const COMPARED: Readonly<Record<Compare, string>> = {
  neighbours: 'similar areas',
  region: 'its region',
  england: 'England'
};

/** Only what can be a reporting year is ever said as a date. */
const YEAR = /^20\d\d$/;

const dated = (period: string): string =>
  YEAR.test(period) ? `the position at ${dateInWords(`${period}-03-31`)}` : `the period ${period}`;

/** What a link asks for that the page at hand does not show, as a phrase: `the position at 31 March 2020, compared with England`. */
export function askedInWords(place: ViewPlace, shown?: Shown): string {
  const differs = (key: keyof Shown) => place[key] !== undefined && place[key] !== shown?.[key];
  const elsewhere = place.view === 'indicator' && shown?.area !== undefined && place.area !== shown.area;
  const parts = [
    elsewhere ? 'the figures for another area' : undefined,
    differs('period') && place.period !== undefined ? dated(place.period) : undefined,
    differs('compare') && place.compare !== undefined
      ? `compared with ${COMPARED[place.compare]}`
      : undefined,
    differs('vintage') && place.vintage !== undefined ? `from the ${place.vintage} release` : undefined
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return 'the latest position';
  return !elsewhere && (place.period === undefined || !differs('period'))
    ? `the position ${parts.join(', ')}`
    : parts.join(', ');
}

/** What the page at hand shows, as a phrase. */
export function shownInWords(shown: Shown): string {
  return `${dated(shown.period)}, compared with ${COMPARED[shown.compare]}, from the ${shown.vintage} release`;
}

/** What is said to whoever does not see that a page came: with whom it compares only where it does. */
export function nowShowing({ area, compare, earlier, headline, position }: ViewModel): string {
  const beside = compare.label === '' ? '' : `, compared with ${compare.label}`;
  return `${earlier?.text ?? ''} Now showing ${area.name}. ${position}${beside}. ${headline.text}`.trim();
}
