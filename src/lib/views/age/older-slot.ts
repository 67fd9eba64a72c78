/** Older children, 7 to 15: how many, of how many, at every tier that tells, and beside the country. */
import { isKnown } from '#lib/domain/cell.ts';
import { shareAs } from '#lib/stats/which-chart.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import {
  besideCountry,
  noOlderSentence,
  OLDER_FEW,
  ONE_CUT,
  partText,
  wholePercent
} from '#lib/words/age.ts';
import { reasonText } from '#lib/words/absence.ts';
import { cellText, listed, number, rangeText, sentence } from '#lib/words/number.ts';
import type { ChartModel, Figure, Row, Slot, Statement } from '../model.ts';
import type { AgesAt } from './ages.ts';
import type { Band } from './bands.ts';
import { beside, coversAt, notesAt, sourcesAt, type AgePage } from './page.ts';

type WithOlder = AgesAt & { readonly older: Band };

const hasOlder = (ages: AgesAt): ages is WithOlder => ages.older !== undefined;

/** All that tell of 7 to 15 here and count neglect. */
export const olderAt = ({ here }: AgePage): readonly WithOlder[] =>
  here.filter(hasOlder).filter(({ counted }) => counted.mark !== 'all');

/** `29 of 144, or 20%`, and the same in the country. */
export function olderShare(page: AgePage, ages: AgesAt, band: Band) {
  const own = ages.share(band);
  const there = page.country?.share(band, { area: page.context.england.id });
  const comparison = there && beside(own, there.value);
  const text =
    isKnown(own.numerator) && isKnown(own.denominator)
      ? partText(own.numerator.value, own.denominator.value)
      : undefined;
  const percent =
    there && isKnown(there.numerator) && isKnown(there.denominator)
      ? wholePercent(there.numerator.value, there.denominator.value)
      : undefined;
  return { own, there, comparison, text, percent };
}

function leadStatements(page: AgePage, lead: WithOlder): readonly Statement[] {
  const { countryName, country, context } = page;
  const { counted, older } = lead;
  const { text, percent, comparison } = olderShare(page, lead, older);
  const refs = {
    mark: counted.mark,
    notes: notesAt(page, lead, country),
    indicator: context.indicator('older-neglect-share').id
  };
  if (text === undefined) {
    const cell = lead.count(older);
    const why = isKnown(cell) ? 'how many there are in all is not known' : reasonText(cell.reason);
    return [{ text: `${sentence(counted.unit.many)} ${counted.said}, aged 7 to 15: ${why}.`, ...refs }];
  }
  const few = comparison?.direction === 'lower' && comparison.certainty !== 'cannotTell';
  const parts = lead.cut.filter(
    ({ from, to }) => (from ?? 0) >= (older.from ?? 0) && to !== undefined && to <= (older.to ?? 0)
  );
  const within = parts.filter((band) => isKnown(lead.count(band)));
  return [
    {
      text: `${sentence(counted.unit.many)} ${counted.said}: ${text} were aged 7 to 15.${percent === undefined ? '' : ` ${besideCountry(countryName, percent, comparison)}`}${few ? ` ${OLDER_FEW}` : ''}`,
      ...refs
    },
    ...(within.length > 1
      ? [
          {
            text: `Of them, ${listed(within.map((band) => `${cellText(lead.count(band))} were ${band.name}`))}.`,
            ...refs
          }
        ]
      : [])
  ];
}

/** At which tiers older children are a larger part than of those that the page leads with. */
function tiersStatement(page: AgePage, lead: WithOlder): readonly Statement[] {
  const others = olderAt(page).filter(
    ({ table, counted }) => table !== lead.table && counted.id !== lead.counted.id
  );
  const told = others.flatMap((ages) => {
    const { text } = olderShare(page, ages, ages.older);
    return text === undefined ? [] : [`${ages.counted.name}: ${text}`];
  });
  if (told.length === 0) return [];
  return [{ text: `Aged 7 to 15 elsewhere: ${told.join('; ')}.`, mark: 'neglect', notes: [] }];
}

function figures(page: AgePage, lead: WithOlder): readonly Figure[] {
  const { counted, older } = lead;
  const count = lead.count(older);
  const rate = lead.rate(older);
  const there = page.country?.rate(older, { area: page.context.england.id }).value;
  const indicator = page.context.indicator('older-neglect-rate').id;
  const notes = notesAt(page, lead, page.country);
  const comparison = there && beside(rate, there);
  return [
    {
      id: 'older-count',
      label: 'Aged 7 to 15',
      cell: count,
      text: cellText(count),
      unit: `${counted.unit.many} ${counted.said}`,
      mark: counted.mark,
      indicator,
      notes
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
            ...(there && isKnown(there)
              ? {
                  certainty: `${page.countryName} ${number(there.value, 1)}${comparison && comparison.certainty !== 'cannotTell' ? `: ${comparison.certainty} ${comparison.direction === 'lower' ? 'below' : 'above'} it` : ''}`
                }
              : {}),
            mark: counted.mark,
            indicator,
            notes
          }
        ]
      : [])
  ];
}

function rowOf(id: string, label: string, role: Row['role'], result: Result): Row {
  const { value, numerator, denominator, ranges } = result;
  const carries = isKnown(denominator) && shareAs(Math.round(denominator.value)) === 'percentage';
  const text =
    isKnown(numerator) && isKnown(denominator)
      ? `${number(value.kind === 'known' ? value.value : 0)}% (${number(numerator.value)} of ${number(denominator.value)})`
      : cellText(value);
  return {
    id,
    label,
    role,
    cell: value,
    text,
    ...(ranges && carries && role === 'focus' ? { lower: ranges.at95.lower, upper: ranges.at95.upper } : {})
  };
}

function chart(page: AgePage, lead: WithOlder): ChartModel | undefined {
  const { context, country, countryName } = page;
  const all = olderAt(page).filter((ages) => {
    const of = ages.count();
    return isKnown(of) && shareAs(of.value) === 'percentage';
  });
  const own = all.map((ages) => ({ name: ages.counted.name, result: ages.share(ages.older), ages }));
  if (own.every(({ result }) => !isKnown(result.value))) return undefined;
  const rows: Row[] = own.map(({ name, result, ages }) => rowOf(ages.counted.id, name, 'focus', result));
  if (country) {
    const there = country.share(lead.older, { area: context.england.id });
    if (isKnown(there.value))
      rows.push(rowOf('england', `${countryName}: ${country.counted.name}`, 'england', there));
  }
  const sorted = own.flatMap(({ ages, result }) =>
    isKnown(result.value) && ages.counted.isTier ? [{ ages, value: result.value.value }] : []
  );
  const most = sorted.toSorted((a, b) => b.value - a.value)[0];
  const leads = sorted.find(({ ages }) => ages.counted.id === lead.counted.id);
  const title =
    most && leads && most !== leads
      ? `Aged 7 to 15: ${number(leads.value)}% of those ${lead.counted.said}, ${number(most.value)}% at “${most.ages.counted.name}”`
      : leads
        ? `Aged 7 to 15: ${number(leads.value)}% of those ${lead.counted.said}`
        : 'Older children, 7 to 15';
  const covers = coversAt(page, lead);
  const subtitle = `How many of those counted were aged 7 to 15, ${context.area.name}, ${covers}`;
  return {
    id: 'older',
    title,
    subtitle,
    description: `${title}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`,
    mark: lead.counted.mark,
    indicator: context.indicator('older-neglect-share').id,
    spec: { kind: 'bars', unit: '% aged 7 to 15', decimals: 0, rows },
    table: {
      caption: subtitle,
      columns: [
        { key: 'who', label: 'Counted', kind: 'text' },
        { key: 'older', label: 'Aged 7 to 15', kind: 'number' },
        { key: 'all', label: 'At all ages', kind: 'number' },
        { key: 'share', label: 'Share', kind: 'number', decimals: 0, unit: '%' },
        { key: 'rate', label: 'Rate', kind: 'number', decimals: 1, unit: 'per 10,000 aged 7 to 15' }
      ],
      rows: [
        ...own.map(({ name, ages, result }) => ({
          who: name,
          older: ages.count(ages.older),
          all: ages.count(),
          share: result.value,
          rate: ages.rate(ages.older).value
        })),
        ...(country
          ? [
              {
                who: `${countryName}: ${country.counted.name}`,
                older: country.count(lead.older, { area: context.england.id }),
                all: country.count(undefined, { area: context.england.id }),
                share: country.share(lead.older, { area: context.england.id }).value,
                rate: country.rate(lead.older, { area: context.england.id }).value
              }
            ]
          : [])
      ]
    },
    notes: notesAt(page, lead, country),
    covers,
    sources: sourcesAt(page, ...all, country),
    file: `older-${context.area.slug}-${context.period.id}`
  };
}

const HEADING = 'Older children: 7 to 15';

/** What the nearest band says, where ages are in another cut. */
function nearest(page: AgePage, lead: AgesAt, band: Band | undefined): readonly Statement[] {
  if (!band) return [];
  const { text, percent, comparison } = olderShare(page, lead, band);
  if (text === undefined) return [];
  return [
    {
      text: `The nearest is ${band.name}: ${text} ${lead.counted.said}.${percent === undefined ? '' : ` ${besideCountry(page.countryName, percent, comparison)}`}`,
      mark: lead.counted.mark,
      notes: notesAt(page, lead, page.country),
      indicator: lead.counted.indicator
    }
  ];
}

export function olderSlot(page: AgePage, band: Band | undefined): Slot {
  const { lead, context, isCountry } = page;
  if (lead && hasOlder(lead)) {
    const drawn = chart(page, lead);
    return {
      id: 'older',
      heading: HEADING,
      statements: [...leadStatements(page, lead), ...tiersStatement(page, lead)],
      figures: figures(page, lead),
      charts: drawn ? [drawn] : []
    };
  }
  return {
    id: 'older',
    heading: HEADING,
    statements: lead ? [...nearest(page, lead, band), { text: noOlderSentence(lead.cut) }] : [],
    figures: [],
    charts: [],
    notSupplied: {
      what: isCountry
        ? `Not published: how many were aged 7 to 15. ${ONE_CUT}`
        : `Not supplied: how many children in ${context.area.name} were aged 7 to 15. ${lead ? ONE_CUT : ''}`.trim(),
      remedy: isCountry
        ? 'The Department for Education could publish that cut.'
        : `Count the plan list${lead ? ' again' : ''} with the ages under 1, 1 to 4, 5 and 6, 7 to 10, 11 to 15, and 16 and over.`
    }
  };
}
