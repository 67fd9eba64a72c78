/** How many of those counted were of one age, as a share, and beside the country. */
import { isKnown } from '#lib/domain/cell.ts';
import { agedText, orPercent, wholePercent } from '#lib/words/age.ts';
import { number } from '#lib/words/number.ts';
import type { AgesAt } from './ages.ts';
import type { Band } from './bands.ts';
import { beside, countryOf, isOtherCategory, type AgePage, type Focus } from './page.ts';

/** `few`: clearly or probably a smaller part here than in the country. `among`: whom that counts, where they are others. */
export function olderShare(page: AgePage, ages: AgesAt, band: Band) {
  const own = ages.share(band);
  const country = countryOf(page, ages, band);
  const there = country?.share(band);
  const comparison = there && beside(own, there.value);
  const percent =
    there && isKnown(there.numerator) && isKnown(there.denominator)
      ? wholePercent(there.numerator.value, there.denominator.value)
      : undefined;
  const few = comparison?.direction === 'lower' && comparison.certainty !== 'cannotTell';
  const among = country && isOtherCategory(ages, country) ? country.counted.said : undefined;
  return { own, comparison, percent, few, among };
}

/** `29 of 144 children on a plan for neglect were aged 7 to 15, or 20%.` */
export function partSentence({ ages, band }: Focus): string | undefined {
  const { counted } = ages;
  const { numerator, denominator } = ages.share(band);
  if (!isKnown(numerator) || !isKnown(denominator)) return undefined;
  const [n, of] = [numerator.value, denominator.value];
  return `${number(n)} of ${number(of)} ${counted.unit.many} ${counted.said} were ${agedText(band)}${orPercent(n, of)}.`;
}
