/** Numbers that belong to one person, told by their shape and by the check that each carries. */

/** NHS numbers of England and Wales begin so; those of Scotland and Northern Ireland begin otherwise. */
const ENGLISH_NHS = /^[3467]/;

/** The ten digits of what is written as `4505577104` or `450 557 7104`; undefined for anything else. */
function tenDigits(text: string): string | undefined {
  return /^\d{10}$/.test(text) || /^\d{3}[ -]\d{3}[ -]\d{4}$/.test(text)
    ? text.replace(/[ -]/g, '')
    : undefined;
}

/**
 * True where ten digits pass the modulus 11 check of an NHS number: the tenth is 11 less the remainder of the first
 * nine, weighted 10 to 2, by 11 (NHS Data Dictionary).
 */
export function isNhsNumber(text: string): boolean {
  const digits = tenDigits(text);
  if (digits === undefined || /^(\d)\1*$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}

/** An NHS number that is hardly one by chance: written in three groups, or in the range that England and Wales use. */
export function isPlainlyNhsNumber(text: string): boolean {
  return (ENGLISH_NHS.test(text) || /[ -]/.test(text)) && isNhsNumber(text);
}

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** True where the text is shaped as a unique pupil number: a letter and 12 digits, or 11 digits and a letter if temporary. */
export function isShapedAsPupilNumber(text: string): boolean {
  return /^[A-HJ-NP-RT-Z](\d{12}|\d{11}[A-Z])$/i.test(text);
}

/**
 * True where the letter of a unique pupil number is the one that its digits ask for: their sum, weighted 2 to 13, by 23
 * (DfE, Unique pupil numbers). A temporary number ends in a letter that stands for its place in the same alphabet.
 */
export function isPupilNumber(text: string): boolean {
  if (!isShapedAsPupilNumber(text)) return false;
  const upper = text.toUpperCase();
  let sum = 0;
  for (let at = 1; at < 13; at += 1) {
    const sign = upper.charAt(at);
    const value = /\d/.test(sign) ? Number(sign) : UPN_LETTERS.indexOf(sign);
    if (value < 0) return false;
    sum += value * (at + 1);
  }
  return UPN_LETTERS.charAt(sum % 23) === upper.charAt(0);
}

/** True for a National Insurance number, with or without spaces. */
export function isInsuranceNumber(text: string): boolean {
  const plain = text.replaceAll(' ', '').toUpperCase();
  return (
    /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(plain) && !/^(BG|GB|NK|KN|TN|NT|ZZ)/.test(plain)
  );
}

const OUTWARD = String.raw`(?:[A-PR-UWYZ]\d[A-HJKPSTUW\d]?|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRV-Y\d]?)`;
const INWARD = String.raw`\d[ABD-HJLNP-UW-Z]{2}`;
const SPACED_POSTCODE = new RegExp(`^${OUTWARD} ${INWARD}$`, 'i');
const CLOSE_POSTCODE = new RegExp(`^${OUTWARD}${INWARD}$`, 'i');

/** A whole UK postcode: `spaced` where it is written with its space, `close` where it could be a code of another kind. */
export function postcodeShape(text: string): 'spaced' | 'close' | undefined {
  if (text.length < 5 || text.length > 8) return undefined;
  if (SPACED_POSTCODE.test(text)) return 'spaced';
  return CLOSE_POSTCODE.test(text) ? 'close' : undefined;
}

/** True for an email address. */
export function isEmail(text: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}$/i.test(text);
}

/** True for a UK telephone number that may be somebody’s own: freephone and 03 numbers are not. */
export function isTelephone(text: string): boolean {
  const plain = text.replace(/[ ()-]/g, '').replace(/^\+44|^0044/, '0');
  return /^0[1267]\d{8,9}$/.test(plain) && text.length >= 10;
}

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ][\d:.Z+]*)?$/;
const BRITISH = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: [\d:]+)?$/;
const WORDED = /^(\d{1,2})[- ]([a-z]{3})[a-z]*[- ,]+(\d{4}|\d{2})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day that a text names, as a count of days since 1970; undefined where it names none. */
export function dayOf(text: string): number | undefined {
  const iso = ISO.exec(text);
  if (iso) return daysOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const british = BRITISH.exec(text);
  if (british) return daysOf(yearOf(british[3] ?? ''), Number(british[2]), Number(british[1]));
  const worded = WORDED.exec(text);
  if (!worded) return undefined;
  const month = MONTHS.indexOf((worded[2] ?? '').toLowerCase()) + 1;
  return month === 0 ? undefined : daysOf(yearOf(worded[3] ?? ''), month, Number(worded[1]));
}

function yearOf(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year + (year < 50 ? 2000 : 1900);
}

function daysOf(year: number, month: number, day: number): number | undefined {
  const [months, days] = month > 12 && day <= 12 ? [day, month] : [month, day];
  if (year < 1900 || year > 2100 || months < 1 || months > 12 || days < 1 || days > 31) return undefined;
  return Math.round(Date.UTC(year, months - 1, days) / 86_400_000);
}
