/** What the ages raise, at most three, each from a figure or from its absence. */
import { isKnown } from '#lib/domain/cell.ts';
import { agedText, besideCountry, partText } from '#lib/words/age.ts';
import { suppliedForWhole } from '#lib/words/locality.ts';
import { listed, number } from '#lib/words/number.ts';
import { dayInWords } from '#lib/words/when.ts';
import { MOST_QUESTIONS, type Question } from '../model.ts';
import { nearestToOlder } from './bands.ts';
import { olderAt } from './older-chart.ts';
import { olderShare, partSentence } from './older-share.ts';
import { sidesOf } from './sides-slot.ts';
import { hasOlder, wholeAges, type AgePage } from './page.ts';

/** Points between two shares from which one asks why. */
const APART = 15;

/** Of an area, or of each authority of a partnership. */
function olderFew(page: AgePage): readonly Question[] {
  const { older, context } = page;
  const told = older
    ? [{ name: '', ages: older }]
    : sidesOf(page).flatMap(({ area, ages }) =>
        ages && hasOlder(ages) ? [{ name: `${area.name}: `, ages }] : []
      );
  const [few] = told.flatMap(({ name, ages }) => {
    const { percent, comparison, few: isFew, among } = olderShare(page, ages, ages.older);
    const part = partSentence({ ages, band: ages.older });
    return ages.counted.mark !== 'all' && isFew && part !== undefined && percent !== undefined
      ? [`${name}${part} ${besideCountry(page.countryName, percent, comparison, among)}`]
      : [];
  });
  if (few === undefined) return [];
  return context.indicator('older-neglect-share').questions.map(({ ask, who, settles }, i) => ({
    id: `older-few-${String(i + 1)}`,
    ask,
    because: few,
    who: `${who}.`,
    evidence: `${settles}.`
  }));
}

/** Older children are a larger part at one tier than of those on a plan. */
function tiersApart(page: AgePage): readonly Question[] {
  const { older: lead } = page;
  if (!lead) return [];
  const own = lead.share(lead.older);
  if (!isKnown(own.value) || !isKnown(own.numerator) || !isKnown(own.denominator)) return [];
  const plan = own.value.value;
  const [most] = olderAt(page)
    .filter(({ counted }) => counted.isTier && counted !== lead.counted)
    .flatMap((ages) => {
      const { value, numerator, denominator, ranges } = ages.share(ages.older);
      return isKnown(value) && isKnown(numerator) && isKnown(denominator) && ranges
        ? [{ ages, value: value.value, n: numerator.value, of: denominator.value, lower: ranges.at95.lower }]
        : [];
    })
    .filter(({ value, lower }) => value - plan >= APART && lower > plan)
    .toSorted((a, b) => b.value - a.value);
  if (!most) return [];
  return [
    {
      id: 'older-by-tier',
      ask: `Why are older children so large a part of those with neglect recorded at “${most.ages.counted.short}”, and so small a part of those ${lead.counted.said}?`,
      because: `Aged 7 to 15: ${partText(most.n, most.of)} at “${most.ages.counted.short}”, and ${partText(own.numerator.value, own.denominator.value)} of those ${lead.counted.said}.`,
      who: 'The heads of early help, family support and safeguarding.',
      evidence:
        'Twenty children aged 7 to 15 with neglect recorded and no plan, drawn at random: was a plan considered, and what was decided?'
    }
  ];
}

/** Nobody can say how many are 7 to 15, here or in some authorities of a partnership. */
function notCounted(page: AgePage): readonly Question[] {
  const { lead, older, isCountry, context } = page;
  const sides = sidesOf(page);
  const some = sides.some(({ ages }) => ages !== undefined);
  const lacking = sides.filter(({ ages }) => !ages?.older).map(({ area }) => area.name);
  if (isCountry || older || (some && lacking.length === 0)) return [];
  const whole = lead ? undefined : wholeAges(page);
  const why = lead
    ? 'The ages supplied are in other bands'
    : some
      ? `The ages of ${listed(lacking)} are in other bands, or not supplied`
      : whole
        ? 'Those are in other bands'
        : 'The ages of children known for neglect are not in these figures';
  const cannot = `${why}, so nobody can tell from them whether older children are seen.`;
  const there = whole && `Ages are ${suppliedForWhole(context.area.name, whole.name)}.`;
  const because = there === undefined ? cannot : whole?.here.some(hasOlder) ? there : `${there} ${cannot}`;
  return [
    {
      id: 'older-not-counted',
      ask: 'How many of the children known for neglect are aged 7 to 15?',
      because,
      who: `The data officers of the ${context.catalogue.manifest.terms.board}.`,
      evidence:
        'The plan list on one date, counted with 7 to 15 as a band, and the number of that age who live here.'
    }
  ];
}

/** The country’s number has gone up at the oldest ages and down at the youngest since the first year that tells. */
function risen(page: AgePage): readonly Question[] {
  const { lead, country, context, countryName } = page;
  if (lead || !country || sidesOf(page).some(({ ages }) => ages)) return [];
  const band = nearestToOlder(country.cut);
  const period = context.years.find((year) => band && isKnown(country.count(band, { period: year })));
  if (!band || !period) return [];
  const [then, now] = [country.count(band, { period }), country.count(band)];
  if (!isKnown(then) || !isKnown(now) || now.value <= then.value) return [];
  return [
    {
      id: 'older-risen',
      ask: `Has the number of children ${agedText(band)} ${country.counted.said} risen here too?`,
      because: `In ${countryName} it went from ${number(then.value)} in ${period.id} to ${number(now.value)} in ${context.period.id}.`,
      who: 'The head of safeguarding.',
      evidence: `The plan list on ${dayInWords(context.period.end)} of each of those years, by age and by the ${country.counted.category ?? 'latest'} category of the plan.`
    }
  ];
}

export function ageQuestions(page: AgePage): readonly Question[] {
  const [first, ...rest] = olderFew(page);
  return [...(first ? [first] : []), ...tiersApart(page), ...rest, ...notCounted(page), ...risen(page)].slice(
    0,
    MOST_QUESTIONS
  );
}
