/** What the ages raise, at most three, each from a figure or from its absence. */
import { isKnown } from '#lib/domain/cell.ts';
import { besideCountry, partText } from '#lib/words/age.ts';
import { number, sentence } from '#lib/words/number.ts';
import type { Question } from '../model.ts';
import { olderAt, olderShare } from './older-slot.ts';
import type { AgePage } from './page.ts';

const MOST = 3;
/** Points between two shares from which one asks why. */
const APART = 15;

function olderFew(page: AgePage): readonly Question[] {
  const { lead, countryName, context } = page;
  if (!lead?.older || lead.counted.mark === 'all') return [];
  const { text, percent, comparison } = olderShare(page, lead, lead.older);
  if (
    text === undefined ||
    percent === undefined ||
    comparison?.direction !== 'lower' ||
    comparison.certainty === 'cannotTell'
  )
    return [];
  const because = `${sentence(lead.counted.unit.many)} ${lead.counted.said}: ${text} were aged 7 to 15. ${besideCountry(countryName, percent, comparison)}`;
  return context.indicator('older-neglect-share').questions.map(({ ask, who, settles }, i) => ({
    id: `older-few-${String(i + 1)}`,
    ask,
    because,
    who: `${who}.`,
    evidence: `${settles}.`
  }));
}

/** Older children are a larger part at one tier than of those on a plan. */
function tiersApart(page: AgePage): readonly Question[] {
  const { lead } = page;
  if (!lead?.older) return [];
  const own = lead.share(lead.older);
  if (!isKnown(own.value) || !isKnown(own.numerator) || !isKnown(own.denominator)) return [];
  const plan = own.value.value;
  const [most] = olderAt(page)
    .filter(({ counted }) => counted.isTier && counted.id !== lead.counted.id)
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
      ask: 'Why do older children known for neglect so often get help at one tier and so seldom a plan?',
      because: `Aged 7 to 15: ${partText(most.n, most.of)} (${most.ages.counted.name}), and ${partText(own.numerator.value, own.denominator.value)} of those ${lead.counted.said}.`,
      who: 'The heads of early help, family support and safeguarding.',
      evidence:
        'Twenty children aged 7 to 15 with neglect recorded and no plan, drawn at random: was a plan considered, and what was decided?'
    }
  ];
}

/** Nobody can say how many are 7 to 15. */
function notCounted(page: AgePage): readonly Question[] {
  const { lead, isCountry, context } = page;
  if (isCountry || lead?.older) return [];
  const bands = lead
    ? `The ages supplied are in other bands`
    : 'No ages of children known for neglect are supplied';
  return [
    {
      id: 'older-not-counted',
      ask: 'How many of the children known for neglect are aged 7 to 15?',
      because: `${bands}, so nobody reading this can tell whether older children are seen.`,
      who: `The data officers of the ${context.catalogue.manifest.terms.board}.`,
      evidence:
        'The plan list on one date, counted again with 7 to 15 as a band, and the number of that age who live here.'
    }
  ];
}

/** The rate is clearly above the country’s among the youngest. */
function young(page: AgePage): readonly Question[] {
  const { lead } = page;
  if (!lead || lead.counted.mark === 'all' || page.isCountry || !page.country) return [];
  const { country, context, countryName } = page;
  const band = lead.cut.find(({ to }) => to !== undefined && to >= 1 && to < 5);
  if (!band) return [];
  const rate = lead.rate(band);
  const there = country.rate(band, { area: context.england.id }).value;
  if (!isKnown(rate.value) || !rate.ranges || !isKnown(there) || rate.ranges.at95.lower <= there.value)
    return [];
  return [
    {
      id: 'young-many',
      ask: `What brings so many children aged ${band.name} onto a plan here?`,
      because: `${number(rate.value.value, 1)} for every 10,000 children of that age were ${lead.counted.said}; ${countryName} ${number(there.value, 1)}.`,
      who: 'The lead for health visiting and the head of safeguarding.',
      evidence:
        'By whom each was referred, what help came before, and whether the same families are counted twice.'
    }
  ];
}

export function ageQuestions(page: AgePage): readonly Question[] {
  const [first, ...rest] = olderFew(page);
  return [...(first ? [first] : []), ...tiersApart(page), ...rest, ...notCounted(page), ...young(page)].slice(
    0,
    MOST
  );
}
