/** What the country records at each age: its rate among those who live here. The only expectation, and not called right. */
import { isKnown } from '#lib/domain/cell.ts';
import { agedText, expectedText, NOT_RIGHT } from '#lib/words/age.ts';
import { absence } from '#lib/words/absence.ts';
import { cellText, number, possessive, sentence } from '#lib/words/number.ts';
import type { ChartModel, Column, Row, Slot, Statement, TableFigure } from '../model.ts';
import { expectedAt, type AgesAt } from './ages.ts';
import type { Band } from './bands.ts';
import { focusOf, notesAt, sourcesAt, type AgePage } from './page.ts';

/** One thing counted, here and in the country; here it may be missing. */
interface Pair {
  readonly country: AgesAt;
  readonly here: AgesAt | undefined;
}

function pairsOf(page: AgePage, lead: Pair): readonly Pair[] {
  const { context, here, ages } = page;
  const local = here.find(({ counted }) => counted.id === 'plans-all');
  if (lead.here && !local) return [lead];
  const bands = lead.here?.cut ?? lead.country.cut;
  const all = local
    ? ages.like(local, context.england.id, bands)
    : ages.at(context.england.id).find(({ counted }) => counted.id === 'plans-all');
  return all && all.counted.id !== lead.country.counted.id ? [lead, { country: all, here: local }] : [lead];
}

/** Whether every band is set against those of its own age. */
const allByAge = (page: AgePage, { country }: Pair, bands: readonly Band[]) =>
  bands.every((band) => expectedAt(page.context, page.ages, country, band).byAge);

function assumed(page: AgePage, pair: Pair, bands: readonly Band[]): string {
  const { context, countryName } = page;
  return allByAge(page, pair, bands)
    ? `Each is the rate of ${countryName} at that age, times the children of that age who live here.`
    : `How many children of each age live in ${context.area.name} is not in these figures. So each is worked out as if its children had the same ages as those of ${countryName}.`;
}

function tableOf(
  page: AgePage,
  pairs: readonly Pair[],
  bands: readonly Band[],
  caption: string
): TableFigure['table'] {
  const { context, ages, countryName } = page;
  const num = (key: string, label: string, more: Partial<Column> = {}): Column => ({
    key,
    label,
    kind: 'number',
    ...more
  });
  return {
    caption,
    columns: [
      { key: 'age', label: 'Age', kind: 'text' },
      ...pairs.flatMap(({ country, here }, i) => [
        ...(here
          ? [num(`here${String(i)}`, `${sentence(here.counted.said)}: here`, { mark: here.counted.mark })]
          : []),
        num(`expected${String(i)}`, `${sentence(country.counted.said)}: at the rate of ${countryName}`, {
          mark: country.counted.mark
        }),
        ...(here
          ? []
          : [
              num(`england${String(i)}`, `${sentence(country.counted.said)}: ${countryName}`, {
                mark: country.counted.mark
              })
            ])
      ])
    ],
    rows: bands.map((band) => ({
      age: band.name,
      ...Object.fromEntries(
        pairs.flatMap(({ country, here }, i) => [
          ...(here ? [[`here${String(i)}`, here.count(band)]] : []),
          [`expected${String(i)}`, expectedAt(context, ages, country, band).cell],
          ...(here ? [] : [[`england${String(i)}`, country.count(band, { area: context.england.id })]])
        ])
      )
    }))
  };
}

const SLOT = 'expected';

function frame(page: AgePage, pairs: readonly Pair[], bands: readonly Band[], title: string) {
  const { context, when, countryName } = page;
  const [lead] = pairs;
  const subtitle = `Children on a plan at the rate of ${countryName}, ${context.area.name}, ${when}`;
  return {
    id: SLOT,
    title,
    mark: lead?.country.counted.mark ?? ('all' as const),
    table: tableOf(page, pairs, bands, subtitle),
    notes: lead ? notesAt(page, lead.here ?? lead.country, lead.country) : [],
    covers: when,
    sources: sourcesAt(page, ...pairs.flatMap(({ country, here }) => [country, here])),
    file: `expected-${context.area.slug}-${context.period.id}`,
    subtitle
  };
}

/** `At England’s rate, 58 children aged 7 to 15 would have been on a plan for neglect here; 29 were.` */
function hereStatement(page: AgePage, { country, here }: Pair, band: Band): Statement | undefined {
  const { cell } = expectedAt(page.context, page.ages, country, band);
  const own = here?.count(band);
  if (!here || !own || !isKnown(cell)) return undefined;
  const fact = isKnown(own)
    ? `${number(own.value)} ${own.value === 1 ? 'was' : 'were'}`
    : `how many were ${absence(own.reason)}`;
  return {
    text: `At the rate of ${page.countryName}, ${expectedText(cell)} children ${agedText(band)} would have been ${here.counted.said} here; ${fact}.`,
    mark: here.counted.mark,
    notes: notesAt(page, here, country),
    indicator: here.counted.indicator
  };
}

/** For an area whose ages nobody publishes: bars of what the country’s rate would give. */
function chart(page: AgePage, pair: Pair, pairs: readonly Pair[]): ChartModel {
  const { context, ages, countryName } = page;
  const bands = pair.country.cut;
  const rows = bands.map((band): Row => {
    const { cell } = expectedAt(context, ages, pair.country, band);
    return {
      id: band.id,
      label: band.name,
      role: 'england',
      cell,
      text: isKnown(cell) ? expectedText(cell) : cellText(cell)
    };
  });
  const [most] = rows
    .flatMap((row) => (isKnown(row.cell) ? [{ row, value: row.cell.value }] : []))
    .toSorted((a, b) => b.value - a.value);
  const title = most
    ? `At ${possessive(countryName)} rate, ${most.row.text} children aged ${most.row.label} would be ${pair.country.counted.said} here`
    : `What ${countryName} records at each age`;
  const { subtitle, ...rest } = frame(page, pairs, bands, title);
  return {
    ...rest,
    subtitle: `${subtitle}. Not a count of children here`,
    description: `${title}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}. Not a count of children here.`,
    indicator: pair.country.counted.indicator,
    spec: {
      kind: 'bars',
      unit: `children ${pair.country.counted.said}, at the rate of ${countryName}`,
      decimals: 0,
      rows
    }
  };
}

/** Undefined for the country itself, and where it tells nothing. */
export function expectedSlot(page: AgePage): Slot | undefined {
  const { country, lead, countryName, context } = page;
  if (!country) return undefined;
  const pair: Pair = { country, here: lead };
  const bands = lead ? [...lead.cut, ...(lead.older ? [lead.older] : [])] : country.cut;
  const tellable = bands.filter((band) => isKnown(expectedAt(context, page.ages, country, band).cell));
  if (tellable.length === 0) return undefined;
  const pairs = pairsOf(page, pair);
  const slot = {
    id: SLOT,
    heading: `What ${countryName} records at that age`,
    figures: []
  };
  const caution: Statement = { text: `${assumed(page, pair, bands)} ${NOT_RIGHT}` };
  if (!lead)
    return {
      ...slot,
      statements: [...allTogether(page, pairs), caution],
      charts: [chart(page, pair, pairs)]
    };
  const focus = focusOf(lead);
  const said = focus ? hereStatement(page, pair, focus) : undefined;
  const { subtitle: _, ...table } = frame(
    page,
    pairs,
    bands,
    said?.text ?? `Here, and at the rate of ${countryName}`
  );
  return { ...slot, statements: [...(said ? [said] : []), caution], charts: [], tables: [table] };
}

/** At all ages: what the rate would give, beside what is known here. */
function allTogether(page: AgePage, pairs: readonly Pair[]): readonly Statement[] {
  const { context, countryName, ages } = page;
  const role = { 'plans-first': 'plans-neglect-rate', 'plans-all': 'plans-rate' } as const;
  return pairs.flatMap(({ country }): Statement[] => {
    const key = Object.entries(role).find(([id]) => id === country.counted.id)?.[1];
    if (key === undefined) return [];
    const people = ages.living(undefined, context.area.id);
    const there = ages.living(undefined, context.england.id);
    const count = country.count(undefined, { area: context.england.id });
    const own = context.result(key).numerator;
    if (!isKnown(people) || !isKnown(there) || !isKnown(count)) return [];
    const expected = (count.value / there.value) * people.value;
    const fact = isKnown(own)
      ? `${number(own.value)} ${own.value === 1 ? 'was' : 'were'}`
      : `how many were ${absence(own.reason)}`;
    return [
      {
        text: `At the rate of ${countryName}, ${number(expected)} children of all ages would have been ${country.counted.said} here; ${fact}.`,
        mark: country.counted.mark,
        notes: notesAt(page, country),
        indicator: country.counted.indicator
      }
    ];
  });
}
