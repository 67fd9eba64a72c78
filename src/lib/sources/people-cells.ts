/** What one cell may give away about a person, from what stands in it alone. */
import { isPersonName } from './people-first-names.ts';
import {
  dayOf,
  isEmail,
  isPlainlyNhsNumber,
  isInsuranceNumber,
  isNhsNumber,
  isPupilNumber,
  isShapedAsPupilNumber,
  isTelephone,
  postcodeShape
} from './people-numbers.ts';
import { identifiersIn } from './people-words.ts';

/** `maybe…`: a shape that a code of another kind may have; many of them together are a sign. */
export type CellKind =
  | 'nhs'
  | 'maybeNhs'
  | 'tenDigits'
  | 'pupil'
  | 'maybePupil'
  | 'insurance'
  | 'postcode'
  | 'maybePostcode'
  | 'email'
  | 'telephone'
  | 'day'
  | 'name'
  | 'text'
  | 'identifier in text';

/** Cells shorter than this give nobody away. */
export const SHORTEST = 3;

const TEN_DIGITS_IN_WORDS = /\s\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/;
const LONG_TEXT = 80;
const WORDS_OF_TEXT = 8;

/** What a trimmed cell may be; undefined for counts, codes and words. */
export function cellKind(text: string): CellKind | undefined {
  const { length } = text;
  if (length < SHORTEST) return undefined;
  const first = text.charCodeAt(0);
  const startsWithDigit = first >= 48 && first <= 57;
  if (startsWithDigit || first === 43 || first === 40) return length < 6 ? undefined : digitsKind(text);
  if (length > 24 || text.includes('@') || TEN_DIGITS_IN_WORDS.test(text)) return textKind(text);
  if (length >= 13 && isShapedAsPupilNumber(text)) return isPupilNumber(text) ? 'pupil' : 'maybePupil';
  const postcode = postcodeShape(text);
  if (postcode !== undefined) return postcode === 'spaced' ? 'postcode' : 'maybePostcode';
  if (length >= 9 && length <= 13 && isInsuranceNumber(text)) return 'insurance';
  return isPersonName(text) ? 'name' : undefined;
}

function digitsKind(text: string): CellKind | undefined {
  const { length } = text;
  if (length > 24) return textKind(text);
  const whole = text.endsWith('.0') ? text.slice(0, -2) : text;
  if (isPlainlyNhsNumber(whole)) return 'nhs';
  if (isNhsNumber(whole)) return 'maybeNhs';
  if (/^\d{10}$/.test(whole)) return 'tenDigits';
  if (length >= 10 && isTelephone(whole)) return 'telephone';
  return dayOf(text) === undefined ? undefined : 'day';
}

function textKind(text: string): CellKind | undefined {
  if (isEmail(text)) return 'email';
  if (identifiersIn(text).length > 0) return 'identifier in text';
  if (text.length < LONG_TEXT) return undefined;
  return text.split(/\s+/).length >= WORDS_OF_TEXT ? 'text' : undefined;
}
