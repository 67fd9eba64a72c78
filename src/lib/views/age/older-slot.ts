/** Older children, 7 to 15: how many, at which rate, of how many, and beside the country. */
import { isKnown } from '#lib/domain/cell.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import {
  besideCountry,
  CANNOT_TELL_WHICH,
  noOlderSentence,
  OLDER_FEW,
  ONE_CUT,
  orPercent
} from '#lib/words/age.ts';
import { NOT_THERE, reasonText } from '#lib/words/absence.ts';
import { certaintyText } from '#lib/words/compare.ts';
import { cellText, counted as countedText, listed, number, rangeText, sentence } from '#lib/words/number.ts';
import { lackOf } from '../lacking.ts';
import type { Figure, Slot, Statement } from '../model.ts';
import { olderShare, partSentence } from './older-share.ts';
import { olderChart } from './older-chart.ts';
import { beside, countryOf, focusOf, notesAt, type AgePage, type WithOlder } from './page.ts';

function rateSentence(page: AgePage, ages: WithOlder, rate: Result): string | undefined {
  const { counted, older } = ages;
  if (!isKnown(rate.value) || !isKnown(rate.numerator)) return undefined;
  const country = countryOf(page, ages, older);
  const there = country?.rate(older).value;
  const comparison = there && beside(rate, there);
  const beyond =
    there && isKnown(there) ? ` ${besideCountry(page.countryName, number(there.value, 1), comparison)}` : '';
  return `${countedText(rate.numerator.value, counted.unit.one, counted.unit.many)} aged 7 to 15 ${rate.numerator.value === 1 ? 'was' : 'were'} ${counted.said}: ${number(rate.value.value, 1)} for every 10,000 of that age.${beyond}`;
}

function leadStatements(page: AgePage, ages: WithOlder): readonly Statement[] {
  const { context } = page;
  const { counted, older } = ages;
  const { own, percent, comparison, few } = olderShare(page, ages, older);
  const refs = { mark: counted.mark, indicator: context.indicator('older-neglect-share').id };
  const rated = rateSentence(page, ages, ages.rate(older));
  const { numerator, denominator } = own;
  if (!isKnown(numerator) || !isKnown(denominator)) {
    const cell = ages.count(older);
    const why = isKnown(cell) ? 'how many there are in all is not known' : reasonText(cell.reason);
    return [{ text: `${sentence(counted.unit.many)} ${counted.said}, aged 7 to 15: ${why}.`, ...refs }];
  }
  const parts = ages.cut.filter(
    ({ from, to }) => (from ?? 0) >= (older.from ?? 0) && to !== undefined && to <= (older.to ?? 0)
  );
  const within = parts.filter((band) => isKnown(ages.count(band)));
  return [
    ...(rated === undefined
      ? []
      : [{ text: rated, ...refs, notes: notesAt(page, ages, countryOf(page, ages, older)) }]),
    {
      text: `That is ${number(numerator.value)} of the ${number(denominator.value)} ${counted.said} at any age${orPercent(numerator.value, denominator.value)}.${percent === undefined ? '' : ` ${besideCountry(page.countryName, percent, comparison)}`}`,
      ...refs
    },
    ...(few ? [{ text: `${OLDER_FEW} ${CANNOT_TELL_WHICH}` }] : []),
    ...(within.length > 1
      ? [
          {
            text: `Of the ${cellText(ages.count(older))}, ${listed(within.map((band) => `${cellText(ages.count(band))} were ${band.name}`))}.`,
            ...refs
          }
        ]
      : [])
  ];
}

function figures(page: AgePage, ages: WithOlder): readonly Figure[] {
  const { counted, older } = ages;
  const count = ages.count(older);
  const rate = ages.rate(older);
  const there = countryOf(page, ages, older)?.rate(older).value;
  const indicator = page.context.indicator('older-neglect-rate').id;
  const comparison = there && beside(rate, there);
  const figure = { mark: counted.mark, indicator };
  return [
    {
      id: 'older-count',
      label: 'Aged 7 to 15',
      cell: count,
      text: cellText(count),
      unit: `${counted.unit.many} ${counted.said}`,
      ...figure
    },
    ...(isKnown(rate.value)
      ? [
          {
            id: 'older-rate',
            label: 'Rate at that age',
            cell: rate.value,
            text: cellText(rate.value, 1),
            unit: 'per 10,000 children aged 7 to 15',
            ...(rate.ranges ? { range: { ...rate.ranges.at95, text: rangeText(rate.ranges.at95, 1) } } : {}),
            ...(comparison ? { certainty: certaintyText(comparison, page.countryName) } : {}),
            ...figure
          }
        ]
      : [])
  ];
}

const HEADING = 'Older children: 7 to 15';

/** What the nearest band says, where ages are in another cut. */
function nearest(page: AgePage): readonly Statement[] {
  const focus = focusOf(page);
  if (!focus) return [];
  const { ages, band } = focus;
  const { percent, comparison } = olderShare(page, ages, band);
  const part = partSentence(focus);
  if (part === undefined) return [];
  return [
    {
      text: `The nearest that can be told: ${part}${percent === undefined ? '' : ` ${besideCountry(page.countryName, percent, comparison)}`}`,
      mark: ages.counted.mark,
      notes: notesAt(page, ages, countryOf(page, ages, band)),
      indicator: ages.counted.indicator
    }
  ];
}

/** Undefined where nothing at all is counted by age: then what to supply is said with the rest of it. */
export function olderSlot(page: AgePage): Slot | undefined {
  const { lead, older, context, isCountry } = page;
  if (!lead) return undefined;
  if (older) {
    const drawn = olderChart(page, older);
    return {
      id: 'older',
      heading: HEADING,
      statements: leadStatements(page, older),
      figures: figures(page, older),
      charts: drawn ? [drawn] : []
    };
  }
  return {
    id: 'older',
    heading: HEADING,
    statements: [...nearest(page), { text: noOlderSentence(lead.cut) }],
    figures: [],
    charts: [],
    notSupplied: {
      what: `${isCountry ? `${sentence(NOT_THERE[lackOf(context)])}: how many` : `Not supplied: how many in ${context.area.name}`} were aged 7 to 15. ${ONE_CUT}`,
      remedy: isCountry
        ? 'A partnership can count its own plan list by another set of ages.'
        : 'Count the plan list by another set of ages: under 1, 1 to 4, 5 and 6, 7 to 10, 11 to 15, 16 and over.'
    }
  };
}
