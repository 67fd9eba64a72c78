/** Periods as people write them, with the ids they can mean. */
import {
  periodOf,
  reportingQuarterOf,
  reportingYearOf,
  TO_MARCH,
  type Calendar
} from '#lib/domain/period.ts';
import { datesOf, fullYear, monthOfWord } from './spelt-date.ts';
import { distinct, MEANS_NOTHING, type Meaning, type Spelt } from './spelling.ts';

/** Whether what is counted stands on a date or happens over a time; `unknown` where the row does not say. */
export type MeasureKind = 'stock' | 'flow' | 'unknown';

const meaningsBy = (calendar: Calendar, ...ids: readonly (string | undefined)[]): Spelt => ({
  meanings: distinct(
    ids.flatMap((id): Meaning[] => {
      const period = id === undefined ? undefined : periodOf(id, calendar);
      return period === undefined ? [] : [{ id: period.id, name: period.label }];
    })
  )
});

const two = (number: number) => String(number).padStart(2, '0');
const monthId = (year: number, month: number) => `${year}M${two(month)}`;
const quarterId = (year: number, quarter: number) => `${year}Q${quarter}`;

/**
 * What a text says of a time. A stock on 31 March is that of the reporting year which ends then, as national figures
 * say it.
 */
export function speltPeriod(text: string, kind: MeasureKind, calendar = TO_MARCH): Spelt {
  const own = periodOf(text, calendar);
  if (own !== undefined) return { meanings: [{ id: own.id, name: own.label }] };
  const plain = text
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  if (plain === '' || plain.length > 60) return MEANS_NOTHING;
  const found =
    ofRound(plain) ??
    ofYearEnding(plain, calendar) ??
    ofQuarter(plain, calendar) ??
    ofYears(plain, calendar) ??
    ofMid(plain, calendar) ??
    ofMonth(plain, calendar);
  if (found !== undefined && found.meanings.length > 0) return found;
  return ofDay(plain.replace(/^(?:(?:position|snapshot)\s)?(?:as )?(?:at|on)\s+/, ''), kind, calendar);
}

/** Whether a reporting year ends on that day. */
function isYearEnd(iso: string, calendar: Calendar): boolean {
  return periodOf(iso.slice(0, 4), calendar)?.end === iso;
}

/** The day of the month on which a reporting year ends. */
const lastDay = (year: string, calendar: Calendar) => periodOf(year, calendar)?.end.slice(8);

/** The quarter of the reporting year that ends in that month; undefined where none does. */
function quarterEnding(year: number, month: number, calendar: Calendar): string | undefined {
  const iso = `${year}-${two(month)}-01`;
  const id = quarterId(reportingYearOf(iso, calendar), reportingQuarterOf(iso, calendar));
  return periodOf(id, calendar)?.end.startsWith(iso.slice(0, 7)) === true ? id : undefined;
}

function ofRound(plain: string): Spelt | undefined {
  const number = /^round[ _-]?(\d{1,3})$/.exec(plain)?.[1];
  if (number === undefined) return undefined;
  const id = `round${Number(number)}`;
  return { meanings: [{ id, name: `round ${Number(number)}` }] };
}

/** `year ending 31 March 2024`, `12 months to March 2024`. */
function ofYearEnding(plain: string, calendar: Calendar): Spelt | undefined {
  const rest = /^(?:reporting )?(?:year|12 months) (?:to|ending|ended|end)(?: on| in)? (.+)$/.exec(
    plain
  )?.[1];
  if (rest === undefined) return undefined;
  const [, day, word = '', year = ''] =
    /^(?:(\d{2})(?:st|th)? )?([a-z]{3,9})[ -](\d{4}|\d{2})$/.exec(rest) ?? [];
  const id = String(fullYear(Number(year)));
  if (monthOfWord(word) === calendar.endsIn && (day ?? lastDay(id, calendar)) === lastDay(id, calendar))
    return meaningsBy(calendar, id);
  const ends = datesOf(rest).filter((date) => isYearEnd(date, calendar));
  return meaningsBy(calendar, ...ends.map((date) => date.slice(0, 4)));
}

const YEARS = String.raw`(?:fy ?)?(\d{4})\s?(?:-|\/|to)\s?(\d{4}|\d{2})`;

/** The reporting year of `2023-24`; undefined where the second year does not follow the first. */
function endOf(first: string, second: string): number | undefined {
  const [from, to] = [Number(first), Number(second)];
  const end = second.length === 2 ? Math.floor(from / 100) * 100 + to : to;
  const next = second === '00' && from % 100 === 99 ? from + 1 : end;
  return next === from + 1 ? next : undefined;
}

/** `2023-24`; where `2011-12` could be December 2011 too, both. */
function ofYears(plain: string, calendar: Calendar): Spelt | undefined {
  const [, first = '', second = ''] = new RegExp(`^(?:year )?${YEARS}$`).exec(plain) ?? [];
  const end = first === '' ? undefined : endOf(first, second);
  if (end === undefined) return undefined;
  const month = /^\d{4}-\d{2}$/.test(plain) ? monthId(Number(first), Number(second)) : undefined;
  return meaningsBy(calendar, String(end), month);
}

/** `Q3 2023-24`, `2023/24 Q3`, `Q3 2024` (of a reporting or a calendar year), `Oct-Dec 2023`. */
function ofQuarter(plain: string, calendar: Calendar): Spelt | undefined {
  const bare = plain.replace(/\s?\([^)]*\)\s?/, ' ').trim();
  const q = String.raw`(?:q|qtr ?|quarter )([1-4])`;
  const [, before, from1, to1] = new RegExp(`^${q}[ ,-]*(?:of )?${YEARS}$`).exec(bare) ?? [];
  const [, from2, to2, after] = new RegExp(`^${YEARS}[ ,-]*${q}$`).exec(bare) ?? [];
  const [quarter, from, to] = [before ?? after, from1 ?? from2, to1 ?? to2];
  if (quarter !== undefined && from !== undefined && to !== undefined) {
    const end = endOf(from, to);
    return end === undefined ? undefined : meaningsBy(calendar, quarterId(end, Number(quarter)));
  }
  const [, q1, y1] = new RegExp(`^${q}[ ,-]*(\\d{4})$`).exec(bare) ?? [];
  const [, y2, q2] = new RegExp(`^(\\d{4})[ ,-]+${q}$`).exec(bare) ?? [];
  const [single, year] = [q1 ?? q2, Number(y1 ?? y2)];
  if (single !== undefined) {
    const asCalendar = quarterEnding(year, Number(single) * 3, calendar);
    return meaningsBy(calendar, quarterId(year, Number(single)), asCalendar);
  }
  return ofSpan(bare, calendar);
}

/** `October to December 2023`, `quarter ending December 2023`. */
function ofSpan(plain: string, calendar: Calendar): Spelt | undefined {
  const [, first = '', last = '', year = ''] =
    /^([a-z]{3,9})\s?(?:-|to|\/)\s?([a-z]{3,9})[ -](\d{4}|\d{2})$/.exec(plain) ?? [];
  const [, ending = '', endYear = ''] =
    /^(?:quarter|3 months) (?:to|ending|ended)(?: \d{1,2}(?:st|th)?)? ([a-z]{3,9})[ -](\d{4}|\d{2})$/.exec(
      plain
    ) ?? [];
  const [start, end] = [monthOfWord(first), monthOfWord(last || ending)];
  if (end === undefined || (last !== '' && start !== ((end + 9) % 12) + 1)) return undefined;
  const inYear = fullYear(Number(year || endYear));
  const id = quarterEnding(inYear, end, calendar);
  return id === undefined ? undefined : meaningsBy(calendar, id);
}

function ofMid(plain: string, calendar: Calendar): Spelt | undefined {
  const year = /^mid[ -]?(?:year )?(\d{4})$/.exec(plain)?.[1];
  return year === undefined ? undefined : meaningsBy(calendar, `mid${year}`);
}

/** `Mar-24`, `March 2024`, `2024-03`, `03/2024`. */
function ofMonth(plain: string, calendar: Calendar): Spelt | undefined {
  const [, word = '', year = ''] = /^([a-z]{3,9})[ '’/-]?(\d{4}|\d{2})$/.exec(plain) ?? [];
  const month = monthOfWord(word);
  if (month !== undefined) return meaningsBy(calendar, monthId(fullYear(Number(year)), month));
  const [, yearFirst, then] = /^(\d{4})[-/](\d{1,2})$/.exec(plain) ?? [];
  const [, first, yearLast] = /^(\d{1,2})[-/](\d{4})$/.exec(plain) ?? [];
  const [inYear, inMonth] = [yearFirst ?? yearLast, Number(then ?? first)];
  if (inYear === undefined || inMonth < 1 || inMonth > 12) return undefined;
  return meaningsBy(calendar, monthId(Number(inYear), inMonth));
}

function ofDay(plain: string, kind: MeasureKind, calendar: Calendar): Spelt {
  return meaningsBy(
    calendar,
    ...datesOf(plain).map((date) =>
      isYearEnd(date, calendar) && kind === 'stock' ? date.slice(0, 4) : `at${date.replaceAll('-', '')}`
    )
  );
}
