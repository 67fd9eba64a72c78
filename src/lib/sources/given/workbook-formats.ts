/** How a workbook shows its numbers: which of them are dates, and what a reader sees (ECMA-376 part 1, 18.8.30). */
import { scanXml } from './xml-scan.ts';

const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss'
};

/** Formats by the number that cells give as their style. */
export type Formats = readonly string[];

/** The format of each cell style of `xl/styles.xml`. */
export function readFormats(styles: string): Formats {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  scanXml(styles, {
    open: ({ name, get }) => {
      if (name === 'numFmt') own.set(Number(get('numFmtId')), get('formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(get('numFmtId') ?? 0);
        formats.push(own.get(id) ?? BUILT_IN[id] ?? (isFarEasternDate(id) ? 'dd/mm/yyyy' : ''));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    }
  });
  return formats;
}

const isFarEasternDate = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** A format without its quoted words, colours, conditions and escaped letters, and of its parts only the first. */
function bare(format: string): string {
  return (format.split(';')[0] ?? '')
    .replace(/\\([ ,./-])/g, '$1')
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
}

/** Whether numbers in this format are shown as dates or times. */
export function isDateFormat(format: string): boolean {
  const plain = bare(format).replace('general', '');
  return /[ymdhs]/.test(plain) && !/[0#?]/.test(plain.replace(/ss?\.0+/, ''));
}

const DAY = 86_400_000;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The day of a serial number; undefined outside what spreadsheets show as dates. */
export function dateOfSerial(serial: number, from1904: boolean): Date | undefined {
  const days = Math.floor(serial);
  if (!(days >= 1 && days < 2_958_466)) return undefined;
  // Day 60 of the 1900 system is a 29 February that never was.
  const shift = from1904 ? 24_107 : days < 60 ? 25_568 : 25_569;
  return new Date((days - shift) * DAY);
}

/** `2024-09-05`. */
export function isoOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A date as its format shows it: `05-Sep`, `Sep-24`, `05/09/2024`. Times are left out. */
export function dateText(date: Date, format: string): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const two = (number: number) => String(number).padStart(2, '0');
  const shown = bare(format).replace(/\s*\[?h.*$/, '');
  if (!/[yd]/.test(shown) && !/mmm/.test(shown)) return isoOf(date);
  return shown
    .replace(/y+|m+|d+/g, (token) => {
      if (token.startsWith('y')) return token.length > 2 ? String(year) : two(year % 100);
      if (token.startsWith('d')) return token.length === 1 ? String(day) : two(day);
      if (token.length > 2) return MONTHS[month] ?? '';
      return token.length === 1 ? String(month + 1) : two(month + 1);
    })
    .trim();
}

/** A number as a reader sees it, as far as it matters here: percentages with their sign, others plainly. */
export function numberText(value: number, format: string): string {
  return bare(format).includes('%') ? `${Number((value * 100).toPrecision(12))}%` : String(value);
}
