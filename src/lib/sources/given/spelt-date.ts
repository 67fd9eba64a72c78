/** Dates as people and spreadsheets write them, with every meaning that they can have. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'];
const WORDS: ReadonlyMap<string, number> = new Map([
  ...MONTHS.map((word, index) => [word, index + 1] as const),
  ...[...FULL, 'october', 'november', 'december'].map((word, index) => [word, index + 1] as const),
  ['sept', 9]
]);

/** `march` → 3; undefined for what is no month. */
export function monthOfWord(word: string): number | undefined {
  return WORDS.get(word.toLowerCase());
}

/** `24` → 2024, `98` → 1998; four digits as they are. */
export function fullYear(year: number): number {
  return year >= 100 ? year : year + (year < 80 ? 2000 : 1900);
}

/** An ISO date from numbers; undefined where there is no such day. */
export function isoOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  return date.toISOString().slice(0, 10);
}

const present = (...dates: readonly (string | undefined)[]): string[] => [
  ...new Set(dates.flatMap((date) => date ?? []))
];

/** Every day that a text can mean; none where it is no date. A number of five digits is a spreadsheet’s day count. */
export function datesOf(text: string): string[] {
  const plain = text
    .trim()
    .replace(/[,.](?=\s)|(?<=\d)(st|nd|rd|th)\b/gi, '')
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso) return present(isoOf(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(plain);
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), fullYear(Number(numbers[3]))];
    return present(isoOf(year, second, first), isoOf(year, first, second));
  }
  const worded =
    /^(\d{1,2})[-/ ]?([A-Za-z]{3,9})[-/ ]?(\d{4}|\d{2})$/.exec(plain) ??
    swapped(/^([A-Za-z]{3,9}) (\d{1,2}) (\d{4})$/.exec(plain));
  if (worded) {
    const month = monthOfWord(worded[2] ?? '');
    return month === undefined ? [] : present(isoOf(fullYear(Number(worded[3])), month, Number(worded[1])));
  }
  return /^[345]\d{4}$/.test(plain) ? present(serialDate(Number(plain))) : [];
}

function swapped(found: RegExpExecArray | null): readonly string[] | undefined {
  return found === null ? undefined : [found[0], found[2] ?? '', found[1] ?? '', found[3] ?? ''];
}

/** The day a spreadsheet counts as this number, from 30 December 1899. */
function serialDate(serial: number): string | undefined {
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
}

/**
 * The two numbers that a spreadsheet may have turned into this date: `05-Sep` from `5-9`, `Oct-15` from `10-15`,
 * `2026-04-01` from `1-4`.
 */
export function numbersBehind(text: string): (readonly [number, number])[] {
  const plain = text.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2})?Z?$/, '');
  const dayFirst = /^(\d{1,2})[- ]([A-Za-z]{3,9})$/.exec(plain);
  const monthFirst = /^([A-Za-z]{3,9})[- ](\d{1,4})$/.exec(plain);
  if (dayFirst ?? monthFirst) {
    const month = monthOfWord(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
    const other = Number(dayFirst?.[1] ?? monthFirst?.[2]);
    if (month === undefined) return [];
    return inOrder([month, other % 100], dayFirst ? [other, month] : [0, 0]);
  }
  return inOrder(
    ...datesOf(plain).flatMap((date) => {
      const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
      return [[day, month], [month, day], ...(day === 1 ? [[month, year % 100]] : [])].map(
        ([from = 0, to = 0]) => [from, to] as const
      );
    })
  );
}

function inOrder(...pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const rising = pairs.filter(([from, to]) => from > 0 && from < to);
  return [...new Map(rising.map((pair) => [pair.join(), pair])).values()];
}
