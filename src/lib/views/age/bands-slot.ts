/** The count and rate at each age of what the page leads with, beside the country’s rate. */
import { isKnown, missing, type Cell } from '#lib/domain/cell.ts';
import { firstMissing } from '#lib/disclosure/may-say.ts';
import type { Result } from '#lib/indicators/evaluate.ts';
import { bandsText, bandText, firstCategory, missingBands, unbornSentence } from '#lib/words/age.ts';
import { cellText, counted as countedText, listed, number, sentence } from '#lib/words/number.ts';
import type { ChartModel, Column, PyramidBar, Slot, Statement, TableModel } from '../model.ts';
import type { AgesAt } from './ages.ts';
import { isWhole, type Band } from './bands.ts';
import {
  beside,
  countryAs,
  coversAt,
  focusOf,
  isOtherCategory,
  notesAt,
  sourcesAt,
  type AgePage
} from './page.ts';

interface AtBand {
  readonly band: Band;
  readonly count: Cell;
  readonly rate: Result;
  /** The country’s rate at that age. */
  readonly country: Cell | undefined;
}

function bandsOf({ country }: AgePage, lead: AgesAt): readonly AtBand[] {
  return lead.cut.map((band) => ({
    band,
    count: lead.count(band),
    rate: lead.rate(band),
    country: country?.rate(band).value
  }));
}

const known = (bands: readonly AtBand[]) =>
  bands.flatMap((each) => (isKnown(each.rate.value) ? [{ ...each, value: each.rate.value.value }] : []));

/** The ages at which the rate is clearly on one side of the country’s. */
function clearly(bands: readonly AtBand[], direction: 'lower' | 'higher'): readonly Band[] {
  return bands
    .filter(({ rate, country }) => {
      const comparison = country && beside(rate, country);
      return comparison?.certainty === 'clearly' && comparison.direction === direction;
    })
    .map(({ band }) => band);
}

function highest(bands: readonly AtBand[]): (AtBand & { readonly value: number }) | undefined {
  const [first] = known(bands).toSorted((a, b) => b.value - a.value);
  return first && first.value > 0 ? first : undefined;
}

/** Whether every age is there to be ranked. */
const isAll = (lead: AgesAt) => isWhole(lead.cut) && lead.cut.every((band) => isKnown(lead.count(band)));

function highestText(lead: AgesAt, bands: readonly AtBand[]): string | undefined {
  const top = highest(bands);
  if (!top || !isKnown(top.count)) return undefined;
  const { one, many } = lead.counted.unit;
  const shown = isAll(lead) ? 'The' : 'Of the ages that are shown, the';
  return `${shown} rate was highest at ${bandText(top.band)}: ${countedText(top.count.value, one, many)}, or ${number(top.value, 1)} for every 10,000 of that age.`;
}

/** On which side of the country’s rate each age is. */
function sidesText(page: AgePage, bands: readonly AtBand[]): string | undefined {
  const there = `the rate of ${page.countryName}`;
  const [low, high] = [clearly(bands, 'lower'), clearly(bands, 'higher')];
  const compared = known(bands).filter(({ country }) => country && isKnown(country));
  if (compared.length === 0) return undefined;
  if (low.length + high.length === 0)
    return `At no age can we tell the rate from that of ${page.countryName}.`;
  const said = [
    high.length > 0 ? `clearly above ${there} at ${bandsText(high)}` : '',
    low.length > 0 ? `clearly below ${high.length > 0 ? 'it' : there} at ${bandsText(low)}` : ''
  ].filter((text) => text !== '');
  return `It was ${said.join(', and ')}.`;
}

/** `The rate was clearly below that of England at 1 to 4 and 5 to 9.`; undefined where no age is clearly apart. */
export function agesApart(page: AgePage, lead: AgesAt): string | undefined {
  const bands = bandsOf(page, lead);
  const isApart = (['lower', 'higher'] as const).some((side) => clearly(bands, side).length > 0);
  return isApart
    ? sidesText(page, bands)?.replace(/^It was (.*?) the rate of/, 'By age, the rate was $1 that of')
    : undefined;
}

/** All ages together: a low rate everywhere says nothing of one age. */
function wholeText(page: AgePage, lead: AgesAt): string | undefined {
  const { context, country, ages } = page;
  if (!country) return undefined;
  const per = (count: Cell, area: string): number | undefined => {
    const people = ages.living(undefined, area);
    return isKnown(count) && isKnown(people) ? (count.value / people.value) * 10_000 : undefined;
  };
  const own = per(lead.count(), context.area.id);
  const theirs = per(country.count(), context.england.id);
  if (own === undefined || theirs === undefined) return undefined;
  const focus = focusOf(page);
  const there = focus && country.share(focus.band).value;
  const share = focus && there && beside(focus.ages.share(focus.band), there);
  const alike = share?.certainty === 'cannotTell' && share.close;
  return `At all ages together it was ${number(own, 1)} for every 10,000 children, and ${number(theirs, 1)} in ${page.countryName}.${alike ? ' So what differs here is how many there are, more than their ages.' : ''}`;
}

function title(page: AgePage, lead: AgesAt, bands: readonly AtBand[]): string {
  const top = highest(bands);
  const low = clearly(bands, 'lower');
  const every = low.length > 0 && low.length === known(bands).length;
  const highestAt =
    top && `${isAll(lead) ? 'Highest' : 'Of the ages shown, highest'} at ${bandText(top.band)}`;
  if (highestAt && low.length > 0)
    return `${highestAt}; clearly below ${page.countryName} at ${every ? 'every age' : bandsText(low)}`;
  if (highestAt) return `${highestAt}: ${number(top.value, 1)} for every 10,000`;
  const counts = bands.flatMap(({ band, count }) => (isKnown(count) ? [{ band, value: count.value }] : []));
  const [most] = counts.toSorted((a, b) => b.value - a.value);
  const total = lead.count();
  return most && isKnown(total) && isAll(lead)
    ? `The largest group was aged ${bandText(most.band)}: ${number(most.value)} of ${number(total.value)}`
    : `${lead.counted.name}, by age`;
}

function tableOf(page: AgePage, lead: AgesAt, caption: string): TableModel {
  const { country, ages } = page;
  const named = countryAs(page, lead, country);
  const on = page.counted === undefined ? '' : `, ${page.counted}`;
  const rows = [...lead.cut, ...(lead.older ? [lead.older] : []), ...(lead.unborn ? [lead.unborn] : [])];
  const rated = rows.some((band) => isKnown(lead.rate(band).value));
  const num = (key: string, label: string, more: Partial<Column> = {}): Column => ({
    key,
    label,
    kind: 'number',
    ...more
  });
  const per = { decimals: 1, unit: 'per 10,000' };
  const limit = ({ value, ranges }: Result, side: 'lower' | 'upper'): Cell =>
    isKnown(value)
      ? ranges
        ? { kind: 'known', value: ranges.at95[side], flags: [] }
        : missing('notApplicable')
      : value;
  const none = missing('notApplicable');
  return {
    caption,
    columns: [
      { key: 'age', label: 'Age', kind: 'text' },
      num('count', sentence(lead.counted.unit.many)),
      ...(rated
        ? [
            num('rate', 'Rate', per),
            num('lower', 'Range from', per),
            num('upper', 'Range to', per),
            num('people', `Children of that age${on}`)
          ]
        : []),
      ...(country ? [num('england', `${named}: ${lead.counted.unit.many}`)] : []),
      ...(country && rated ? [num('englandRate', `${named}: rate`, per)] : [])
    ],
    rows: rows.map((band) => {
      const rate = lead.rate(band);
      const born = band.from !== undefined;
      return {
        age: band === lead.older ? `${band.name}, across the others` : band.name,
        count: lead.count(band),
        ...(rated
          ? {
              rate: born ? rate.value : none,
              lower: born ? limit(rate, 'lower') : none,
              upper: born ? limit(rate, 'upper') : none,
              people: born ? ages.living(band) : none
            }
          : {}),
        ...(country ? { england: country.count(band) } : {}),
        ...(country && rated ? { englandRate: born ? country.rate(band).value : none } : {})
      };
    })
  };
}

function barOf({ count, rate, country }: AtBand, rated: boolean): PyramidBar {
  const absent = firstMissing([count]);
  const cell = rated ? (absent ?? rate.value) : count;
  return {
    cell,
    text: cellText(cell, rated ? 1 : 0),
    ...(rated && isKnown(cell) && rate.ranges
      ? { lower: rate.ranges.at95.lower, upper: rate.ranges.at95.upper }
      : {}),
    ...(rated && country && isKnown(country) ? { behind: country } : {})
  };
}

function chart(page: AgePage, lead: AgesAt, bands: readonly AtBand[]): ChartModel {
  const { context, country } = page;
  const { counted } = lead;
  const rated = known(bands).length > 0;
  const covers = coversAt(page, lead);
  const unit = rated
    ? `${counted.unit.many} ${counted.said}, per 10,000 children of each age`
    : `${counted.unit.many} ${counted.said}`;
  const subtitle = `${sentence(unit)}, ${context.area.name}, ${covers}`;
  const said = title(page, lead, bands);
  const rows = bands.map((each) => ({ id: each.band.id, label: each.band.name, bars: [barOf(each, rated)] }));
  return {
    id: 'ages',
    title: said,
    subtitle,
    description: `${said}. ${rows.map(({ label, bars }) => `${label}: ${bars.map(({ text }) => text).join('')}`).join('; ')}.`,
    mark: counted.mark,
    indicator: counted.indicator,
    spec: {
      kind: 'pyramid',
      unit: rated ? 'per 10,000 children of each age' : counted.unit.many,
      decimals: rated ? 1 : 0,
      sides: [{ id: 'all', name: 'All children' }],
      rows,
      ...(country
        ? {
            behind: {
              name: `The dashed marks are the rates of ${countryAs(page, lead, country)}`,
              role: 'england' as const
            }
          }
        : {})
    },
    table: tableOf(page, lead, subtitle),
    notes: notesAt(page, lead, country),
    covers,
    sources: sourcesAt(page, lead, country),
    file: `ages-${context.area.slug}-${context.period.id}`
  };
}

/** Why there are counts and no rates. */
const NO_PEOPLE =
  'These are counts, not rates: how many children of each age live here is not in these figures. Some bands hold more years of age than others, so a longer bar can be a wider band.';

export function bandsSlot(page: AgePage, lead: AgesAt): Slot {
  const bands = bandsOf(page, lead);
  const { mark, said, indicator } = lead.counted;
  const say = (text: string | undefined): readonly Statement[] =>
    text === undefined ? [] : [{ text, mark, indicator }];
  const rated = known(bands).length > 0;
  const clear = clearly(bands, 'lower').length + clearly(bands, 'higher').length > 0;
  const statements = [
    ...say(highestText(lead, bands)),
    ...say(sidesText(page, bands)),
    ...(clear ? say(wholeText(page, lead)) : []),
    ...(rated && isOtherCategory(lead, page.country) ? [{ text: firstCategory(page.countryName) }] : []),
    ...(rated ? [] : say(countsText(lead))),
    ...(rated ? [] : [{ text: NO_PEOPLE }]),
    ...say(missingBands(bands.map(({ band, count }) => ({ name: band.name, cell: count })))),
    ...(lead.unborn ? say(unbornSentence(lead.count(lead.unborn), said)) : [])
  ];
  const [first, ...rest] = statements;
  return {
    id: 'ages',
    heading: `${sentence(lead.counted.unit.many)} ${said}, by age`,
    statements: first ? [{ ...first, notes: notesAt(page, lead, page.country) }, ...rest] : [],
    figures: [],
    charts: [chart(page, lead, bands)]
  };
}

/** `Of 25,350, 2,240 were under 1, 5,690 were 1 to 4, …`, where there is no rate to say instead. */
function countsText(lead: AgesAt): string | undefined {
  const total = lead.count();
  const shown = lead.cut.filter((band) => isKnown(lead.count(band)));
  if (!isKnown(total) || shown.length === 0) return undefined;
  return `Of ${number(total.value)}, ${listed(shown.map((band) => `${cellText(lead.count(band))} were ${bandText(band)}`))}.`;
}
