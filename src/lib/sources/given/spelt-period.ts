/** Periods as people write them, with the ids they can mean. */
import { periodOf } from '#lib/domain/period.ts';
import { datesOf, fullYear, monthOfWord } from './spelt-date.ts';
import { distinct, MEANS_NOTHING, type Meaning, type Spelt } from './spelling.ts';

/** Whether what is counted stands on a date or happens over a time; `unknown` where the row does not say. */
export type MeasureKind = 'stock' | 'flow' | 'unknown';

const meaningsOf = (...ids: readonly (string | undefined)[]): Spelt => ({
  meanings: distinct(
    ids.flatMap((id): Meaning[] => {
      const period = id === undefined ? undefined : periodOf(id);
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
export function speltPeriod(text: string, kind: MeasureKind): Spelt {
  const own = periodOf(text);
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
    ofYearEnding(plain) ??
    ofQuarter(plain) ??
    ofYears(plain) ??
    ofMid(plain) ??
    ofMonth(plain);
  if (found !== undefined && found.meanings.length > 0) return found;
  return ofDay(plain.replace(/^(?:(?:position|snapshot)\s)?(?:as )?(?:at|on)\s+/, ''), kind);
}

function ofRound(plain: string): Spelt | undefined {
  const number = /^round[ _-]?(\d{1,3})$/.exec(plain)?.[1];
  if (number === undefined) return undefined;
  const id = `round${Number(number)}`;
  return { meanings: [{ id, name: `round ${Number(number)}` }] };
}

/** `year ending 31 March 2024`, `12 months to March 2024`. */
function ofYearEnding(plain: string): Spelt | undefined {
  const rest = /^(?:reporting )?(?:year|12 months) (?:to|ending|ended|end)(?: on| in)? (.+)$/.exec(
    plain
  )?.[1];
  if (rest === undefined) return undefined;
  const year = /^(?:31(?:st)? )?mar(?:ch)?[ -](\d{4}|\d{2})$/.exec(rest)?.[1];
  if (year !== undefined) return meaningsOf(String(fullYear(Number(year))));
  const march = datesOf(rest).filter((date) => date.endsWith('-03-31'));
  return meaningsOf(...march.map((date) => date.slice(0, 4)));
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
function ofYears(plain: string): Spelt | undefined {
  const [, first = '', second = ''] = new RegExp(`^(?:year )?${YEARS}$`).exec(plain) ?? [];
  const end = first === '' ? undefined : endOf(first, second);
  if (end === undefined) return undefined;
  const month = /^\d{4}-\d{2}$/.test(plain) ? monthId(Number(first), Number(second)) : undefined;
  return meaningsOf(String(end), month);
}

/** `Q3 2023-24`, `2023/24 Q3`, `Q3 2024` (of a reporting or a calendar year), `Oct-Dec 2023`. */
function ofQuarter(plain: string): Spelt | undefined {
  const bare = plain.replace(/\s?\([^)]*\)\s?/, ' ').trim();
  const q = String.raw`(?:q|qtr ?|quarter )([1-4])`;
  const [, before, from1, to1] = new RegExp(`^${q}[ ,-]*(?:of )?${YEARS}$`).exec(bare) ?? [];
  const [, from2, to2, after] = new RegExp(`^${YEARS}[ ,-]*${q}$`).exec(bare) ?? [];
  const [quarter, from, to] = [before ?? after, from1 ?? from2, to1 ?? to2];
  if (quarter !== undefined && from !== undefined && to !== undefined) {
    const end = endOf(from, to);
    return end === undefined ? undefined : meaningsOf(quarterId(end, Number(quarter)));
  }
  const [, q1, y1] = new RegExp(`^${q}[ ,-]*(\\d{4})$`).exec(bare) ?? [];
  const [, y2, q2] = new RegExp(`^(\\d{4})[ ,-]+${q}$`).exec(bare) ?? [];
  const [single, year] = [q1 ?? q2, Number(y1 ?? y2)];
  if (single !== undefined) {
    const calendar = Number(single);
    const asCalendar = calendar === 1 ? quarterId(year, 4) : quarterId(year + 1, calendar - 1);
    return meaningsOf(quarterId(year, Number(single)), asCalendar);
  }
  return ofSpan(bare);
}

/** `October to December 2023`, `quarter ending December 2023`. */
function ofSpan(plain: string): Spelt | undefined {
  const [, first = '', last = '', year = ''] =
    /^([a-z]{3,9})\s?(?:-|to|\/)\s?([a-z]{3,9})[ -](\d{4}|\d{2})$/.exec(plain) ?? [];
  const [, ending = '', endYear = ''] =
    /^(?:quarter|3 months) (?:to|ending|ended)(?: \d{1,2}(?:st|th)?)? ([a-z]{3,9})[ -](\d{4}|\d{2})$/.exec(
      plain
    ) ?? [];
  const [start, end] = [monthOfWord(first), monthOfWord(last || ending)];
  if (end === undefined || end % 3 !== 0 || (last !== '' && start !== end - 2)) return undefined;
  const inYear = fullYear(Number(year || endYear));
  return meaningsOf(end === 3 ? quarterId(inYear, 4) : quarterId(inYear + 1, end / 3 - 1));
}

function ofMid(plain: string): Spelt | undefined {
  const year = /^mid[ -]?(?:year )?(\d{4})$/.exec(plain)?.[1];
  return year === undefined ? undefined : meaningsOf(`mid${year}`);
}

/** `Mar-24`, `March 2024`, `2024-03`, `03/2024`. */
function ofMonth(plain: string): Spelt | undefined {
  const [, word = '', year = ''] = /^([a-z]{3,9})[ '’/-]?(\d{4}|\d{2})$/.exec(plain) ?? [];
  const month = monthOfWord(word);
  if (month !== undefined) return meaningsOf(monthId(fullYear(Number(year)), month));
  const [, yearFirst, then] = /^(\d{4})[-/](\d{1,2})$/.exec(plain) ?? [];
  const [, first, yearLast] = /^(\d{1,2})[-/](\d{4})$/.exec(plain) ?? [];
  const [inYear, inMonth] = [yearFirst ?? yearLast, Number(then ?? first)];
  if (inYear === undefined || inMonth < 1 || inMonth > 12) return undefined;
  return meaningsOf(monthId(Number(inYear), inMonth));
}

function ofDay(plain: string, kind: MeasureKind): Spelt {
  return meaningsOf(
    ...datesOf(plain).map((date) =>
      date.endsWith('-03-31') && kind === 'stock' ? date.slice(0, 4) : `at${date.replaceAll('-', '')}`
    )
  );
}
