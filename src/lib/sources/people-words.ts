/** Identifiers of people inside words: notes, registers and commentary are read by everybody who gets the bundle. */
import {
  dayOf,
  isPlainlyNhsNumber,
  isInsuranceNumber,
  isPupilNumber,
  isTelephone
} from './people-numbers.ts';

export type WordsKind =
  | 'an NHS number'
  | 'a pupil number'
  | 'a National Insurance number'
  | 'a postcode'
  | 'an email address'
  | 'a telephone number'
  | 'a date of birth';

const TEN = /(?<![\d.])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d.]\d|\d)/g;
const PUPIL = /\b[A-HJ-NP-RT-Z]\d{11}[A-Z\d]\b/gi;
const INSURANCE = /\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g;
const POSTCODE =
  /\b(?:[A-PR-UWYZ]\d[A-HJKPSTUW\d]?|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRV-Y\d]?) \d[ABD-HJLNP-UW-Z]{2}\b/;
const EMAIL = /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[a-z]{2,}/i;
const TELEPHONE = /(?<![\d.,])(?:\+44 ?|\(?0)\d[\d ()-]{7,13}\d(?!\d)/g;
const BORN =
  /\b(?:born(?: on)?|d\.?o\.?b\.?:?|date of birth:?|birthday:?)\s*(\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? \w+,? \d{2,4})/gi;

/** What kinds of identifier a text holds; none of them is ever repeated. */
export function identifiersIn(text: string): readonly WordsKind[] {
  const found: WordsKind[] = [];
  const hasDigits = /\d/.test(text);
  if (text.includes('@') && EMAIL.test(text)) found.push('an email address');
  if (!hasDigits) return found;
  if (matches(text, TEN).some(isPlainlyNhsNumber)) found.push('an NHS number');
  if (matches(text, PUPIL).some(isPupilNumber)) found.push('a pupil number');
  if (matches(text, INSURANCE).some(isInsuranceNumber)) found.push('a National Insurance number');
  if (POSTCODE.test(text)) found.push('a postcode');
  if (matches(text, TELEPHONE).some(isTelephone)) found.push('a telephone number');
  if ([...text.matchAll(BORN)].some(([, day = '']) => isDay(day))) found.push('a date of birth');
  return found;
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([found]) => found.trim());
}

function isDay(text: string): boolean {
  return dayOf(text) !== undefined || dayOf(text.replace(/(\d)(st|nd|rd|th)/, '$1')) !== undefined;
}

const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? \p{Lu}\p{Ll}+/u;

/** True where somebody is called by a title and a name. */
export function namesSomebody(text: string): boolean {
  return TITLED.test(text);
}
